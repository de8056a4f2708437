"""The language of a place where people write: that of the texts long enough to tell."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.language import UNKNOWN, is_short

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from analysis.understanding import Understander
    from rivalscope.models import Text, Understanding

FEWEST_TEXTS = 10
SMALLEST_SHARE = 0.6
"""So many texts, and this share of them, make a language the one that a place is written in."""


def prevailing(languages: Counter[str]) -> str | None:
    """The language that prevails in a place by how many of its texts are in which.

    None where none does, also where most are in a language that we don't know.
    """
    known = languages.most_common(1)
    if not known:
        return None
    language, count = known[0]
    total = languages.total()
    prevails = total >= FEWEST_TEXTS and count >= SMALLEST_SHARE * total
    return language if prevails and language != UNKNOWN else None


class Place:
    """Texts that stand together, such as those of one file."""

    def __init__(self, understander: Understander) -> None:
        self._understander = understander
        self._languages: Counter[str] = Counter()

    @property
    def language(self) -> str | None:
        """The language that prevails so far; None where none does."""
        return prevailing(self._languages)

    def understood(self, texts: Sequence[Text]) -> Iterator[Understanding]:
        """What *texts* say, in their order; a short one in no clear language in that of the place.

        Texts of a known language count for nothing here, and neither do short ones.
        """
        first = [self._understander.understand(text) for text in texts]
        for text, said in zip(texts, first, strict=True):
            if text.language_hint is None and not is_short(text.body):
                self._languages[said.language] += 1
        for text, said in zip(texts, first, strict=True):
            yield self._again(text) if self._may_be_told(text, said) else said

    def _may_be_told(self, text: Text, said: Understanding) -> bool:
        is_open = said.language == UNKNOWN and text.language_hint is None
        return is_open and is_short(text.body) and self.language is not None

    def _again(self, text: Text) -> Understanding:
        return self._understander.understand(replace(text, language_hint=self.language))
