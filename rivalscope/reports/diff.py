"""What changed between two reports, as Markdown that reads well on a terminal, and as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rivalscope.models import MethodLine, Period, SourceReport
from rivalscope.reports.claims import claim
from rivalscope.reports.json import plain, plain_fields
from rivalscope.reports.markdown import escape_markdown
from rivalscope.reports.method import method_text
from rivalscope.reports.tidy import tidied
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import EntryChange, Report, ReportDiff, Setting, Stream, SwotCell
    from rivalscope.models.diffed import Fact

FORMAT: Final = "rivalscope-diff-1"
#: Stands behind a name: no list begins with it, so it is not escaped.
_ABSENT: Final = "-"
_KINDS: Final = ("new", "moved", "gone")


def render_diff(diff: ReportDiff, *, before: Report, after: Report) -> str:
    """Markdown: new, moved and gone entries with the reviews behind it, then all else."""
    words = Words(after.language)
    shown, old, new = tidied(diff), tidied(before), tidied(after)
    lines = [f"# {words('diff-title', before=str(diff.before), after=str(diff.after))}", ""]
    if not shown.entries:
        lines += [words("diff-none"), ""]
    for kind in _KINDS:
        found = [entry for entry in shown.entries if entry.kind == kind]
        if found:
            lines += [f"## {words(f'diff-{kind}')}", ""]
        for entry in found:
            lines += [*_entry(words, entry, before=old, after=new), ""]
    if shown.settings:
        told = [_setting(words, one, before=old, after=new) for one in shown.settings]
        if lines_told := [line for line in told if line]:
            lines += [f"## {words('diff-settings')}", "", *lines_told]
    return "\n".join(lines).rstrip() + "\n"


def render_diff_json(diff: ReportDiff, *, before: Report, after: Report) -> str:
    """The same for machines; every entry has the id and the claim it has in the reports."""
    shown, old, new = tidied(diff), tidied(before), tidied(after)
    entries = [
        {
            "id": entry.cell.id,
            "claim": claim(new if entry.after else old, entry.cell),
            **plain_fields(entry),
        }
        for entry in shown.entries
    ]
    document = {"format": FORMAT, **plain_fields(shown), "entries": plain(tuple(entries))}
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _entry(words: Words, entry: EntryChange, *, before: Report, after: Report) -> Iterator[str]:
    report = after if entry.after else before
    yield f"- **{escape_markdown(claim(report, entry.cell))}** `{entry.cell.id}`"
    if entry.kind == "new" and entry.before:
        yield f"  - {words('diff-instead', claim=escape_markdown(claim(before, entry.before)))}"
    if entry.kind == "moved" and entry.before and entry.after:
        for told in _moves(words, entry.before, entry.after, report=after):
            yield f"  - {escape_markdown(told)}"
    if entry.arrived:
        yield from _stream(words, "diff-arrived", entry.arrived)
    if entry.left:
        yield from _stream(words, "diff-left", entry.left)


def _moves(words: Words, before: SwotCell, after: SwotCell, *, report: Report) -> Iterator[str]:
    old = {finding.brand: finding.rate for finding in before.findings}
    for finding in after.findings:
        rate, earlier = finding.rate, old.get(finding.brand)
        if earlier and earlier != rate:
            yield words(
                "diff-rate",
                brand=brand_name(report, finding.brand),
                before=words.rate_text(earlier),
                after=words.rate_text(rate),
            )
    if before.difference != after.difference:
        was, now = (words.difference_text(cell) or words("unknown") for cell in (before, after))
        yield f"{was} → {now}"


def _stream(words: Words, name: str, stream: Stream) -> Iterator[str]:
    yield f"  - {words(name, count=stream.reviews, days=words.days_text(stream.days))}"
    for quote in stream.quotes:
        yield f'    - {quote.published_on} "{escape_markdown(quote.quote)}" `{quote.review_id}`'


def _setting(words: Words, setting: Setting, *, before: Report, after: Report) -> str | None:
    """None where what changed says the same to a reader: both times too little to measure."""
    told = [
        _fact(words, fact, report=report) if fact is not None else None
        for fact, report in ((setting.before, before), (setting.after, after))
    ]
    name = next(one[0] for one in reversed(told) if one)
    was, now = (escape_markdown(one[1]) if one else _ABSENT for one in told)
    return f"- {escape_markdown(name)}: {was} → {now}" if was != now else None


def _fact(words: Words, fact: Fact, *, report: Report) -> tuple[str, str]:
    """What it is, and its value."""
    match fact:
        case Period():
            return words("fact-days"), words.days_text(fact)
        case SourceReport():
            name = f"{brand_name(report, fact.brand)}, {words.platform_name(fact.platform)}"
            return name, words("state", state=fact.state)
        case MethodLine():
            return method_text(report, fact)
    places = (f"{words.platform_name(one.platform)} ({one.language})" for one in fact)
    return words("fact-strata"), ", ".join(places) or words("no-strata")
