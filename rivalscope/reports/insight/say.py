"""Figures of the sections on pages and journeys, in the words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from rivalscope.models import Rate


class Say(Words):
    """Words, and rates short enough for the cells of a table."""

    def short_rate(self, rate: Rate) -> str:
        """``24.0 (18.7-30.3), 62 of 258``: per 100, its interval, n of N."""
        return self(
            "insight-rate",
            per_100=self.number(rate.per_100),
            low=self.number(rate.interval.low),
            high=self.number(rate.interval.high),
            n=rate.n,
            of=rate.of,
        )

    def reach(self, rate: Rate) -> str:
        """``18.7-30.3``: the interval alone."""
        return f"{self.number(rate.interval.low)}-{self.number(rate.interval.high)}"
