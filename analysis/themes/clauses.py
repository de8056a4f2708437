"""Where sentences, stretches and clauses begin: how far a word's say goes.

A *stretch* lies between punctuation marks or before a contrast ("but"): negation stays in it. A
*clause* is a stretch or a part of one: "and" divides it only where both sides hold a clue, so that
"quick and friendly delivery" stays whole. No boundary ever cuts through a clue.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

from analysis.sentiment.senses import Role
from analysis.themes.passage import END

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.sentiment.senses import Sense
    from analysis.themes.clues import Clue
    from analysis.themes.matcher import Match
    from analysis.themes.passage import Passage, Range


class Bounds(NamedTuple):
    """Where parts begin, and where the last one ends: ascending, from 0 to a length above 0."""

    edges: Sequence[int]

    def around(self, piece: int) -> Range:
        """The part a piece lies in."""
        part = bisect_right(self.edges, piece)
        return self.edges[part - 1], self.edges[part]

    def divided(self, places: Iterable[int]) -> Bounds:
        """The same with more beginnings."""
        length = self.edges[-1]
        inside = [place for place in places if 0 < place < length]
        return Bounds(sorted({*inside, *self.edges})) if inside else self


def sentences(passage: Passage) -> Bounds:
    """A sentence ends after its mark or with its line."""
    ends = [place + 1 for place, letter in enumerate(passage.letters) if letter == END]
    return Bounds((0, len(passage.letters))).divided(ends)


def stretches(passage: Passage, entries: Sequence[Match[Sense]], clues: Sequence[Clue]) -> Bounds:
    """From one punctuation mark, emoji or contrast to the next."""
    begins = {place + 1 for place in passage.marks}
    begins.update(entry.start for entry in entries if entry.value.role is Role.CONTRAST)
    return Bounds((0, len(passage.letters))).divided(begins - inner_places(clues))


def clauses(parts: Bounds, entries: Sequence[Match[Sense]], clues: Sequence[Clue]) -> Bounds:
    """Stretches, divided at conjunctions that have a clue on both sides."""
    joints = {entry.start for entry in entries if entry.value.role is Role.CONJUNCTION}
    if not joints or len(clues) <= 1:
        return parts
    starts = sorted(clue.start for clue in clues)
    begin = 0
    divided: list[int] = []
    for joint in sorted(joints - inner_places(clues)):
        first, last = parts.around(joint)
        first = max(first, begin)
        if _holds(starts, first, joint) and _holds(starts, joint, last):
            divided.append(joint)
            begin = joint
    return parts.divided(divided)


def inner_places(clues: Iterable[Clue]) -> set[int]:
    """Places where a boundary would cut through a clue."""
    return {place for clue in clues for place in range(clue.start + 1, clue.end)}


def _holds(starts: Sequence[int], first: int, last: int) -> bool:
    """Whether one of some ascending places lies in a range."""
    return bisect_left(starts, first) < bisect_left(starts, last)
