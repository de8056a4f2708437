"""The interval of a net share: how many are for something minus how many are against it."""

from __future__ import annotations

import math

from analysis.intervals import wilson
from rivalscope.models import Interval


def net_interval(willing: float, unwilling: float, of: float, *, confidence: float) -> Interval:
    """Of (willing - unwilling) / of, -1 to 1, where one review can't be both.

    The Wilson intervals of the two shares, put together by the method of variance estimates
    recovery (Zou and Donner 2008) with the correlation that two shares of one whole have. Counts
    may be divided by a design effect. ValueError where they don't fit into *of*, or that is not
    positive.
    """
    if willing + unwilling > of * (1 + 1e-9):
        message = f"more than there are: {willing} and {unwilling} of {of}"
        raise ValueError(message)
    first = wilson(willing, of, confidence=confidence)
    second = wilson(unwilling, of, confidence=confidence)
    p, q = willing / of, unwilling / of
    rho = _correlation(p, q)
    return Interval(
        low=max(-1.0, p - q - _joined(p - first.low, second.high - q, rho)),
        high=min(1.0, p - q + _joined(first.high - p, q - second.low, rho)),
    )


def _correlation(p: float, q: float) -> float:
    """Of the counts of two outcomes that exclude each other; 0 where one of them does not vary."""
    spread = (1.0 - p) * (1.0 - q)
    return -math.sqrt(min(1.0, p * q / spread)) if spread > 0.0 else 0.0


def _joined(one: float, other: float, rho: float) -> float:
    return math.sqrt(max(0.0, one * one - 2.0 * rho * one * other + other * other))
