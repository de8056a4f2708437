"""Rates, intervals, differences and trends in the words of one language."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Literal

from rivalscope.reports import figures
from rivalscope.reports.messages import messages

if TYPE_CHECKING:
    from rivalscope.models import Difference, Finding, Interval, Rate, SwotCell, Withheld

Direction = Literal["up", "down", "flat", "none"]

_SMALLEST_P = 0.0001


class RateWords:
    """What is said of figures in one of :data:`rivalscope.reports.messages.LANGUAGES`.

    Called with the name of a message and its values it gives that message; the methods word what
    a report holds.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self._say = messages(language)

    def __call__(self, name: str, /, **values: str | float) -> str:
        """The message, as :func:`rivalscope.reports.messages.messages` gives it."""
        return self._say(name, **values)

    def number(self, value: float | None) -> str:
        """One decimal, never ``-0.0``; a word where there is no finite number."""
        if value is None or not isfinite(value):
            return self("unknown")
        return figures.decimal(value, self.language)

    def signed(self, value: float) -> str:
        """One decimal with its sign; zero has none."""
        return figures.signed(value, self.language) if isfinite(value) else self("unknown")

    def share_of(self, count: int, total: int) -> str:
        """``31 of 212``."""
        return self("share", n=count, of=total)

    def interval_text(self, interval: Interval) -> str:
        """``10.5-20.0``; for values that cannot be negative."""
        return self("interval", low=self.number(interval.low), high=self.number(interval.high))

    def rate_text(self, rate: Rate | None) -> str:
        """``31 of 212 (14.6 per 100, 95 % interval 10.5-20.0)``."""
        if rate is None:
            return self("unknown")
        return self(
            "rate",
            n=rate.n,
            of=rate.of,
            per_100=self.number(rate.per_100),
            low=self.number(rate.interval.low),
            high=self.number(rate.interval.high),
        )

    def finding_text(self, finding: Finding) -> str:
        """The rate, and a warning where it rests on too little."""
        text = self.rate_text(finding.rate)
        return text if finding.enough else self("rate-of-few", rate=text)

    def p_text(self, p: float) -> str:
        """``p = 0.0123``, or ``p < 0.0001`` where more digits say nothing."""
        if not isfinite(p):
            return self("p-unknown")
        name, shown = ("p-below", _SMALLEST_P) if p < _SMALLEST_P else ("p-value", p)
        return self(name, p=figures.decimal(shown, self.language, digits=4))

    def difference_text(self, cell: SwotCell) -> str | None:
        """What an entry's difference is, with interval, p and verdict; None where it has none."""
        found = cell.difference
        if found is None:
            return None
        return self(
            "difference",
            rule=cell.rule,
            p=self.p_text(found.p),
            verdict="significant" if found.significant else "not_significant",
            **self._points(found),
        )

    def trend_text(self, finding: Finding) -> str:
        """How a rate changed against the period of equal length before it."""
        if finding.change is None:
            return self("trend-unknown")
        return self("trend", way=direction(finding.change), **self._points(finding.change))

    def short_trend_text(self, finding: Finding) -> str:
        """The trend in a table's few columns: ``rising +4.0``."""
        if finding.change is None:
            return self("short-trend-unknown")
        points = self.signed(finding.change.points)
        return self("short-trend", way=direction(finding.change), points=points)

    def insufficient_text(self, withheld: Withheld) -> str:
        """``insufficient (n=4, N=21)``."""
        return self("insufficient", n=withheld.n, of=withheld.of)

    def _points(self, difference: Difference) -> dict[str, str]:
        return {
            "points": self.signed(difference.points),
            "low": self.signed(difference.interval.low),
            "high": self.signed(difference.interval.high),
        }


def direction(change: Difference | None) -> Direction:
    """Where a rate went; ``flat`` unless the change is significant, ``none`` where unknown."""
    if change is None:
        return "none"
    if not change.significant or change.points == 0:
        return "flat"
    return "up" if change.points > 0 else "down"
