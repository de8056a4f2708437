"""Two reports side by side: which entries are new, gone or moved, and what else is different."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from rivalscope.models import (
    EntryChange,
    MethodLine,
    Period,
    ReportDiff,
    Setting,
    SourceReport,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Report, SwotCell
    from rivalscope.models.diffed import Fact


def changes(before: Report, after: Report) -> ReportDiff:
    """What changed from one report to the other; unchanged entries are left out.

    An entry moved where any of its figures did: a rate, the difference, its significance. Streams
    of reviews are not known here.
    """
    return ReportDiff(
        before=before.as_of,
        after=after.as_of,
        entries=tuple(_entries(before, after)),
        settings=tuple(_settings(before, after)),
    )


def arrived(before: Period, after: Period) -> Period | None:
    """Days of the later window that the earlier one does not have, at its end."""
    since = max(after.since, before.until + timedelta(days=1))
    return Period(since=since, until=after.until) if since <= after.until else None


def left(before: Period, after: Period) -> Period | None:
    """Days of the earlier window that the later one does not have, at its beginning."""
    until = min(before.until, after.since - timedelta(days=1))
    return Period(since=before.since, until=until) if before.since <= until else None


def _entries(before: Report, after: Report) -> Iterator[EntryChange]:
    old, new = ({cell.id: cell for cell in report.cells} for report in (before, after))
    replaced = {_subject(cell): cell for key, cell in old.items() if key not in new}
    for key, cell in new.items():
        if key not in old:
            yield EntryChange(kind="new", before=replaced.get(_subject(cell)), after=cell)
        elif _figures(cell) != _figures(old[key]):
            yield EntryChange(kind="moved", before=old[key], after=cell)
    for key, cell in old.items():
        if key not in new:
            yield EntryChange(kind="gone", before=cell, after=None)


def _subject(cell: SwotCell) -> tuple[str, str | None]:
    return cell.theme, cell.subject


def _figures(cell: SwotCell) -> object:
    return cell.polarity, cell.difference, [(one.brand, one.rate) for one in cell.findings]


def _settings(before: Report, after: Report) -> Iterator[Setting]:
    old, new = _facts(before), _facts(after)
    for name in {**old, **new}:
        was, now = old.get(name), new.get(name)
        if _told(before, was) != _told(after, now):
            yield Setting(before=was, after=now)


def _facts(report: Report) -> dict[object, Fact]:
    """By what makes one the successor of the other."""
    facts: dict[object, Fact] = {"days": report.compared} if report.compared else {}
    facts["places"] = report.strata
    facts |= {
        ("source", source.brand, source.id): source
        for brand in report.brands
        for source in brand.sources
    }
    return facts | {_subject_of(line): line for line in report.method}


def _subject_of(line: MethodLine) -> object:
    """Whoever decides the sentiment of a language, it is one subject."""
    if line.id == "precision" or "language" not in line.values:
        return (line.id, line.values.get("language"))
    return ("sentiment", line.values["language"])


def _told(report: Report, fact: Fact | None) -> object:
    """What of a fact is told, so that all else may differ."""
    if isinstance(fact, SourceReport):
        return fact.state
    if isinstance(fact, MethodLine) and fact.id == "precision":
        return [one for one in report.precision if one.language == fact.values["language"]]
    return fact
