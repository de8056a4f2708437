"""Stage 4: what the rules see becomes incidents, and those become messages, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.alerts.lifecycle import Reminding, advance, obstacle
from rivalscope.alerts.rules import Alert
from rivalscope.models import IncidentEvent
from rivalscope.pipeline.alerts.digesting import write_messages
from rivalscope.pipeline.alerts.seeing import see
from rivalscope.storage import Store, writing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from rivalscope.alerts.lifecycle import Step
    from rivalscope.models import Incident, Report, Signal
    from rivalscope.pipeline.alerts.seeing import Seen
    from rivalscope.settings import Settings

#: Who changes incidents at night.
_OURSELVES = "rivalscope"


def find_alerts(
    settings: Settings, *, as_of: date, report: Report | None = None
) -> tuple[Alert, ...]:
    """What the rules ask to be told of the week up to *as_of*; by rule, the least likely first.

    Incidents and the messages about them are kept together or not at all; nothing is sent here.
    Another run on the same day tells nothing as new. A day before the last one that was judged is
    only looked at. *report* is what weekly and monthly digests are taken from.
    """
    with writing(settings.database), Store(settings.database) as store:
        seen = see(settings, store, as_of=as_of)
        opened: frozenset[str] = frozenset()
        with store.tx():
            judged_until = store.incidents.judged_until(_last_day(as_of))
            if judged_until is None or as_of >= judged_until:
                opened = judge(settings, store, seen, on=as_of)
                write_messages(settings, store, on=as_of, report=report)
                store.incidents.save_judged(as_of)
        incidents = {one.fingerprint: one for one in store.incidents.latest()}
    return tuple(
        _alert(signal, incidents.get(signal.fingerprint), opened=opened, seen=seen, on=as_of)
        for signal in seen.signals
        if signal.kind != "source_health"  # how the sources ended is told anyway
    )


def _alert(
    signal: Signal,
    incident: Incident | None,
    *,
    opened: Collection[str],
    seen: Seen,
    on: date,
) -> Alert:
    held_back = None
    if incident and incident.state in {"pending", "closed"}:
        held_back = obstacle(incident, blind=seen.blind) or None
    if incident and incident.state == "pending":
        held_back = held_back or "seen on too few nights so far"
    return Alert(
        signal=signal,
        opened_on=(incident.opened_on if incident else None) or on,
        is_new=signal.fingerprint in opened,
        held_back=held_back,
    )


def judge(settings: Settings, store: Store, seen: Seen, *, on: date) -> frozenset[str]:
    """Moves the incidents on by a day; gives the fingerprints of those it opened."""
    steps = advance(
        [_in_time(one, on=on) for one in store.incidents.latest()],
        seen.signals,
        on=on,
        blind=seen.blind,
        unjudged=seen.unjudged,
        reminding=Reminding(every_days=settings.remind_every_days, most=settings.reminders),
    )
    ids: dict[str, int] = {}
    for step in steps:
        _keep(settings, store, step, ids=ids, on=on)
    return frozenset(step.incident.fingerprint for step in steps if step.what == "opened")


def _last_day(on: date) -> date:
    """What is dated later is of a clock that was wrong, and must not silence what is seen *on*."""
    return max(on, clock.today() + timedelta(days=1))


def _in_time(incident: Incident, *, on: date) -> Incident:
    if incident.last_on <= _last_day(on):
        return incident
    return replace(incident, last_on=on - timedelta(days=1))


def _keep(settings: Settings, store: Store, step: Step, *, ids: dict[str, int], on: date) -> None:
    """One step; *ids* are those that incidents got in earlier steps of this day."""
    fingerprint = step.incident.fingerprint
    known = step.incident.id or ids.get(fingerprint, 0)
    incident = store.incidents.save(replace(step.incident, id=known))
    ids[fingerprint] = incident.id
    if step.what is None:
        return
    event = store.incidents.record(
        incident.id,
        IncidentEvent(what=step.what, on=on, at=clock.now(), who=_OURSELVES, note=step.note),
    )
    rule = next((rule for rule in settings.alerts if rule.id == incident.rule), None)
    for channel in rule.channels if rule and step.is_told else ():
        urgent = rule is not None and rule.is_immediate and step.what != "closed"
        store.outbox.notify(event, channel=channel, urgent=urgent)
