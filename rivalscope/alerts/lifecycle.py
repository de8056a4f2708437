"""The life of an incident: pending, open, ongoing, recovering, closed; pure.

::

    signal --> pending --> open --> ongoing <--> recovering --> closed
                  |                    ^                           |
                  v                    +------- within the --------+
               closed (never told)              cool-down

All of it goes by days. A day that was judged already changes nothing when it is judged again, so
that a run may be killed and repeated.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope.models import Incident

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from rivalscope.models import Happening, IncidentKind, Signal


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long is waited before something is said of an incident."""

    quiet_days: int
    """Days without a signal after which it is over."""
    cool_down_days: int
    """A signal within this many days of the last one belongs to the same incident."""
    is_told_once: bool = False
    """Neither that it goes on nor that it is over is news."""


#: The detectors look at a week, so that a spike needs a week to leave it. A source that was read
#: well is well at once. What a brand changed on its pages stays changed, and is only no news.
_WEEK = Patience(quiet_days=7, cool_down_days=14)
PATIENCE: Mapping[IncidentKind, Patience] = {
    "complaint_spike": _WEEK,
    "praise_surge": _WEEK,
    "rating_drop": _WEEK,
    "volume_surge": _WEEK,
    "volume_drop": _WEEK,
    "policy_change": Patience(quiet_days=1, cool_down_days=14, is_told_once=True),
    "source_health": Patience(quiet_days=1, cool_down_days=3),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminding:
    """How often an incident that goes on is spoken of again."""

    every_days: int = 7
    most: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing that happened to an incident."""

    incident: Incident
    """As it is afterwards."""
    what: Happening | None = None
    """None where only its figures are of a later day."""
    is_told: bool = False
    note: str = ""


def advance(
    incidents: Iterable[Incident],
    signals: Iterable[Signal],
    *,
    on: date,
    blind: Mapping[tuple[str, str], str],
    unjudged: Collection[str] = (),
    reminding: Reminding,
) -> tuple[Step, ...]:
    """What the day *on* does to the incidents, in the order of the fingerprints.

    *incidents*: those not closed, and of each fingerprint the latest closed one.
    *blind*: (brand, platform) -> a source there that was not read well. What is seen on such a
    platform may be our own fault: it opens nothing, closes nothing, and is not spoken of.
    *unjudged*: fingerprints of which nothing could be said, so that they stay what they are.
    """
    known = {one.fingerprint: one for one in sorted(incidents, key=lambda one: one.first_on)}
    seen = {one.fingerprint: one for one in signals}
    steps: list[Step] = []
    day = _Day(on=on, blind=blind, unjudged=unjudged, reminding=reminding)
    for fingerprint in sorted({*known, *seen}):
        steps += day.steps(known.get(fingerprint), seen.get(fingerprint))
    return tuple(steps)


def obstacle(incident: Incident, *, blind: Mapping[tuple[str, str], str]) -> str:
    """Why what is seen of the incident is not to be trusted; empty where it is."""
    if incident.kind == "source_health":
        return ""
    platforms = incident.facts.get("platforms", ())
    ill = (blind.get((incident.brand, platform)) for platform in platforms)
    source = next(filter(None, ill), None)
    return f"{source} was not read well" if source else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Day:
    on: date
    blind: Mapping[tuple[str, str], str]
    unjudged: Collection[str]
    reminding: Reminding

    def steps(self, incident: Incident | None, signal: Signal | None) -> Iterator[Step]:
        if incident and incident.last_on > self.on:
            return  # a look back at a day that is over
        if signal:
            yield from self._with_signal(incident, signal)
        elif incident and incident.last_on < self.on:
            yield from self._without_signal(incident)

    def _with_signal(self, before: Incident | None, signal: Signal) -> Iterator[Step]:
        incident = self._met(before, signal)
        if incident and incident.state == "closed" and self._obstacle(incident):
            return
        if incident is None:
            incident = _pending(signal, on=self.on)
            yield Step(incident=incident, what="seen", note=self._obstacle(incident))
        if incident.state == "pending":
            ripe = incident.seen >= signal.confirm_nights and not self._obstacle(incident)
            if ripe:
                yield self._opened(incident)
            elif before:
                yield Step(incident=incident)
        elif before and incident.last_on > before.last_on:
            yield from self._seen_again(before, incident)

    def _met(self, before: Incident | None, signal: Signal) -> Incident | None:
        """The incident as the signal leaves it; None where it belongs to none that is known."""
        if before is None or (before.state == "closed" and self._is_cool(before)):
            return None
        if before.last_on == self.on:
            return before
        return replace(
            before,
            rule=signal.rule,
            severity=signal.severity,
            facts=signal.facts,
            seen=before.seen + 1,
            last_on=self.on,
        )

    def _is_cool(self, closed: Incident) -> bool:
        if closed.opened_on is None:
            return True
        return (self.on - closed.last_on).days > PATIENCE[closed.kind].cool_down_days

    def _opened(self, incident: Incident) -> Step:
        opened = replace(incident, state="open", opened_on=self.on)
        if self._is_quiet(opened):
            return Step(incident=opened, what="opened")
        return Step(incident=replace(opened, told_on=self.on), what="opened", is_told=True)

    def _seen_again(self, before: Incident, incident: Incident) -> Iterator[Step]:
        incident = replace(incident, state="ongoing")
        if before.state == "closed":
            incident = replace(incident, closed_on=None, reminders=0, acknowledged_on=None)
            if before.told_on == before.closed_on:  # that it is over is what was told last
                back = replace(incident, told_on=self.on)
                yield Step(incident=back, what="reopened", is_told=True)
                return
            yield Step(incident=incident, what="reopened")
        else:
            yield Step(incident=incident, what=None if before.state == "ongoing" else "ongoing")
        if self._is_quiet(incident):
            return
        told = replace(incident, told_on=self.on)
        if (before.severity, incident.severity) == ("warning", "critical"):
            yield Step(incident=told, what="worse", is_told=True)
        elif self._is_reminder_due(incident):
            reminded = replace(told, reminders=incident.reminders + 1)
            note = f"{reminded.reminders} of {self.reminding.most}"
            yield Step(incident=reminded, what="reminded", is_told=True, note=note)

    def _without_signal(self, incident: Incident) -> Iterator[Step]:
        if incident.state == "closed" or self._obstacle(incident):
            return
        if incident.fingerprint in self.unjudged:
            return
        if incident.state == "pending":
            note = "it was gone before it was told"
            yield Step(incident=self._closed(incident), what="closed", note=note)
            return
        if incident.state != "recovering":
            incident = replace(incident, state="recovering")
            yield Step(incident=incident, what="recovering")
        if (self.on - incident.last_on).days >= PATIENCE[incident.kind].quiet_days:
            closed = self._closed(incident)
            if self._is_quiet(incident) or PATIENCE[incident.kind].is_told_once:
                yield Step(incident=closed, what="closed")
            else:
                yield Step(incident=replace(closed, told_on=self.on), what="closed", is_told=True)

    def _closed(self, incident: Incident) -> Incident:
        return replace(incident, state="closed", closed_on=self.on)

    def _is_reminder_due(self, incident: Incident) -> bool:
        is_enough = incident.acknowledged_on or incident.reminders >= self.reminding.most
        if is_enough or PATIENCE[incident.kind].is_told_once:
            return False
        told_on = incident.told_on or incident.first_on
        return self.on >= told_on + timedelta(days=self.reminding.every_days)

    def _is_quiet(self, incident: Incident) -> bool:
        """Whether it must not be spoken of today."""
        snoozed = incident.snoozed_until is not None and self.on < incident.snoozed_until
        return snoozed or bool(self._obstacle(incident))

    def _obstacle(self, incident: Incident) -> str:
        return obstacle(incident, blind=self.blind)


def _pending(signal: Signal, *, on: date) -> Incident:
    return Incident(
        id=0,
        kind=signal.kind,
        brand=signal.brand,
        subject=signal.subject,
        rule=signal.rule,
        severity=signal.severity,
        state="pending",
        seen=1,
        first_on=on,
        last_on=on,
        facts=signal.facts,
    )
