"""Which stretch of a text a mention quotes: its clause, or a window of words of a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.themes.passage import END

if TYPE_CHECKING:
    from analysis.themes.passage import Passage, Range
    from analysis.themes.reading import Reading

MAX_QUOTE = 200
"""Characters; a single clue longer than that is quoted whole."""


def quoted_span(reading: Reading, clause: Range, *, core: Range, end: int) -> Range:
    """Where a quote starts and ends, in code points of the text.

    The clause without the joining word it begins with and without punctuation at its ends, as far
    as the piece before ``end`` where a clue reaches beyond it. Where that is longer than 200
    characters, as many whole words around the pieces of ``core``, the deciding clue, as fit.
    """
    passage = reading.passage
    first, last = _trimmed(reading, clause, core=core)
    last = max(last, end)
    start, end = passage.place(first)[0], passage.place(last - 1)[1]
    if end - start <= MAX_QUOTE:
        return start, end
    first, last = _window(passage, (first, last), core=core)
    return passage.place(first)[0], passage.place(last - 1)[1]


def _trimmed(reading: Reading, clause: Range, *, core: Range) -> Range:
    letters = reading.passage.letters
    first, last = clause
    while first < core[0] and (first in reading.joints or letters[first] <= END):
        first = min(reading.joints.get(first, first + 1), core[0])
    while last > core[1] and letters[last - 1] <= END:
        last -= 1
    return first, max(last, core[1])


def _window(passage: Passage, around: Range, *, core: Range) -> Range:
    """Whole words on both sides in turn, as long as they fit."""
    first, last = core
    before, after = True, True
    while before or after:
        earliest = passage.place(last - 1)[1] - MAX_QUOTE
        before = before and first > around[0] and passage.place(first - 1)[0] >= earliest
        first -= before
        latest = passage.place(first)[0] + MAX_QUOTE
        after = after and last < around[1] and passage.place(last)[1] <= latest
        last += after
    return first, last
