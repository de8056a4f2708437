"""Night by night: what happens more than was to be expected.

Every night asks this of every series, so chance has many tries: of all p values only those pass
that Benjamini-Hochberg lets pass at a strict level, and only where enough customers say it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.discoveries import discoveries
from analysis.spikes.judging import DailySeries, judgments
from rivalscope.models.shifts import Judging

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from analysis.spikes.calendar import Calendar, Place
    from analysis.spikes.expecting import Numbers

RECENT_DAYS = 7
BASELINE_DAYS = 56
LIKELY = 0.05
"""At this p something is taken to rise at another brand too: weaker than what an alert needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpikeLimits:
    """The numbers a spike is held to."""

    min_complaints: int = 8
    """Or praises, or reviews: whatever it is that must be seen in the last seven days."""
    baseline_days: int = 28
    """Covered days that the weeks before must have, or there is no verdict."""
    false_discovery: float = 0.005
    """Strict, because it is asked every night of every series."""
    confidence: float = 0.95
    """Level of the intervals shown beside a spike."""
    brands: frozenset[str] | None = None
    """Whose series are judged together; None for everybody's."""
    subjects: frozenset[str] | None = None
    """Themes that are judged together; None for all."""


class Rise(NamedTuple):
    """A series that stands out on a night."""

    brand: str
    theme: str
    """Or whatever else the series is about."""
    p: float
    expected: float
    """What the days up to the last one judged, seven at most, were to hold."""
    market_wide: bool | None
    """At half of the other brands it rises too; None where nobody else can be judged."""
    also: tuple[str, ...]
    """Brands at which it is likely to rise too."""
    judging: Judging


@dataclass(frozen=True, slots=True)
class Night:
    """All series on one night; arrays have an entry a series."""

    day: date
    series: Sequence[tuple[str, str]]
    """Brand and subject."""
    p: Numbers
    """NaN where there is no verdict."""
    expected: Numbers
    tested: NDArray[np.bool_]
    """Whether there is enough to ask."""
    enough: NDArray[np.bool_]
    """Whether enough customers say it."""
    age: NDArray[np.intp]
    """Days from the one that was judged to this night."""

    def rises(self, limits: SpikeLimits) -> tuple[Rise, ...]:
        """What stands out, least likely first."""
        judged = np.flatnonzero(self.tested & ~np.isnan(self.p) & self._watched(limits))
        level = limits.false_discovery
        alarms = discoveries(self.p[judged].tolist(), false_discovery=level)
        threshold = level * max(1, sum(alarms)) / max(1, len(judged))
        found = [
            Rise(
                *self.series[number],
                p=float(self.p[number]),
                expected=float(self.expected[number]),
                market_wide=self._is_market_wide(number),
                also=self._rising_too(number),
                judging=Judging(
                    on=self.day - timedelta(days=int(self.age[number])),
                    threshold=threshold,
                    false_discovery=level,
                    series=len(judged),
                    floor=limits.min_complaints,
                ),
            )
            for number, alarm in zip(judged.tolist(), alarms, strict=True)
            if alarm and self.enough[number]
        ]
        return tuple(sorted(found, key=lambda rise: (rise.p, rise.brand, rise.theme)))

    def _watched(self, limits: SpikeLimits) -> NDArray[np.bool_]:
        return np.array(
            [
                (limits.brands is None or brand in limits.brands)
                and (limits.subjects is None or subject in limits.subjects)
                for brand, subject in self.series
            ],
            dtype=np.bool_,
        )

    def _rising_too(self, number: int) -> tuple[str, ...]:
        brand, theme = self.series[number]
        return tuple(
            other
            for (other, of), p in zip(self.series, self.p.tolist(), strict=True)
            if of == theme and other != brand and p <= LIKELY
        )

    def _is_market_wide(self, number: int) -> bool | None:
        brand, _ = self.series[number]
        others = {other for (other, _), p in zip(self.series, self.p, strict=True) if p == p}  # ruff: ignore[comparison-with-itself] - not NaN
        others -= {brand}
        return 2 * len(self._rising_too(number)) >= len(others) if others else None


class Rows:
    """Which rows of a calendar make up which series."""

    def __init__(self, calendar: Calendar) -> None:
        places: Sequence[Place] = calendar.places
        self.series = sorted({(place.brand, place.subject) for place in places})
        numbers = {series: number for number, series in enumerate(self.series)}
        self.of_series = np.array(
            [numbers[place.brand, place.subject] for place in places], dtype=np.intp
        )
        themes = {theme: n for n, theme in enumerate(sorted({one.subject for one in places}))}
        self.peers = np.array([themes[place.subject] for place in places], dtype=np.intp)
        waits = [calendar.waits.get((one.brand, one.stratum.platform), 0) for one in places]
        self.waits = np.zeros(len(self.series), dtype=np.intp)
        np.maximum.at(self.waits, self.of_series, np.array(waits, dtype=np.intp))
        """Days that the newest day of a series waits before it is judged."""

    def added_up(self, rows: Numbers) -> Numbers:
        """By series, the sum of its rows."""
        total = np.zeros((len(self.series), *rows.shape[1:]))
        np.add.at(total, self.of_series, rows)
        return total


class Watch:
    """Judges all series of a calendar together."""

    def __init__(self, calendar: Calendar, *, limits: SpikeLimits) -> None:
        self._calendar = calendar
        self._limits = limits
        self._rows = Rows(calendar)

    def nights(self, since: date) -> Iterator[Night]:
        """Each night from *since* to the end of the calendar.

        A night knows nothing of later days. A series is judged on the newest of its last seven
        days that is known and has waited long enough; it needs a place with a review in both the
        seven days and the 56 before, and ``baseline_days`` of the latter covered.
        """
        if not self._rows.series:
            return
        first = (since - self._calendar.first).days
        tested, enough = tested_and_enough(self._calendar, self._rows, limits=self._limits)
        newest = Newest(self._rows)
        daily = DailySeries(
            complaints=self._calendar.counted,
            others=self._calendar.of - self._calendar.counted,
            weekday=self._calendar.first.weekday(),
            series=self._rows.of_series,
            peers=self._rows.peers,
        )
        begin = max(first - RECENT_DAYS + 1, 0)
        found = judgments(daily, since=begin, least_days=self._limits.baseline_days)
        for column, judgment in enumerate(found, start=begin):
            newest.add(judgment.p, judgment.expected, tested[:, column], enough[:, column])
            if column >= first:
                night = self._calendar.first + timedelta(days=column)
                yield Night(night, self._rows.series, *newest.judged())


class Newest:
    """The last seven days of each series, of which a night looks at the newest one it may."""

    def __init__(self, rows: Rows) -> None:
        count = len(rows.series)
        self._p = np.full((count, RECENT_DAYS), np.nan)
        self._expected = np.zeros((count, RECENT_DAYS))
        self._tested, self._enough = np.zeros((2, count, RECENT_DAYS), dtype=np.bool_)
        ages = np.arange(RECENT_DAYS)[::-1]
        self._waiting = ages < np.minimum(rows.waits, RECENT_DAYS - 1)[:, np.newaxis]

    def add(
        self, p: Numbers, expected: Numbers, tested: NDArray[np.bool_], enough: NDArray[np.bool_]
    ) -> None:
        """One more day, and what the week that ends with it was held to."""
        self._p = np.column_stack([self._p[:, 1:], p])
        self._expected = np.column_stack([self._expected[:, 1:], expected])
        self._tested = np.column_stack([self._tested[:, 1:], tested])
        self._enough = np.column_stack([self._enough[:, 1:], enough])

    def judged(
        self,
    ) -> tuple[Numbers, Numbers, NDArray[np.bool_], NDArray[np.bool_], NDArray[np.intp]]:
        """Of each series what was added with the day it is judged on, and the age of that day."""
        usable = ~np.isnan(self._p) & ~self._waiting
        age = np.argmax(usable[:, ::-1], axis=1)
        place = (np.arange(len(age)), RECENT_DAYS - 1 - age)
        p = np.where(usable.any(axis=1), self._p[place], np.nan)
        return p, self._expected[place], self._tested[place], self._enough[place], age


def tested_and_enough(
    calendar: Calendar, rows: Rows, *, limits: SpikeLimits
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """By series and the day its week ends with: is it asked, and do enough customers say it."""
    known = (~np.isnan(calendar.of)).astype(np.float64)
    before = RECENT_DAYS, RECENT_DAYS + BASELINE_DAYS
    of = np.nan_to_num(calendar.of)
    told = (
        (summed(of, 0, RECENT_DAYS) > 0)
        & (summed(of, *before) > 0)
        & (summed(known, *before) >= limits.baseline_days)
    )
    recent = rows.added_up(summed(calendar.told, 0, RECENT_DAYS) * told)
    past = rows.added_up(summed(calendar.told, *before) * told)
    return recent + past >= limits.min_complaints, recent >= limits.min_complaints


def summed(rows: Numbers, youngest: int, oldest: int) -> Numbers:
    """By row and day, the sum over days of an age: ``youngest`` on, ``oldest`` excluded."""
    total = np.cumsum(np.pad(rows, ((0, 0), (oldest, 0))), axis=1)
    days = rows.shape[1]
    late = total[:, oldest - youngest : oldest - youngest + days]
    early: Numbers = total[:, :days]
    return late - early
