"""Counts of distinct reviews that speak of any theme of a group, such as a touchpoint."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from rivalscope.models import DailyCount, Stratum
from rivalscope.storage.countable import days_of_sources

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from rivalscope.storage.daily_counts import DailyCounts


class _Place(NamedTuple):
    brand: str
    platform: str
    language: str
    day: str


class Groups:
    """Groups of themes over the mentions of one database."""

    def __init__(self, counts: DailyCounts) -> None:
        self._counts = counts

    def daily_counts(
        self,
        groups: Mapping[str, Collection[str]],
        *,
        until: date,
        since: date = date.min,
        without: Collection[str] = (),
    ) -> tuple[DailyCount, ...]:
        """Reviews that complain of, or praise, any theme of a group, with the groups as themes.

        Counted by the themes that reviews speak of together, and not added up from counts by theme:
        a review that complains of two themes of a group is one review. *groups*: name -> theme ids;
        *without*: keys (``brand/source``) of sources that are good for quotes but not for rates.
        """
        names = sorted(groups)
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, polarity, combinations, reviews"
            f" {days_of_sources('daily_combinations', without)}",
            (*sorted(without), since.isoformat(), until.isoformat()),
        )

        @cache
        def members(themes: str) -> tuple[int, ...]:
            """Which groups a review of these themes speaks of."""
            spoken = set(themes.split(","))
            return tuple(n for n, name in enumerate(names) if not spoken.isdisjoint(groups[name]))

        found: defaultdict[_Place, dict[str, list[int]]] = defaultdict(
            lambda: {"negative": [0] * len(names), "positive": [0] * len(names)}
        )
        for *place, polarity, combinations, reviews in rows:
            counts = found[_Place(*place)][polarity]
            for themes, number in zip(json.loads(combinations), json.loads(reviews), strict=True):
                for member in members(themes):
                    counts[member] += number
        return tuple(
            DailyCount(
                brand=place.brand,
                stratum=Stratum(platform=place.platform, language=place.language),
                day=date.fromisoformat(place.day),
                themes=names,
                complaints=counts["negative"],
                praises=counts["positive"],
            )
            for place, counts in found.items()
        )
