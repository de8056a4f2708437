"""Why a rival can't be compared with us: the first reason that holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.days import common_days, covered_days
from rivalscope.models import DaysRead, Excuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.days import Covered
    from analysis.tallies import Tallies
    from rivalscope.models import Brand, ExcuseId, Period, Stratum


def quoted_platforms(brand: Brand) -> frozenset[str]:
    """Platforms all of whose sources pick reviews by relevance: quoted, never counted."""
    counted = {s.platform for s in brand.sources if s.kind == "reviews" and not s.quotes_only}
    picked = {s.platform for s in brand.sources if s.kind == "reviews" and s.quotes_only}
    return frozenset(picked - counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A rival that is not compared with us; a method gives a reason, or None where it fails."""

    tallies: Tallies
    covered: Covered
    us: Brand
    rival: Brand
    window: Period

    def excuse(self, thin: Mapping[Stratum, Period], *, floor: int) -> Excuse:
        """The first that holds; ``thin`` is where both have reviews, but one has too few.

        Too few are fewer than ``floor``.
        """
        return (
            self._no_platform()
            or self._only_picked()
            or self._never_read()
            or self._apart_in_time()
            or self._no_language()
            or self._no_reviews()
            or self._too_few(thin, floor=floor)
            or self._displaced()
        )

    def _no_platform(self) -> Excuse | None:
        theirs, ours = self._platforms(self.rival), self._platforms(self.us)
        if not theirs:
            return Excuse(id="no_source", rival=self.rival.slug)
        if not ours:
            return Excuse(id="no_source_of_us", rival=self.rival.slug)
        if theirs & ours:
            return None
        return Excuse(
            id="no_shared_platform",
            rival=self.rival.slug,
            theirs=_sorted(theirs),
            ours=_sorted(ours),
        )

    def _only_picked(self) -> Excuse | None:
        if self._countable():
            return None
        shared = self._platforms(self.rival) & self._platforms(self.us)
        return Excuse(id="picked_by_relevance", rival=self.rival.slug, platforms=_sorted(shared))

    def _never_read(self) -> Excuse | None:
        whose: tuple[tuple[Brand, ExcuseId], ...] = (
            (self.rival, "never_read"),
            (self.us, "never_read_of_us"),
        )
        for brand, reason in whose:
            if not any((brand.slug, platform) in self.covered for platform in self._countable()):
                return Excuse(id=reason, rival=self.rival.slug, platforms=self._countable())
        return None

    def _apart_in_time(self) -> Excuse | None:
        if self._common():
            return None
        days = tuple(
            DaysRead(
                platform=platform,
                theirs=self._read(self.rival, platform),
                ours=self._read(self.us, platform),
            )
            for platform in self._countable()
        )
        return Excuse(id="no_shared_day", rival=self.rival.slug, days=days)

    def _no_language(self) -> Excuse | None:
        if self._shared():
            return None
        theirs, ours = _sorted(self._languages(self.rival)), _sorted(self._languages(self.us))
        where = _sorted(self._common())
        if not theirs:
            return Excuse(id="no_review_understood", rival=self.rival.slug, platforms=where)
        if not ours:
            return Excuse(id="no_review_understood_of_us", rival=self.rival.slug, platforms=where)
        return Excuse(
            id="no_shared_language",
            rival=self.rival.slug,
            platforms=where,
            theirs=theirs,
            ours=ours,
        )

    def _no_reviews(self) -> Excuse | None:
        whose: tuple[tuple[Brand, ExcuseId], ...] = (
            (self.rival, "no_review"),
            (self.us, "no_review_of_us"),
        )
        for brand, reason in whose:
            if not any(
                self.tallies.reviews(brand.slug, stratum, period=days)
                for stratum, days in self._shared().items()
            ):
                where = _sorted(stratum.platform for stratum in self._shared())
                return Excuse(id=reason, rival=self.rival.slug, platforms=where)
        if not any(
            self.tallies.reviews(self.rival.slug, stratum, period=days)
            and self.tallies.reviews(self.us.slug, stratum, period=days)
            for stratum, days in self._shared().items()
        ):
            return Excuse(id="no_shared_language_then", rival=self.rival.slug)
        return None

    def _too_few(self, thin: Mapping[Stratum, Period], *, floor: int) -> Excuse | None:
        if not thin:
            return None
        theirs, ours = (
            sum(self.tallies.reviews(brand.slug, s, period=days) for s, days in thin.items())
            for brand in (self.rival, self.us)
        )
        return Excuse(id="too_few", rival=self.rival.slug, counts=(theirs, ours, floor))

    def _displaced(self) -> Excuse:
        days = tuple(
            DaysRead(platform=platform, theirs=days, ours=days)
            for platform, days in self._common().items()
        )
        return Excuse(id="displaced", rival=self.rival.slug, days=days)

    def _platforms(self, brand: Brand) -> frozenset[str]:
        configured = {source.platform for source in brand.sources if source.kind == "reviews"}
        found = {stratum.platform for stratum in self.tallies.strata(brand.slug)}
        return frozenset(configured | found)

    def _countable(self) -> tuple[str, ...]:
        shared = self._platforms(self.rival) & self._platforms(self.us)
        return tuple(sorted(shared - quoted_platforms(self.rival) - quoted_platforms(self.us)))

    def _read(self, brand: Brand, platform: str) -> Period | None:
        return covered_days(self.covered, brand.slug, platform=platform, within=self.window)

    def _common(self) -> dict[str, Period]:
        read = {p: (self._read(self.rival, p), self._read(self.us, p)) for p in self._countable()}
        return {
            platform: days
            for platform, (theirs, ours) in read.items()
            if theirs and ours and (days := common_days((theirs, ours)))
        }

    def _shared(self) -> dict[Stratum, Period]:
        common = self._common()
        strata = set(self.tallies.strata(self.rival.slug)) & set(self.tallies.strata(self.us.slug))
        return {s: common[s.platform] for s in sorted(strata) if s.platform in common}

    def _languages(self, brand: Brand) -> frozenset[str]:
        common = self._common()
        strata = self.tallies.strata(brand.slug)
        return frozenset(stratum.language for stratum in strata if stratum.platform in common)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(names)))
