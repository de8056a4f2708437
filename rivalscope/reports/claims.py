"""One sentence a strategist can act on, for each entry of the SWOT, by the rule that made it.

The sentences use only what the entry carries. These facts are understood, all of them optional:
``rivals`` (slugs, separated by commas, of those the rule holds for) and ``channel`` (its name).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rivalscope.reports import threats
from rivalscope.reports.glossary import ABOUT
from rivalscope.reports.wording import (
    brand_name,
    listing,
    number,
    share_of,
    theme_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import Finding, Report, Rule, SwotCell


def claim(report: Report, cell: SwotCell) -> str:
    """The entry's claim: one sentence with the figure it turns on, no markup, not escaped."""
    return _SENTENCES[cell.rule](report, cell)


def _better(report: Report, cell: SwotCell) -> str:
    return _against_rivals(report, cell, "fewer" if cell.polarity == "negative" else "more")


def _worse(report: Report, cell: SwotCell) -> str:
    return _against_rivals(report, cell, "less" if cell.polarity == "positive" else "more")


def _against_rivals(report: Report, cell: SwotCell, amount: str) -> str:
    about = f"{ABOUT[cell.polarity]} {theme_words(report, cell.theme)}"
    figures = [_per_100(finding) for finding in _ours(report, cell)]
    if cell.difference:
        side = "above" if cell.difference.points > 0 else "below"
        figures.append(f"{number(abs(cell.difference.points))} points {side} the rivals together")
    start = f"{brand_name(report, report.us)} draws {amount} {about} than its rivals"
    return f"{start}: {', '.join(figures)}." if figures else f"{start}."


def _market_gap(report: Report, cell: SwotCell) -> str:
    us = brand_name(report, report.us)
    named = _named(cell)
    theirs = [each for each in _theirs(report, cell) if not named or each.brand in named]
    where = listing([brand_name(report, slug) for slug in named]) if named else "several rivals"
    ours = "".join(f" ({_per_100(finding)})" for finding in _ours(report, cell))
    subject = f"{ABOUT[cell.polarity]} {theme_words(report, cell.theme)}"
    return (
        f"{_first_upper(subject)} are high at {where}{_spread(theirs)} "
        f"and not worse at {us}{ours}: a gap {us} can claim."
    )


def _faq_gap(report: Report, cell: SwotCell) -> str:
    return (
        f"Customers of {_subject(report, cell)} complain about {theme_words(report, cell.theme)}"
        f"{_counted(report, cell)} and find no answer in its FAQ: "
        f"{brand_name(report, report.us)} can answer first."
    )


def _channel_gap(report: Report, cell: SwotCell) -> str:
    channel = cell.facts.get("channel", "such channel")
    return (
        f"Customers of {_subject(report, cell)} complain about {theme_words(report, cell.theme)}"
        f"{_counted(report, cell)} and no {channel} was found on its pages: "
        f"{brand_name(report, report.us)} can be easier to reach."
    )


def _rival_rising(report: Report, cell: SwotCell) -> str:
    subject = f"{_first_upper(ABOUT[cell.polarity])} {theme_words(report, cell.theme)}"
    start = f"{subject} {'is' if cell.polarity == 'positive' else 'are'} rising"
    figures = []
    for finding in _theirs(report, cell)[:1]:
        figures.append(_per_100(finding))
        if finding.change:
            points = number(abs(finding.change.points))
            figures.append(f"{points} points above the period before")
    ending = f": {', '.join(figures)}" if figures else ""
    return f"{start} at {_subject(report, cell)}{ending}."


def _rival_spiking(report: Report, cell: SwotCell) -> str:
    subject = f"{_first_upper(ABOUT[cell.polarity])} {theme_words(report, cell.theme)}"
    start = f"{subject} have jumped at {_subject(report, cell)}"
    for finding in _theirs(report, cell)[:1]:
        start += (
            f": {share_of(finding.rate.n, finding.rate.of)} reviews"
            f" in the {finding.period.days} days to {finding.period.until}"
        )
        if finding.previous:
            before = finding.previous
            start += f", after {share_of(before.n, before.of)} in the weeks before"
    return f"{start}."


_SENTENCES: Final[Mapping[Rule, Callable[[Report, SwotCell], str]]] = {
    "better_than_rivals": _better,
    "worse_than_rivals": _worse,
    "market_gap": _market_gap,
    "faq_gap": _faq_gap,
    "channel_gap": _channel_gap,
    "rival_rising": _rival_rising,
    "rival_spiking": _rival_spiking,
    "rival_better": threats.better,
    "rival_improving": threats.improving,
    "rival_faq_answer": threats.answering,
    "rival_policy": threats.promising,
}


def _ours(report: Report, cell: SwotCell) -> list[Finding]:
    return [finding for finding in cell.findings if finding.brand == report.us]


def _theirs(report: Report, cell: SwotCell) -> list[Finding]:
    """The rivals' findings, the one the entry is about first."""
    rivals = [finding for finding in cell.findings if finding.brand != report.us]
    return sorted(rivals, key=lambda finding: finding.brand != cell.subject)


def _subject(report: Report, cell: SwotCell) -> str:
    return brand_name(report, cell.subject) if cell.subject else "a rival"


def _counted(report: Report, cell: SwotCell) -> str:
    rates = [finding.rate for finding in _theirs(report, cell)[:1]]
    return "".join(f" ({share_of(rate.n, rate.of)} reviews)" for rate in rates)


def _named(cell: SwotCell) -> tuple[str, ...]:
    slugs = (slug.strip() for slug in cell.facts.get("rivals", "").split(","))
    return tuple(slug for slug in slugs if slug)


def _per_100(finding: Finding) -> str:
    return f"{number(finding.rate.per_100)} per 100 reviews"


def _spread(findings: list[Finding]) -> str:
    if not findings:
        return ""
    rates = sorted(finding.rate.per_100 for finding in findings)
    low, high = number(rates[0]), number(rates[-1])
    return f" ({low})" if low == high else f" ({low} to {high} per 100 reviews)"


def _first_upper(words: str) -> str:
    return words[:1].upper() + words[1:]
