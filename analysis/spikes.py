"""Complaints that jump: the last week against the eight before, with review volume as exposure.

A first, honest rule: it asks whether a theme's complaints grew faster than the reviews they stand
in. It forgives a bad week as far as past weeks were bad, and prefers silence to a false alarm.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from analysis.contrasts import Contrast
from analysis.days import covered_by, covered_days, hull
from analysis.discoveries import discoveries
from analysis.findings import change_of, everywhere, rate_of, topics_of
from analysis.tallies import Tallies
from rivalscope.models import Difference, Finding, Interval, Period, Spike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from analysis.days import Covered
    from analysis.tallies import Tally
    from rivalscope.models import Coverage, DailyCount, DailyVolume, Stratum

RECENT_DAYS = 7
BASELINE_DAYS = 56
_LIKELY = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class SpikeLimits:
    """The numbers a spike is held to."""

    min_complaints: int = 8
    baseline_days: int = 28
    """Covered days that the weeks before must have, or there is no verdict."""
    false_discovery: float = 0.005
    """Strict, because it is asked every night of every series."""
    confidence: float = 0.95
    """Level of the intervals shown beside a spike."""


DEFAULT_LIMITS = SpikeLimits()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Series:
    brand: str
    theme: str
    recent: Period
    places: tuple[Stratum, ...]
    strata: tuple[tuple[Tally, Tally], ...]
    """Now and before, in each stratum that has reviews in both."""

    @property
    def n(self) -> int:
        return sum(now.n for now, _ in self.strata)

    @property
    def n_before(self) -> int:
        return sum(before.n for _, before in self.strata)

    @property
    def expected(self) -> float:
        return math.fsum(now.of * before.n / before.of for now, before in self.strata)

    @property
    def p(self) -> float:
        """How likely so many recent complaints or more are, both volumes given.

        Each of n + n_before complaints is recent with the share of recent reviews in its stratum.
        Their mean over strata makes one binomial, whose upper tail is no thinner than that of the
        mixture (Hoeffding 1956). Counts are divided by the design effect of the weeks before,
        rounded against an alarm.
        """
        total = self.n + self.n_before
        if not total:
            return 1.0
        share = (
            math.fsum(
                (now.n + before.n) * now.of / (now.of + before.of) for now, before in self.strata
            )
            / total
        )
        effect = self._design_effect()
        recent = math.floor(self.n / effect)
        return upper_mid_p(recent, recent + math.ceil(self.n_before / effect), share=share)

    def finding(self, limits: SpikeLimits) -> Finding:
        """The recent days against the ones before, as figures a reader knows from elsewhere."""
        contrast = Contrast(self.strata)
        interval = contrast.interval(limits.confidence)
        rate = rate_of([now for now, _ in self.strata], confidence=limits.confidence)
        if rate is None:
            raise ValueError(self)  # a series is made of tallies with reviews
        return Finding(
            brand=self.brand,
            theme=self.theme,
            polarity="negative",
            period=self.recent,
            rate=rate,
            previous=rate_of([before for _, before in self.strata], confidence=limits.confidence),
            change=Difference(
                points=100.0 * contrast.difference,
                interval=Interval(low=100.0 * interval.low, high=100.0 * interval.high),
                p=self.p,
                significant=True,
            ),
            strata=self.places,
            enough=rate.n >= limits.min_complaints,
        )

    def _design_effect(self) -> float:
        return max(before.of / before.effective.of for _, before in self.strata)


def spikes(
    volumes: Iterable[DailyVolume],
    counts: Iterable[DailyCount],
    *,
    as_of: date,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
) -> tuple[Spike, ...]:
    """Spikes of the 7 days up to ``as_of`` against the 56 before, the least likely first.

    Days that are not covered are missing, never zero. A stratum needs ``baseline_days`` covered
    days before and a review in both windows; a brand without such a stratum gets no verdict.
    Benjamini-Hochberg runs over all series with enough complaints, recent and before together; a
    spike then needs ``min_complaints`` recent ones.
    """
    return spikes_of(
        Tallies(volumes, counts), as_of=as_of, covered=covered_by(coverage), limits=limits
    )


def spikes_of(
    tallies: Tallies, *, as_of: date, covered: Covered, limits: SpikeLimits = DEFAULT_LIMITS
) -> tuple[Spike, ...]:
    """The same of counts that are ready to be asked."""
    recent = Period(since=as_of - timedelta(days=RECENT_DAYS - 1), until=as_of)
    last = recent.since - timedelta(days=1)
    before = Period(since=last - timedelta(days=BASELINE_DAYS - 1), until=last)
    found = [
        series
        for brand, strata in sorted(everywhere(tallies, covered, period=recent).items())
        for series in _series(
            tallies,
            brand,
            recent=strata,
            before=_baseline(covered, brand, strata, before=before, shortest=limits.baseline_days),
        )
    ]
    tested = [series for series in found if series.n + series.n_before >= limits.min_complaints]
    alarms = discoveries([one.p for one in tested], false_discovery=limits.false_discovery)
    spiking = [
        _spike(series, found, before=before, limits=limits)
        for series, alarm in zip(tested, alarms, strict=True)
        if alarm and series.n >= limits.min_complaints
    ]
    return tuple(sorted(spiking, key=lambda spike: (spike.p, spike.finding.id)))


def upper_mid_p(n: int, total: int, *, share: float) -> float:
    """P(more than n) + P(exactly n) / 2 of a binomial, between 0 and 1.

    Mid-p (Lancaster 1961): without the half, a discrete p is too large to be fair.
    """
    if share <= 0.0 or share >= 1.0:
        exact = 0.0 if share <= 0.0 else float(total)
        return 0.5 if n == exact else float(n < exact)
    start = math.lgamma(total + 1)
    odds, rest = math.log(share), math.log1p(-share)
    chances = [
        math.exp(
            start - math.lgamma(k + 1) - math.lgamma(total - k + 1) + k * odds + (total - k) * rest
        )
        for k in range(n, total + 1)
    ]
    return min(1.0, math.fsum(chances) - chances[0] / 2.0)


def _baseline(
    covered: Covered,
    brand: str,
    strata: Iterable[Stratum],
    *,
    before: Period,
    shortest: int,
) -> dict[Stratum, Period]:
    days = {
        stratum: covered_days(covered, brand, platform=stratum.platform, within=before)
        for stratum in strata
    }
    return {stratum: some for stratum, some in days.items() if some and some.days >= shortest}


def _series(
    tallies: Tallies,
    brand: str,
    *,
    recent: Mapping[Stratum, Period],
    before: Mapping[Stratum, Period],
) -> Iterator[_Series]:
    now = {stratum: recent[stratum] for stratum in before}
    topics = {*topics_of(tallies, {brand: now}), *topics_of(tallies, {brand: before})}
    for topic in sorted(topics):
        theme, polarity = topic
        if polarity != "negative":
            continue
        change = change_of(tallies, brand, topic=topic, now=now, before=before)
        if change:
            yield _Series(
                brand=brand,
                theme=theme,
                recent=hull(now.values()),
                places=tuple(sorted(now)),
                strata=change.strata,
            )


def _spike(
    series: _Series, found: Iterable[_Series], *, before: Period, limits: SpikeLimits
) -> Spike:
    others = {one.brand: False for one in found if one.brand != series.brand}
    for one in found:
        if one.theme == series.theme and one.brand in others:
            others[one.brand] = one.p <= _LIKELY
    return Spike(
        finding=series.finding(limits),
        before=before,
        expected=series.expected,
        p=series.p,
        market_wide=2 * sum(others.values()) >= len(others) if others else None,
    )
