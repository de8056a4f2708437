"""What there is to see on one day: what stands out, and sources that were not read well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope.alerts.rules import Trouble, trouble_signals
from rivalscope.models import Period
from rivalscope.pipeline.alerts.judging import Judge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rivalscope.models import Incident, Signal
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: How sources end that were read well, or are rightly empty.
_WELL = frozenset({"ok", "imported", "empty"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What there is to see on one day."""

    signals: tuple[Signal, ...]
    """By rule; those of one rule the least likely first."""
    blind: Mapping[tuple[str, str], str]
    """(brand, platform) -> a source there that was not read well."""
    unjudged: frozenset[str] = frozenset()
    """Fingerprints of the incidents of which nothing can be said tonight."""


def see(settings: Settings, store: Store, *, as_of: date) -> Seen:
    """What the rules watch, in the week up to *as_of* and in how the sources ended last."""
    judge = Judge(settings, store, nights=Period(since=as_of, until=as_of))
    incidents = store.incidents.latest()
    unjudged = judge.unjudged(incidents, on=as_of)
    found = first_told(
        (
            signal
            for rule in settings.alerts
            for _, signals in judge.nights(rule)
            for signal in signals
        ),
        (one for one in incidents if one.fingerprint not in unjudged),
    )
    troubles = tuple(_troubles(settings, store))
    serious = {source.key for source in settings.sources if not source.optional}
    told = [one for one in troubles if one.key in serious]
    return Seen(
        signals=(*found, *trouble_signals(settings.alerts, told)),
        blind={(one.brand, one.platform): one.key for one in troubles},
        unjudged=unjudged,
    )


def first_told(signals: Iterable[Signal], incidents: Iterable[Incident]) -> tuple[Signal, ...]:
    """Of what several rules see, only what the first of them says of it.

    A brand's stars that fall while complaints jump are those complaints, and not news beside them:
    not until what is told of them, among the *incidents* that can be judged, is over.
    """
    found: dict[str, Signal] = {}
    for signal in signals:
        found.setdefault(signal.fingerprint, signal)
    told = {one.brand for one in found.values() if one.kind == "complaint_spike"} | {
        one.brand for one in incidents if one.kind == "complaint_spike" and one.state != "closed"
    }
    return tuple(
        one for one in found.values() if not (one.kind == "rating_drop" and one.brand in told)
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
