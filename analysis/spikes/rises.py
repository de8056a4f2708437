"""Spikes as they are told: what rises tonight, with the figures a reader knows from elsewhere."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from analysis.days import covered_by, covered_days, hull
from analysis.findings import change_of, everywhere, rate_of
from analysis.spikes.calendar import Calendar, history
from analysis.spikes.watching import BASELINE_DAYS, RECENT_DAYS, SpikeLimits, Watch
from analysis.tallies import Tallies
from rivalscope.models import Difference, Finding, Interval, Period, Spike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from analysis.contrasts import Contrast
    from analysis.days import Covered
    from analysis.spikes.watching import Rise
    from rivalscope.models import Coverage, DailyCount, DailyVolume, Stratum

HISTORY_DAYS = 365
"""How far back is learned from; what is older says little of today."""
DEFAULT_LIMITS = SpikeLimits()


def days_needed(as_of: date) -> Period:
    """The days that the spikes of one night are learned from."""
    return history(as_of, nights=1, days=HISTORY_DAYS)


def spikes(
    volumes: Iterable[DailyVolume],
    counts: Iterable[DailyCount],
    *,
    as_of: date,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
) -> tuple[Spike, ...]:
    """Spikes up to ``as_of``, the least likely first; shown as the 7 days against the 56 before.

    Days that are not covered are missing, never zero; :class:`Watch` says who is judged.
    """
    for _, found in replayed(
        volumes, counts, since=as_of, until=as_of, coverage=coverage, limits=limits
    ):
        return found
    return ()


def replayed(
    volumes: Iterable[DailyVolume],
    counts: Iterable[DailyCount],
    *,
    since: date,
    until: date,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
) -> Iterator[tuple[date, tuple[Spike, ...]]]:
    """The spikes of each night from *since* to *until*, as they would have been found then.

    What was covered, and how texts were understood, is taken as it is known now.
    """
    volumes, counts, covered = tuple(volumes), tuple(counts), covered_by(coverage)
    nights = (until - since).days + 1
    calendar = Calendar(
        volumes, counts, covered=covered, period=history(until, nights=nights, days=HISTORY_DAYS)
    )
    tallies = Tallies(volumes, counts)
    for night, rises in Watch(calendar, limits=limits).nights(since):
        told = (_told(rise, tallies, covered, as_of=night, limits=limits) for rise in rises)
        yield night, tuple(spike for spike in told if spike)


def _told(
    rise: Rise, tallies: Tallies, covered: Covered, *, as_of: date, limits: SpikeLimits
) -> Spike | None:
    """None where no place can be compared with its own past."""
    recent = Period(since=as_of - timedelta(days=RECENT_DAYS - 1), until=as_of)
    last = recent.since - timedelta(days=1)
    before = Period(since=last - timedelta(days=BASELINE_DAYS - 1), until=last)
    now = everywhere(tallies, covered, period=recent).get(rise.brand, {})
    past = {
        stratum: days
        for stratum in now
        if (days := covered_days(covered, rise.brand, platform=stratum.platform, within=before))
        and days.days >= limits.baseline_days
    }
    now = {stratum: now[stratum] for stratum in past}
    change = change_of(tallies, rise.brand, topic=(rise.theme, "negative"), now=now, before=past)
    if change is None:
        return None
    return Spike(
        finding=_finding(rise, change, days=now, limits=limits),
        before=before,
        expected=rise.expected,
        p=rise.p,
        market_wide=rise.market_wide,
    )


def _finding(
    rise: Rise, change: Contrast, *, days: Mapping[Stratum, Period], limits: SpikeLimits
) -> Finding:
    interval = change.interval(limits.confidence)
    rate = rate_of([now for now, _ in change.strata], confidence=limits.confidence)
    if rate is None:
        raise ValueError(rise)  # a change is made of places with reviews
    return Finding(
        brand=rise.brand,
        theme=rise.theme,
        polarity="negative",
        period=hull(days.values()),
        rate=rate,
        previous=rate_of([before for _, before in change.strata], confidence=limits.confidence),
        change=Difference(
            points=100.0 * change.difference,
            interval=Interval(low=100.0 * interval.low, high=100.0 * interval.high),
            p=rise.p,
            significant=True,
        ),
        strata=tuple(sorted(days)),
        enough=rate.n >= limits.min_complaints,
    )
