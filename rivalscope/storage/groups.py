"""Counts of distinct reviews that speak of any theme of a group, such as a touchpoint."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from rivalscope.models import DailyCount, Stratum
from rivalscope.storage.countable import not_in

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from rivalscope.storage.daily_counts import DailyCounts


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
        """Reviews that complain of, or praise, any theme of a group, with the group as theme.

        Counted by the themes that reviews speak of together, and not added up from counts by theme:
        a review that complains of two themes of a group is one review. *groups*: name -> theme ids;
        *without*: keys (``brand/source``) of sources that are good for quotes but not for rates.
        """
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, polarity, themes, sum(reviews)"
            f" FROM daily_combinations WHERE day BETWEEN ? AND ? AND {not_in(without)}"
            " GROUP BY 1, 2, 3, 4, 5, 6",
            (since.isoformat(), until.isoformat(), *sorted(without)),
        )
        of_theme: defaultdict[str, set[str]] = defaultdict(set)
        for group, themes in groups.items():
            for theme in themes:
                of_theme[theme].add(group)

        @cache
        def named(themes: str) -> tuple[str, ...]:
            found = (of_theme.get(theme, set()) for theme in themes.split(","))
            return tuple(set().union(*found))

        found: Counter[tuple[str, str, str, str, str, str]] = Counter()
        for brand, platform, language, day, polarity, themes, reviews in rows:
            for group in named(themes):
                found[brand, platform, language, day, group, polarity] += reviews
        places = sorted({key[:-1] for key in found})
        return tuple(
            DailyCount(
                brand=brand,
                stratum=Stratum(platform=platform, language=language),
                day=date.fromisoformat(day),
                theme=group,
                complaints=found[brand, platform, language, day, group, "negative"],
                praises=found[brand, platform, language, day, group, "positive"],
            )
            for brand, platform, language, day, group in places
        )
