"""The brands by themselves, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports import glossary, wording
from rivalscope.reports.outline import brands, top_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import BrandReport, Polarity, Report

_FINDINGS_SHOWN: Final = 4


def brand_parts(report: Report) -> Iterator[RenderableType]:
    """A table of all brands; what each one's customers say too, where nothing is compared."""
    table = Table(
        title=Text("Each brand by itself", style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    table.add_column("Brand", overflow="fold", max_width=20)
    for name in ("Reviews", "Stars of 5", "Pos/neu/neg"):
        table.add_column(name, justify="right", min_width=7)
    table.add_column("Top complaint", overflow="fold")
    table.add_column("Top praise", overflow="fold")
    for brand in brands(report):
        table.add_row(*_brand_row(report, brand))
    yield table
    for brand in brands(report):
        if brand.unknown_language or brand.undated:
            yield Text(
                f"{brand.name}: not counted are {brand.unknown_language} reviews in unknown"
                f" languages and {brand.undated} without a usable date",
                style="dim",
            )
    if report.compared is None:
        for brand in brands(report):
            yield from _findings(report, brand)


def _findings(report: Report, brand: BrandReport) -> Iterator[RenderableType]:
    yield Text(f"{brand.name}: {wording.period_text(brand.period)}", style="bold")
    shown = [
        *top_findings(brand, "negative")[:_FINDINGS_SHOWN],
        *top_findings(brand, "positive")[:_FINDINGS_SHOWN],
    ]
    for finding in shown:
        subject = wording.subject_text(report, finding)
        yield Text(f"  {subject}: {wording.finding_text(finding)}")
        for quote in brand.quotes.get(finding.id, ())[:1]:
            yield Text(
                f'    "{quote.quote}" - {wording.date_text(quote.published_on)}', style="italic"
            )
    if not shown:
        yield Text("  no theme was found in its reviews", style="dim")
    yield Text()


def _brand_row(report: Report, brand: BrandReport) -> tuple[Text, ...]:
    return (
        Text(brand.name),
        Text(str(brand.reviews)),
        Text(wording.number(None if brand.stars is None else brand.stars * 5)),
        Text(f"{brand.positive}/{brand.neutral}/{brand.negative}"),
        _top(report, brand, "negative"),
        _top(report, brand, "positive"),
    )


def _top(report: Report, brand: BrandReport, polarity: Polarity) -> Text:
    for finding in top_findings(brand, polarity):
        label = wording.theme_label(report, finding.theme)
        few = "" if finding.enough else f", {glossary.TOO_FEW}"
        return Text(f"{label}: {wording.share_of(finding.rate.n, finding.rate.of)}{few}")
    return Text("none found", style="dim")
