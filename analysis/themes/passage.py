"""A text as the rules read it: cut into pieces, each piece spelled as a letter of an alphabet."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, chain
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable

PAUSE, END = 0, 1
"""Letters of the pieces that are no words; those of words are greater."""

Range = tuple[int, int]
"""First and one past the last, of pieces or of code points."""


class Spelled(Protocol):
    """What rules ask of a text: of a whole passage, or of an excerpt of one."""

    text: str
    letters: list[int]
    """A letter per piece."""

    @property
    def pieces(self) -> list[str]:
        """Words, numbers, symbols, pauses and ends of sentences, as they stand."""

    @property
    def marks(self) -> list[int]:
        """Which of the pieces are no words."""

    def place(self, piece: int) -> Range:
        """Where a piece stands in the text, in code points."""


class Chunk(NamedTuple):
    """What stands between two blanks."""

    size: int
    """In code points, a blank included."""
    letters: tuple[int, ...]
    pieces: tuple[str, ...]
    places: tuple[Range, ...]
    """Where each piece stands in the chunk, in code points."""


_size, _letters, _pieces = map(itemgetter, (0, 1, 2))  # of a chunk; by name takes longer


class Passage:
    """A text and its pieces; what few rules ask for is worked out when asked for."""

    __slots__ = ("_begins", "_chunks", "_firsts", "_marks", "_pieces", "letters", "text")

    def __init__(self, text: str, chunks: Iterable[Chunk]) -> None:
        self.text = text
        self._chunks = list(chunks)
        self.letters = list(chain.from_iterable(map(_letters, self._chunks)))
        self._pieces: list[str] | None = None
        self._marks: list[int] | None = None
        self._begins: list[int] = []  # of the chunks, in code points
        self._firsts: list[int] = []  # of the chunks, in pieces

    @property
    def pieces(self) -> list[str]:
        """Words, numbers, symbols, pauses and ends of sentences, as they stand."""
        if self._pieces is None:
            self._pieces = list(chain.from_iterable(map(_pieces, self._chunks)))
        return self._pieces

    @property
    def marks(self) -> list[int]:
        """Which of the pieces are no words."""
        if self._marks is None:
            self._marks = _marks(self.letters)
        return self._marks

    def place(self, piece: int) -> Range:
        """Where a piece stands in the text, in code points."""
        if not self._firsts:
            self._begins = list(accumulate(map(_size, self._chunks), initial=0))
            self._firsts = list(accumulate(map(len, map(_letters, self._chunks)), initial=0))
        number = bisect_right(self._firsts, piece) - 1
        start, end = self._chunks[number].places[piece - self._firsts[number]]
        begin = self._begins[number]
        return begin + start, begin + end

    def cut(self, pieces: Range) -> str:
        """The text of some pieces with what stands between them."""
        first, last = pieces
        return self.text[self.place(first)[0] : self.place(last - 1)[1]] if first < last else ""


NOTHING = Passage("", [Chunk(1, (), (), ())])
"""The passage of an empty text."""


class Excerpt:
    """Parts of a passage, read as a text of its own that holds a joint between two of them.

    Its letters are those of the passage: a piece ends where it ends, whatever comes after it. Only
    a dash at an edge is a pause here and nothing in a text of its own, which makes no difference.
    """

    __slots__ = ("_joint", "_parts", "_passage", "letters", "text")

    def __init__(self, passage: Passage, parts: tuple[Range, ...], *, joint: str) -> None:
        """*joint* has a blank at both ends and no piece in it."""
        self.text = joint.join(map(passage.cut, parts))
        self.letters = [letter for first, last in parts for letter in passage.letters[first:last]]
        self._passage = passage
        self._parts = parts
        self._joint = joint

    @property
    def pieces(self) -> list[str]:
        """As of a passage."""
        pieces = self._passage.pieces
        return [piece for first, last in self._parts for piece in pieces[first:last]]

    @property
    def marks(self) -> list[int]:
        """As of a passage."""
        return _marks(self.letters)

    def place(self, piece: int) -> Range:
        """As of a passage, counted in the excerpt."""
        begin = 0
        for first, last in self._parts:
            if piece < last - first:
                start, end = self._passage.place(first + piece)
                moved = begin - self._passage.place(first)[0]
                return start + moved, end + moved
            piece -= last - first
            begin += len(self._passage.cut((first, last))) + len(self._joint)
        raise IndexError(piece)


def _marks(letters: list[int]) -> list[int]:
    return [place for place, letter in enumerate(letters) if letter <= END]
