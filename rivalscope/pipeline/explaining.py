"""The walk back: from a claim to its findings, quotes, reviews, snapshots and pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rivalscope.errors import UsageError
from rivalscope.pipeline.reporting import build_report
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from rivalscope.models import Evidence, Finding, Report, Snapshot, SwotCell, ThemeMention
    from rivalscope.settings import Settings
    from rivalscope.storage import StoredReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One review, with the page it was read from and what was made of it."""

    stored: StoredReview
    snapshot: Snapshot | None
    mentions: tuple[ThemeMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What stands behind one id."""

    id: str
    report: Report
    cell: SwotCell | None
    """None for a finding or a review."""
    findings: tuple[Finding, ...]
    traces: tuple[Trace, ...]


def explain(settings: Settings, *, key: str, as_of: date) -> Explanation:
    """What stands behind a cell, a finding or a review of the report of that day.

    Raises UsageError for an id that the report does not hold.
    """
    # The command line speaks English, whatever the report.
    report = build_report(replace(settings, report_language="en"), as_of=as_of)
    if key.startswith("review:"):
        return _explanation(settings, report, key=key, reviews=[key])
    for cell in report.cells:
        if cell.id == key:
            return _explanation(
                settings,
                report,
                key=key,
                reviews=_reviews(cell.quotes),
                cell=cell,
                findings=cell.findings,
            )
    for brand in report.brands:
        for finding in brand.findings:
            if finding.id == key:
                quotes = brand.quotes.get(key, ())
                return _explanation(
                    settings, report, key=key, reviews=_reviews(quotes), findings=(finding,)
                )
    raise UsageError(_unknown(key, report))


def _unknown(key: str, report: Report) -> str:
    known = [cell.id for cell in report.cells]
    known += [finding.id for brand in report.brands for finding in brand.findings]
    near = get_close_matches(key, known, n=1)
    hint = f", did you mean {near[0]}?" if near else ""
    return (
        f"explain {key}: the report of {report.as_of} has no such claim, finding or review{hint}"
        " (--as-of takes the day of the report you read it in)"
    )


def _explanation(
    settings: Settings,
    report: Report,
    *,
    key: str,
    reviews: Iterable[str],
    cell: SwotCell | None = None,
    findings: tuple[Finding, ...] = (),
) -> Explanation:
    with Store(settings.database) as store:
        traces = tuple(trace for review in reviews if (trace := _trace(store, review)))
    if not traces and not findings:
        message = f"explain {key}: no such review is stored"
        raise UsageError(message)
    return Explanation(id=key, report=report, cell=cell, findings=findings, traces=traces)


def _reviews(quotes: Iterable[Evidence]) -> list[str]:
    return list(dict.fromkeys(quote.review_id for quote in quotes))


def _trace(store: Store, review: str) -> Trace | None:
    stored = store.reviews.find(review)
    if stored is None:
        return None
    return Trace(
        stored=stored,
        snapshot=store.pages.find(stored.snapshot, url=stored.page_url),
        mentions=store.understandings.mentions_of(review),
    )
