"""Which stretch of a text a mention quotes: its clause, or a window of words of a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.themes.passage import END

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.themes.clauses import Range
    from analysis.themes.reading import Reading

MAX_QUOTE = 200
"""Characters; a single clue longer than that is quoted whole."""


def quoted_span(reading: Reading, clause: Range, *, core: Range, end: int) -> Range:
    """Where a quote starts and ends, in code points of the text.

    The clause without the joining word it begins with and without punctuation at its ends, as far
    as the piece before ``end`` where a clue reaches beyond it. Where that is longer than 200
    characters, as many whole words around the pieces of ``core``, the deciding clue, as fit.
    """
    places = reading.passage.places
    first, last = _trimmed(reading, clause, core=core)
    last = max(last, end)
    if _length(places, (first, last)) > MAX_QUOTE:
        first, last = _window(places, (first, last), core=core)
    return places[first][0], places[last - 1][1]


def _trimmed(reading: Reading, clause: Range, *, core: Range) -> Range:
    letters = reading.passage.letters
    first, last = clause
    while first < core[0] and (first in reading.joints or letters[first] <= END):
        first = min(reading.joints.get(first, first + 1), core[0])
    while last > core[1] and letters[last - 1] <= END:
        last -= 1
    return first, max(last, core[1])


def _window(places: Sequence[Range], around: Range, *, core: Range) -> Range:
    """Whole words on both sides in turn, as long as they fit."""
    first, last = core
    before, after = True, True
    while before or after:
        earliest = places[last - 1][1] - MAX_QUOTE
        before = before and first > around[0] and places[first - 1][0] >= earliest
        first -= before
        latest = places[first][0] + MAX_QUOTE
        after = after and last < around[1] and places[last][1] <= latest
        last += after
    return first, last


def _length(places: Sequence[Range], pieces: Range) -> int:
    return places[pieces[1] - 1][1] - places[pieces[0]][0]
