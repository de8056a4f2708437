"""From what a channel has yet to be told to one message, never split and never too long; pure."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from rivalscope.alerts.wording import label_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from rivalscope.models import DigestCadence, Incident, Notice

SCHEMA = "rivalscope.alert-message.1"
#: More than this nobody reads; the rest is a number.
MOST_INCIDENTS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What stands around the incidents of a message."""

    market: str
    synthetic: bool
    on: date
    names: Mapping[str, str]
    """Brand slug -> name."""
    labels: Mapping[str, str]
    """Theme id -> label."""
    base_url: str | None
    sections: tuple[tuple[str, tuple[str, ...]], ...] = field(default=())
    """Title and lines of what a weekly or monthly digest holds besides incidents."""


def period_of(cadence: DigestCadence, on: date) -> str:
    """The day, ISO week or month that a digest of *on* is for."""
    if cadence == "weekly":
        year, week, _ = on.isocalendar()
        return f"{year}-W{week:02}"
    return on.isoformat() if cadence == "nightly" else f"{on:%Y-%m}"


def compose(
    notices: Sequence[Notice], *, masthead: Masthead, cadence: DigestCadence
) -> dict[str, Any]:
    """The content of one message: what is worst and newest first, and how many more there are.

    The customers' words are no part of it yet.
    """
    happened: dict[int, list[str]] = {}
    incidents: dict[int, Incident] = {}
    for notice in notices:
        if notice.what == "reopened":
            happened[notice.incident.id] = []  # it was over in between, and is not any more
        happened.setdefault(notice.incident.id, []).append(notice.what)
        incidents[notice.incident.id] = notice.incident
    entries = [entry_of(one, happened[one.id], masthead) for one in incidents.values()]
    entries.sort(key=_urgency)
    report = f"{masthead.base_url}/{masthead.on}/report.html" if masthead.base_url else None
    return {
        "schema": SCHEMA,
        "market": masthead.market,
        "synthetic": masthead.synthetic,
        "on": masthead.on.isoformat(),
        "cadence": cadence,
        "period": period_of(cadence, masthead.on),
        "incidents": entries[:MOST_INCIDENTS],
        "more": max(0, len(entries) - MOST_INCIDENTS),
        "sections": [{"title": title, "lines": list(lines)} for title, lines in masthead.sections],
        "report_url": report,
    }


def entry_of(incident: Incident, happened: Sequence[str], masthead: Masthead) -> dict[str, Any]:
    """The incident as messages have it; *happened*: what is told of it."""
    return {
        "id": incident.id,
        "fingerprint": incident.fingerprint,
        "kind": incident.kind,
        "brand": incident.brand,
        "brand_name": masthead.names.get(incident.brand, incident.brand),
        "subject": incident.subject,
        "label": label_of(incident.kind, incident.subject, masthead.labels),
        "state": incident.state,
        "happened": list(happened),
        "severity": incident.severity,
        "rule": incident.rule,
        "first_on": incident.first_on.isoformat(),
        "opened_on": incident.opened_on.isoformat() if incident.opened_on else None,
        "last_on": incident.last_on.isoformat(),
        "facts": dict(incident.facts),
        "quotes": [],
    }


def identity(channel: str, content: Mapping[str, Any], events: Iterable[int]) -> str:
    """The id of a message: the same whenever the same news is put together for the channel."""
    lives = [(one["fingerprint"], one["first_on"]) for one in content["incidents"]]
    told = [content["market"], channel, content["on"], content["cadence"], lives, sorted(events)]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()[:32]


def message_id(key: str, base_url: str | None) -> str:
    """``<...>`` for e-mail (RFC 5322, 3.6.4), in the name of the site that shows our reports."""
    host = urlsplit(base_url).hostname if base_url else None
    return f"<{key}@{host or 'rivalscope.invalid'}>"


def _urgency(entry: Mapping[str, Any]) -> tuple[object, ...]:
    return (
        "closed" in entry["happened"],
        entry["severity"] != "critical",
        not {"opened", "reopened"} & set(entry["happened"]),
        entry["kind"],
        entry["facts"].get("p", 1.0),
        entry["fingerprint"],
    )
