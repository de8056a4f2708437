"""In which order and grouping every format shows a report."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, get_args

from rivalscope.models import Rule
from rivalscope.reports.wording import Words, theme_label

if TYPE_CHECKING:
    from rivalscope.models import (
        BrandReport,
        Finding,
        Polarity,
        Quadrant,
        Report,
        SwotCell,
        Withheld,
    )

QUADRANTS: Final[tuple[Quadrant, ...]] = ("strength", "weakness", "opportunity", "threat")
"""In the order every format shows them."""
RULES: Final[tuple[Rule, ...]] = get_args(Rule)
TOP_FINDINGS: Final = 5
"""Complaints and praises shown of one brand; the JSON holds them all."""

_UNFIT_FOR_ANCHOR = re.compile(r"[^\w.:-]+")
_FACTS_IN_CLAIMS: Final = frozenset({"channel", "rivals"})
SOUND_STATES: Final = frozenset({"ok", "imported"})
"""Of sources that were read as they should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A cell with the name by which a page can be opened at it."""

    cell: SwotCell
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuadrantOutline:
    """One quadrant with its entries, the most important first."""

    id: Quadrant
    title: str
    subtitle: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedTheme:
    """The findings of all brands that the entries compare on one theme and polarity."""

    theme: str
    polarity: Polarity
    findings: tuple[Finding, ...]


def quadrants(report: Report) -> tuple[QuadrantOutline, ...]:
    """All four, empty ones too."""
    words, entries = Words(report.language), _entries(report)
    return tuple(
        QuadrantOutline(
            id=quadrant,
            title=words(quadrant),
            subtitle=words(f"{quadrant}.about"),
            entries=tuple(each for each in entries if each.cell.quadrant == quadrant),
        )
        for quadrant in QUADRANTS
    )


def _entries(report: Report) -> tuple[Entry, ...]:
    seen: Counter[str] = Counter()
    entries = []
    for cell in sorted(report.cells, key=_by_importance):
        anchor = _UNFIT_FOR_ANCHOR.sub("-", cell.id)
        seen[anchor] += 1
        # A theme's complaints and its praise may both make an entry by the same rule.
        suffix = f":{seen[anchor]}" if seen[anchor] > 1 else ""
        entries.append(Entry(cell=cell, anchor=anchor + suffix))
    return tuple(entries)


def _by_importance(cell: SwotCell) -> tuple[float, str, str]:
    return (-cell.importance, cell.id, cell.polarity)


def brands(report: Report) -> tuple[BrandReport, ...]:
    """We first, then the rivals in the order of the configuration."""
    return tuple(sorted(report.brands, key=lambda brand: brand.slug != report.us))


def rival_names(report: Report) -> tuple[str, ...]:
    """Names of the rivals in the order of the configuration."""
    return tuple(brand.name for brand in report.brands if brand.slug != report.us)


def compared_reviews(report: Report) -> dict[str, int]:
    """Reviews that entered the comparison by brand slug, in the order of the brands.

    Read off the findings and the withheld comparisons; a brand with neither is left out.
    """
    totals: Counter[str] = Counter()
    for cell in report.cells if report.compared else ():
        for finding in cell.findings:
            totals[finding.brand] = max(totals[finding.brand], finding.rate.of)
    for withheld in report.withheld if report.compared else ():
        totals[withheld.brand] = max(totals[withheld.brand], withheld.of)
    return {brand.slug: totals[brand.slug] for brand in brands(report) if brand.slug in totals}


def compared_themes(report: Report) -> tuple[ComparedTheme, ...]:
    """Themes that brands are compared in, complaints before praise.

    Those of the most important entries come first, then those without an entry, the most frequent
    first. A finding of the comparison stands before one of an entry, which may be of fewer days.
    """
    found: dict[tuple[str, Polarity], dict[str, Finding]] = {}
    for cell in sorted(report.cells, key=_by_importance):
        for finding in cell.findings:
            by_brand = found.setdefault((finding.theme, finding.polarity), {})
            by_brand.setdefault(finding.brand, finding)
    for finding in sorted(report.insight.compared, key=lambda one: (-one.rate.per_100, one.theme)):
        found.setdefault((finding.theme, finding.polarity), {})[finding.brand] = finding
    order = [brand.slug for brand in brands(report)]
    themes = (
        ComparedTheme(
            theme=theme,
            polarity=polarity,
            findings=tuple(by_brand[slug] for slug in order if slug in by_brand),
        )
        for (theme, polarity), by_brand in found.items()
    )
    shown = [theme for theme in themes if len(theme.findings) > 1]
    return tuple(sorted(shown, key=lambda theme: theme.polarity != "negative"))


def headline(report: Report, cell: SwotCell) -> Finding | None:
    """The finding that an entry turns on: the rival's that is ahead, else ours, else the first."""
    ahead = next(iter(cell.rivals), report.us) if cell.quadrant == "threat" else report.us
    about = cell.subject or ahead
    first = cell.findings[0] if cell.findings else None
    return next((finding for finding in cell.findings if finding.brand == about), first)


def top_findings(brand: BrandReport, polarity: Polarity) -> tuple[Finding, ...]:
    """A brand's most frequent complaints or praises."""
    return tuple(each for each in brand.findings if each.polarity == polarity)[:TOP_FINDINGS]


def further_facts(cell: SwotCell) -> tuple[tuple[str, str], ...]:
    """An entry's facts that its claim does not say already, by name."""
    return tuple(
        (name, cell.facts[name]) for name in sorted(cell.facts) if name not in _FACTS_IN_CLAIMS
    )


def withheld_by_theme(report: Report) -> tuple[tuple[str, Polarity, tuple[Withheld, ...]], ...]:
    """Comparisons not made, grouped by theme label and polarity, in that order."""
    groups: dict[tuple[str, Polarity], list[Withheld]] = {}
    for each in report.withheld:
        groups.setdefault((theme_label(report, each.theme), each.polarity), []).append(each)
    return tuple(
        (label, polarity, tuple(group)) for (label, polarity), group in sorted(groups.items())
    )
