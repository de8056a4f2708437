"""What there is to see on one day: spikes, and sources that were not read well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.spikes import spikes
from rivalscope.alerts.rules import OurSide, Trouble, fired, spike_signal, trouble_signals

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from rivalscope.models import DailyCount, DailyVolume, Signal, Spike
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: How sources end that were read well, or are rightly empty.
_WELL = frozenset({"ok", "imported", "empty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to see on one day."""

    spikes: tuple[tuple[str, Spike], ...]
    """Rule and spike, the least likely first."""
    signals: tuple[Signal, ...]
    blind: Mapping[tuple[str, str], str]
    """(brand, platform) -> a source there that was not read well."""


def see(settings: Settings, store: Store, *, as_of: date) -> Seen:
    """What the rules watch, in the week up to *as_of* and in how the sources ended last."""
    without = {source.key for source in settings.sources if source.quotes_only}
    volumes = store.understandings.daily_volumes(until=as_of, without=without)
    counts = store.understandings.daily_counts(until=as_of, without=without)
    coverage = store.runs.coverages(without=without)
    found = spikes(volumes, counts, as_of=as_of, coverage=coverage)
    rules = {rule.id: rule for rule in settings.alerts}
    watched = fired(settings.alerts, found)
    troubles = tuple(_troubles(settings, store))
    serious = {source.key for source in settings.sources if not source.optional}
    spike_signals = (
        spike_signal(
            rules[rule],
            spike,
            sources=_sources(settings, spike),
            ours=_our_side(settings, spike, found, volumes=volumes, counts=counts),
        )
        for rule, spike in watched
    )
    told = [one for one in troubles if one.key in serious]
    return Seen(
        spikes=watched,
        signals=(*spike_signals, *trouble_signals(settings.alerts, told)),
        blind={(one.brand, one.platform): one.key for one in troubles},
    )


def _troubles(settings: Settings, store: Store) -> Iterator[Trouble]:
    """The configured sources whose last crawl did not end well."""
    latest, well = store.runs.latest_of_sources(), store.runs.last_ok()
    for source in settings.sources:
        place = (source.brand, source.id)
        if not source.url or place not in latest:
            continue
        ended, _at = latest[place]
        if ended.state not in _WELL:
            yield Trouble(
                brand=source.brand,
                source=source.id,
                platform=source.platform,
                state=ended.state,
                reason=ended.reason,
                last_ok_on=well[place].date() if place in well else None,
            )


def _sources(settings: Settings, spike: Spike) -> list[str]:
    platforms = {stratum.platform for stratum in spike.finding.strata}
    return [
        source.key
        for source in settings.sources
        if source.brand == spike.finding.brand
        and source.platform in platforms
        and source.kind == "reviews"
        and not source.quotes_only
    ]


def _our_side(
    settings: Settings,
    spike: Spike,
    found: Sequence[Spike],
    *,
    volumes: Iterable[DailyVolume],
    counts: Iterable[DailyCount],
) -> OurSide | None:
    us, finding = settings.us.slug, spike.finding
    if finding.brand == us:
        return None
    return OurSide(
        complaints=sum(
            row.complaints
            for row in counts
            if (row.brand, row.theme) == (us, finding.theme)
            and row.day in finding.period
            and row.stratum in finding.strata
        ),
        reviews=sum(
            row.reviews
            for row in volumes
            if row.brand == us and row.day in finding.period and row.stratum in finding.strata
        ),
        is_rising=any(
            (one.finding.brand, one.finding.theme) == (us, finding.theme) for one in found
        ),
    )
