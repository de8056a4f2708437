"""Names, days and figures in the words of one language, the same in every format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rivalscope.reports import figures
from rivalscope.reports.rates import RateWords

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from rivalscope.models import (
        BrandReport,
        Evidence,
        Finding,
        Period,
        Polarity,
        Report,
        SourceReport,
        SwotCell,
    )

_NAMES_SHOWN = 4
_LOWERED: Final = frozenset({"en", "sw"})
"""Languages where a theme's name stands in a sentence like any noun; it is cited in the others,
where it would have to be declined."""


class Words(RateWords):
    """All that is said in one language."""

    def stars_text(self, share: float | None) -> str:
        """A mean rating as stars of five; a word where nobody gave any."""
        return self("unknown") if share is None else self("stars", stars=self.number(share * 5))

    def percent_text(self, count: int, total: int) -> str:
        """``12 (40%)``; the count alone where there is no total."""
        if not total:
            return str(count)
        return self(
            "count-and-share", count=count, share=figures.percent(count / total, self.language)
        )

    def sentiment_text(self, brand: BrandReport) -> str:
        """How many of the judged reviews are positive, neutral and negative."""
        counts = {
            "positive": brand.positive,
            "neutral": brand.neutral,
            "negative": brand.negative,
        }
        total = sum(counts.values())
        shares = {name: self.percent_text(count, total) for name, count in counts.items()}
        return self("sentiment-split", **shares)

    def date_text(self, day: date | None) -> str:
        """The ISO date, or that there is none."""
        return day.isoformat() if day else self("no-date")

    def period_text(self, period: Period | None) -> str:
        """``2026-08-24 to 2026-11-21 (90 days)``."""
        if period is None:
            return self("no-period")
        since, until = period.since.isoformat(), period.until.isoformat()
        return self("period", since=since, until=until, days=period.days)

    def days_text(self, period: Period | None) -> str:
        """``2026-08-24 to 2026-11-21``, or that there are none."""
        if period is None:
            return self("days-none")
        return self("days-between", since=period.since.isoformat(), until=period.until.isoformat())

    def listing(self, names: Sequence[str]) -> str:
        """``A, B and C``; from five names on, the first four and how many others there are."""
        if len(names) > _NAMES_SHOWN + 1:
            others = len(names) - _NAMES_SHOWN
            shown = ", ".join(names[:_NAMES_SHOWN])
            return self("list-with-others", names=shown, count=others)
        if len(names) > 1:
            return self("list", names=", ".join(names[:-1]), last=names[-1])
        return names[0] if names else self("empty-list")

    def kind(self, polarity: Polarity) -> str:
        """``complaints``, ``praise`` or ``mentions``."""
        return self("kind", polarity=polarity)

    def place_name(self, place: str | None) -> str:
        """Words for a touchpoint or a journey stage."""
        return self._named("place", place) if place else self("unknown")

    def platform_name(self, platform: str) -> str:
        """Words for a platform id: ``app_store`` is ``app store``."""
        return self._named("platform", platform)

    def cited_text(self, report: Report, quote: Evidence) -> str:
        """Whom a quote is about, where it stands and when it was written."""
        return self(
            "cited",
            brand=brand_name(report, quote.brand),
            platform=self.platform_name(quote.platform),
            date=self.date_text(quote.published_on),
        )

    def subject_text(self, report: Report, finding: Finding | SwotCell) -> str:
        """``Waiting times, complaints``: what a finding or an entry is about."""
        label = theme_label(report, finding.theme)
        return self("subject", theme=label, polarity=finding.polarity)

    def theme_words(self, report: Report, theme: str) -> str:
        """The theme's name inside a sentence, abbreviations left alone."""
        label = theme_label(report, theme)
        if self.language not in _LOWERED or label[1:2].isupper():
            return label
        return label[:1].lower() + label[1:]

    def source_text(self, report: Report, source: SourceReport) -> str:
        """``Kestrel, trustpilot: read in part (blocked on page 3)``."""
        stands = {
            "brand": brand_name(report, source.brand),
            "platform": self.platform_name(source.platform),
            "state": self("state", state=source.state),
        }
        if not source.reason:
            return self("source-stands", **stands)
        return self("source-stands-because", reason=source.reason, **stands)

    def _named(self, message: str, identity: str) -> str:
        """A known id in the language's words, another one as it is but for its underscores."""
        return self(message, **{message: identity, "name": identity.replace("_", " ")})


def brand_name(report: Report, slug: str) -> str:
    """The brand's name, or its slug where the report has no such brand."""
    return next((brand.name for brand in report.brands if brand.slug == slug), slug)


def theme_label(report: Report, theme: str) -> str:
    """The theme's name as a heading."""
    return report.labels.get(theme) or theme.replace("_", " ").capitalize()
