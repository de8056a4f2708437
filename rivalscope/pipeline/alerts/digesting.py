"""Puts what channels have yet to be told into messages that wait to be delivered."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.themes.cues import parse_cue
from rivalscope import clock
from rivalscope.alerts.digest import Masthead, compose, identity, message_id, period_of
from rivalscope.models import Message, QueuedQuote
from rivalscope.pipeline.alerts.witnessing import witnesses
from rivalscope.reports.claims import claim
from rivalscope.settings import load_theme_pack

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from typing import Any

    from rivalscope.models import DigestCadence, Finding, Report
    from rivalscope.settings import Channel, Settings
    from rivalscope.storage import Store

_QUOTES = 3
#: What is over needs no quotes any more.
_QUOTED = {"opened", "worse", "reminded", "reopened"}
_MOST_MOVES = 10
_MOST_CLAIMS = 3
_QUADRANTS = {
    "strength": "Strengths",
    "weakness": "Weaknesses",
    "opportunity": "Opportunities",
    "threat": "Threats",
}

Section = tuple[str, tuple[str, ...]]


def write_messages(settings: Settings, store: Store, *, on: date, report: Report | None) -> None:
    """One message at most for each channel, of what it is to be told on that day."""
    masthead = masthead_of(settings, on=on)
    for channel in settings.channels:
        _write_message(store, channel, masthead=masthead, report=report)


def masthead_of(settings: Settings, *, on: date) -> Masthead:
    """What stands around incidents, in the words of the configuration and of its theme pack."""
    pack = load_theme_pack(
        settings.industry,
        languages=settings.languages,
        own=settings.path.parent,
        check=parse_cue,
    )
    return Masthead(
        market=settings.market,
        synthetic=settings.synthetic,
        on=on,
        names={brand.slug: brand.name for brand in settings.brands},
        labels={theme.id: theme.label["en"] for theme in pack.themes},
        base_url=settings.base_url,
    )


def sections(report: Report, cadence: DigestCadence) -> tuple[Section, ...]:
    """What a digest says of the report: weekly what moved, monthly the SWOT in short."""
    if cadence == "weekly":
        return (("What moved", tuple(_moves(report)) or ("nothing that chance can't explain",)),)
    if cadence == "monthly":
        return tuple(_quadrants(report))
    return ()


def _write_message(
    store: Store, channel: Channel, *, masthead: Masthead, report: Report | None
) -> None:
    waiting = store.outbox.notices(channel.id)
    period = period_of(channel.digest, masthead.on)
    is_due = channel.digest == "nightly" or store.outbox.find_period(channel.id) != period
    urgent = {one.incident.id for one in waiting if one.urgent}  # with all that waits of them
    told = waiting if is_due else tuple(one for one in waiting if one.incident.id in urgent)
    # in English, as everything else in a message
    english = replace(report, language="en", labels=masthead.labels) if report else None
    extra = sections(english, channel.digest) if is_due and english else ()
    if not told and not extra:
        return
    content = compose(told, masthead=replace(masthead, sections=extra), cadence=channel.digest)
    key = identity(channel.id, content, [one.event for one in told])
    message = Message(
        id=key,
        message_id=message_id(key, masthead.base_url),
        channel=channel.id,
        created_at=clock.now(),
        content=content | {"id": key},
    )
    store.outbox.put(message, notices=told, quotes=_quotes(store, content))
    if is_due:
        store.outbox.save_period(channel.id, period)


def _quotes(store: Store, content: Mapping[str, Any]) -> Iterator[QueuedQuote]:
    """The words of up to three customers for each incident that is told, where any tell of it."""
    for entry in content["incidents"]:
        if _QUOTED & set(entry["happened"]):
            for place, one in enumerate(witnesses(store, entry, most=_QUOTES)):
                yield QueuedQuote(
                    incident=entry["id"], place=place, review=one.review_id, quote=one.quote
                )


def _moves(report: Report) -> Iterator[str]:
    """What changed more than chance would have it, the largest first."""
    names = {brand.slug: brand.name for brand in report.brands}
    moved = [
        (finding, finding.change.points)
        for brand in report.brands
        for finding in brand.findings
        if finding.change and finding.change.significant
    ]
    moved.sort(key=lambda one: (-abs(one[1]), one[0].id))
    for finding, points in moved[:_MOST_MOVES]:
        yield f"{names[finding.brand]}: {_about(report, finding)}: {points:+.1f} points"


def _about(report: Report, finding: Finding) -> str:
    kind = "complaints about" if finding.polarity == "negative" else "praise of"
    rate = finding.rate
    label = report.labels.get(finding.theme, finding.theme).lower()
    return f"{kind} {label} {rate.per_100:.1f} per 100 ({rate.n} of {rate.of})"


def _quadrants(report: Report) -> Iterator[Section]:
    for quadrant, title in _QUADRANTS.items():
        cells = [cell for cell in report.cells if cell.quadrant == quadrant]
        lines = tuple(claim(report, cell) for cell in cells[:_MOST_CLAIMS])
        yield title, lines or ("none that the figures bear out",)
