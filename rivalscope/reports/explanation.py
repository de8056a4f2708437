"""An explanation as a page of its own and as JSON: the walk from a claim back to the pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from rivalscope.reports.claims import claim
from rivalscope.reports.html import template
from rivalscope.reports.json import cell_fields, plain, plain_fields
from rivalscope.reports.messages import messages
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Explanation, ReviewVersion, Trace

FORMAT: Final = "rivalscope-explanation-1"
"""Raised whenever a key is renamed or loses its meaning."""

RULES: Final = frozenset(
    {
        "complaint_cue",
        "praise_cue",
        "negated_cue",
        "clause",
        "sentence",
        "text",
        "stars",
        "theme",
        "neighbor",
        "name",
        "none",
        "corrected",
        "proxy",
    }
)
"""Rules that have words; those of analysis.themes.polarity, and what else decides."""

#: Of a review as it is kept; nobody's name, and no list that its text repeats.
_NOT_KEPT = frozenset({"author", "pros", "cons"})


def render_explanation_html(explanation: Explanation) -> str:
    """A complete HTML document that needs nothing but itself, as the report does."""
    shown = tidied(explanation)
    return template("explanation.html.j2", explanation.report.language).render(
        explanation=shown,
        report=shown.report,
        told=max((finding.rate.n for finding in shown.findings), default=0),
        rule_text=rule_text,
        segments=segments,
    )


def render_explanation_json(explanation: Explanation) -> str:
    """JSON with two-space indentation: the cell, its findings, and each review with its proof."""
    shown = tidied(explanation)
    report = shown.report
    document = {
        "format": FORMAT,
        "id": shown.id,
        "us": report.us,
        "as_of": report.as_of.isoformat(),
        "claim": claim(report, shown.cell) if shown.cell else None,
        "cell": cell_fields(report, shown.cell) if shown.cell else None,
        "findings": plain(shown.findings),
        "reviews": [_trace(trace) for trace in shown.traces],
    }
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def rule_text(rule: str, language: str = "en") -> str:
    """What a rule of a mention's polarity means, with its name; the name alone of an unknown."""
    if rule not in RULES:
        return rule
    return f"{messages(language)(f'explain-rule-{rule}')} ({rule})"


def segments(trace: Trace) -> Iterator[tuple[str, bool]]:
    """The review's text in pieces: (words, whether any of its mentions quotes them)."""
    text = trace.review.text
    spans = sorted((one.mention.start, one.mention.end) for one in trace.mentions)
    at = 0
    for start, end in spans:
        if start > at:
            yield text[at:start], False
        if end > at:
            yield text[max(at, start) : end], True
        at = max(at, end)
    if at < len(text):
        yield text[at:], False


def _trace(trace: Trace) -> dict[str, object]:
    return {
        "id": trace.id,
        "brand": trace.brand,
        "source": trace.source,
        "platform": trace.platform,
        "page_url": trace.page_url,
        "first_seen_at": trace.first_seen_at.isoformat(),
        "gone_at": plain(trace.gone_at),
        "duplicate_of": trace.duplicate_of,
        "mentions": [plain(one) for one in trace.mentions],
        "versions": [_version(one) for one in trace.versions],
    }


def _version(version: ReviewVersion) -> dict[str, object]:
    review = plain_fields(version.review)
    return plain_fields(version) | {
        "review": {name: value for name, value in review.items() if name not in _NOT_KEPT}
    }
