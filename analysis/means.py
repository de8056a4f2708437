"""The mean of something that reviews give in stars, and what it may really be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from analysis.intervals import quantile, shrunk
from rivalscope.models import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import StarSum


def mean_of(clusters: Sequence[StarSum], *, confidence: float) -> tuple[float, Interval] | None:
    """Mean share of the stars, 0 to 1, with its interval; None of fewer than two reviews.

    The variance of the mean is multiplied by the design effect of the clusters (weeks): that of a
    ratio between clusters (Kish 1965) over that of single reviews, shrunk toward 1 and at least 1,
    as those of shares are.
    """
    reviews = sum(one.reviews for one in clusters)
    if reviews <= 1:
        return None
    mean = math.fsum(one.total for one in clusters) / reviews
    squares = math.fsum(one.squares for one in clusters) - reviews * mean * mean
    single = max(0.0, squares) / (reviews - 1) / reviews
    reach = quantile(confidence) * math.sqrt(single * _effect(clusters, mean, single))
    return mean, Interval(low=max(0.0, mean - reach), high=min(1.0, mean + reach))


def _effect(clusters: Sequence[StarSum], mean: float, single: float) -> float:
    count, reviews = len(clusters), sum(one.reviews for one in clusters)
    if count <= 1 or single <= 0.0:
        return 1.0
    between = math.fsum((one.total - mean * one.reviews) ** 2 for one in clusters)
    clustered = count / (count - 1) * between / reviews**2
    return max(1.0, shrunk(clustered / single, count))
