"""What each rule sees on each of some nights, of the counts as they are stored."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.days import covered_by, covered_days
from analysis.faq.history import changes
from analysis.findings import tallied
from analysis.policies import policy_changes
from analysis.spikes import (
    SpikeLimits,
    rating_drops,
    recent_and_before,
    replayed,
    settled,
    volume_shifts,
)
from rivalscope.alerts.rules import (
    Context,
    LeftOut,
    OurSide,
    change_signals,
    shift_signal,
    spike_signal,
)
from rivalscope.models import Period, Understanding
from rivalscope.pipeline.day_told import DayTold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from rivalscope.models import (
        FaqChange,
        Incident,
        PolicyChange,
        Shift,
        Signal,
        Spike,
        Stratum,
    )
    from rivalscope.settings import AlertRule, Settings
    from rivalscope.storage import Store
    from rivalscope.storage.arrivals import Steadiness

    Night = tuple[date, tuple[Signal, ...]]

#: For so long a change of a brand's own pages is news.
_NEWS_DAYS = 14
#: Share of the recent reviews that may have been overlooked, or dated anew.
_MOST_ODD = 0.1
_SPIKES = frozenset({"complaint_spike", "praise_surge"})
#: They need reviews that come in when they are dated.
_SHIFTS = frozenset({"rating_drop", "volume_surge", "volume_drop"})


class Judge:
    """Judges some nights of one market; what it needs is read once."""

    def __init__(self, settings: Settings, store: Store, *, nights: Period) -> None:
        self._settings = settings
        self._store = store
        self._nights = nights
        self._days = DayTold(settings, store, nights=nights)

    def nights(self, rule: AlertRule) -> Iterator[Night]:
        """What *rule* sees on each of the nights on which it could see anything, in order.

        Nothing for a rule about the health of sources: that is not in the counts.
        """
        match rule.kind:
            case "complaint_spike" | "praise_surge":
                return self._spikes(rule)
            case "rating_drop" | "volume_surge" | "volume_drop":
                return self._shifts(rule)
            case "policy_change":
                return self._changes(rule)
            case "source_health":
                return iter(())

    def unjudged(self, incidents: Iterable[Incident], *, on: date) -> frozenset[str]:
        """Fingerprints of those of which nothing can be said on that night.

        At no place where they were seen is any of the last seven days known: that nothing is seen
        of them does not make them over. Nothing is waited for where no review is stored any more,
        or no rule watches.
        """
        covered = covered_by(self._days.coverages)
        week, _ = recent_and_before(on)
        days = settled(covered, self.waits, as_of=on)
        known = frozenset(
            (brand, platform)
            for brand, platform in days
            if covered_days(days, brand, platform=platform, within=week)
        )
        judged = dict.fromkeys(_SPIKES, known) | dict.fromkeys(_SHIFTS, known & self._steady)
        watched = {(rule.id, brand) for rule in self._settings.alerts for brand in rule.brands}
        return frozenset(
            one.fingerprint
            for one in incidents
            if one.kind in judged and (one.rule, one.brand) in watched
            for places in ({(one.brand, platform) for platform in one.facts.get("platforms", ())},)
            if places & covered.keys() and not places & judged[one.kind]
        )

    @property
    def waits(self) -> dict[tuple[str, str], int]:
        """(brand, platform) -> days until the reviews of a day are there."""
        return self._days.waits

    def _spikes(self, rule: AlertRule) -> Iterator[Night]:
        nights = replayed(
            self._days.tallies,
            nights=self._nights,
            coverage=self._days.coverages,
            limits=limits_of(rule),
            polarity="negative" if rule.kind == "complaint_spike" else "positive",
            waits=self.waits,
        )
        for night, found in nights:
            yield (
                night,
                tuple(
                    spike_signal(
                        rule,
                        spike,
                        context=self._context(spike.finding.brand, spike.finding.strata, night),
                        ours=self._our_side(spike),
                    )
                    for spike in found
                ),
            )

    def _shifts(self, rule: AlertRule) -> Iterator[Night]:
        for night, found in self._found_shifts(rule):
            yield (
                night,
                tuple(
                    shift_signal(
                        rule, shift, context=self._context(shift.brand, shift.strata, night)
                    )
                    for shift in found
                ),
            )

    def _found_shifts(self, rule: AlertRule) -> Iterator[tuple[date, tuple[Shift, ...]]]:
        steady = tuple(
            row for row in self._days.coverages if (row.brand, row.platform) in self._steady
        )
        limits = limits_of(rule)
        if rule.kind == "rating_drop":
            return rating_drops(
                self._days.stars,
                nights=self._nights,
                coverage=steady,
                limits=limits,
                waits=self.waits,
            )
        return volume_shifts(
            self._days.volumes,
            direction="surge" if rule.kind == "volume_surge" else "drop",
            nights=self._nights,
            coverage=steady,
            limits=limits,
            waits=self.waits,
        )

    def _changes(self, rule: AlertRule) -> Iterator[Night]:
        for number in range(self._nights.days):
            night = self._nights.since + timedelta(days=number)
            news = Period(since=night - timedelta(days=_NEWS_DAYS - 1), until=night)
            yield night, change_signals(rule, (one for one in self._news if one.on in news))

    @cached_property
    def _steady(self) -> frozenset[tuple[str, str]]:
        """Brands and platforms whose reviews come in when they are dated, and keep their dates.

        Where many were overlooked before (a page shows more than it did), or were dated anew,
        neither volume nor stars can be held against what was.
        """
        recent, before = recent_and_before(self._nights.until)
        seen = self._store.arrivals.steadiness(since=before.since, until=recent.until)
        unsteady = {
            (brand, platform)
            for (brand, _, platform), rows in seen.items()
            if _odd(rows, usual=self.waits.get((brand, platform), 0))
            > _MOST_ODD * sum(row.reviews for row in rows)
        }
        return frozenset({(row.brand, row.platform) for row in self._days.coverages} - unsteady)

    @cached_property
    def _news(self) -> tuple[PolicyChange | FaqChange, ...]:
        history = self._store.site_history
        return (*policy_changes(history.signals()), *changes(history.answers(), _unread))

    def _context(self, brand: str, strata: Iterable[Stratum], night: date) -> Context:
        platforms = sorted({stratum.platform for stratum in strata})
        return Context(
            platforms=tuple(platforms),
            sources=tuple(
                source.key
                for source in self._settings.sources
                if source.brand == brand
                and source.platform in platforms
                and source.kind == "reviews"
                and not source.quotes_only
            ),
            left_out=tuple(
                one for platform in platforms for one in self._left_out(brand, platform, night)
            ),
        )

    def _left_out(self, brand: str, platform: str, night: date) -> Iterator[LeftOut]:
        """The days of those that are shown which count for nothing, and why."""
        recent, before = recent_and_before(night)
        covered = covered_by(self._days.coverages).get((brand, platform))
        wait = self.waits.get((brand, platform), 0)
        complete = night - timedelta(days=wait)
        if covered and covered.since and covered.since > before.since:
            last = min(covered.since - timedelta(days=1), night)
            yield LeftOut(platform, before.since, last, "not_in_full")
        if covered and covered.until < complete:
            yield LeftOut(platform, covered.until + timedelta(days=1), complete, "not_read")
        if wait:
            yield LeftOut(platform, complete + timedelta(days=1), recent.until, "waited_for")

    def _our_side(self, spike: Spike) -> OurSide | None:
        us, finding = self._settings.us.slug, spike.finding
        if finding.brand == us:
            return None
        found = tallied(
            self._days.tallies,
            us,
            topic=(finding.theme, finding.polarity),
            strata=dict.fromkeys(finding.strata, finding.period),
        )
        return OurSide(
            complaints=sum(one.n for one in found),
            reviews=sum(one.of for one in found),
            is_rising=us in spike.also,
        )


def limits_of(rule: AlertRule) -> SpikeLimits:
    """What a series is held to for this rule: its own are judged together, and no others."""
    return SpikeLimits(
        min_complaints=rule.floor,
        false_discovery=rule.false_discovery,
        brands=frozenset(rule.brands),
        subjects=None if rule.themes is None else frozenset(rule.themes),
    )


def _odd(rows: Iterable[Steadiness], *, usual: int) -> int:
    """Reviews that were overlooked for longer than is *usual* there, or were dated anew."""
    return sum(
        row.reviews if row.overlooked is not None and row.overlooked > usual + 1 else row.redated
        for row in rows
    )


def _unread(text: str) -> Understanding:
    """What an answer is about is of no interest here, only that it changed."""
    return Understanding(id=text, language="unknown", sentiment="unknown", score=None)
