"""Daily counts made ready to be asked: n of N reviews and their clustering, for any run of days."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, TypeVar

import numpy as np

from analysis.intervals import Sample, design_effects
from rivalscope.models import DailyCount, DailyVolume, Polarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from rivalscope.models import Period, Stratum

Topic = tuple[str, Polarity]
"""A theme id and a polarity: ``negative`` for complaints, ``positive`` for praise."""

POLARITIES: tuple[Polarity, ...] = ("negative", "positive")
Counts: TypeAlias = "NDArray[np.int64]"
_WEEK = 7
_Row = TypeVar("_Row", DailyVolume, DailyCount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """n of N distinct reviews of one side in one stratum, and what they are worth as evidence."""

    n: int
    of: int
    effective: Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """What was counted in one place, by days on which anything was; arrays end with those days."""

    days: Counts
    """Ordinals, ascending."""
    reviews: Counts
    themes: tuple[str, ...]
    mentions: Counts
    """By polarity, as in POLARITIES, and theme."""

    def within(self, period: Period) -> Days:
        """Only the days of a period."""
        first, last = period.since.toordinal(), period.until.toordinal()
        begin, end = np.searchsorted(self.days, (first, last + 1))
        return Days(
            days=self.days[begin:end],
            reviews=self.reviews[begin:end],
            themes=self.themes,
            mentions=self.mentions[:, :, begin:end],
        )


class Tallies:
    """Counts by brand, stratum, theme and published day; several rows of one day add up."""

    def __init__(self, volumes: Iterable[DailyVolume], counts: Iterable[DailyCount]) -> None:
        of_volumes, of_counts = _by_place(volumes), _by_place(counts)
        self._days = {
            place: _days(of_volumes[place], of_counts.get(place, ()))
            for place in sorted(of_volumes)
        }
        self._weeks: dict[tuple[str, Stratum, Period], _Weeks] = {}

    def spoken(self) -> frozenset[tuple[str, str]]:
        """Themes that any review speaks of, in whatever polarity, and in which language."""
        return frozenset(
            (theme, stratum.language)
            for (_, stratum), days in self._days.items()
            for theme in days.themes
        )

    def places(self) -> tuple[tuple[str, Stratum], ...]:
        """Brands and strata with reviews on any day at all, sorted."""
        return tuple(self._days)

    def strata(self, brand: str) -> tuple[Stratum, ...]:
        """Where a brand has reviews on any day at all, sorted."""
        return tuple(stratum for owner, stratum in self._days if owner == brand)

    def brands(self) -> tuple[str, ...]:
        """Who has reviews at all, sorted."""
        return tuple(dict.fromkeys(brand for brand, _ in self._days))

    def days(self, brand: str, stratum: Stratum, *, period: Period) -> Days:
        """The counts of the days of a period, in a place that there is."""
        return self._days[brand, stratum].within(period)

    def reviews(self, brand: str, stratum: Stratum, *, period: Period) -> int:
        """Distinct reviews published in the period."""
        return self._weeks_of(brand, stratum, period).of

    def topics(self, brand: str, stratum: Stratum, *, period: Period) -> frozenset[Topic]:
        """What at least one review of the period complains of or praises."""
        return self._weeks_of(brand, stratum, period).topics

    def tally(self, brand: str, stratum: Stratum, *, topic: Topic, period: Period) -> Tally | None:
        """How many of how many in the period, None where it has no review.

        Weeks, counted back from the period's last day, are the clusters. The design effect is the
        larger of the topic's own and that of all topics of the stratum together: a dozen weeks
        alone tell it too roughly, and one topic may come in worse bursts than the rest.
        """
        return self._weeks_of(brand, stratum, period).tally(topic)

    def _weeks_of(self, brand: str, stratum: Stratum, period: Period) -> _Weeks:
        key = (brand, stratum, period)
        if key not in self._weeks:
            days = self._days.get((brand, stratum), _NOTHING)
            self._weeks[key] = _Weeks(days.within(period), until=period.until.toordinal())
        return self._weeks[key]


def _by_place(rows: Iterable[_Row]) -> dict[tuple[str, Stratum], list[_Row]]:
    runs: defaultdict[tuple[str, int], list[_Row]] = defaultdict(list)
    for row in rows:  # the same few objects are strata of all rows, and so quicker told apart
        runs[row.brand, id(row.stratum)].append(row)
    found: defaultdict[tuple[str, Stratum], list[_Row]] = defaultdict(list)
    for run in runs.values():
        found[run[0].brand, run[0].stratum] += run
    return dict(found)


def _days(volumes: Sequence[DailyVolume], counts: Sequence[DailyCount]) -> Days:
    of_volumes = _numbers(row.day.toordinal() for row in volumes)
    of_counts = _numbers(row.day.toordinal() for row in counts)
    days = np.unique(np.concatenate([of_volumes, of_counts]))
    reviews = np.zeros(len(days), dtype=np.int64)
    np.add.at(reviews, np.searchsorted(days, of_volumes), _numbers(row.reviews for row in volumes))
    names = list(chain.from_iterable(row.themes for row in counts))
    themes = {theme: number for number, theme in enumerate(sorted(set(names)))}
    mentions = np.zeros((len(POLARITIES), len(themes), len(days)), dtype=np.int64)
    said = (
        _numbers(map(themes.__getitem__, names)),
        np.repeat(np.searchsorted(days, of_counts), _numbers(len(row.themes) for row in counts)),
    )
    complaints, praises = mentions
    np.add.at(complaints, said, _numbers(chain.from_iterable(row.complaints for row in counts)))
    np.add.at(praises, said, _numbers(chain.from_iterable(row.praises for row in counts)))
    return Days(days=days, reviews=reviews, themes=tuple(themes), mentions=mentions)


def _numbers(values: Iterable[int]) -> Counts:
    return np.fromiter(values, dtype=np.int64)


_NOTHING = _days((), ())


class _Weeks:
    """What was counted in one place in one period, by weeks with any review."""

    def __init__(self, days: Days, *, until: int) -> None:
        week = (until - days.days) // _WEEK
        begins = np.flatnonzero(np.diff(week, prepend=-1))
        reviews = np.add.reduceat(days.reviews, begins)
        mentions = np.add.reduceat(days.mentions, begins, axis=2)[:, :, reviews > 0]
        self._reviews = reviews[reviews > 0]
        self._mentions = np.concatenate(tuple(mentions))
        self._rows = {
            (theme, polarity): number
            for number, (polarity, theme) in enumerate(
                (polarity, theme) for polarity in POLARITIES for theme in days.themes
            )
        }
        self.of = int(self._reviews.sum())
        self._tallies: dict[Topic, Tally] = {}

    @cached_property
    def topics(self) -> frozenset[Topic]:
        """What at least one review speaks of."""
        return frozenset(topic for topic, n in zip(self._rows, self._n, strict=True) if n)

    def tally(self, topic: Topic) -> Tally | None:
        """How many of how many; None without a review."""
        if not self.of:
            return None
        if topic not in self._tallies:
            self._tallies[topic] = self._tally(topic)
        return self._tallies[topic]

    def _tally(self, topic: Topic) -> Tally:
        each, together = self._effects
        row = self._rows.get(topic)
        n, effect = (0, together) if row is None else (self._n[row], max(each[row], together))
        return Tally(n=n, of=self.of, effective=Sample(n=n / effect, of=self.of / effect))

    @cached_property
    def _n(self) -> list[int]:
        n: list[int] = self._mentions.sum(axis=1).tolist()
        return n

    @cached_property
    def _effects(self) -> tuple[list[float], float]:
        each, together = design_effects(self._mentions, self._reviews)
        return each.tolist(), together
