"""Alerts in plain words: what rose, by how much against what, since when, and where else."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rivalscope.alerts.rules import Alert
    from rivalscope.models import Rate

_SPREAD = {
    True: "at least half of the other brands rise too",
    False: "only there",
    None: "nobody else can be judged",
}
#: What happened to an incident -> how its entry begins; the first that holds.
_NEWS = {
    "closed": "OVER",
    "worse": "WORSE",
    "opened": "NEW",
    "reminded": "STILL",
}
_SNOOZE_DAYS = 7
_LONGEST_QUOTE = 300
_LONGEST_SUBJECT = 120


def render_alert(alert: Alert, *, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """A few lines of at most 80 columns; *names* by brand slug, *labels* by theme id."""
    spike, finding = alert.spike, alert.spike.finding
    state = "new" if alert.is_new else f"since {alert.opened_on}"
    rate, before = finding.rate, finding.previous
    start = f"ALERT ({'held back' if alert.held_back else state}): {names[finding.brand]}"
    lines = (
        f"{start}: complaints about {labels[finding.theme].lower()} have jumped",
        f"{_counted(rate)} in {finding.period.days} days to {finding.period.until},",
        f"where {spike.expected:.1f} complaints were expected",
        f"before: {_counted(before)} in {spike.before.days} days" if before else "",
        f"p = {spike.p:.1g}; {_SPREAD[spike.market_wide]}; rule {alert.rule}",
        f"held back: {alert.held_back}" if alert.held_back else "",
    )
    return "\n  ".join(filter(None, lines))


def subject_of(content: Mapping[str, Any]) -> str:
    """One line that says what a message is about."""
    entries = content["incidents"]
    count = len(entries) + content["more"]
    if content["cadence"] == "alarm":
        what = content["sections"][0]["title"]
    elif not count:
        what = f"{content['cadence']} digest {content['period']}"
    elif count == 1:
        what = headline(entries[0])
    else:
        brands = ", ".join(dict.fromkeys(entry["brand_name"] for entry in entries))
        what = f"{count} incidents: {brands}"
    return _one_line(f"[{content['market']}] {what}")[:_LONGEST_SUBJECT]


def render_message(content: Mapping[str, Any], *, longest: int | None = None) -> str:
    """The message as plain text of at most *longest* characters.

    Where it would be longer, incidents at its end become a number: it is never cut in the middle.
    """
    entries = content["incidents"]
    for shown in range(len(entries), -1, -1):
        text = "\n".join(_lines(content, shown))
        if longest is None or len(text) <= longest:
            return text
    return subject_of(content)[:longest]


def headline(entry: Mapping[str, Any]) -> str:
    """What an entry is about: ``NEW: Rival: complaints about waiting times have jumped``."""
    news = next((word for what, word in _NEWS.items() if what in entry["happened"]), None)
    return f"{news}: {statement(entry)}" if news else statement(entry)


def statement(entry: Mapping[str, Any]) -> str:
    """What an incident is about, whatever state it is in."""
    if entry["kind"] == "complaint_spike":
        what = f"complaints about {entry['label'].lower()} have jumped"
        return _one_line(f"{entry['brand_name']}: {what}")
    state = str(entry["facts"].get("state", "unknown")).replace("_", " ")
    return _one_line(f"{entry['brand_name']}: source {entry['subject']} is not well ({state})")


def fact_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """The figures of an incident, a fact a line."""
    facts = entry["facts"]
    if entry["kind"] == "source_health":
        yield f"{facts.get('reason') or 'no reason known'}"
        yield f"last read well: {facts.get('last_ok_on') or 'never'}"
        yield "spikes of this brand on this platform are held back meanwhile"
        return
    if not facts:  # of a version that kept none
        return
    now, before = facts["now"], facts["before"]
    yield f"{_figures(now)} from {now['since']} to {now['until']}, {facts['expected']} expected"
    if before:
        yield f"before: {_figures(before)} from {before['since']} to {before['until']}"
    yield f"read from: {', '.join(facts['sources']) or ', '.join(facts['platforms'])}"
    yield f"elsewhere: {_SPREAD[facts['market_wide']]}{_ours(facts['ours'])}"


def _lines(content: Mapping[str, Any], shown: int) -> Iterator[str]:
    if content["synthetic"]:
        yield "MADE-UP DATA"
        yield ""
    for entry in content["incidents"][:shown]:
        yield from _entry_lines(entry, content)
        yield ""
    hidden = len(content["incidents"]) - shown + content["more"]
    if hidden:
        yield f"and {hidden} more: rivalscope alerts list"
        yield ""
    for section in content["sections"]:
        yield section["title"]
        yield from (f"- {_one_line(line)}" for line in section["lines"])
        yield ""
    if content["report_url"]:
        yield f"report: {content['report_url']}"
    yield f"{_one_line(content['market'])}, as of {content['on']}"


def _entry_lines(entry: Mapping[str, Any], content: Mapping[str, Any]) -> Iterator[str]:
    critical = ", critical" if entry["severity"] == "critical" else ""
    yield headline(entry)
    opened = entry["opened_on"] or entry["first_on"]
    yield f"  incident {entry['id']}{critical}, {entry['state']}, since {opened}"
    yield from (f"  {_one_line(line)}" for line in fact_lines(entry))
    for quote in entry["quotes"]:
        place = ", ".join(filter(None, (quote["published_on"], quote["platform"], quote["url"])))
        yield f'  "{_one_line(quote["text"])[:_LONGEST_QUOTE]}" ({_one_line(place)})'
    if entry["kind"] == "complaint_spike" and entry["facts"]:
        yield f"  evidence: rivalscope explain {entry['facts']['finding']} --as-of {content['on']}"
    until = date.fromisoformat(content["on"]) + timedelta(days=_SNOOZE_DAYS)
    snooze = f"rivalscope alerts snooze {entry['id']} --until {until} --reason TEXT"
    yield f"  rule: {entry['rule']}; to silence it: {snooze}"


def _figures(figures: Mapping[str, Any]) -> str:
    low, high = figures["interval"]
    return (
        f"{figures['complaints']} of {figures['reviews']} reviews"
        f" ({figures['per_100']} per 100, 95 % interval {low}-{high})"
    )


def _ours(ours: Mapping[str, Any] | None) -> str:
    if ours is None:
        return ""
    rising = "rising too" if ours["is_rising"] else "not rising"
    return f"; at us {ours['complaints']} of {ours['reviews']} reviews in those days, {rising}"


def _counted(rate: Rate) -> str:
    return f"{rate.n} of {rate.of} reviews"


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
