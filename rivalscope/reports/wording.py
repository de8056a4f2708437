"""Figures and claims in plain English, the same in every format."""

from __future__ import annotations

from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

from rivalscope.reports.glossary import KINDS, TOO_FEW, UNKNOWN, platform_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from rivalscope.models import (
        Difference,
        Evidence,
        Finding,
        Interval,
        Period,
        Rate,
        Report,
        Rule,
        SwotCell,
        Withheld,
    )

Direction = Literal["up", "down", "flat", "none"]

_MINUS: Final[Mapping[Rule, str]] = MappingProxyType(
    {
        "rival_improving": "their change minus ours",
        "rival_rising": "theirs now minus theirs before",
        "rival_spiking": "theirs now minus theirs before",
    }
)
"""What an entry's difference is, where it is not ours minus theirs."""
_NAMES_SHOWN = 4
_SMALLEST_P = 0.0001


def number(value: float | None) -> str:
    """One decimal, never ``-0.0``; a word where there is no finite number."""
    if value is None or not isfinite(value):
        return UNKNOWN
    return f"{round(value, 1) + 0.0:.1f}"


def signed(value: float) -> str:
    """One decimal with its sign; zero has none."""
    text = number(value)
    return f"+{text}" if value > 0 and text != "0.0" else text


def share_of(count: int, total: int) -> str:
    """``31 of 212``."""
    return f"{count} of {total}"


def interval_text(interval: Interval) -> str:
    """``10.5-20.0``; for values that cannot be negative."""
    return f"{number(interval.low)}-{number(interval.high)}"


def rate_text(rate: Rate | None) -> str:
    """``31 of 212 (14.6 per 100, 95 % interval 10.5-20.0)``."""
    if rate is None:
        return UNKNOWN
    inner = f"{number(rate.per_100)} per 100, 95 % interval {interval_text(rate.interval)}"
    return f"{share_of(rate.n, rate.of)} ({inner})"


def finding_text(finding: Finding) -> str:
    """The rate, and a warning where it rests on too little."""
    text = rate_text(finding.rate)
    return text if finding.enough else f"{text}, {TOO_FEW}"


def points_text(difference: Difference) -> str:
    """``-9.4 points (interval -14.1 to -4.7)``."""
    low, high = signed(difference.interval.low), signed(difference.interval.high)
    return f"{signed(difference.points)} points (interval {low} to {high})"


def p_text(p: float) -> str:
    """``p = 0.0123``, or ``p < 0.0001`` where more digits say nothing."""
    if not isfinite(p):
        return f"p {UNKNOWN}"
    return f"p < {_SMALLEST_P}" if p < _SMALLEST_P else f"p = {p:.4f}"


def difference_text(cell: SwotCell) -> str | None:
    """What an entry's difference is, with interval, p and verdict; None where it has none."""
    if cell.difference is None:
        return None
    what = _MINUS.get(cell.rule, "ours minus theirs")
    verdict = "significant" if cell.difference.significant else "not significant"
    p = p_text(cell.difference.p)
    return f"{what}: {points_text(cell.difference)}, {p}, {verdict} after correction"


def direction(change: Difference | None) -> Direction:
    """Where a rate went; ``flat`` unless the change is significant, ``none`` where unknown."""
    if change is None:
        return "none"
    if not change.significant or change.points == 0:
        return "flat"
    return "up" if change.points > 0 else "down"


def trend_text(finding: Finding) -> str:
    """How a rate changed against the period of equal length before it."""
    if finding.change is None:
        return "no earlier period to compare with"
    words = {"up": "rising", "down": "falling"}.get(direction(finding.change), "no clear change")
    return f"{words}, {points_text(finding.change)}"


def short_trend_text(finding: Finding) -> str:
    """The trend in a table's few columns: ``rising +4.0``."""
    if finding.change is None:
        return "no earlier period"
    words = {"up": "rising", "down": "falling"}.get(direction(finding.change), "unclear")
    return f"{words} {signed(finding.change.points)}"


def insufficient_text(withheld: Withheld) -> str:
    """``insufficient (n=4, N=21)``."""
    return f"insufficient (n={withheld.n}, N={withheld.of})"


def stars_text(share: float | None) -> str:
    """A mean rating as stars of five; a word where nobody gave any."""
    return UNKNOWN if share is None else f"{number(share * 5)} of 5"


def percent_text(count: int, total: int) -> str:
    """``12 (40 %)``; the count alone where there is no total."""
    return f"{count} ({count / total:.0%})".replace("%", "\u00a0%") if total else str(count)


def date_text(day: date | None) -> str:
    """The ISO date, or that there is none."""
    return day.isoformat() if day else "no date"


def period_text(period: Period | None) -> str:
    """``2026-08-24 to 2026-11-21 (90 days)``."""
    if period is None:
        return "no review that can be counted"
    unit = "day" if period.days == 1 else "days"
    return f"{period.since.isoformat()} to {period.until.isoformat()} ({period.days} {unit})"


def brand_name(report: Report, slug: str) -> str:
    """The brand's name, or its slug where the report has no such brand."""
    return next((brand.name for brand in report.brands if brand.slug == slug), slug)


def theme_label(report: Report, theme: str) -> str:
    """The theme's name as a heading."""
    return report.labels.get(theme) or theme.replace("_", " ").capitalize()


def theme_words(report: Report, theme: str) -> str:
    """The theme's name inside a sentence: lower case, abbreviations left alone."""
    label = theme_label(report, theme)
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def subject_text(report: Report, finding: Finding) -> str:
    """``Waiting times, complaints``: what a finding is about."""
    return f"{theme_label(report, finding.theme)}, {KINDS[finding.polarity]}"


def listing(names: Sequence[str]) -> str:
    """``A, B and C``; from five names on, the first four and how many others there are."""
    if len(names) > _NAMES_SHOWN + 1:
        others = len(names) - _NAMES_SHOWN
        return f"{', '.join(names[:_NAMES_SHOWN])} and {others} others"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} and {names[-1]}"
    return names[0] if names else "nobody"


def cited_text(report: Report, quote: Evidence) -> str:
    """Whom a quote is about, where it stands and when it was written."""
    name, platform = brand_name(report, quote.brand), platform_name(quote.platform)
    return f"{name}, {platform}, {date_text(quote.published_on)}"
