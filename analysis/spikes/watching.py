"""Night by night: which themes customers complain of more than was to be expected.

Every night asks this of every series, so chance has many tries: of all p values only those pass
that Benjamini-Hochberg lets pass at a strict level, and only where enough customers complain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.discoveries import discoveries
from analysis.spikes.judging import DailySeries, judgments

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from analysis.spikes.calendar import Calendar, Place
    from analysis.spikes.expecting import Numbers

RECENT_DAYS = 7
BASELINE_DAYS = 56
LIKELY = 0.05
"""At this p a theme is taken to rise at another brand too: weaker than what an alert needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpikeLimits:
    """The numbers a spike is held to."""

    min_complaints: int = 8
    baseline_days: int = 28
    """Covered days that the weeks before must have, or there is no verdict."""
    false_discovery: float = 0.005
    """Strict, because it is asked every night of every series."""
    confidence: float = 0.95
    """Level of the intervals shown beside a spike."""


class Rise(NamedTuple):
    """A theme of a brand that rises on a night."""

    brand: str
    theme: str
    p: float
    expected: float
    """Complaints that the days up to the last one judged, seven at most, were to hold."""
    market_wide: bool | None
    """At half of the other brands it rises too; None where nobody else can be judged."""


class Watch:
    """Judges all series of a calendar together."""

    def __init__(self, calendar: Calendar, *, limits: SpikeLimits) -> None:
        self._calendar = calendar
        self._limits = limits
        self._places: Sequence[Place] = calendar.places
        self._series = sorted({(place.brand, place.theme) for place in self._places})
        numbers = {series: number for number, series in enumerate(self._series)}
        self._of_series = np.array(
            [numbers[place.brand, place.theme] for place in self._places], dtype=np.intp
        )
        themes = {theme: n for n, theme in enumerate(sorted({p.theme for p in self._places}))}
        self._peers = np.array([themes[place.theme] for place in self._places], dtype=np.intp)

    def nights(self, since: date) -> Iterator[tuple[date, tuple[Rise, ...]]]:
        """Each night from *since* to the end of the calendar, with what rises, least likely first.

        A night knows nothing of later days. A series is judged on the newest of its last seven
        days that is known; it needs a place with a review in both the seven days and the 56
        before, and ``baseline_days`` of the latter covered.
        """
        if not self._series:
            return
        first = (since - self._calendar.first).days
        enough = self._enough(first)
        p = np.full((len(self._series), RECENT_DAYS), np.nan)
        expected = np.zeros((len(self._series), RECENT_DAYS))
        daily = DailySeries(
            complaints=self._calendar.complaints,
            others=self._calendar.reviews - self._calendar.complaints,
            weekday=self._calendar.first.weekday(),
            series=self._of_series,
            peers=self._peers,
        )
        begin = max(first - RECENT_DAYS + 1, 0)
        for column, judgment in enumerate(judgments(daily, since=begin), start=begin):
            p = np.column_stack([p[:, 1:], judgment.p])
            expected = np.column_stack([expected[:, 1:], judgment.expected])
            if column >= first:
                night = self._calendar.first + timedelta(days=column)
                yield night, self._rises(p, expected, *(row[:, column - first] for row in enough))

    def _enough(self, first: int) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """By series and night: is it tested, and has it complaints enough for a spike."""
        reviews, complaints = self._calendar.reviews, self._calendar.complaints
        known = (~np.isnan(reviews)).astype(np.float64)
        before = RECENT_DAYS, RECENT_DAYS + BASELINE_DAYS
        told = (
            (_summed(np.nan_to_num(reviews), 0, RECENT_DAYS) > 0)
            & (_summed(np.nan_to_num(reviews), *before) > 0)
            & (_summed(known, *before) >= self._limits.baseline_days)
        )
        counted = np.nan_to_num(complaints)
        recent = self._added_up(_summed(counted, 0, RECENT_DAYS) * told)
        past = self._added_up(_summed(counted, *before) * told)
        floor = self._limits.min_complaints
        return (recent + past >= floor)[:, first:], (recent >= floor)[:, first:]

    def _added_up(self, rows: Numbers) -> Numbers:
        total = np.zeros((len(self._series), rows.shape[1]))
        np.add.at(total, self._of_series, rows)
        return total

    def _rises(
        self,
        p: Numbers,
        expected: Numbers,
        tested: NDArray[np.bool_],
        enough: NDArray[np.bool_],
    ) -> tuple[Rise, ...]:
        newest = RECENT_DAYS - 1 - np.argmax(~np.isnan(p[:, ::-1]), axis=1)
        rows = np.arange(len(p))
        newest_p = p[rows, newest]
        judged = np.flatnonzero(tested & ~np.isnan(newest_p))
        alarms = discoveries(
            newest_p[judged].tolist(), false_discovery=self._limits.false_discovery
        )
        found = [
            Rise(
                *self._series[number],
                p=float(newest_p[number]),
                expected=float(expected[number, newest[number]]),
                market_wide=self._is_market_wide(number, newest_p),
            )
            for number, alarm in zip(judged.tolist(), alarms, strict=True)
            if alarm and enough[number]
        ]
        return tuple(sorted(found, key=lambda rise: (rise.p, rise.brand, rise.theme)))

    def _is_market_wide(self, number: int, p: Numbers) -> bool | None:
        brand, theme = self._series[number]
        others = {
            series: p[other] <= LIKELY
            for other, series in enumerate(self._series)
            if not np.isnan(p[other]) and series[0] != brand
        }
        brands = {other: False for other, _ in others}
        for (other, of), rises in others.items():
            if of == theme:
                brands[other] = bool(rises)
        return 2 * sum(brands.values()) >= len(brands) if brands else None


def _summed(rows: Numbers, youngest: int, oldest: int) -> Numbers:
    """By row and day, the sum over days of an age: ``youngest`` on, ``oldest`` excluded."""
    total = np.cumsum(np.pad(rows, ((0, 0), (oldest, 0))), axis=1)
    days = rows.shape[1]
    late = total[:, oldest - youngest : oldest - youngest + days]
    early: Numbers = total[:, :days]
    return late - early
