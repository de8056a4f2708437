"""Why a rival can't be compared with us, in one plain sentence: the first reason that holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.days import common_days, covered_days

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.days import Covered
    from analysis.tallies import Tallies
    from rivalscope.models import Brand, Period, Stratum


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

    def excuse(self, thin: Mapping[Stratum, Period], *, floor: int) -> str:
        """The sentence; ``thin`` is where both have reviews, but one has fewer than ``floor``."""
        reason = (
            self._no_platform()
            or self._only_picked()
            or self._never_read()
            or self._apart_in_time()
            or self._no_language()
            or self._no_reviews()
            or self._too_few(thin, floor=floor)
            or self._displaced()
        )
        return f"{self.rival.name} can't be compared: {reason}."

    def _no_platform(self) -> str | None:
        theirs, ours = self._platforms(self.rival), self._platforms(self.us)
        if not theirs:
            return "it has no source of reviews"
        if not ours:
            return f"{self.us.name} has no source of reviews"
        if theirs & ours:
            return None
        return f"it shares no platform with {self.us.name} ({_list(theirs)}; {_list(ours)})"

    def _only_picked(self) -> str | None:
        if self._countable():
            return None
        shared = _list(self._platforms(self.rival) & self._platforms(self.us))
        return f"reviews on {shared} are picked by relevance, so they are quoted but never counted"

    def _never_read(self) -> str | None:
        for brand, whose in ((self.rival, "its"), (self.us, f"{self.us.name}'s")):
            if not any((brand.slug, platform) in self.covered for platform in self._countable()):
                where = _list(self._countable())
                return f"no day of {whose} reviews on {where} is known to have been read in full"
        return None

    def _apart_in_time(self) -> str | None:
        if self._common():
            return None
        told = "; ".join(
            f"{platform}: {_span(self._read(self.rival, platform))}, "
            f"{self.us.name} {_span(self._read(self.us, platform))}"
            for platform in self._countable()
        )
        return f"no day within {_span(self.window)} is read in full for both ({told})"

    def _no_language(self) -> str | None:
        if self._shared():
            return None
        theirs, ours = self._languages(self.rival), self._languages(self.us)
        where = _list(self._common())
        if not theirs:
            return f"it has no dated review on {where} in a supported language"
        if not ours:
            return f"{self.us.name} has no dated review on {where} in a supported language"
        told = f"{_list(theirs)}; {_list(ours)}"
        return f"it shares no language with {self.us.name} on {where} ({told})"

    def _no_reviews(self) -> str | None:
        for brand, who in ((self.rival, "it"), (self.us, self.us.name)):
            if not any(
                self.tallies.reviews(brand.slug, stratum, period=days)
                for stratum, days in self._shared().items()
            ):
                where = _list(s.platform for s in self._shared())
                return f"{who} has no review on {where} on the days read in full for both"
        if not any(
            self.tallies.reviews(self.rival.slug, stratum, period=days)
            and self.tallies.reviews(self.us.slug, stratum, period=days)
            for stratum, days in self._shared().items()
        ):
            return f"it shares no language with {self.us.name} on the days read in full for both"
        return None

    def _too_few(self, thin: Mapping[Stratum, Period], *, floor: int) -> str | None:
        if not thin:
            return None
        theirs, ours = (
            sum(self.tallies.reviews(brand.slug, s, period=days) for s, days in thin.items())
            for brand in (self.rival, self.us)
        )
        return (
            f"only {theirs} of its reviews and {ours} of {self.us.name}'s fall on the same days "
            f"and places, and {floor} of each are needed"
        )

    def _displaced(self) -> str:
        told = "; ".join(f"{platform}: {_span(days)}" for platform, days in self._common().items())
        return f"the other rivals are compared on days that are not read in full for it ({told})"

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


def _list(names: Iterable[str]) -> str:
    return ", ".join(sorted(set(names)))


def _span(period: Period | None) -> str:
    return f"{period.since} to {period.until}" if period else "none"
