"""Which themes customers complain of more than was to be expected, in the days up to a date.

Every night asks this of every series, so chance has many tries: of all p values only those pass
that Benjamini-Hochberg lets pass at a strict level, and only where enough customers complain.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from analysis.contrasts import Contrast
from analysis.days import covered_by, covered_days, hull
from analysis.discoveries import discoveries
from analysis.findings import change_of, everywhere, rate_of, topics_of
from analysis.spikes.judging import DailySeries, judgments
from analysis.tallies import Tallies
from rivalscope.models import Difference, Finding, Interval, Period, Spike

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from analysis.days import Covered
    from analysis.spikes.expecting import Numbers
    from analysis.tallies import Tally
    from rivalscope.models import Coverage, DailyCount, DailyVolume, Stratum

_Key = TypeVar("_Key")

RECENT_DAYS = 7
BASELINE_DAYS = 56
HISTORY_DAYS = 365
"""How far back is learned from; what is older says little of today."""
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
    """One theme of one brand, in all strata that can be judged."""

    brand: str
    theme: str
    recent: Period
    places: tuple[Stratum, ...]
    strata: tuple[tuple[Tally, Tally], ...]
    """Now and before, in each place."""

    @property
    def n(self) -> int:
        return sum(now.n for now, _ in self.strata)

    @property
    def n_before(self) -> int:
        return sum(before.n for _, before in self.strata)

    def finding(self, p: float, limits: SpikeLimits) -> Finding:
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
                p=p,
                significant=True,
            ),
            strata=self.places,
            enough=rate.n >= limits.min_complaints,
        )


def spikes(
    volumes: Iterable[DailyVolume],
    counts: Iterable[DailyCount],
    *,
    as_of: date,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
) -> tuple[Spike, ...]:
    """Spikes up to ``as_of``, the least likely first; shown as the 7 days against the 56 before.

    Days that are not covered are missing, never zero. A stratum needs ``baseline_days`` covered
    days before and a review in both windows; a brand without such a stratum gets no verdict.
    Benjamini-Hochberg runs over all series with enough complaints, recent and before together; a
    spike then needs ``min_complaints`` recent ones.
    """
    volumes, counts = tuple(volumes), tuple(counts)
    recent = Period(since=as_of - timedelta(days=RECENT_DAYS - 1), until=as_of)
    last = recent.since - timedelta(days=1)
    before = Period(since=last - timedelta(days=BASELINE_DAYS - 1), until=last)
    tallies, covered = Tallies(volumes, counts), covered_by(coverage)
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
    if not found:
        return ()
    p_values, expected = _judged(found, _Calendar(volumes, counts, covered=covered, as_of=as_of))
    tested = [
        number
        for number, series in enumerate(found)
        if series.n + series.n_before >= limits.min_complaints
    ]
    alarms = discoveries(
        [p_values[number] for number in tested], false_discovery=limits.false_discovery
    )
    spiking = [
        Spike(
            finding=found[number].finding(p_values[number], limits),
            before=before,
            expected=expected[number],
            p=p_values[number],
            market_wide=_is_market_wide(found[number], found, p_values),
        )
        for number, alarm in zip(tested, alarms, strict=True)
        if alarm and found[number].n >= limits.min_complaints
    ]
    return tuple(sorted(spiking, key=lambda spike: (spike.p, spike.finding.id)))


class _Calendar:
    """Daily numbers as rows of days, oldest first; NaN on days that are not covered."""

    def __init__(
        self,
        volumes: Iterable[DailyVolume],
        counts: Iterable[DailyCount],
        *,
        covered: Covered,
        as_of: date,
    ) -> None:
        self._covered = covered
        self.first = as_of - timedelta(days=HISTORY_DAYS - 1)
        self._period = Period(since=self.first, until=as_of)
        self._volumes: dict[tuple[str, Stratum], Numbers] = {}
        self._complaints: dict[tuple[str, Stratum, str], Numbers] = {}
        for row in volumes:
            if row.day in self._period:
                place = (row.brand, row.stratum)
                self._row(self._volumes, place)[self._column(row.day)] += row.reviews
        for count in counts:
            if count.complaints and count.day in self._period:
                series = (count.brand, count.stratum, count.theme)
                self._row(self._complaints, series)[self._column(count.day)] += count.complaints

    def complaints(self, brand: str, stratum: Stratum, theme: str) -> Numbers:
        """Reviews that complain of the theme, a day each."""
        return self._masked(self._complaints.get((brand, stratum, theme)), brand, stratum)

    def reviews(self, brand: str, stratum: Stratum) -> Numbers:
        """All reviews, a day each."""
        return self._masked(self._volumes.get((brand, stratum)), brand, stratum)

    def _row(self, rows: dict[_Key, Numbers], key: _Key) -> Numbers:
        if key not in rows:
            rows[key] = np.zeros(HISTORY_DAYS)
        return rows[key]

    def _column(self, day: date) -> int:
        return (day - self.first).days

    def _masked(self, row: Numbers | None, brand: str, stratum: Stratum) -> Numbers:
        masked = np.full(HISTORY_DAYS, np.nan)
        days = covered_days(self._covered, brand, platform=stratum.platform, within=self._period)
        if days:
            known = slice(self._column(days.since), self._column(days.until) + 1)
            masked[known] = 0.0 if row is None else row[known]
        return masked


def _judged(found: Sequence[_Series], calendar: _Calendar) -> tuple[list[float], list[float]]:
    """Of each series p and the complaints expected, on the newest of its days that is known."""
    rows = [
        (number, series.brand, stratum, series.theme)
        for number, series in enumerate(found)
        for stratum in series.places
    ]
    complaints = np.array([calendar.complaints(*row[1:]) for row in rows])
    reviews = np.array([calendar.reviews(*row[1:3]) for row in rows])
    themes = {theme: number for number, theme in enumerate(sorted({row[3] for row in rows}))}
    daily = DailySeries(
        complaints=complaints,
        others=reviews - complaints,
        weekday=calendar.first.weekday(),
        series=np.array([row[0] for row in rows]),
        peers=np.array([themes[row[3]] for row in rows]),
    )
    p, expected = np.ones(len(found)), np.zeros(len(found))
    for judgment in judgments(daily, since=HISTORY_DAYS - RECENT_DAYS):
        known = ~np.isnan(judgment.p)
        p[known], expected[known] = judgment.p[known], judgment.expected[known]
    return p.tolist(), expected.tolist()


def _is_market_wide(
    series: _Series, found: Sequence[_Series], p_values: Sequence[float]
) -> bool | None:
    """Whether the theme rises at half of the other brands too; None where none can be judged."""
    others = {one.brand: False for one in found if one.brand != series.brand}
    for one, p in zip(found, p_values, strict=True):
        if one.theme == series.theme and one.brand in others:
            others[one.brand] = p <= _LIKELY
    return 2 * sum(others.values()) >= len(others) if others else None


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
