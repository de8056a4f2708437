"""A text whose brand names are put out of the way, with the way back to its letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.proxies.notation import BRAND
from analysis.themes import tokens

if TYPE_CHECKING:
    from analysis.proxies.names import Names

MAX_QUOTE = 200
"""Characters of a quote; what decided is always in it, even where that alone is longer."""


class Masked:
    """The pieces of one text, each name of another brand than the reviewed one as one piece.

    The reviewed brand's own name stays as it is.
    """

    def __init__(self, body: str, *, names: Names, reviewed: str) -> None:
        self.body = body
        self.words: list[str] = []
        self._places: list[tuple[int, int]] = []
        self._brands: dict[int, str] = {}
        words, places = tokens.pieces(body), tokens.spans(body)
        done = 0
        for name in names.found(body, words, places):
            if name.brand == reviewed:
                continue
            self.words += words[done : name.start]
            self._places += places[done : name.start]
            self._brands[len(self.words)] = name.brand
            self.words.append(BRAND + name.ending)
            self._places.append((places[name.start][0], places[name.end - 1][1]))
            done = name.end
        self.words += words[done:]
        self._places += places[done:]

    def is_word(self, piece: int) -> bool:
        """Whether that piece is a word, a number or a name."""
        return tokens.is_word(self.words[piece])

    def brands(self, start: int, end: int) -> set[str]:
        """Other brands named in those pieces."""
        return {self._brands[place] for place in range(start, end) if place in self._brands}

    def first_places(self) -> dict[str, int]:
        """Other brand -> the piece that names it first, in the order of the text."""
        places: dict[str, int] = {}
        for place, brand in self._brands.items():
            places.setdefault(brand, place)
        return places

    def quoted(self, start: int, end: int) -> tuple[int, int]:
        """Code points of the sentence around some pieces, or of as much of it as fits."""
        first, last = start, end
        while first > 0 and not tokens.ends_sentence(self.words[first - 1]):
            first -= 1
        while last < len(self.words) and not tokens.ends_sentence(self.words[last]):
            last += 1
        while first < start and (not self.is_word(first) or self._too_long(first, end)):
            first += 1
        while last > end and (not self.is_word(last - 1) or self._too_long(first, last)):
            last -= 1
        return self._places[first][0], self._places[last - 1][1]

    def _too_long(self, first: int, last: int) -> bool:
        return self._places[last - 1][1] - self._places[first][0] > MAX_QUOTE
