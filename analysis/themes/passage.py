"""A text as the rules read it: cut into pieces, each piece spelled as a letter of an alphabet."""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import NamedTuple

PAUSE, END = "\x00", "\x01"
"""Letters of the pieces that are no words; those of words are greater."""


class Chunk(NamedTuple):
    """What stands between two blanks."""

    size: int
    """In code points."""
    letters: str
    pieces: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    """Where each piece stands in the chunk, in code points."""


class Passage:
    """A text and its pieces; what few rules ask for is worked out when asked for."""

    def __init__(self, text: str, chunks: list[Chunk]) -> None:
        self.text = text
        self.letters = "".join([chunk.letters for chunk in chunks])
        """A letter per piece."""
        self._chunks = chunks

    @cached_property
    def pieces(self) -> list[str]:
        """Words, numbers, symbols, pauses and ends of sentences, as they stand."""
        return list(chain.from_iterable([chunk.pieces for chunk in self._chunks]))

    @cached_property
    def places(self) -> list[tuple[int, int]]:
        """Where each piece stands in the text, in code points."""
        places: list[tuple[int, int]] = []
        begin = 0
        for chunk in self._chunks:
            for start, end in chunk.spans:
                places.append((begin + start, begin + end))
            begin += chunk.size + 1  # a blank
        return places

    @cached_property
    def marks(self) -> list[int]:
        """Which of the pieces are no words."""
        return [place for place, letter in enumerate(self.letters) if letter <= END]
