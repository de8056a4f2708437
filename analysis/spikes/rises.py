"""Spikes as they are told: what rises tonight, with the figures a reader knows from elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from analysis.days import covered_by, covered_days, hull
from analysis.findings import change_of, everywhere, rate_of
from analysis.spikes.calendar import complaints_of, history
from analysis.spikes.watching import BASELINE_DAYS, RECENT_DAYS, SpikeLimits, Watch
from rivalscope.models import Difference, Finding, Interval, Period, Spike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from analysis.contrasts import Contrast
    from analysis.days import Covered
    from analysis.spikes.calendar import Waits
    from analysis.spikes.watching import Rise
    from analysis.tallies import Tallies
    from rivalscope.models import Coverage, Polarity, Stratum

HISTORY_DAYS = 365
"""How far back is learned from; what is older says little of today."""
DEFAULT_LIMITS = SpikeLimits()


def days_needed(nights: Period) -> Period:
    """The days that some nights are learned from, and their own."""
    return history(nights.until, nights=nights.days, days=HISTORY_DAYS)


def recent_and_before(as_of: date) -> tuple[Period, Period]:
    """The week that is shown of a day that was judged, and the days it is shown against."""
    recent = Period(since=as_of - timedelta(days=RECENT_DAYS - 1), until=as_of)
    last = recent.since - timedelta(days=1)
    return recent, Period(since=last - timedelta(days=BASELINE_DAYS - 1), until=last)


def settled(covered: Covered, waits: Waits, *, as_of: date) -> Covered:
    """What is covered, without the newest days that are still waited for."""
    return {
        place: replace(row, until=min(row.until, as_of - timedelta(days=waits.get(place, 0))))
        for place, row in covered.items()
    }


def spikes(
    tallies: Tallies,
    *,
    as_of: date,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
    waits: Waits | None = None,
) -> tuple[Spike, ...]:
    """Spikes up to ``as_of``, the least likely first; shown as the 7 days against the 56 before.

    Days that are not covered are missing, never zero; :class:`Watch` says who is judged.
    """
    for _, found in replayed(
        tallies,
        nights=Period(since=as_of, until=as_of),
        coverage=coverage,
        limits=limits,
        waits=waits,
    ):
        return found
    return ()


def replayed(
    tallies: Tallies,
    *,
    nights: Period,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
    polarity: Polarity = "negative",
    waits: Waits | None = None,
) -> Iterator[tuple[date, tuple[Spike, ...]]]:
    """The spikes of each of *nights*, as they would have been found then.

    What was covered, and how texts were understood, is taken as it is known now. *polarity*: of
    complaints, or of praise. *waits*: for how many days the newest reviews of a place are waited
    for before they are judged.
    """
    covered, waits = covered_by(coverage), waits or {}
    calendar = complaints_of(
        tallies,
        polarity=polarity,
        covered=covered,
        period=days_needed(nights),
        waits=waits,
    )
    for night in Watch(calendar, limits=limits).nights(nights.since):
        days = settled(covered, waits, as_of=night.day)
        told = (
            _told(rise, tallies, days, polarity=polarity, limits=limits)
            for rise in night.rises(limits)
        )
        yield night.day, tuple(spike for spike in told if spike)


def _told(
    rise: Rise,
    tallies: Tallies,
    covered: Covered,
    *,
    polarity: Polarity,
    limits: SpikeLimits,
) -> Spike | None:
    """None where no place can be compared with its own past, or too few say it there.

    And where the week as it is shown is no higher than the days before: figures that say the
    opposite would tell nobody anything.
    """
    recent, before = recent_and_before(rise.judging.on)
    now = everywhere(tallies, covered, period=recent).get(rise.brand, {})
    past = {
        stratum: days
        for stratum in now
        if (days := covered_days(covered, rise.brand, platform=stratum.platform, within=before))
        and days.days >= limits.baseline_days
    }
    now = {stratum: now[stratum] for stratum in past}
    change = change_of(tallies, rise.brand, topic=(rise.theme, polarity), now=now, before=past)
    if change is None:
        return None
    finding = _finding(rise, change, polarity=polarity, days=now, limits=limits)
    if not finding.enough or change.difference <= 0.0:
        return None
    return Spike(
        finding=finding,
        before=before,
        expected=rise.expected,
        p=rise.p,
        market_wide=rise.market_wide,
        also=rise.also,
        judging=rise.judging,
    )


def _finding(
    rise: Rise,
    change: Contrast,
    *,
    polarity: Polarity,
    days: Mapping[Stratum, Period],
    limits: SpikeLimits,
) -> Finding:
    interval = change.interval(limits.confidence)
    rate = rate_of([now for now, _ in change.strata], confidence=limits.confidence)
    if rate is None:
        raise ValueError(rise)  # a change is made of places with reviews
    return Finding(
        brand=rise.brand,
        theme=rise.theme,
        polarity=polarity,
        period=hull(days.values()),
        rate=rate,
        previous=rate_of([before for _, before in change.strata], confidence=limits.confidence),
        change=Difference(
            points=100.0 * change.difference,
            interval=Interval(low=100.0 * interval.low, high=100.0 * interval.high),
            p=rise.p,
            significant=interval.low > 0.0 or interval.high < 0.0,
        ),
        strata=tuple(sorted(days)),
        enough=rate.n >= limits.min_complaints,
    )
