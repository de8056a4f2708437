"""The brands by themselves, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports.outline import brands, top_findings
from rivalscope.reports.terminal_lines import bullet
from rivalscope.reports.wording import Words, theme_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import BrandReport, Polarity, Report

_FINDINGS_SHOWN: Final = 4


def brand_parts(report: Report) -> Iterator[RenderableType]:
    """A table of all brands; what each one's customers say too, where nothing is compared."""
    words = Words(report.language)
    yield _table(words, report)
    for brand in brands(report):
        if brand.unknown_language or brand.undated:
            told = words(
                "terminal-not-counted",
                brand=brand.name,
                unknown=brand.unknown_language,
                undated=brand.undated,
            )
            yield bullet(Text(told, style="dim"))
    if report.compared is None:
        for brand in brands(report):
            yield from _findings(words, report, brand)


def _table(words: Words, report: Report) -> Table:
    table = Table(
        title=Text(words("brands-heading"), style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column(words("column-brand"), overflow="fold", max_width=20)
    for name in ("brand-reviews", "column-stars", "column-sentiments"):
        table.add_column(words(name), justify="right", min_width=7, overflow="fold")
    table.add_column(words("column-top-complaint"), overflow="fold")
    table.add_column(words("column-top-praise"), overflow="fold")
    for brand in brands(report):
        table.add_row(*_brand_row(words, report, brand))
    return table


def _findings(words: Words, report: Report, brand: BrandReport) -> Iterator[RenderableType]:
    yield Text(f"{brand.name}: {words.period_text(brand.period)}", style="bold")
    shown = [
        *top_findings(brand, "negative")[:_FINDINGS_SHOWN],
        *top_findings(brand, "positive")[:_FINDINGS_SHOWN],
    ]
    for finding in shown:
        subject = words.subject_text(report, finding)
        yield Text(f"  {subject}: {words.finding_text(finding)}")
        for quote in brand.quotes.get(finding.id, ())[:1]:
            yield Text(
                f'    "{quote.quote}" - {words.date_text(quote.published_on)}', style="italic"
            )
    if not shown:
        yield Text(f"  {words('terminal-no-theme')}", style="dim")
    yield Text()


def _brand_row(words: Words, report: Report, brand: BrandReport) -> tuple[Text, ...]:
    return (
        Text(brand.name),
        Text(str(brand.reviews)),
        Text(words.number(None if brand.stars is None else brand.stars * 5)),
        Text(f"{brand.positive}/{brand.neutral}/{brand.negative}"),
        _top(words, report, brand, polarity="negative"),
        _top(words, report, brand, polarity="positive"),
    )


def _top(words: Words, report: Report, brand: BrandReport, *, polarity: Polarity) -> Text:
    for finding in top_findings(brand, polarity):
        share = words.share_of(finding.rate.n, finding.rate.of)
        shown = share if finding.enough else words("rate-of-few", rate=share)
        return Text(f"{theme_label(report, finding.theme)}: {shown}")
    return Text(words("none-found"), style="dim")
