"""Texts as phrases: one to three words in a row, by stem, outside of what their mentions quote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import Stemmer

from analysis.sentiment import boosters_of
from analysis.themes.tokens import fold, is_word, lower, pieces, spans

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from rivalscope.models import Lexicon

LONGEST = 3
"""Words in a phrase."""
NUMBER = "#"
"""Stands for every number, as in a cue."""

# What begins or ends a phrase must say something: neither a word that stands in every fifth text,
# nor a short one that stands in every fiftieth (articles, pronouns, prepositions).
_COMMON, _SHORT, _COMMON_SHORT = 0.2, 3, 0.02

Phrase = tuple[str, ...]
Place = tuple[int, int]
"""Start and end, in code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """A text with what is known of it."""

    body: str
    is_negative: bool
    covered: tuple[Place, ...]
    """What its mentions quote."""


class PhraseReader:
    """Cuts the texts of one language into phrases."""

    def __init__(self, lexicon: Lexicon, *, without: Collection[str]) -> None:
        self._snowball = Stemmer.Stemmer(lexicon.stemmer) if lexicon.stemmer else None
        self._stems: dict[str, str] = {}
        shaping = (
            *boosters_of(lexicon),
            *lexicon.negators,
            *lexicon.contrast,
            *lexicon.conjunctions,
        )
        names = (*without, *(word.strip("=") for word in shaping if "*" not in word))
        self._without = {self._stem_of(piece) for name in names for piece in pieces(name)}

    def common_stems(self, texts: Sequence[ReadText]) -> frozenset[str]:
        """Stems that no phrase may begin or end with."""
        holders: Counter[str] = Counter()
        longest: dict[str, int] = {}
        for text in texts:
            words = {piece for piece in pieces(text.body) if is_word(piece)}
            holders.update({self._stem_of(word) for word in words})
            for word in words:
                stem = self._stem_of(word)
                longest[stem] = max(longest.get(stem, 0), len(word))
        common = {
            stem
            for stem, n in holders.items()
            if n > _COMMON * len(texts)
            or longest[stem] == 1
            or (longest[stem] <= _SHORT and n > _COMMON_SHORT * len(texts))
        }
        return frozenset({NUMBER, *common, *self._without})

    def count_words(self, text: ReadText) -> int:
        """Different words of a text that are not covered."""
        return len({phrase for phrase, _ in self.phrases(text) if len(phrase) == 1})

    def phrases(self, text: ReadText) -> Iterator[tuple[Phrase, Place]]:
        """Each phrase and where it stands; none goes over a pause or touches what is covered."""
        run: list[tuple[str, Place]] = []
        for piece, place in zip(pieces(text.body), spans(text.body), strict=True):
            if not is_word(piece) or any(a < place[1] and place[0] < b for a, b in text.covered):
                run.clear()
                continue
            run = [*run, (self._stem_of(piece), place)][-LONGEST:]
            for first in range(len(run)):
                words = run[first:]
                yield tuple(stem for stem, _ in words), (words[0][1][0], place[1])

    def _stem_of(self, piece: str) -> str:
        known = self._stems.get(piece)
        if known is None:
            known = self._stems[piece] = self._new_stem(piece)
        return known

    def _new_stem(self, piece: str) -> str:
        if piece[0].isdigit():
            return NUMBER
        word = lower(piece)
        return fold(self._snowball.stemWord(word) if self._snowball else word)
