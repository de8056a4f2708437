"""Alerts in plain words: what rose, by how much against what, since when, and where else."""

from __future__ import annotations

import textwrap
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from rivalscope.alerts.rules import Alert

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
    "reopened": "AGAIN",
    "reminded": "STILL",
}
_SNOOZE_DAYS = 7
_LONGEST_QUOTE = 300
_LONGEST_SUBJECT = 120
_LONGEST_ANSWER = 160
#: What changed on a brand's own pages -> what that is called.
_CHANGED = {
    "faq": "questions and answers",
    "return_days": "days to return",
    "free_shipping_from": "free delivery",
    "response_hours": "time to answer",
}


def render_alert(alert: Alert, *, names: Mapping[str, str], labels: Mapping[str, str]) -> str:
    """A few lines of at most 80 columns; *names* by brand slug, *labels* by theme id."""
    signal = alert.signal
    entry = {
        "kind": signal.kind,
        "brand_name": names[signal.brand],
        "subject": signal.subject,
        "label": label_of(signal.kind, signal.subject, labels),
        "facts": signal.facts,
    }
    state = "new" if alert.is_new else f"since {alert.opened_on}"
    start = f"ALERT ({'held back' if alert.held_back else state}): {statement(entry)}"
    lines = [*fact_lines(entry), f"rule {signal.rule}"]
    if alert.held_back:
        lines.append(f"held back: {alert.held_back}")
    return "\n  ".join((start, *(piece for line in lines for piece in folded(line))))


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
    label = entry["label"]
    match entry["kind"]:
        case "complaint_spike":
            what = f"complaints about {label.lower()} have jumped"
        case "praise_surge":
            what = f"praise of {label.lower()} has jumped"
        case "rating_drop":
            what = "stars have dropped"
        case "volume_surge":
            what = f"unusually many reviews on {label}"
        case "volume_drop":
            what = f"unusually few reviews on {label}"
        case "policy_change":
            what = f"changed on its own pages: {label}"
        case _:
            state = str(entry["facts"].get("state", "unknown")).replace("_", " ")
            what = f"source {entry['subject']} is not well ({state})"
    return _one_line(f"{entry['brand_name']}: {what}")


def fact_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """The figures of an incident, a fact a line."""
    facts = entry["facts"]
    if not facts:  # of a version that kept none
        return
    match entry["kind"]:
        case "source_health":
            yield f"{facts.get('reason') or 'no reason known'}"
            yield f"last read well: {facts.get('last_ok_on') or 'never'}"
            yield "what is seen of this brand on this platform is held back meanwhile"
        case "policy_change":
            yield from map(_changed, facts["changes"])
        case "rating_drop":
            yield f"{_stars(facts['now'])} {_days(facts['now'])}"
            yield f"before: {_stars(facts['before'])} {_days(facts['before'])}"
            yield from _surroundings(facts)
        case "volume_surge" | "volume_drop":
            now = facts["now"]
            yield f"{_reviews(now['reviews'])} {_days(now)}, {facts['expected']} expected"
            yield f"before: {_reviews(facts['before']['reviews'])} {_days(facts['before'])}"
            yield from _surroundings(facts)
        case _:
            now, before = facts["now"], facts["before"]
            yield f"{_figures(now)} {_days(now)}, {facts['expected']} expected"
            if before:
                yield f"before: {_figures(before)} {_days(before)}"
            yield from _surroundings(facts)


def label_of(kind: str, subject: str, labels: Mapping[str, str]) -> str:
    """What the subject of an incident is called; *labels* by theme id."""
    if kind != "policy_change":
        return labels.get(subject, subject)
    what = subject.partition("@")[0]
    return _CHANGED.get(what, what.replace("_", " "))


def folded(line: str, *, width: int = 78, indent: str = "  ") -> list[str]:
    """The line in pieces of at most *width* columns, all but the first indented."""
    return textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False)


def _lines(content: Mapping[str, Any], shown: int) -> Iterator[str]:
    if content["synthetic"]:
        yield "MADE-UP DATA"
        yield ""
    for entry in content["incidents"][:shown]:
        yield from _entry_lines(entry, content)
        if content["cadence"] != "monthly":
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
    if content["cadence"] == "monthly":  # one page: what it is in detail was told before
        return
    opened = entry["opened_on"] or entry["first_on"]
    yield f"  incident {entry['id']}{critical}, {entry['state']}, since {opened}"
    yield from (f"  {_one_line(line)}" for line in fact_lines(entry))
    for quote in entry["quotes"]:
        place = ", ".join(filter(None, (quote["published_on"], quote["platform"], quote["url"])))
        yield f'  "{_one_line(quote["text"])[:_LONGEST_QUOTE]}" ({_one_line(place)})'
    if entry["facts"].get("finding"):
        yield f"  evidence: rivalscope explain {entry['facts']['finding']} --as-of {content['on']}"
    until = date.fromisoformat(content["on"]) + timedelta(days=_SNOOZE_DAYS)
    snooze = f"rivalscope alerts snooze {entry['id']} --until {until} --reason TEXT"
    yield f"  why: rivalscope alerts explain {entry['id']}"
    yield f"  rule: {entry['rule']}; to silence it: {snooze}"


def _surroundings(facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"p = {facts['p']:.1g}{_threshold(facts)}"
    yield f"read from: {', '.join(facts['sources']) or ', '.join(facts['platforms'])}"
    yield f"elsewhere: {_SPREAD[facts['market_wide']]}{_ours(facts.get('ours'))}"


def _threshold(facts: Mapping[str, Any]) -> str:
    judged = facts.get("judged")
    return f", where {judged['threshold']:.1g} was enough" if judged else ""


def _changed(change: Mapping[str, Any]) -> str:
    """One thing that a brand changed: no longer than it needs to be recognized."""
    before, after = (_clipped(change[name]) for name in ("before", "after"))
    if before is None:
        return f"new on {change['on']}: {_clipped(change['about'])}: {after}"
    if after is None:
        return f"gone on {change['on']}: {_clipped(change['about'])}"
    return f"changed on {change['on']}: {_clipped(change['about'])}: {before} -> {after}"


def _clipped(text: str | None) -> str | None:
    if text is None:
        return None
    text = _one_line(text)
    return text if len(text) <= _LONGEST_ANSWER else f"{text[: _LONGEST_ANSWER - 3]}..."


def _stars(figures: Mapping[str, Any]) -> str:
    if figures["stars"] is None:
        return _reviews(figures["reviews"])
    low, high = figures["interval"]
    return (
        f"{figures['stars']:.2f} stars in {_reviews(figures['reviews'])}"
        f" (95 % interval {low:.2f}-{high:.2f})"
    )


def _reviews(count: int) -> str:
    return "1 review" if count == 1 else f"{count} reviews"


def _days(figures: Mapping[str, Any]) -> str:
    return f"from {figures['since']} to {figures['until']}"


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


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())
