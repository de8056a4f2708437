"""Which published days count: those known to have been read in full, and windows over them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope.models import Coverage, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Covered = dict[tuple[str, str], Coverage]
"""What is proven, by brand and platform."""


def covered_by(coverage: Iterable[Coverage]) -> Covered:
    """Proven days by brand and platform.

    Where a brand has several sources on one platform, only days that all of them prove.
    """
    proven: Covered = {}
    for row in coverage:
        key = (row.brand, row.platform)
        proven[key] = _both(proven[key], row) if key in proven else row
    return proven


def _both(one: Coverage, other: Coverage) -> Coverage:
    starts = [row.since for row in (one, other) if row.since]
    return Coverage(
        brand=one.brand,
        platform=one.platform,
        since=max(starts, default=None),
        until=min(one.until, other.until),
    )


def covered_days(
    covered: Mapping[tuple[str, str], Coverage], brand: str, *, platform: str, within: Period
) -> Period | None:
    """Days of a period that are proven; None where none is, or nothing is known at all."""
    row = covered.get((brand, platform))
    if row is None:
        return None
    since = max(within.since, row.since) if row.since else within.since
    until = min(within.until, row.until)
    return Period(since=since, until=until) if since <= until else None


def common_days(periods: Iterable[Period]) -> Period | None:
    """Days that lie in all periods; None where there are none. Needs at least one period."""
    known = tuple(periods)
    since, until = max(p.since for p in known), min(p.until for p in known)
    return Period(since=since, until=until) if since <= until else None


def hull(periods: Iterable[Period]) -> Period:
    """From the first day of any period to the last of any. Needs at least one period."""
    known = tuple(periods)
    return Period(since=min(p.since for p in known), until=max(p.until for p in known))


def days_before(period: Period) -> Period:
    """The equally long period that ends the day before this one begins."""
    until = period.since - timedelta(days=1)
    return Period(since=until - timedelta(days=period.days - 1), until=until)
