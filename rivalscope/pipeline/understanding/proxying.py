"""Searches understood reviews for what the proxies count."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from analysis.proxies.notation import check_phrase
from analysis.proxies.reading import VERSION, ProxyReader
from analysis.themes.cues import parse_entry
from rivalscope.settings import load_lexicons, load_proxy_phrases

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rivalscope.models import Lexicon, ProxyPhrases
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: Reviews per transaction, as in `analyzing`.
BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyKnowledge:
    """What the reviews of one market are searched with."""

    reader: ProxyReader
    versions: Mapping[str, str]
    """Language -> what changes with its phrases, its lexicon, the names, or the code's rules."""


def proxy_knowledge_of(settings: Settings) -> ProxyKnowledge:
    """Loads the phrases; raises ConfigurationError with every mistake in them."""
    own = settings.path.parent
    phrases = load_proxy_phrases(settings.languages, own=own, check=check_phrase)
    lexicons = load_lexicons(tuple(phrases), own=own, check=parse_entry)
    return ProxyKnowledge(
        reader=ProxyReader(settings.brands, phrases, lexicons),
        versions={
            language: _version(settings, one, lexicons[language])
            for language, one in phrases.items()
        },
    )


def read_proxies(settings: Settings, store: Store, *, watch: Watch) -> int:
    """Searches what is new, was edited or was searched with other phrases; says how many.

    Killed halfway it is simply called again. Reviews must have been understood before.
    """
    knowledge = proxy_knowledge_of(settings)
    waiting = store.proxies.waiting(knowledge.versions)
    if waiting:
        watch.stage("proxies", len(waiting))
    for start in range(0, len(waiting), BATCH):
        batch = waiting[start : start + BATCH]
        search(store, knowledge, batch)
        watch.step(f"{start + len(batch)} of {len(waiting)} texts", advance=len(batch))
    return len(waiting)


def search(store: Store, knowledge: ProxyKnowledge, ids: Sequence[str]) -> None:
    """Searches those understood reviews, as far as their language has phrases."""
    store.proxies.save(
        [
            (
                text.id,
                language,
                content,
                knowledge.reader.signals(text, language=language, brand=brand),
            )
            for text, brand, language, content in store.proxies.texts(ids)
            if language in knowledge.versions
        ],
        versions=knowledge.versions,
    )


def waiting_for_proxies(settings: Settings, store: Store) -> int:
    """How many understood reviews were not searched with the phrases as they are now."""
    return len(store.proxies.waiting(proxy_knowledge_of(settings).versions))


def _version(settings: Settings, phrases: ProxyPhrases, lexicon: Lexicon) -> str:
    names = [(brand.slug, brand.name, brand.aliases) for brand in settings.brands]
    parts = (VERSION, phrases.digest, lexicon.digest, names)
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()
