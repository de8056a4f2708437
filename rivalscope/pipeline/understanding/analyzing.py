"""Stage 2: texts into understandings; those that are new, edited or understood by old rules."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from analysis.themes.cues import parse_cue, parse_entry
from analysis.understanding import VERSION, Understander
from rivalscope.pipeline.understanding.learning import decide, learn
from rivalscope.pipeline.understanding.placing import read_in_place
from rivalscope.pipeline.understanding.proxying import read_proxies
from rivalscope.pipeline.understanding.transformers import transformers_of
from rivalscope.settings import load_lexicons, load_theme_pack
from rivalscope.storage import existing, writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.models import ThemePack
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import Settings

#: Texts per transaction: small enough to lose little when killed, large enough to be fast.
BATCH = 500


def analyze(settings: Settings, *, watch: Watch) -> int:
    """Understands what is not yet understood; gives how many texts that were.

    Then searches them for what the proxies count: after an edit of those phrases alone, the texts
    searched again are the ones told.

    Killed halfway it is simply called again. Raises ConfigurationError for a bad pack or lexicon.
    """
    knowledge = knowledge_of(settings)
    with existing(settings.database) as store, writing(settings.database):
        waiting = store.reviews.to_understand(knowledge.version)
        watch.stage("analyze", len(waiting))
        for start in range(0, len(waiting), BATCH):
            batch = waiting[start : start + BATCH]
            store.understandings.save(
                [(knowledge.understander.understand(text), content) for text, content in batch],
                version=knowledge.version,
                engines=knowledge.engines,
            )
            watch.step(f"{start + len(batch)} of {len(waiting)} texts", advance=len(batch))
        if waiting or store.open_languages.are_new():
            read_in_place(store, knowledge)
        learn(store, knowledge=knowledge.version, engines=knowledge.engines, watch=watch)
        decide(store, engines=knowledge.engines, watch=watch)
        searched = read_proxies(settings, store, watch=watch)
        store.counts.settle()
    return max(len(waiting), searched)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """What the texts of one market are read with."""

    understander: Understander
    pack: ThemePack
    version: str
    """Changes with the code's rules, the pack, the lexicons, the languages, the brand names and the
    transformers: with everything that could change what a text is taken to say."""
    engines: Mapping[str, str]
    """Language -> name of the transformer that scores its texts; no others than those."""


def knowledge_of(settings: Settings, *, pack: ThemePack | None = None) -> Knowledge:
    """Loads pack and lexicons; raises ConfigurationError with every mistake in them.

    *pack* takes the place of the one configured, to see what that would change in the mentions; no
    transformer has a part in those, so none is asked then.
    """
    transformers = {} if pack else transformers_of(settings)
    own = settings.path.parent
    pack = pack or load_theme_pack(
        settings.industry, languages=settings.languages, own=own, check=parse_cue
    )
    lexicons = load_lexicons(settings.languages, own=own, check=parse_entry)
    names = tuple(name for brand in settings.brands for name in (brand.name, *brand.aliases))
    engines = {language: engine.name for language, engine in transformers.items()}
    parts = (
        VERSION,
        pack.digest,
        [(language, lexicon.digest) for language, lexicon in sorted(lexicons.items())],
        settings.languages,
        names,
        *sorted(engines.items()),
    )
    return Knowledge(
        understander=Understander(
            pack,
            lexicons,
            languages=settings.languages,
            brand_names=names,
            transformers=transformers,
        ),
        pack=pack,
        version=blake2b(repr(parts).encode(), digest_size=8).hexdigest(),
        engines=engines,
    )
