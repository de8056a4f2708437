"""Names and figures in the words of one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports import glossary, wording
from rivalscope.reports.messages import messages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import Rate, Report


class Say:
    """Called with a message's name and values it gives that message."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._say = messages(language)

    def __call__(self, name: str, /, **values: str | int) -> str:
        """The message, as :func:`rivalscope.reports.messages.messages` gives it."""
        return self._say(name, **values)

    def number(self, value: float | None) -> str:
        """One decimal."""
        return wording.number(value)

    def signed(self, value: float) -> str:
        """One decimal with its sign."""
        return wording.signed(value)

    def listing(self, names: Sequence[str]) -> str:
        """Several names in a sentence."""
        return wording.listing(names)

    def theme_words(self, report: Report, theme: str) -> str:
        """A theme's name inside a sentence."""
        return wording.theme_words(report, theme)

    def platform_name(self, platform: str) -> str:
        """Words for a platform id."""
        return glossary.platform_name(platform)

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
