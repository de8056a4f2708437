"""The walk back: from a claim to its findings, quotes, reviews, versions, snapshots and pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from rivalscope.errors import UsageError
from rivalscope.models import (
    ExplainedMention,
    Explanation,
    ReviewVersion,
    ThemeMention,
    Trace,
    mention_id,
)
from rivalscope.pipeline.reports.reporting import build_report
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from analysis.understanding import Understander
    from rivalscope.models import Brand, Evidence, Finding, Report, Review, ReviewField, SwotCell
    from rivalscope.settings import Settings
    from rivalscope.storage import SeenVersion, StoredReview


def explain(
    settings: Settings, *, key: str, as_of: date, brand: Brand | None = None
) -> Explanation:
    """What stands behind a cell, a finding, a mention or a review of the report of that day.

    *brand* is the one the report is written for, where it is not us. Raises UsageError for an id
    that neither the report nor the store holds.
    """
    # The command line speaks English, whatever the report.
    settings = replace(settings, report_language="en")
    report = build_report(settings, as_of=as_of, brand=brand)
    with Store(settings.database) as store:
        tracer = _Tracer(store, knowledge_of(settings).understander)
        if key.startswith(("review:", "mention:")):
            return _explained_text(tracer, report, key)
        behind = _behind(report, key)
        if behind is None:
            raise UsageError(_unknown(key, report))
        return Explanation(
            id=key,
            report=report,
            cell=behind.cell,
            findings=behind.findings,
            traces=tracer.traces(behind.quotes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Behind:
    """What a report itself holds behind an id."""

    cell: SwotCell | None
    findings: tuple[Finding, ...]
    quotes: tuple[Evidence, ...]


def _behind(report: Report, key: str) -> _Behind | None:
    for cell in report.cells:
        if key in _names(cell):
            return _Behind(cell=cell, findings=cell.findings, quotes=cell.quotes)
    for brand in report.brands:
        for finding in brand.findings:
            if finding.id == key:
                return _Behind(cell=None, findings=(finding,), quotes=brand.quotes.get(key, ()))
    return None


def _names(cell: SwotCell) -> set[str]:
    """Its id; for an entry that names several rivals, also the id with one of them at its end."""
    return {cell.id, *(f"{cell.id}:{rival}" for rival in cell.rivals)}


def _unknown(key: str, report: Report) -> str:
    known = [cell.id for cell in report.cells]
    known += [finding.id for brand in report.brands for finding in brand.findings]
    near = get_close_matches(key, known, n=1)
    hint = f", did you mean {near[0]}?" if near else ""
    return (
        f"explain {key}: the report of {report.as_of} has no such claim, finding or review{hint}"
        " (--as-of takes the day of the report you read it in)"
    )


def _explained_text(tracer: _Tracer, report: Report, key: str) -> Explanation:
    """A review, or one mention in it."""
    kind, review, *_ = f"{key}:".split(":")
    trace = tracer.trace(f"review:{review}")
    if trace is None:
        message = f"explain {key}: no such review is stored"
        raise UsageError(message)
    if kind == "mention":
        mentions = tuple(one for one in trace.mentions if one.id == key)
        if not mentions:
            message = (
                f"explain {key}: nothing in {trace.id} is tagged so: its text was edited or is"
                f" understood otherwise since; `explain {trace.id}` shows all of it"
            )
            raise UsageError(message)
        trace = replace(trace, mentions=mentions)
    return Explanation(id=key, report=report, cell=None, findings=(), traces=(trace,))


class _Tracer:
    """Follows reviews to what was read in them and where they stand."""

    def __init__(self, store: Store, understander: Understander) -> None:
        self._store = store
        self._understander = understander

    def traces(self, quotes: Iterable[Evidence]) -> tuple[Trace, ...]:
        """Each review quoted, once."""
        keys = dict.fromkeys(quote.review_id for quote in quotes)
        return tuple(trace for key in keys if (trace := self.trace(key)))

    def trace(self, key: str) -> Trace | None:
        stored = self._store.reviews.find(key)
        if stored is None:
            return None
        return Trace(
            id=stored.id,
            brand=stored.brand,
            source=stored.source,
            platform=stored.platform,
            page_url=stored.page_url,
            first_seen_at=stored.first_seen_at,
            gone_at=stored.gone_at,
            duplicate_of=stored.duplicate_of,
            mentions=tuple(self._mentions(stored)),
            versions=tuple(self._versions(stored)),
        )

    def _mentions(self, stored: StoredReview) -> Iterator[ExplainedMention]:
        language = self._store.understandings.language_of(stored.id)
        cues = self._understander.cues(stored.review.text, language) if language else ()
        for mention in self._all_mentions(stored.id):
            yield ExplainedMention(
                id=mention_id(stored.id, mention.theme, mention.quote),
                mention=mention,
                cues=tuple(
                    cue
                    for cue in cues
                    if cue.theme == mention.theme
                    and cue.start < mention.end
                    and mention.start < cue.end
                ),
            )

    def _all_mentions(self, review: str) -> list[ThemeMention]:
        """Those of themes, then those that the proxies count, as themes of their own."""
        signals = self._store.proxies.signals_of(review)
        return [
            *self._store.understandings.mentions_of(review),
            *(
                ThemeMention(
                    theme=f"{one.kind}:{one.brand}",
                    polarity="neutral",
                    start=one.start,
                    end=one.end,
                    quote=one.quote,
                    rule="proxy",
                )
                for one in signals
            ),
        ]

    def _versions(self, stored: StoredReview) -> Iterator[ReviewVersion]:
        before: SeenVersion | None = None
        for one in self._store.reviews.history(stored.id):
            yield ReviewVersion(
                review=one.review,
                seen_at=one.seen_at,
                replaced_at=one.replaced_at,
                changed=tuple(_changed(before.review, one.review)) if before else (),
                page=self._store.pages.facts(one.snapshot, url=stored.page_url),
            )
            before = one


def _changed(before: Review, after: Review) -> Iterator[ReviewField]:
    seen: Sequence[tuple[ReviewField, object, object]] = (
        ("title", before.title, after.title),
        ("body", before.body, after.body),
        ("rating", (before.rating, before.rating_max), (after.rating, after.rating_max)),
        (
            "date",
            (before.published_at, before.date_precision),
            (after.published_at, after.date_precision),
        ),
        ("verified", before.verified, after.verified),
        ("reply", before.reply, after.reply),
    )
    for name, old, new in seen:
        if old != new:
            yield name
