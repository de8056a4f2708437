"""What delays in days come to: median, quartiles, and what the median may really be."""

from __future__ import annotations

import math
from statistics import median, quantiles
from typing import TYPE_CHECKING

from rivalscope.models import Interval, ReplyDelay

if TYPE_CHECKING:
    from collections.abc import Sequence


def delay_of(days: Sequence[int], *, confidence: float) -> ReplyDelay | None:
    """Median and quartiles (linear between order statistics) of ascending days; None of none."""
    if not days:
        return None
    # one value is all of its quartiles
    lower, _, upper = quantiles(days if len(days) > 1 else [*days, *days], n=4, method="inclusive")
    return ReplyDelay(
        n=len(days),
        median=median(days),
        lower_quartile=lower,
        upper_quartile=upper,
        interval=median_interval(days, confidence=confidence),
    )


def median_interval(days: Sequence[int], *, confidence: float) -> Interval | None:
    """Between two order statistics that hold the median at least that often, whatever the shape.

    The narrowest such pair with equal tails (Thompson 1936). None where even the smallest and the
    largest value are not enough: under 6 values at 0.95.
    """
    tail, outside, skipped, count = (1.0 - confidence) / 2.0, 0.0, 0, len(days)
    most = math.lgamma(count + 1) - count * math.log(2)
    while skipped < count:
        # of count days so many below the median: by logarithms, as thousands make huge numbers
        outside += math.exp(most - math.lgamma(skipped + 1) - math.lgamma(count - skipped + 1))
        if outside > tail:
            break
        skipped += 1
    if not skipped:
        return None
    return Interval(low=days[skipped - 1], high=days[-skipped])
