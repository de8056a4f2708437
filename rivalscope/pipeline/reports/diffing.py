"""What changed between the reports of two days, with the reviews that changed it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.changes import arrived, changes, left
from analysis.evidence import choose
from rivalscope.models import Stream
from rivalscope.pipeline.reports.reporting import build_report
from rivalscope.storage import existing

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.models import Brand, EntryChange, Finding, Period, Report, ReportDiff
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def diff_reports(
    settings: Settings, *, before: date, after: date, brand: Brand | None = None
) -> tuple[Report, Report, ReportDiff]:
    """Both reports, from what is known now, and what changed from the first to the second.

    *brand*: as if it were us, as in `build_report`.
    """
    old, new = (build_report(settings, as_of=day, brand=brand) for day in (before, after))
    found = changes(old, new)
    windows = old.window, new.window
    with existing(settings.database) as store:
        entries = tuple(
            replace(
                entry,
                arrived=_stream(settings, store, entry, days=arrived(*windows)),
                left=_stream(settings, store, entry, days=left(*windows)),
            )
            for entry in found.entries
        )
    return old, new, replace(found, entries=entries)


def _stream(
    settings: Settings, store: Store, entry: EntryChange, *, days: Period | None
) -> Stream | None:
    """What customers said of an entry's theme on those days, where the entry counted them."""
    if days is None:
        return None
    cell = entry.cell
    findings = {finding.brand: finding for finding in cell.findings}
    return Stream(
        days=days,
        reviews=sum(_count(settings, store, one, days=days) for one in findings.values()),
        quotes=choose(
            [
                one
                for brand, finding in sorted(findings.items())
                for one in store.understandings.evidence(
                    brand,
                    theme=cell.theme,
                    polarity=cell.polarity,
                    period=days,
                    strata=dict.fromkeys(finding.strata, days),
                )
            ]
        ),
    )


def _count(settings: Settings, store: Store, finding: Finding, *, days: Period) -> int:
    without = {source.key for source in settings.sources if source.quotes_only}
    rows = store.understandings.daily_counts(
        since=days.since, until=days.until, without=without, brand=finding.brand
    )
    is_complaint = finding.polarity == "negative"
    return sum(
        dict(zip(row.themes, row.complaints if is_complaint else row.praises, strict=True)).get(
            finding.theme, 0
        )
        for row in rows
        if row.stratum in finding.strata
    )
