"""What is told when something goes wrong: signals of one day, incidents with a life."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

IncidentKind = Literal[
    "complaint_spike",
    "praise_surge",
    "rating_drop",
    "volume_surge",
    "volume_drop",
    "policy_change",
    "source_health",
]
IncidentState = Literal["pending", "open", "ongoing", "recovering", "closed"]
Severity = Literal["warning", "critical"]
DigestCadence = Literal["nightly", "weekly", "monthly"]
Happening = Literal[
    "seen",
    "opened",
    "ongoing",
    "worse",
    "reminded",
    "recovering",
    "closed",
    "reopened",
    "snoozed",
    "acknowledged",
]
"""What can happen to an incident."""


class Defaults(NamedTuple):
    """What a rule of a kind that chance can raise is held to, unless it says otherwise."""

    sensitivity: float
    """Expected false alerts a month."""
    floor: int
    """Complaints, praises or reviews that must be there."""
    confirm_nights: int = 1
    """Nights it must be seen on before it is told."""


DEFAULTS: Mapping[IncidentKind, Defaults] = {
    "complaint_spike": Defaults(0.15, 8),
    "praise_surge": Defaults(0.15, 8),
    "rating_drop": Defaults(0.03, 20, confirm_nights=3),
    "volume_surge": Defaults(0.03, 20),
    "volume_drop": Defaults(0.03, 20),
}
"""Kinds that are absent are no matter of chance.

Stars wait for three nights, so that the theme that they fall for is told, and not that they fall.
"""
NIGHTS_A_MONTH = 30
"""In which a rule may have its false alerts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """What one rule sees on one day."""

    kind: IncidentKind
    brand: str
    subject: str
    """A theme, a platform, ``all``, the id of a source, or what changed ``@`` the day it did."""
    rule: str
    severity: Severity
    confirm_nights: int = 1
    """Nights it must be seen on before it is told."""
    facts: Mapping[str, Any] = field(default_factory=dict)
    """Figures of the day, as JSON has them: rivalscope/alerts/message.schema.json."""

    @property
    def fingerprint(self) -> str:
        """What makes two signals of different days one incident."""
        return f"{self.kind}:{self.brand}:{self.subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Something that a rule saw, from its first day to its last."""

    id: int
    """0 for one that was never stored."""
    kind: IncidentKind
    brand: str
    subject: str
    rule: str
    severity: Severity
    state: IncidentState
    seen: int
    """Days it was seen on."""
    first_on: date
    opened_on: date | None = None
    last_on: date
    """The day it was last seen on."""
    closed_on: date | None = None
    told_on: date | None = None
    """The day it was last spoken of."""
    reminders: int = 0
    snoozed_until: date | None = None
    """The day from which it is spoken of again."""
    acknowledged_on: date | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """As its signals have it."""
        return f"{self.kind}:{self.brand}:{self.subject}"


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEvent:
    """One line of an incident's history."""

    what: Happening
    on: date
    """The day that was looked at."""
    at: datetime
    """When that was done."""
    who: str
    """``rivalscope``, or a person."""
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One event of one incident that a channel has yet to be told of."""

    event: int
    what: Happening
    incident: Incident
    urgent: bool
    """Told by the run that saw it, and not only in the channel's next digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What is to be delivered on one channel: kept until it was, so that nothing is lost."""

    id: str
    """The same for the same news on the same channel; receivers may tell duplicates by it."""
    message_id: str
    """``<...>``, of an e-mail (RFC 5322, 3.6.4)."""
    channel: str
    created_at: datetime
    content: Mapping[str, Any]
    """rivalscope/alerts/message.schema.json."""
    attempts: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedQuote:
    """A customer's words in a message that waits."""

    incident: int
    place: int
    """From 0, among the quotes of the incident."""
    review: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits on one channel."""

    channel: str
    waiting: int
    since: datetime
    """When the oldest of it was written."""
    attempts: int
    """Failed attempts at the message that failed most often."""
    problem: str | None
    """Why the latest attempt failed; None where none was made."""
