"""Intervals and tests of shares of reviews: counts in, proportions from 0 to 1 out.

Counts may be *effective*: reviews come in bursts, so n of N reviews tell as much as n/deff of
N/deff independent ones (Kish 1965), and both are divided before they enter any formula here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from rivalscope.models import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """n of N reviews, both possibly divided by a design effect; 0 <= n <= of and of > 0."""

    n: float
    of: float
    share: float = field(init=False, compare=False)
    """The part n is of N, 0 to 1."""

    def __post_init__(self) -> None:
        if not self.of > 0:
            message = f"a share needs at least one review: n={self.n}, of={self.of}"
            raise ValueError(message)
        # Dividing by a design effect may leave n above N by one unit in the last place.
        if self.n < 0 or self.n > self.of * (1 + 1e-9):
            message = f"n must lie between 0 and N: n={self.n}, of={self.of}"
            raise ValueError(message)
        object.__setattr__(self, "share", min(self.n / self.of, 1.0))

    @property
    def variance(self) -> float:
        """Binomial variance of the share."""
        return self.share * (1.0 - self.share) / self.of


_Effect = TypeVar("_Effect", float, "NDArray[np.float64]")
Pair = tuple[Sample, Sample]
"""The two sides of a comparison in one stratum."""


@lru_cache(maxsize=256)
def quantile(confidence: float) -> float:
    """The z of a two-sided interval: 1.96 for 0.95. ValueError outside 0 < confidence < 1."""
    if not 0.0 < confidence < 1.0:
        message = f"confidence must lie between 0 and 1: {confidence}"
        raise ValueError(message)
    return _NORMAL.inv_cdf((1.0 + confidence) / 2.0)


def wilson(n: float, of: float, *, confidence: float = 0.95) -> Interval:
    """Score interval of one share (Wilson 1927), without continuity correction.

    Proportions within 0 to 1; the low bound of 0 of N is exactly 0, the high bound of N of N
    exactly 1. ValueError where N is not positive or n lies outside 0 to N.
    """
    low, high = _wilson(Sample(n=n, of=of), quantile(confidence))
    return Interval(low=low, high=high)


def _wilson(sample: Sample, z: float) -> tuple[float, float]:
    share, of, squared = sample.share, sample.of, z * z
    center = share + squared / (2.0 * of)
    reach = z * math.sqrt(share * (1.0 - share) / of + squared / (4.0 * of * of))
    scale = 1.0 + squared / of
    return (
        0.0 if share <= 0.0 else max(0.0, (center - reach) / scale),
        1.0 if share >= 1.0 else min(1.0, (center + reach) / scale),
    )


class StratifiedDifference:
    """First minus second share over some strata: the figure, its p, and intervals around it.

    A stratum weighs N1 N2 / (N1 + N2) (Mantel and Haenszel 1959). What all levels of an interval
    share is worked out once.
    """

    def __init__(self, strata: Sequence[Pair]) -> None:
        """Raises ValueError without strata."""
        if not strata:
            message = "a comparison needs at least one stratum"
            raise ValueError(message)
        raw = [a.of * b.of / (a.of + b.of) for a, b in strata]
        total = math.fsum(raw)
        self._strata = strata
        self._weights = [weight / total for weight in raw]
        self.difference = math.fsum(
            w * (a.share - b.share) for w, (a, b) in zip(self._weights, strata, strict=True)
        )
        """Weighted over the strata, -1 to 1."""

    @property
    def p(self) -> float:
        """Two-sided p of "the shares are equal in every stratum".

        Cochran's test (1954): the weighted difference over its standard deviation under the null,
        where a stratum's share is that of both sides together. With one stratum its square is
        Pearson's chi-squared without correction. 1.0 where nothing varies.
        """
        variance = math.fsum(
            w * w * pooled * (1.0 - pooled) * (1.0 / a.of + 1.0 / b.of)
            for w, (a, b) in zip(self._weights, self._strata, strict=True)
            for pooled in [min(1.0, (a.n + b.n) / (a.of + b.of))]
        )
        if variance <= 0.0:
            return 1.0
        return math.erfc(abs(self.difference) / math.sqrt(2.0 * variance))

    def interval(self, confidence: float = 0.95) -> Interval:
        """Stratified Newcombe (Yan and Su 2010), in proportions.

        Stratified Wilson limits of either side, squared and added, with Mantel-Haenszel weights.
        With one stratum it is Newcombe's tenth method (1998).
        """
        z = quantile(confidence)
        first, second = self._sides
        (a, b), (c, d) = first.limits(z), second.limits(z)
        below = first.spread * a * (1.0 - a) + second.spread * d * (1.0 - d)
        above = first.spread * b * (1.0 - b) + second.spread * c * (1.0 - c)
        return Interval(
            low=max(-1.0, self.difference - z * math.sqrt(below)),
            high=min(1.0, self.difference + z * math.sqrt(above)),
        )

    @cached_property
    def _sides(self) -> tuple[_Side, _Side]:
        first, second = zip(*self._strata, strict=True)
        return _Side(first, self._weights), _Side(second, self._weights)


class _Side:
    """One side of a comparison over its strata."""

    def __init__(self, samples: Sequence[Sample], weights: Sequence[float]) -> None:
        self.spread = math.fsum(w * w / s.of for w, s in zip(weights, samples, strict=True))
        self._parts = list(zip(weights, samples, strict=True))
        variances = [sample.variance for sample in samples]
        if not any(variances):
            variances = [1.0 / sample.of for sample in samples]
        terms = [w * math.sqrt(v) for w, v in zip(weights, variances, strict=True)]
        self._narrowing = math.sqrt(math.fsum(t * t for t in terms)) / math.fsum(terms)

    def limits(self, z: float) -> tuple[float, float]:
        """Weighted sum of each stratum's Wilson limits, at a z that keeps the whole's level."""
        low = high = 0.0
        for weight, sample in self._parts:
            limits = _wilson(sample, z * self._narrowing)
            low += weight * limits[0]
            high += weight * limits[1]
        return min(1.0, low), min(1.0, high)


def pool_equally(samples: Sequence[Sample]) -> Sample:
    """Several brands as one side on which each weighs the same, however many reviews it has.

    Its share is the plain mean of theirs. Its size is m^2 / (1/N1 + ... + 1/Nm), which gives the
    mean's variance exactly where the brands are equal; or the size that gives the variance they
    show by themselves, where that is smaller, so that unequal brands never look surer than they
    are. ValueError without samples.
    """
    if not samples:
        message = "nothing to pool"
        raise ValueError(message)
    count = len(samples)
    share = math.fsum(sample.share for sample in samples) / count
    size = count * count / math.fsum(1.0 / sample.of for sample in samples)
    shown = math.fsum(sample.variance for sample in samples) / (count * count)
    if shown > 0.0:
        size = min(size, share * (1.0 - share) / shown)
    return Sample(n=share * size, of=size)


def design_effects(
    mentions: NDArray[np.int64], reviews: NDArray[np.int64]
) -> tuple[NDArray[np.float64], float]:
    """How many times the variance of a share exceeds that of independent reviews; at least 1.

    Takes n of each share (a row) in each cluster (a column), and N of each cluster. Gives that of
    each share by itself, and of all together. The between-cluster variance of a share over its
    binomial one, both summed over the shares that are taken together (ratio of variances, Rao and
    Scott 1992), `shrunk` toward 1.
    """
    known = reviews > 0
    of, clusters = reviews[known].sum(), int(known.sum())
    if clusters <= 1:
        return np.ones(len(mentions)), 1.0
    n = mentions[:, known]
    share = n.sum(axis=1) / of
    squares = ((n - np.outer(share, reviews[known])) ** 2).sum(axis=1)
    varies = (share > 0.0) & (share < 1.0)
    observed = np.where(varies, squares * clusters / (clusters - 1), 0.0)
    binomial = np.where(varies, of * share * (1.0 - share), 0.0)
    each = shrunk(observed / np.where(varies, binomial, 1.0), clusters)
    together = shrunk(float(observed.sum() / (binomial.sum() or 1.0)), clusters)
    return np.where(varies, np.maximum(each, 1.0), 1.0), max(1.0, together)


def shrunk(effect: _Effect, clusters: int) -> _Effect:
    """A design effect, or several, moved toward 1 as far as so few clusters leave in doubt.

    k clusters estimate it with a relative variance of 2 / (k - 1), and set against a prior around
    1 with a standard deviation of 1 the estimate keeps the weight (k - 1) / (k + 1). So one
    cluster says 1, two keep a third, thirteen weeks keep 86 %.
    """
    return 1.0 + (effect - 1.0) * ((clusters - 1) / (clusters + 1))
