"""What slides and sheets say of a report's figures, in its language."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Final

from babel.numbers import format_decimal

from rivalscope.reports import outline
from rivalscope.reports.messages import messages
from rivalscope.reports.rates import direction
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from rivalscope.models import BrandReport, Evidence, Finding, Period, Report, SwotCell

_SMALLEST_P: Final = 0.0001
_RIVALS_NAMED: Final = 3


class Phrases:
    """The phrases of one report; numbers are written as its language does."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.say = messages(report.language)
        self.words = Words(report.language)

    def title(self) -> str:
        """Us against the rivals; of many the first, and how many others."""
        us, rivals = brand_name(self.report, self.report.us), outline.rival_names(self.report)
        if not rivals:
            return self.say("office-alone", us=us)
        named = ", ".join(rivals[:_RIVALS_NAMED])
        if len(rivals) > _RIVALS_NAMED:
            more = self.say("office-more-entries", count=len(rivals) - _RIVALS_NAMED)
            named = f"{named} {more}"
        return self.say("office-title", us=us, rivals=named)

    def period(self, period: Period | None) -> str:
        """``2026-08-24 to 2026-11-21``."""
        if period is None:
            return self.say("office-no-comparison")
        since, until = period.since.isoformat(), period.until.isoformat()
        return self.say("office-period", since=since, until=until)

    def number(self, value: float) -> str:
        """One decimal; a word where it is not finite."""
        return self._decimal(value, "0.0")

    def signed(self, value: float) -> str:
        """One decimal and its sign."""
        return self._decimal(value, "+0.0;-0.0")

    def rate(self, finding: Finding) -> str:
        """``71 of 234: 30.3 per 100 (24.6 to 36.8)``, with a warning where it rests on little."""
        rate = finding.rate
        text = self.say(
            "office-rate",
            n=str(rate.n),
            of=str(rate.of),
            rate=self.number(rate.per_100),
            low=self.number(rate.interval.low),
            high=self.number(rate.interval.high),
        )
        return text if finding.enough else f"{text}, {self.say('office-few')}"

    def interval(self, finding: Finding) -> str:
        """``24.6 - 36.8``, with an en dash."""
        interval = finding.rate.interval
        return f"{self.number(interval.low)} \u2013 {self.number(interval.high)}"

    def trend(self, finding: Finding) -> str:
        """``rising +4.1``."""
        words = self.say(f"office-term.{direction(finding.change)}")
        return f"{words} {self.signed(finding.change.points)}" if finding.change else words

    def difference(self, cell: SwotCell) -> str | None:
        """What an entry's difference is, with interval and p; None where it has none."""
        if cell.difference is None:
            return None
        return self.say(
            "office-difference",
            points=self.signed(cell.difference.points),
            low=self.signed(cell.difference.interval.low),
            high=self.signed(cell.difference.interval.high),
            p=self._p(cell.difference.p),
        )

    def cited(self, quote: Evidence) -> str:
        """Whom a quote is about, where it stands and when it was written."""
        return self.say(
            "office-cited",
            brand=brand_name(self.report, quote.brand),
            platform=quote.platform.replace("_", " "),
            date=quote.published_on.isoformat()
            if quote.published_on
            else self.say("office-no-date"),
        )

    def sources(self, *brands: BrandReport) -> str:
        """``29 sources read, 2 not read in full``: of these brands, or of all."""
        of = brands or self.report.brands
        states = [source.state for brand in of for source in brand.sources]
        sound = sum(state in outline.SOUND_STATES for state in states)
        read = self.say("office-sources-sound", count=sound)
        return f"{read}, {self.say('office-sources-failed', count=len(states) - sound)}"

    def reviews(self) -> str:
        """``911 reviews compared``."""
        count = sum(outline.compared_reviews(self.report).values())
        return self.say("office-reviews", count=count)

    def _p(self, p: float) -> str:
        if p < _SMALLEST_P:
            return f"p < {self._decimal(_SMALLEST_P, '0.0000')}"
        return f"p = {self._decimal(p, '0.0000')}"

    def _decimal(self, value: float, pattern: str) -> str:
        if not isfinite(value):
            return self.say("office-unknown")
        # adding zero makes no minus before a zero
        digits = len(pattern.partition(".")[2].partition(";")[0])
        rounded = round(value, digits) + 0.0
        pattern = pattern if rounded else pattern.partition(";")[0].removeprefix("+")
        text: str = format_decimal(rounded, format=pattern, locale=self.report.language)
        # a hyphen would let a line end after it
        return text.replace("-", "\u2212")
