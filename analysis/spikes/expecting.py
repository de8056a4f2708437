"""What a day's complaints would be if nothing had happened, learned day by day from what was.

The review volume is the exposure: complaints are expected to be to the other reviews of their day
as they were before. So weekdays, seasons, trends and campaigns, which move both, are no news. The
model is the quasi-Poisson one of Farrington et al. (1996) with Noufaily et al.'s (2013) ways with
past outbreaks, in three respects our own:

* the exposure of a day is not taken as counted, but as the volume expected of its weekday moved
  toward the count (gamma-Poisson), since a handful of reviews tells the volume only roughly;
* everything is a sum that forgets at a steady pace, so that a day costs the same after a week and
  after a year;
* days that stand out count less (by Anscombe residuals), and what stands out is asked of three
  days together too, since outbreaks last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

SHARE_HALF_LIFE = 180.0
"""Days after which what was learned of complaints counts half."""
VOLUME_HALF_LIFE = 10.0
"""The same for the volume."""
VOLUME_SURENESS = 3.0
"""How many reviews of a day weigh as much as what was expected of it."""
WEEKDAY_SURENESS = 8.0
"""Days of each weekday on which every weekday is taken to be the same."""
PRIOR_COMPLAINTS = 1.0
"""Complaints that a new series is taken to have had, at the share of the same theme elsewhere."""
PRIOR_DISPERSION, PRIOR_DAYS = 1.5, 1.0
"""What a new series is taken to vary by (variance over mean), and how many days that weighs."""
LEAST_DISPERSION = 1.02
OUTLYING, OUTLYING_TOGETHER = 3.0, 1.95
"""Anscombe residuals of a day, and of three days together, above which they count less."""
LEAST_DAYS = 7
"""Known days without which nothing is expected in earnest."""
SETTLED_DAYS = 3
"""A day is learned from when its two successors are known."""
TRIMMED = 1.15
"""What the dispersion beyond Poisson is multiplied by, as days that stand out count less in it."""
_LEAST_MEAN = 0.05


class Day(NamedTuple):
    """One day of each of some series; all values are zero where a series has no such day."""

    known: NDArray[np.bool_]
    complaints: Numbers
    others: Numbers
    """Reviews without the complaint."""


class Expected(NamedTuple):
    """What was expected of a day of each series."""

    mean: Numbers
    dispersion: Numbers
    """Variance of complaints over their mean."""
    share_doubt: Numbers
    """Relative variance of the share: the same on every day."""
    volume_doubt: Numbers
    """Relative variance of the volume: each day's own."""


class Expectation:
    """Learns from the days of many series in turn; series don't touch but through ``peers``."""

    def __init__(self, peers: NDArray[np.intp]) -> None:
        """*peers*: a number for each series; those of one number lend a new one their share."""
        count = len(peers)
        self._peers = peers
        self._complaints, self._others = np.zeros(count), np.zeros(count)
        self._excess, self._excess_days = np.zeros(count), np.zeros(count)
        self._volume, self._volume_days = np.zeros(count), np.zeros(count)
        self._weekdays = np.full((2, 7, count), WEEKDAY_SURENESS)
        self._unsettled: list[tuple[Day, Expected, Numbers]] = []
        self.days_seen = np.zeros(count)

    def meet(self, day: Day, *, weekday: int) -> Expected:
        """What was to be expected of a day, whose volume is known; then it is learned from.

        Days are met in order, each one with its weekday (0 to 6).
        """
        expected = self._expected(day, weekday)
        self._mark(day, expected)
        if len(self._unsettled) == SETTLED_DAYS:
            self._learn(*self._unsettled.pop(0))
        self._follow(day, weekday)
        self.days_seen += day.known
        return expected

    def _expected(self, day: Day, weekday: int) -> Expected:
        usual = self._level() * self._factor(weekday)
        usual = np.where(self._volume_days > 0.0, usual, day.others)
        moved = (VOLUME_SURENESS + day.others) / (VOLUME_SURENESS + usual)
        prior = PRIOR_COMPLAINTS / np.maximum(self._share_of_peers(), 1e-9)
        share = (self._complaints + PRIOR_COMPLAINTS) / (self._others + prior)
        dispersion = self._dispersion()
        return Expected(
            mean=np.where(day.known, share * usual * moved, 0.0),
            dispersion=dispersion,
            share_doubt=dispersion / (self._complaints + PRIOR_COMPLAINTS),
            volume_doubt=1.0 / (VOLUME_SURENESS + day.others),
        )

    def _level(self) -> Numbers:
        return self._volume / np.maximum(self._volume_days, 1e-9)

    def _factor(self, weekday: int) -> Numbers:
        observed, usual = self._weekdays[:, weekday]
        factor: Numbers = observed / usual
        return factor

    def _share_of_peers(self) -> Numbers:
        """Complaints for each other review, where a series' peers are and on the whole."""
        complaints = np.bincount(self._peers, weights=self._complaints)
        others = np.bincount(self._peers, weights=self._others)
        overall = complaints.sum() / others.sum() if others.sum() else 1.0
        # peers that hardly complained are taken to be a little like everybody
        shares = (complaints + PRIOR_COMPLAINTS) / (others + PRIOR_COMPLAINTS / max(overall, 1e-9))
        lent: Numbers = shares[self._peers]
        return lent

    def _dispersion(self) -> Numbers:
        excess = self._excess + PRIOR_DAYS * (PRIOR_DISPERSION - 1.0)
        excess = TRIMMED * excess / (self._excess_days + PRIOR_DAYS)
        dispersion: Numbers = np.maximum(1.0 + excess, LEAST_DISPERSION)
        return dispersion

    def _mark(self, day: Day, expected: Expected) -> None:
        """Notes how far a day stands out, by itself and with the two before it."""
        alone = anscombe(day.complaints, expected.mean, dispersion=expected.dispersion)
        self._unsettled.append((day, expected, np.where(day.known, alone, 0.0)))
        together = anscombe(
            np.sum([met.complaints for met, _, _ in self._unsettled], axis=0),
            np.sum([one.mean for _, one, _ in self._unsettled], axis=0),
            dispersion=expected.dispersion,
        )
        together *= OUTLYING / OUTLYING_TOGETHER
        for met, _, outlying in self._unsettled:
            np.maximum(outlying, together, out=outlying, where=met.known)

    def _learn(self, day: Day, expected: Expected, outlying: Numbers) -> None:
        weight = np.where(outlying > OUTLYING, (OUTLYING / np.maximum(outlying, 1e-9)) ** 2, 1.0)
        weight *= day.known
        keep = np.where(day.known, 0.5 ** (1.0 / SHARE_HALF_LIFE), 1.0)
        self._complaints = self._complaints * keep + weight * day.complaints
        self._others = self._others * keep + weight * day.others
        mean = np.maximum(expected.mean, _LEAST_MEAN)
        # a day of few complaints says less of how they vary, one of an unknown share nothing
        telling = weight / (1.0 + 0.5 / mean) * (self.days_seen >= LEAST_DAYS)
        surplus = (day.complaints - expected.mean) ** 2 / mean - 1.0
        surplus -= expected.mean * expected.volume_doubt
        self._excess = self._excess * keep + telling * np.where(expected.mean > 0.0, surplus, 0.0)
        self._excess_days = self._excess_days * keep + telling

    def _follow(self, day: Day, weekday: int) -> None:
        """Takes in the volume, at once: complaints play no part in it."""
        factor = self._factor(weekday)
        keep = np.where(day.known, 0.5 ** (1.0 / VOLUME_HALF_LIFE), 1.0)
        self._volume = self._volume * keep + day.others
        self._volume_days = self._volume_days * keep + np.where(day.known, factor, 0.0)
        level = self._level()
        slowly = np.where(day.known, 0.5 ** (1.0 / SHARE_HALF_LIFE), 1.0)
        self._weekdays[:, weekday] *= slowly
        self._weekdays[0, weekday] += day.others / np.maximum(level, 0.5)
        self._weekdays[1, weekday] += day.known & (level > 0.0)


def anscombe(counts: Numbers, mean: Numbers, *, dispersion: Numbers) -> Numbers:
    """How far counts lie from their mean, in standard deviations (Anscombe 1953, for Poisson).

    3/2 (y^(2/3) - m^(2/3)) / m^(1/6), over the root of the dispersion: nearly normal.
    """
    mean = np.maximum(mean, 1e-3)
    distance = 1.5 * (np.cbrt(counts) ** 2 - np.cbrt(mean) ** 2)
    residual: Numbers = distance / (np.sqrt(np.cbrt(mean)) * np.sqrt(dispersion))
    return residual
