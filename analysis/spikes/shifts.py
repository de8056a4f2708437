"""Stars that fall, and reviews that come in more or less often, as they are told.

Stars are judged as complaints are: what is not given of them, in quarters of the scale, is held
against what is given. It is a weighted sum of counts (a one-star review weighs four times a
four-star one), for which the quasi-Poisson model holds with a larger dispersion (McCullagh and
Nelder 1989, chapter 9), learned day by day from how the days of this place vary: customers of one
bad day are not independent, and the dispersion knows. Each place is held against its own past, so
that a brand whose reviews move to a stricter site does not get worse by that.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from analysis.days import covered_by, covered_days
from analysis.means import mean_of
from analysis.spikes.calendar import reviews_of, stars_of
from analysis.spikes.rises import days_needed, recent_and_before, settled
from analysis.spikes.volumes import VolumeWatch
from analysis.spikes.watching import SpikeLimits, Watch
from rivalscope.models import Interval, Shift, StarSum, WeekFigures

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from analysis.days import Covered
    from analysis.spikes.calendar import Waits
    from analysis.spikes.volumes import Direction
    from analysis.spikes.watching import Rise
    from rivalscope.models import Coverage, DailyStars, DailyVolume, Period, ShiftKind

_STARS = 5
#: What a shift of stars or volume needs where no rule says otherwise.
MIN_REVIEWS = 20
DEFAULT_LIMITS = SpikeLimits(min_complaints=MIN_REVIEWS)


def rating_drops(
    stars: Iterable[DailyStars],
    *,
    nights: Period,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
    waits: Waits | None = None,
) -> Iterator[tuple[date, tuple[Shift, ...]]]:
    """The brands whose stars have fallen, on each night; otherwise as `replayed`."""
    stars, covered, waits = tuple(stars), covered_by(coverage), waits or {}
    calendar = stars_of(stars, covered=covered, period=days_needed(nights), waits=waits)
    of_brand: dict[str, list[DailyStars]] = defaultdict(list)
    for row in stars:
        of_brand[row.brand].append(row)
    for night in Watch(calendar, limits=limits).nights(nights.since):
        days = settled(covered, waits, as_of=night.day)
        yield (
            night.day,
            tuple(
                _shift(
                    "rating_drop",
                    rise,
                    *(
                        _rated(of_brand[rise.brand], days, period, limits)
                        for period in recent_and_before(rise.judging.on)
                    ),
                    rows=of_brand[rise.brand],
                )
                for rise in night.rises(limits)
            ),
        )


def volume_shifts(
    volumes: Iterable[DailyVolume],
    *,
    direction: Direction,
    nights: Period,
    coverage: Iterable[Coverage],
    limits: SpikeLimits = DEFAULT_LIMITS,
    waits: Waits | None = None,
) -> Iterator[tuple[date, tuple[Shift, ...]]]:
    """The brands and platforms whose volume went up (surge) or down (drop), on each night."""
    volumes, covered, waits = tuple(volumes), covered_by(coverage), waits or {}
    calendar = reviews_of(volumes, covered=covered, period=days_needed(nights), waits=waits)
    of_place: dict[tuple[str, str], list[DailyVolume]] = defaultdict(list)
    for row in volumes:
        of_place[row.brand, row.stratum.platform].append(row)
    kind: ShiftKind = "volume_surge" if direction == "surge" else "volume_drop"
    for night in VolumeWatch(calendar, limits=limits, direction=direction).nights(nights.since):
        days = settled(covered, waits, as_of=night.day)
        yield (
            night.day,
            tuple(
                _shift(
                    kind,
                    rise,
                    *(
                        _counted(of_place[rise.brand, rise.theme], days, period)
                        for period in recent_and_before(rise.judging.on)
                    ),
                    rows=of_place[rise.brand, rise.theme],
                )
                for rise in night.rises(limits)
            ),
        )


def _shift(
    kind: ShiftKind,
    rise: Rise,
    now: WeekFigures,
    before: WeekFigures,
    *,
    rows: Sequence[DailyStars] | Sequence[DailyVolume],
) -> Shift:
    return Shift(
        kind=kind,
        brand=rise.brand,
        subject=rise.theme,
        now=now,
        before=before,
        expected=rise.expected,
        p=rise.p,
        market_wide=rise.market_wide,
        strata=tuple(sorted({row.stratum for row in rows if row.day in now.period})),
        judging=rise.judging,
    )


def _counted(rows: Iterable[DailyVolume], covered: Covered, period: Period) -> WeekFigures:
    reviews = sum(
        row.reviews for row in rows if row.day in period and _covers(covered, row, period)
    )
    return WeekFigures(period=period, reviews=reviews, stars=None, interval=None)


def _rated(
    rows: Iterable[DailyStars], covered: Covered, period: Period, limits: SpikeLimits
) -> WeekFigures:
    weeks: dict[int, list[DailyStars]] = defaultdict(list)
    for row in rows:
        if row.day in period and _covers(covered, row, period):
            weeks[(period.until - row.day).days // 7].append(row)
    sums = [
        StarSum(
            reviews=sum(row.reviews for row in week),
            total=sum(row.total for row in week),
            squares=sum(row.squares for row in week),
        )
        for week in weeks.values()
    ]
    found = mean_of(sums, confidence=limits.confidence)
    reviews = sum(one.reviews for one in sums)
    if found is None:
        return WeekFigures(period=period, reviews=reviews, stars=None, interval=None)
    mean, around = found
    return WeekFigures(
        period=period,
        reviews=reviews,
        stars=_STARS * mean,
        interval=Interval(low=_STARS * around.low, high=_STARS * around.high),
    )


def _covers(covered: Covered, row: DailyStars | DailyVolume, period: Period) -> bool:
    days = covered_days(covered, row.brand, platform=row.stratum.platform, within=period)
    return days is not None and row.day in days
