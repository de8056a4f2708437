"""How surprising each day of many series is: one calibrated p a series and day."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import betainc, betaln, xlog1py, xlogy

from analysis.spikes.expecting import LEAST_DAYS, Day, Expectation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from analysis.spikes.expecting import Expected, Numbers

WINDOWS = {1: 0.2, 3: 0.6, 7: 0.2}
"""Days that are judged together -> what their p weighs: outbreaks mostly last two to four days."""


@dataclass(frozen=True, slots=True)
class DailySeries:
    """Complaints and other reviews of many places, a row each, a column a day without gaps.

    Both are NaN on a day that is not known, which is never the same as zero.
    """

    complaints: Numbers
    others: Numbers
    """Reviews that don't complain of the theme."""
    weekday: int
    """Of the first column, 0 to 6."""
    series: NDArray[np.intp]
    """The series, from 0, that a row is a part of: its rows are judged together."""
    peers: NDArray[np.intp]
    """A number for each row, from 0; rows of one number lend a new one their share."""

    def days(self) -> Iterator[Day]:
        """The columns."""
        known = ~np.isnan(self.complaints)
        complaints, others = np.nan_to_num(self.complaints), np.nan_to_num(self.others)
        for column in range(known.shape[1]):
            yield Day(known[:, column], complaints[:, column], others[:, column])


@dataclass(frozen=True, slots=True)
class Judgment:
    """One day of every series."""

    p: Numbers
    """How likely so many complaints or more are, 0 to 1; NaN where the series has no such day, or
    has seen too few."""
    expected: Numbers
    """Complaints expected of the week that ends with the day."""


def judgments(
    daily: DailySeries, *, since: int = 0, least_days: int = LEAST_DAYS
) -> Iterator[Judgment]:
    """A judgment for each day from column *since* on; the days before are only learned from.

    A row counts when *least_days* of it (7 or more) have been learned from.
    """
    count = int(daily.series.max(initial=-1)) + 1
    expectation = Expectation(daily.peers)
    recent: deque[_Part] = deque(maxlen=max(WINDOWS))
    for column, day in enumerate(daily.days()):
        ripe = day.known & (expectation.days_seen >= least_days)
        expected = expectation.meet(day, weekday=(daily.weekday + column) % 7)
        recent.append(_part(day, expected, counted=ripe))
        if column >= since:
            add_up = partial(_added_up, series=daily.series, count=count)
            p = _combined(
                [
                    (weight, _surprise(list(recent)[-days:], add_up))
                    for days, weight in WINDOWS.items()
                ]
            )
            yield Judgment(
                p=np.where(add_up(ripe) > 0, p, np.nan),
                expected=add_up(np.sum([one.mean for one in recent], axis=0)),
            )


@dataclass(frozen=True, slots=True)
class _Part:
    """What a day adds to the windows it lies in."""

    complaints: Numbers
    mean: Numbers
    variance: Numbers
    """Apart from what the doubt of the share adds."""
    share_doubt: Numbers


def _part(day: Day, expected: Expected, *, counted: NDArray[np.bool_]) -> _Part:
    mean = np.where(counted, expected.mean, 0.0)
    return _Part(
        complaints=np.where(counted, day.complaints, 0.0),
        mean=mean,
        variance=expected.dispersion * mean + expected.volume_doubt * mean**2,
        share_doubt=expected.share_doubt,
    )


def _added_up(values: NDArray[Any], *, series: NDArray[np.intp], count: int) -> Numbers:
    """The values of the rows of each series."""
    return np.bincount(series, weights=values, minlength=count).astype(np.float64)


def _surprise(window: Sequence[_Part], add_up: Callable[[Numbers], Numbers]) -> Numbers:
    """Mid-p of the window's complaints, by series."""
    mean = np.sum([part.mean for part in window], axis=0)
    doubt = window[-1].share_doubt * mean**2  # the share is one for all days: its error adds up
    variance = np.sum([part.variance for part in window], axis=0) + doubt
    complaints = np.sum([part.complaints for part in window], axis=0)
    return upper_mid_p(add_up(complaints), add_up(mean), add_up(variance))


def _combined(weighted: Sequence[tuple[float, Numbers]]) -> Numbers:
    """One p of several that depend on each other in ways nobody knows (Liu and Xie 2020).

    Cauchy combination: each p becomes a Cauchy variable, whose weighted mean is nearly a Cauchy
    variable again in its tail, however they hang together. The smallest would alarm too often.
    """
    mean = sum(weight * np.tan((0.5 - p) * np.pi) for weight, p in weighted)
    p: Numbers = 0.5 - np.arctan(mean) / np.pi
    return p


def upper_mid_p(counts: Numbers, mean: Numbers, variance: Numbers) -> Numbers:
    """P(more than n) + P(exactly n) / 2 of a negative binomial of a mean and a variance above it.

    Mid-p (Lancaster 1961): without the half, a discrete p is too large to be fair. Kept a little
    off 0 and 1.
    """
    mean = np.maximum(mean, 1e-9)
    extra = np.maximum(variance / mean - 1.0, 1e-6)
    size, chance = mean / extra, 1.0 / (1.0 + extra)
    beyond = betainc(counts + 1.0, size, 1.0 - chance)
    exactly = np.exp(
        xlogy(size, chance)
        + xlog1py(counts, -chance)
        - betaln(counts + 1.0, size)
        - np.log(counts + size)
    )
    p: Numbers = beyond + exactly / 2.0
    return np.clip(p, 1e-12, 1.0 - 1e-9)
