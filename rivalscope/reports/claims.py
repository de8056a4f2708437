"""One sentence a strategist can act on, for each entry of the SWOT, by the rule that made it.

The sentences use only what the entry carries, and of its facts ``rivals``: the slugs, separated by
commas, of those the rule holds for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rivalscope.reports import threats
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import Finding, Report, Rule, SwotCell

    Values = dict[str, str | float]


def claim(report: Report, cell: SwotCell) -> str:
    """The entry's claim: one sentence with the figure it turns on, no markup, not escaped.

    An entry that lacks a figure of its sentence is told by what its rule means.
    """
    words = Words(report.language)
    told = _OF_SEVERAL[cell.rule](report, cell) if cell.rule in _OF_SEVERAL else None
    values = None if cell.rule in _OF_SEVERAL else _VALUES[cell.rule](words, report, cell)
    if told is not None:
        return told
    if values is None:
        subject, rule = words.subject_text(report, cell), words(f"rule-{cell.rule}")
        return words("claim-without-figures", subject=subject, rule=rule)
    return words(
        f"claim-{cell.rule}",
        polarity=cell.polarity,
        us=brand_name(report, report.us),
        theme=words.theme_words(report, cell.theme),
        **values,
    )


def _against_rivals(words: Words, report: Report, cell: SwotCell) -> Values | None:
    ours = _ours(report, cell)
    if not ours or not cell.difference:
        return None
    return {"rate": _per_100(words, ours), "points": _size(words, cell.difference.points)}


def _market_gap(words: Words, report: Report, cell: SwotCell) -> Values | None:
    slugs = [slug.strip() for slug in cell.facts.get("rivals", "").split(",")]
    theirs = [finding for finding in cell.findings if finding.brand in slugs]
    ours = _ours(report, cell)
    if not theirs or not ours:
        return None
    return {
        "rivals": words.listing([brand_name(report, slug) for slug in slugs]),
        "spread": _spread(words, theirs),
        "rate": _per_100(words, ours),
    }


def _unanswered(_: Words, report: Report, cell: SwotCell) -> Values | None:
    theirs = _theirs(report, cell)
    if not theirs:
        return None
    return {
        "rival": brand_name(report, theirs.brand),
        "n": theirs.rate.n,
        "of": theirs.rate.of,
    }


def _rising(words: Words, report: Report, cell: SwotCell) -> Values | None:
    theirs = _theirs(report, cell)
    if not theirs or not theirs.change:
        return None
    return {
        "rival": brand_name(report, theirs.brand),
        "rate": _per_100(words, theirs),
        "points": _size(words, theirs.change.points),
    }


def _spiking(_: Words, report: Report, cell: SwotCell) -> Values | None:
    theirs = _theirs(report, cell)
    if not theirs or not theirs.previous:
        return None
    return {
        "rival": brand_name(report, theirs.brand),
        "n": theirs.rate.n,
        "of": theirs.rate.of,
        "days": theirs.period.days,
        "until": theirs.period.until.isoformat(),
        "n_before": theirs.previous.n,
        "of_before": theirs.previous.of,
    }


_OF_SEVERAL: Final[Mapping[Rule, Callable[[Report, SwotCell], str | None]]] = {
    "rival_better": threats.better,
    "rival_improving": threats.improving,
    "rival_faq_answer": threats.answering,
    "rival_policy": threats.promising,
}
"""Rule -> the sentence of an entry that may name several rivals."""

_VALUES: Final[Mapping[Rule, Callable[[Words, Report, SwotCell], Values | None]]] = {
    "better_than_rivals": _against_rivals,
    "worse_than_rivals": _against_rivals,
    "market_gap": _market_gap,
    "faq_gap": _unanswered,
    "channel_gap": _unanswered,
    "rival_rising": _rising,
    "rival_spiking": _spiking,
}
"""Rule -> the values of its sentence besides theme, polarity and us; None where one is missing."""


def _ours(report: Report, cell: SwotCell) -> Finding | None:
    return next((finding for finding in cell.findings if finding.brand == report.us), None)


def _theirs(report: Report, cell: SwotCell) -> Finding | None:
    """The finding of the rival that the entry is about, else of the first one."""
    rivals = [finding for finding in cell.findings if finding.brand != report.us]
    return min(rivals, key=lambda finding: finding.brand != cell.subject, default=None)


def _per_100(words: Words, finding: Finding) -> str:
    return words.number(finding.rate.per_100)


def _size(words: Words, points: float) -> str:
    return words.number(abs(points))


def _spread(words: Words, findings: list[Finding]) -> str:
    rates = sorted(finding.rate.per_100 for finding in findings)
    low, high = words.number(rates[0]), words.number(rates[-1])
    return words("one-rate", rate=low) if low == high else words("spread", low=low, high=high)
