"""Of matches that overlap, those to be believed."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from analysis.themes.matcher import Match

T = TypeVar("T")

_place = attrgetter("start")


def longest(
    matches: list[Match[T]], *, rank: Callable[[Match[T]], tuple[object, ...]]
) -> list[Match[T]]:
    """Matches that don't overlap, each the lowest in rank of its place, in order."""
    if len(matches) <= 1:
        return matches
    kept: list[Match[T]] = []
    taken: set[int] = set()
    for match in sorted(matches, key=rank):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=_place)
