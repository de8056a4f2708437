"""Daily counts made ready to be asked: n of N reviews and their clustering, for any run of days."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from analysis.intervals import Sample, design_effect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.models import DailyCount, DailyVolume, Period, Polarity, Stratum

Topic = tuple[str, "Polarity"]
"""A theme id and a polarity: ``negative`` for complaints, ``positive`` for praise."""


_Weekly = dict[str, dict[int, tuple[int, int]]]
"""Theme -> week -> complaints and praises."""
_Place = tuple[str, "Stratum", "Period"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """n of N distinct reviews of one side in one stratum, and what they are worth as evidence."""

    n: int
    of: int
    effective: Sample


class Tallies:
    """Counts by brand, stratum, theme and published day; several rows of one day add up."""

    def __init__(self, volumes: Iterable[DailyVolume], counts: Iterable[DailyCount]) -> None:
        self._volumes: dict[tuple[str, Stratum], dict[int, int]] = defaultdict(
            lambda: defaultdict(int)
        )
        self._counts: dict[tuple[str, Stratum], dict[str, list[tuple[int, ...]]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._reviews: dict[_Place, dict[int, int]] = {}
        self._mentions: dict[_Place, _Weekly] = {}
        self._effects: dict[_Place, float] = {}
        self._tallies: dict[tuple[str, Stratum, Topic, Period], Tally | None] = {}
        for row in volumes:
            self._volumes[row.brand, row.stratum][row.day.toordinal()] += row.reviews
        # rows come place by place: one look-up for each run of them
        for _, run in groupby(counts, key=lambda one: (one.brand, id(one.stratum))):
            rows = list(run)
            place = self._counts[rows[0].brand, rows[0].stratum]
            for count in rows:
                place[count.theme].append((count.day.toordinal(), count.complaints, count.praises))
        for themes in self._counts.values():
            for days in themes.values():
                days.sort()

    def strata(self, brand: str) -> tuple[Stratum, ...]:
        """Where a brand has reviews on any day at all, sorted."""
        return tuple(sorted(stratum for owner, stratum in self._volumes if owner == brand))

    def brands(self) -> tuple[str, ...]:
        """Who has reviews at all, sorted."""
        return tuple(sorted({brand for brand, _ in self._volumes}))

    def reviews(self, brand: str, stratum: Stratum, *, period: Period) -> int:
        """Distinct reviews published in the period."""
        return sum(self._weekly_reviews(brand, stratum, period=period).values())

    def topics(self, brand: str, stratum: Stratum, *, period: Period) -> set[Topic]:
        """What at least one review of the period complains of or praises."""
        found: set[Topic] = set()
        for theme, weeks in self._weekly_mentions(brand, stratum, period=period).items():
            if any(complaints for complaints, _ in weeks.values()):
                found.add((theme, "negative"))
            if any(praises for _, praises in weeks.values()):
                found.add((theme, "positive"))
        return found

    def tally(self, brand: str, stratum: Stratum, *, topic: Topic, period: Period) -> Tally | None:
        """How many of how many in the period, None where it has no review.

        Weeks, counted back from the period's last day, are the clusters. The design effect is the
        larger of the topic's own and that of all topics of the stratum together: a dozen weeks
        alone tell it too roughly, and one topic may come in worse bursts than the rest.
        """
        key = (brand, stratum, topic, period)
        if key not in self._tallies:
            self._tallies[key] = self._count(brand, stratum, topic=topic, period=period)
        return self._tallies[key]

    def _count(self, brand: str, stratum: Stratum, *, topic: Topic, period: Period) -> Tally | None:
        reviews = self._weekly_reviews(brand, stratum, period=period)
        if not reviews:
            return None
        clusters = self._clusters(brand, stratum, topic=topic, period=period)
        n, of = sum(n for n, _ in clusters), sum(of for _, of in clusters)
        effect = max(design_effect([clusters]), self._stratum_effect(brand, stratum, period=period))
        return Tally(n=n, of=of, effective=Sample(n=n / effect, of=of / effect))

    def _clusters(
        self, brand: str, stratum: Stratum, *, topic: Topic, period: Period
    ) -> list[tuple[int, int]]:
        theme, polarity = topic
        column = 0 if polarity == "negative" else 1
        mentions = self._weekly_mentions(brand, stratum, period=period).get(theme, {})
        reviews = self._weekly_reviews(brand, stratum, period=period)
        return [(mentions.get(week, (0, 0))[column], of) for week, of in reviews.items()]

    def _stratum_effect(self, brand: str, stratum: Stratum, *, period: Period) -> float:
        key = (brand, stratum, period)
        if key not in self._effects:
            topics = sorted(self.topics(brand, stratum, period=period))
            self._effects[key] = design_effect(
                self._clusters(brand, stratum, topic=topic, period=period) for topic in topics
            )
        return self._effects[key]

    def _weekly_reviews(self, brand: str, stratum: Stratum, *, period: Period) -> dict[int, int]:
        key = (brand, stratum, period)
        if key not in self._reviews:
            first, last = period.since.toordinal(), period.until.toordinal()
            weeks: dict[int, int] = defaultdict(int)
            for day, reviews in self._volumes.get((brand, stratum), {}).items():
                if first <= day <= last and reviews:
                    weeks[(last - day) // 7] += reviews
            self._reviews[key] = dict(sorted(weeks.items()))
        return self._reviews[key]

    def _weekly_mentions(self, brand: str, stratum: Stratum, *, period: Period) -> _Weekly:
        key = (brand, stratum, period)
        if key not in self._mentions:
            first, last = period.since.toordinal(), period.until.toordinal()
            themes: _Weekly = {}
            for theme, rows in self._counts.get((brand, stratum), {}).items():
                weeks = themes[theme] = {}
                within = slice(bisect_left(rows, (first,)), bisect_left(rows, (last + 1,)))
                for day, complaints, praises in rows[within]:
                    week = (last - day) // 7
                    bad, good = weeks.get(week, (0, 0))
                    weeks[week] = (bad + complaints, good + praises)
            self._mentions[key] = themes
        return self._mentions[key]
