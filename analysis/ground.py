"""Common ground: in which strata and on which days we and our rivals may be compared at all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from analysis.days import common_days, covered_days, hull
from analysis.excuses import Case, quoted_platforms
from rivalscope.models import Excuse, Period, Stratum

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.days import Covered
    from analysis.findings import Scope
    from analysis.tallies import Tallies
    from rivalscope.models import Brand, ExcuseId, Thresholds


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Who is compared with us, where and when."""

    us: str | None
    """None unless exactly one brand is marked as us."""
    rivals: tuple[str, ...]
    """Those compared, in the order of the configuration; empty where nothing can be compared."""
    scope: Scope
    """Days that count, by brand (us and the compared) and stratum; one period per stratum."""
    thin: Scope
    """The same for brands that share strata but have too few reviews there: never compared."""
    not_compared: tuple[Excuse, ...]

    @property
    def ours(self) -> Mapping[Stratum, Period]:
        """Strata in which we and at least one rival are compared, and the days; may be empty."""
        return self.scope.get(self.us, {}) if self.us else {}

    @property
    def strata(self) -> tuple[Stratum, ...]:
        """The same strata, sorted."""
        return tuple(sorted(self.ours))

    @property
    def compared(self) -> Period | None:
        """From the first to the last day compared in any stratum; None without a comparison."""
        return hull(self.ours.values()) if self.ours else None


def ground(
    tallies: Tallies,
    covered: Covered,
    *,
    brands: Sequence[Brand],
    window: Period,
    thresholds: Thresholds,
) -> Ground:
    """Where and when we and each rival may be compared.

    A stratum is shared where both have reviews in it on the same proven days of the window; what a
    platform picks by relevance never counts. Each stratum has one period for all brands, so that a
    brand has one rate in it. Where coverages differ, that period is taken which lets most rivals
    reach the floor of reviews, then most rivals take part, then most days count; who does not
    cover it stays out of the stratum. Rivals that are under the floor over all shared strata, or
    that we are under it with, are left out, and the periods are chosen again without them.
    """
    ours = [brand for brand in brands if brand.is_us]
    rivals = [brand for brand in brands if not brand.is_us]
    if len(ours) != 1:
        return _nothing(None, "several_us" if ours else "no_us")
    us = ours[0]
    if not rivals:
        return _nothing(us.slug, "no_rival")
    proven = {
        brand.slug: _proven_days(tallies, covered, brand=brand, window=window) for brand in brands
    }
    surveyor = _Surveyor(tallies, us.slug, days=proven, floor=thresholds.min_reviews)
    compared, thin = surveyor.settle(sorted(rival.slug for rival in rivals))
    return Ground(
        us=us.slug,
        rivals=tuple(rival.slug for rival in rivals if rival.slug in compared),
        scope=_with_us(us.slug, compared),
        thin=thin if compared else _with_us(us.slug, thin),
        not_compared=tuple(
            Case(tallies=tallies, covered=covered, us=us, rival=rival, window=window).excuse(
                thin.get(rival.slug, {}), floor=thresholds.min_reviews
            )
            for rival in rivals
            if rival.slug not in compared
        ),
    )


def _nothing(us: str | None, reason: ExcuseId) -> Ground:
    return Ground(us=us, rivals=(), scope={}, thin={}, not_compared=(Excuse(id=reason),))


def _with_us(us: str, scope: Scope) -> Scope:
    ours = {stratum: days for strata in scope.values() for stratum, days in strata.items()}
    return {us: ours, **scope} if ours else scope


def _proven_days(
    tallies: Tallies, covered: Covered, *, brand: Brand, window: Period
) -> dict[Stratum, Period]:
    return {
        stratum: days
        for stratum in tallies.strata(brand.slug)
        if stratum.platform not in quoted_platforms(brand)
        and (days := covered_days(covered, brand.slug, platform=stratum.platform, within=window))
    }


class _Surveyor:
    """Finds the strata and days that we share with most rivals."""

    def __init__(
        self,
        tallies: Tallies,
        us: str,
        *,
        days: Mapping[str, Mapping[Stratum, Period]],
        floor: int,
    ) -> None:
        self._tallies = tallies
        self._us = us
        self._days = days
        self._floor = floor

    def settle(self, rivals: Sequence[str]) -> tuple[Scope, Scope]:
        """The strata and days of the rivals compared, and of those with too few reviews."""
        candidates, thin = list(rivals), dict[str, Mapping[Stratum, Period]]()
        while True:
            scope = self._lay_out(candidates)
            short = [rival for rival in scope if self._fewest(rival, scope[rival]) < self._floor]
            if not short:
                return scope, thin
            thinnest = min(short, key=lambda rival: (self._fewest(rival, scope[rival]), rival))
            thin[thinnest] = scope[thinnest]
            candidates.remove(thinnest)

    def _lay_out(self, rivals: Sequence[str]) -> dict[str, dict[Stratum, Period]]:
        scope: dict[str, dict[Stratum, Period]] = {}
        for stratum in sorted(self._days[self._us]):
            if period := self._best_period(stratum, rivals):
                for rival in self._members(stratum, rivals, period=period):
                    scope.setdefault(rival, {})[stratum] = period
        return scope

    def _best_period(self, stratum: Stratum, rivals: Sequence[str]) -> Period | None:
        known = [
            days
            for rival in rivals
            if (theirs := self._days[rival].get(stratum))
            and (days := common_days((theirs, self._days[self._us][stratum])))
        ]
        since, until = {days.since for days in known}, {days.until for days in known}
        periods = [Period(since=a, until=b) for a, b in product(since, until) if a <= b]
        return max(periods, key=lambda period: self._worth(stratum, rivals, period), default=None)

    def _worth(
        self, stratum: Stratum, rivals: Sequence[str], period: Period
    ) -> tuple[int, int, int, int]:
        members = self._members(stratum, rivals, period=period)
        sizes = [self._fewest(rival, {stratum: period}) for rival in members]
        at_floor = sum(size >= self._floor for size in sizes)
        return at_floor, len(members), period.days, period.until.toordinal()

    def _members(self, stratum: Stratum, rivals: Sequence[str], *, period: Period) -> list[str]:
        return [
            rival
            for rival in rivals
            if (days := self._days[rival].get(stratum))
            and days.since <= period.since
            and period.until <= days.until
            and self._fewest(rival, {stratum: period})
        ]

    def _fewest(self, rival: str, strata: Mapping[Stratum, Period]) -> int:
        return min(
            sum(self._tallies.reviews(brand, s, period=days) for s, days in strata.items())
            for brand in (self._us, rival)
        )
