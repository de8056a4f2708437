"""How long the reviews of a day keep coming in: the newest days are waited for.

A review stands on its page some time after the day it is dated, and a crawl at night sees the day
before as a whole at best. Judged at once, the newest days would always look thin.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rivalscope.models import Arrival

COMPLETE = 0.9
"""The share of a day's reviews that makes it complete."""
MOST_DAYS = 6
"""Longer than that nothing is waited for: a week is looked at."""
UNKNOWN_DAYS = 1
"""What is waited for a source that is crawled, and of which too little is known."""
_LEAST_NIGHTS, _LEAST_REVIEWS = 7, 20


def reporting_delay(arrivals: Iterable[Arrival]) -> int:
    """Days after which nine in ten reviews of a day are there, 0 to 6.

    The quantile of the delays, in which no night weighs more than the usual (median) one does: a
    night that brings in years of old reviews is one night among many. Of fewer than 7 nights or 20
    reviews, 1.
    """
    seen = sorted((one for one in arrivals if one.days >= 0), key=lambda one: one.days)
    nights: dict[date, int] = {}
    for one in seen:
        nights[one.night] = nights.get(one.night, 0) + one.reviews
    if len(nights) < _LEAST_NIGHTS or sum(nights.values()) < _LEAST_REVIEWS:
        return UNKNOWN_DAYS
    usual = median(nights.values())
    weighed = [(one.days, one.reviews * min(1.0, usual / nights[one.night])) for one in seen]
    left = COMPLETE * sum(weight for _, weight in weighed)
    for days, weight in weighed:
        left -= weight
        if left <= 0.0:
            return min(days, MOST_DAYS)
    return MOST_DAYS
