"""Reviews that come in more often, or less often, than they used to.

Here the volume itself is in question, so that nothing can be its exposure. The last seven days are
judged together, as a quasi-Poisson count (Farrington et al. 1996; Noufaily et al. 2013) around what
the days up to the week before foretold: a level that forgets (Holt 1957), times the weekday. How
far such a forecast errs is not derived from a model but learned from its own past errors, so that
seasons, trends and campaigns, which a forecast of one week only half knows, are in it.
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from typing import TYPE_CHECKING, Literal

import numpy as np

from analysis.spikes.judging import upper_mid_p
from analysis.spikes.watching import (
    BASELINE_DAYS,
    RECENT_DAYS,
    Newest,
    Night,
    Rows,
    SpikeLimits,
    summed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from analysis.spikes.calendar import Calendar
    from analysis.spikes.expecting import Numbers

Direction = Literal["surge", "drop"]

LEVEL_HALF_LIFE = 28.0
"""Days after which what was learned of the level counts half."""
SLOW_HALF_LIFE = 180.0
"""The same for weekdays, and for how far forecasts err."""
WEEKDAY_SURENESS = 8.0
"""Days of each weekday on which every weekday is taken to be the same."""
PRIOR_DISPERSION, PRIOR_DAYS = 3.0, 28.0
"""What forecasts of a new series err by (variance over mean), and how many days that weighs."""
LEAST_DISPERSION = 1.02
OUTLYING = 3.0
"""Standard deviations beyond which a day, or an error, counts as if it lay there."""
TRIMMED = 1.3
"""What the dispersion is multiplied by, for what is cut off, and as it is itself an estimate."""


class VolumeWatch:
    """Judges the volume of all series of a calendar together."""

    def __init__(self, calendar: Calendar, *, limits: SpikeLimits, direction: Direction) -> None:
        self._calendar = calendar
        self._limits = limits
        self._direction = direction
        self._rows = Rows(calendar)

    def nights(self, since: date) -> Iterator[Night]:
        """Each night from *since* to the end of the calendar; it knows nothing of later days.

        A series needs ``baseline_days`` known days among the 56 before the week. A surge needs the
        floor of reviews in the week, a drop needs as many expected.
        """
        if not self._rows.series:
            return
        known = self._rows.added_up((~np.isnan(self._calendar.counted)).astype(np.float64)) > 0.0
        reviews = self._rows.added_up(np.nan_to_num(self._calendar.counted))
        before = RECENT_DAYS, RECENT_DAYS + BASELINE_DAYS
        tested = (summed(known.astype(np.float64), *before) >= self._limits.baseline_days) & (
            summed(reviews, *before) >= self._limits.min_complaints
        )
        recent = summed(reviews, 0, RECENT_DAYS)
        forecast, newest = _Forecast(len(self._rows.series)), Newest(self._rows)
        for column in range(known.shape[1]):
            day = self._calendar.first + timedelta(days=column)
            p, expected = forecast.meet(reviews[:, column], known[:, column], day.weekday())
            told = recent[:, column]
            if self._direction == "drop":
                p, told = 1.0 - p, expected
            enough = told >= self._limits.min_complaints
            newest.add(p, expected, tested[:, column], enough)
            if day >= since:
                yield Night(day, self._rows.series, *newest.judged())


class _Forecast:
    """What the last seven days were to bring, told from the days before them."""

    def __init__(self, count: int) -> None:
        self._volume, self._days = np.zeros(count), np.zeros(count)
        self._weekdays = np.full((2, 7, count), WEEKDAY_SURENESS)
        self._error, self._error_days = np.zeros(count), np.zeros(count)
        self._levels: deque[Numbers] = deque(maxlen=RECENT_DAYS)
        self._week: deque[tuple[Numbers, Numbers]] = deque(maxlen=RECENT_DAYS)

    def meet(
        self, reviews: Numbers, known: np.ndarray[tuple[int], np.dtype[np.bool_]], weekday: int
    ) -> tuple[Numbers, Numbers]:
        """P of so many reviews or more in the week up to this day, and how many were expected.

        P is NaN where the day is not known, or nothing was before the week.
        """
        level = np.where(self._days > 0.0, self._volume / np.maximum(self._days, 1e-9), np.nan)
        self._levels.append(level)
        factor = self._weekdays[0, weekday] / self._weekdays[1, weekday]
        self._week.append((np.where(known, reviews, 0.0), np.where(known, factor, 0.0)))
        count = np.sum([one for one, _ in self._week], axis=0)
        mean = self._levels[0] * np.sum([one for _, one in self._week], axis=0)
        dispersion = self._dispersion()
        p = upper_mid_p(count, mean, dispersion * np.maximum(mean, 1e-9))
        is_told = known & ~np.isnan(mean)
        self._learn(reviews, known, level=level, weekday=weekday, dispersion=dispersion)
        self._err(count, np.nan_to_num(mean), is_told=is_told, dispersion=dispersion)
        return np.where(is_told, p, np.nan), np.nan_to_num(mean)

    def _dispersion(self) -> Numbers:
        error = self._error + PRIOR_DAYS * PRIOR_DISPERSION
        dispersion: Numbers = TRIMMED * error / (self._error_days + PRIOR_DAYS)
        return np.maximum(dispersion, LEAST_DISPERSION)

    def _learn(
        self,
        reviews: Numbers,
        known: np.ndarray[tuple[int], np.dtype[np.bool_]],
        *,
        level: Numbers,
        weekday: int,
        dispersion: Numbers,
    ) -> None:
        factor = self._weekdays[0, weekday] / self._weekdays[1, weekday]
        mean = np.where(np.isnan(level), reviews, np.nan_to_num(level) * factor)
        reach = OUTLYING * np.sqrt(dispersion * np.maximum(mean, 1.0))
        counted = np.clip(reviews, mean - reach, mean + reach)
        keep = np.where(known, 0.5 ** (1.0 / LEVEL_HALF_LIFE), 1.0)
        self._volume = self._volume * keep + np.where(known, counted, 0.0)
        self._days = self._days * keep + np.where(known, factor, 0.0)
        slowly = np.where(known, 0.5 ** (1.0 / SLOW_HALF_LIFE), 1.0)
        shown = known & (np.nan_to_num(level) > 0.0)
        self._weekdays[:, weekday] *= slowly
        usual = np.maximum(np.nan_to_num(level), 0.5)
        self._weekdays[0, weekday] += np.where(shown, counted / usual, 0.0)
        self._weekdays[1, weekday] += shown

    def _err(
        self,
        count: Numbers,
        mean: Numbers,
        *,
        is_told: np.ndarray[tuple[int], np.dtype[np.bool_]],
        dispersion: Numbers,
    ) -> None:
        error = (count - mean) ** 2 / np.maximum(mean, 0.5)
        error = np.minimum(error, OUTLYING**2 * dispersion)
        keep = np.where(is_told, 0.5 ** (1.0 / SLOW_HALF_LIFE), 1.0)
        self._error = self._error * keep + np.where(is_told, error, 0.0)
        self._error_days = self._error_days * keep + is_told
