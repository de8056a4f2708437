"""Each brand by itself: what its customers say, compared with nobody."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.evidence import choose
from analysis.findings import everywhere, gather
from analysis.intervals import wilson
from analysis.tallies import Tallies
from rivalscope.models import BrandReport, Interval, Period, Rate, SourceReport

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date, datetime

    from analysis.days import Covered
    from rivalscope.models import Brand, DailyVolume, Evidence, FaqEntry, Finding, SourceState
    from rivalscope.settings import Settings
    from rivalscope.storage import BrandTally, SourceRun, Store

#: Under one finding, and how many reviews are asked for them: at first, and then.
_QUOTES = 3
_LOOKED_AT = (6, 24)


class Profiler:
    """Makes the BrandReports of one report."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        tallies: Tallies,
        volumes: Iterable[DailyVolume],
        covered: Covered,
        window: Period,
    ) -> None:
        self._settings = settings
        self._store = store
        self._tallies = tallies
        self._volumes = volumes
        self._covered = covered
        self._window = window

    def profiles(self) -> tuple[BrandReport, ...]:
        """All brands, in the order of the configuration."""
        return tuple(map(self.profile, self._settings.brands))

    def profile(self, brand: Brand) -> BrandReport:
        """*brand* in the report's window; in all its history where that holds too few reviews."""
        period, findings = self._findings(brand.slug)
        look = period or self._window
        tally = self._store.understandings.tally(
            brand.slug,
            since=look.since,
            until=look.until,
            without=self._quotes_only,
        )
        return BrandReport(
            slug=brand.slug,
            name=brand.name,
            is_us=brand.is_us,
            period=period,
            reviews=tally.reviews,
            unknown_language=self._unknown.get(brand.slug, 0),
            undated=self._undated.get(brand.slug, 0),
            positive=tally.positive,
            negative=tally.negative,
            neutral=tally.neutral,
            stars=tally.stars,
            reply_share=_reply_share(tally, confidence=self._settings.thresholds.confidence),
            findings=findings,
            quotes=self._quotes(brand.slug, findings, look),
            sources=self._sources(brand),
            chat=self._chat.get(brand.slug, ()),
            faq_entries=len(self._faq.get(brand.slug, ())),
        )

    def _findings(self, brand: str) -> tuple[Period | None, tuple[Finding, ...]]:
        found = self._gathered(self._tallies, brand, period=self._window)
        if not found or found[0].rate.of < self._settings.thresholds.min_reviews:
            found = self._gathered(self._all_tallies(brand), brand, period=self._history) or found
        mentioned = tuple(finding for finding in found if finding.rate.n)
        return (found[0].period, mentioned) if found else (None, ())

    def _gathered(self, tallies: Tallies, brand: str, *, period: Period) -> tuple[Finding, ...]:
        scope = everywhere(tallies, self._covered, period=period)
        own = {brand: scope[brand]} if brand in scope else {}
        return gather(tallies, own, covered=self._covered, thresholds=self._settings.thresholds)

    def _all_tallies(self, brand: str) -> Tallies:
        """One brand's, of all its history."""
        counts = self._store.understandings.daily_counts(
            until=self._until, without=self._quotes_only, brand=brand
        )
        return Tallies((row for row in self._volumes if row.brand == brand), counts)

    def _quotes(
        self, brand: str, findings: tuple[Finding, ...], look: Period
    ) -> Mapping[str, tuple[Evidence, ...]]:
        return {finding.id: self._chosen(brand, finding, look) for finding in findings}

    def _chosen(self, brand: str, finding: Finding, look: Period) -> tuple[Evidence, ...]:
        """The best come first, so that few are looked at; more, where those repeat each other."""
        chosen: tuple[Evidence, ...] = ()
        for most in _LOOKED_AT:
            found = self._store.understandings.evidence(
                brand, theme=finding.theme, polarity=finding.polarity, period=look, most=most
            )
            chosen = choose(found, most=_QUOTES)
            if len(chosen) == _QUOTES or len(found) < most:
                break
        return chosen

    def _sources(self, brand: Brand) -> tuple[SourceReport, ...]:
        """The configured sources, then those that were only ever imported."""
        configured = {source.id: (source.platform, source.kind) for source in brand.sources}
        imported = {
            source: (platform, "reviews")
            for owner, source, platform in self._stored
            if owner == brand.slug and source not in configured
        }
        return tuple(
            self._source(brand.slug, source, platform=platform, kind=kind)
            for source, (platform, kind) in {**configured, **imported}.items()
        )

    def _source(self, brand: str, source: str, *, platform: str, kind: str) -> SourceReport:
        state: SourceState = "never_run"
        reason = None
        if (brand, source) in self._latest:
            run, _ = self._latest[brand, source]
            state, reason = run.state, run.reason
        return SourceReport(
            brand=brand,
            id=source,
            platform=platform,
            kind=kind,
            state=state,
            reason=reason,
            reviews=self._stored.get((brand, source, platform), 0),
            rating=self._ratings.get((brand, source)),
        )

    @cached_property
    def _quotes_only(self) -> frozenset[str]:
        return frozenset(source.key for source in self._settings.sources if source.quotes_only)

    @property
    def _until(self) -> date:
        return self._window.until

    @cached_property
    def _history(self) -> Period:
        oldest = self._store.understandings.oldest_day() or self._window.since
        return Period(since=min(oldest, self._until - timedelta(days=1)), until=self._until)

    @cached_property
    def _stored(self) -> dict[tuple[str, str, str], int]:
        return self._store.understandings.stored_by_source(until=self._until)

    @cached_property
    def _latest(self) -> dict[tuple[str, str], tuple[SourceRun, datetime]]:
        return self._store.runs.latest_of_sources()

    @cached_property
    def _ratings(self) -> dict[tuple[str, str], float]:
        return self._store.sites.ratings()

    @cached_property
    def _unknown(self) -> dict[str, int]:
        return self._store.understandings.unknown_languages(until=self._until)

    @cached_property
    def _undated(self) -> dict[str, int]:
        return self._store.understandings.undated(until=self._until)

    @cached_property
    def _chat(self) -> dict[str, tuple[str, ...]]:
        return self._store.sites.chat()

    @cached_property
    def _faq(self) -> dict[str, tuple[FaqEntry, ...]]:
        return self._store.sites.faq()


def _reply_share(tally: BrandTally, *, confidence: float) -> Rate | None:
    """Owner replies, on platforms that show any. No design effect: they are the owner's doing."""
    if not tally.repliable:
        return None
    bounds = wilson(tally.replied, tally.repliable, confidence=confidence)
    return Rate(
        n=tally.replied,
        of=tally.repliable,
        per_100=100 * tally.replied / tally.repliable,
        interval=Interval(low=100 * bounds.low, high=100 * bounds.high),
    )
