"""Texts that tell no language are read in the one that prevails in their source, as in `tag`."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.language import UNKNOWN, is_short
from analysis.prevailing import prevailing
from rivalscope.batches import batched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.models import Understanding
    from rivalscope.pipeline.understanding.analyzing import Knowledge
    from rivalscope.storage import Store
    from rivalscope.storage.open_languages import OpenText

BATCH = 500


def read_in_place(store: Store, knowledge: Knowledge) -> None:
    """Reads the short ones again where the language of their source is another than it was.

    What prevails in a source is counted over all its texts, so the order they came in changes
    nothing. Killed halfway it is simply called again; a text read for good is not read again.
    """
    languages = store.open_languages.languages()
    for place in store.open_languages.places():
        language = prevailing(languages.get(place, Counter()))
        texts = store.open_languages.outdated(place, language=language)
        for some in batched(texts, BATCH):
            with store.tx():
                store.understandings.save(
                    _read_again(some, knowledge, language=language),
                    version=knowledge.version,
                    engines=knowledge.engines,
                )
                store.open_languages.mark([one.text.id for one in some], language=language)


def _read_again(
    texts: Iterable[OpenText], knowledge: Knowledge, *, language: str | None
) -> list[tuple[Understanding, str]]:
    """What those say in *language* that are short; nothing of those that would say the same."""
    return [
        (knowledge.understander.understand(replace(text, language_hint=language)), content)
        for text, content, read_in in texts
        if is_short(text.body) and read_in != (language or UNKNOWN)
    ]
