"""What changed between two reports, as Markdown that reads well on a terminal, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rivalscope.reports.claims import claim
from rivalscope.reports.json import plain
from rivalscope.reports.markdown import escape_markdown
from rivalscope.reports.messages import messages
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rivalscope.models import EntryChange, Report, ReportDiff, Stream, SwotCell

FORMAT: Final = "rivalscope-diff-1"
_KINDS: Final = ("new", "moved", "gone")


def render_diff(diff: ReportDiff, *, before: Report, after: Report) -> str:
    """Markdown: new, moved and gone entries with the reviews behind it, then all else."""
    say = messages(after.language)
    shown, old, new = tidied(diff), tidied(before), tidied(after)
    lines = [f"# {say('diff-title', before=str(diff.before), after=str(diff.after))}", ""]
    if not shown.entries:
        lines += [say("diff-none"), ""]
    for kind in _KINDS:
        found = [entry for entry in shown.entries if entry.kind == kind]
        if found:
            lines += [f"## {say(f'diff-{kind}')}", ""]
        for entry in found:
            lines += [*_entry(say, entry, before=old, after=new), ""]
    if shown.settings:
        lines += [f"## {say('diff-settings')}", ""]
        for one in shown.settings:
            lines.append(f"- {escape_markdown(one.name)}: {_from_to(one.before, one.after)}")
    return "\n".join(lines).rstrip() + "\n"


def render_diff_json(diff: ReportDiff, *, before: Report, after: Report) -> str:
    """The same for machines; every entry has the id and the claim it has in the reports."""
    shown = tidied(diff)
    entries = []
    for entry in shown.entries:
        report = after if entry.after else before
        document = plain(entry)
        known = {"id": entry.cell.id, "claim": claim(tidied(report), entry.cell)}
        entries.append(known | (document if isinstance(document, dict) else {}))
    document = {"format": FORMAT, **_mapping(plain(shown)), "entries": entries}
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _entry(
    say: Callable[..., str], entry: EntryChange, *, before: Report, after: Report
) -> Iterator[str]:
    report = after if entry.after else before
    yield f"- **{escape_markdown(claim(report, entry.cell))}** `{entry.cell.id}`"
    if entry.kind == "new" and entry.before:
        yield f"  - {say('diff-instead', claim=escape_markdown(claim(before, entry.before)))}"
    if entry.kind == "moved" and entry.before and entry.after:
        yield from _moves(say, entry.before, entry.after, report=after)
    if entry.arrived:
        yield from _stream(say, "diff-arrived", entry.arrived)
    if entry.left:
        yield from _stream(say, "diff-left", entry.left)


def _moves(
    say: Callable[..., str], before: SwotCell, after: SwotCell, *, report: Report
) -> Iterator[str]:
    names = {brand.slug: brand.name for brand in report.brands}
    old = {finding.brand: finding.rate for finding in before.findings}
    for finding in after.findings:
        rate, earlier = finding.rate, old.get(finding.brand)
        if earlier and earlier != rate:
            was, now = (f"{one.per_100:.1f} ({one.n}/{one.of})" for one in (earlier, rate))
            told = say("diff-rate", brand=names[finding.brand], before=was, after=now)
            yield f"  - {escape_markdown(told)}"
    if before.difference and after.difference and before.difference != after.difference:
        was, now = (
            f"{one.points:+.1f} ({one.interval.low:+.1f} ... {one.interval.high:+.1f})"
            for one in (before.difference, after.difference)
        )
        yield f"  - {escape_markdown(say('diff-difference', before=was, after=now))}"


def _stream(say: Callable[..., str], name: str, stream: Stream) -> Iterator[str]:
    days = f"{stream.days.since} - {stream.days.until}"
    yield f"  - {say(name, count=stream.reviews, days=days)}"
    for quote in stream.quotes:
        yield f'    - {quote.published_on} "{escape_markdown(quote.quote)}" `{quote.review_id}`'


def _from_to(before: str | None, after: str | None) -> str:
    return f"{escape_markdown(before or '-')} → {escape_markdown(after or '-')}"
