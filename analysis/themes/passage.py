"""A text as the rules read it: cut into pieces, each piece spelled as a letter of an alphabet."""

from __future__ import annotations

from itertools import accumulate, chain
from typing import NamedTuple

PAUSE, END = 0, 1
"""Letters of the pieces that are no words; those of words are greater."""


class Chunk(NamedTuple):
    """What stands between two blanks."""

    size: int
    """In code points, a blank included."""
    letters: tuple[int, ...]
    pieces: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    """Where each piece stands in the chunk, in code points."""


class Passage:
    """A text and its pieces; what few rules ask for is worked out when asked for."""

    __slots__ = ("_chunks", "_pieces", "_places", "letters", "text")

    def __init__(self, text: str, chunks: list[Chunk]) -> None:
        self.text = text
        self.letters = list(chain.from_iterable([chunk.letters for chunk in chunks]))
        """A letter per piece."""
        self._chunks = chunks
        self._pieces: list[str] | None = None
        self._places: list[tuple[int, int]] | None = None

    @property
    def pieces(self) -> list[str]:
        """Words, numbers, symbols, pauses and ends of sentences, as they stand."""
        if self._pieces is None:
            self._pieces = list(chain.from_iterable([chunk.pieces for chunk in self._chunks]))
        return self._pieces

    @property
    def places(self) -> list[tuple[int, int]]:
        """Where each piece stands in the text, in code points."""
        if self._places is None:
            begins = accumulate([chunk.size for chunk in self._chunks], initial=0)
            self._places = [
                (begin + start, begin + end)
                for begin, chunk in zip(begins, self._chunks, strict=False)
                for start, end in chunk.places
            ]
        return self._places

    def marks(self) -> list[int]:
        """Which of the pieces are no words."""
        return [place for place, letter in enumerate(self.letters) if letter <= END]
