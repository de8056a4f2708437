"""Threats in words: claims that name one rival or several, their differences, and the news."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope.models import FaqChange
from rivalscope.reports.insight.say import Say
from rivalscope.reports.wording import brand_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rivalscope.models import Finding, PolicyChange, Report, SwotCell


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What a rival says now, and where."""

    told: str
    """``2026-09-07, Pakelin``."""
    sentence: str
    """The rival's own words."""
    before: str | None
    """What stood there before; None where nothing did."""
    before_label: str
    url: str


def better(report: Report, cell: SwotCell) -> str | None:
    """Rivals that are better than we; None, as below, where a figure is missing."""
    return _compared(report, cell, "threat-better", lambda finding: finding.rate.per_100)


def improving(report: Report, cell: SwotCell) -> str | None:
    """Rivals that get better while we don't."""
    return _compared(
        report,
        cell,
        "threat-improving",
        lambda finding: finding.change.points if finding.change else None,
        is_change=True,
    )


def answering(report: Report, cell: SwotCell) -> str | None:
    """Rivals whose FAQ says more."""
    return _told(report, cell, "threat-answer")


def promising(report: Report, cell: SwotCell) -> str | None:
    """Rivals that promise more."""
    return _told(report, cell, "threat-policy")


def difference_lines(report: Report, cell: SwotCell) -> tuple[str, ...]:
    """Ours against each rival that the entry names; empty where it names none or one."""
    if len(cell.differences) < 2:  # ruff: ignore[magic-value-comparison] - one needs no name
        return ()
    say = Say(report.language)
    return tuple(
        say(
            "threat-difference",
            rule=cell.rule,
            rival=brand_name(report, rival),
            points=say.signed(found.points),
            low=say.signed(found.interval.low),
            high=say.signed(found.interval.high),
        )
        for rival in cell.rivals
        if (found := cell.differences.get(rival))
    )


def news_lines(report: Report, cell: SwotCell) -> tuple[News, ...]:
    """What the named rivals say now, newest first."""
    say = Say(report.language)
    return tuple(_news(report, one, say) for one in cell.news)


def _news(report: Report, one: FaqChange | PolicyChange, say: Say) -> News:
    sentence = f"{one.question} {one.after}" if isinstance(one, FaqChange) else one.sentence
    return News(
        told=say("threat-news", date=one.on.isoformat(), rival=brand_name(report, one.brand)),
        sentence=sentence,
        before=one.before,
        before_label=say("threat-before"),
        url=one.url,
    )


def _compared(
    report: Report,
    cell: SwotCell,
    message: str,
    figure: Callable[[Finding], float | None],
    *,
    is_change: bool = False,
) -> str | None:
    say = Say(report.language)
    ours = _known(figure(one) for one in cell.findings if one.brand == report.us)
    theirs = _known(figure(one) for one in cell.findings if one.brand in cell.rivals)
    if not ours or not theirs:
        return None
    shown = say.signed if is_change else say.number
    return say(
        message,
        **_names(report, cell, say),
        polarity=cell.polarity,
        ours=shown(ours[0]),
        spread=_spread([shown(value) for value in theirs], say),
    )


def _known(values: Iterable[float | None]) -> list[float]:
    return sorted(value for value in values if value is not None)


def _spread(shown: list[str], say: Say) -> str:
    low, high = shown[0], shown[-1]
    return low if low == high else say("threat-spread", low=low, high=high)


def _told(report: Report, cell: SwotCell, message: str) -> str | None:
    say = Say(report.language)
    ours = next((one.rate for one in cell.findings if one.brand == report.us), None)
    return say(message, **_names(report, cell, say), n=ours.n, of=ours.of) if ours else None


def _names(report: Report, cell: SwotCell, say: Say) -> dict[str, str | int]:
    return {
        "rivals": say.listing([brand_name(report, slug) for slug in cell.rivals]),
        "count": max(len(cell.rivals), 1),
        "us": brand_name(report, report.us),
        "theme": say.theme_words(report, cell.theme),
    }
