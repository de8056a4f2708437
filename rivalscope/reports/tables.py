"""The report as tables of raw values: what the spreadsheet formats show, row by row.

A value is an id, a text of the report's language, a number, a date, or None where nothing is known;
the format decides how each is written. What comes in must have passed
:func:`rivalscope.reports.tidy.tidied`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Final, Literal

from rivalscope.reports import outline
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.rates import direction
from rivalscope.reports.tidy import find_link
from rivalscope.reports.wording import Words, brand_name, theme_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rivalscope.models import BrandReport, Difference, Evidence, Finding, Rate, Report, SwotCell
    from rivalscope.reports.outline import ComparedTheme

Value = str | int | float | date | None
Row = dict[str, Value]
Kind = Literal["text", "wide", "long", "term", "count", "figure", "signed", "p", "date", "flag"]
"""How a column is to be shown: ``term`` is an id that a message names, ``wide`` is a text of many
characters, ``long`` one that wraps, ``flag`` is yes or no, ``figure`` has one decimal and
``signed`` its sign, too."""

TableName = Literal[
    "swot", "themes", "findings", "evidence", "brands", "sources", "withheld", "method"
]

_QUOTES: Final = 3
"""Beside an entry; the table of evidence has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column; *name* is the key of its values and of the message that heads it."""

    name: str
    kind: Kind
    of: str | None = None
    """The slug of the brand whose figures it holds, in a table with columns for each brand."""

    @property
    def key(self) -> str:
        """Where its value stands in a row."""
        return f"{self.of}:{self.name}" if self.of else self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows with the same columns, in the order to show them."""

    name: TableName
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


_RATE: Final[Mapping[str, Kind]] = {
    "n": "count",
    "of": "count",
    "per_100": "figure",
    "low": "figure",
    "high": "figure",
}
_SWOT: Final[Mapping[str, Kind]] = {
    "quadrant": "term",
    "theme": "text",
    "polarity": "term",
    "claim": "long",
    "brand": "text",
    **_RATE,
    "trend": "term",
    "change": "signed",
    "difference": "signed",
    "difference_low": "signed",
    "difference_high": "signed",
    "p": "p",
    "significant": "flag",
    "quote_1": "long",
    "cited_1": "wide",
    "link_1": "wide",
    "quote_2": "long",
    "cited_2": "wide",
    "link_2": "wide",
    "quote_3": "long",
    "cited_3": "wide",
    "link_3": "wide",
    "cautions": "long",
    "touchpoint": "text",
    "stage": "text",
    "rule": "text",
    "id": "wide",
    "synthetic": "flag",
}
_FINDINGS: Final[Mapping[str, Kind]] = {
    "brand": "text",
    "scope": "term",
    "theme": "text",
    "polarity": "term",
    **_RATE,
    "design_effect": "figure",
    "enough": "flag",
    "previous_n": "count",
    "previous_of": "count",
    "previous_per_100": "figure",
    "trend": "term",
    "change": "signed",
    "change_low": "signed",
    "change_high": "signed",
    "change_p": "p",
    "change_significant": "flag",
    "since": "date",
    "until": "date",
    "quote": "long",
    "link": "wide",
    "id": "wide",
    "synthetic": "flag",
}
_EVIDENCE: Final[Mapping[str, Kind]] = {
    "brand": "text",
    "theme": "text",
    "polarity": "term",
    "quote": "long",
    "platform": "text",
    "language": "text",
    "published_on": "date",
    "link": "wide",
    "decided_by": "text",
    "entry": "wide",
    "review": "wide",
}
_BRANDS: Final[Mapping[str, Kind]] = {
    "brand": "text",
    "is_us": "flag",
    "since": "date",
    "until": "date",
    "reviews": "count",
    "positive": "count",
    "neutral": "count",
    "negative": "count",
    "stars": "figure",
    "replied": "count",
    "replied_of": "count",
    "replied_per_100": "figure",
    "low": "figure",
    "high": "figure",
    "unknown_language": "count",
    "undated": "count",
    "chat": "wide",
    "faq_entries": "count",
}
_SOURCES: Final[Mapping[str, Kind]] = {
    "brand": "text",
    "source": "text",
    "platform": "text",
    "kind": "text",
    "state": "term",
    "reason": "long",
    "stored": "count",
    "rating": "figure",
}
_WITHHELD: Final[Mapping[str, Kind]] = {
    "theme": "text",
    "polarity": "term",
    "brand": "text",
    "n": "count",
    "of": "count",
}


def swot_table(report: Report) -> Table:
    """One row an entry, by quadrant and then by importance.

    The rate is that of the brand the entry is about: the rival where it names one, else ours. The
    table of findings has the other brands'.
    """
    rows = (_entry(report, one.cell) for each in outline.quadrants(report) for one in each.entries)
    return _table("swot", _SWOT, rows)


def findings_table(report: Report) -> Table:
    """One row a finding of each brand: those that entries compare, then all by themselves."""
    return _table("findings", _FINDINGS, _findings(report))


def evidence_table(report: Report) -> Table:
    """One row a quote and what it belongs to: an entry, or a brand's own finding."""
    cells = (one.cell for each in outline.quadrants(report) for one in each.entries)
    of_entries = ((cell.id, quote) for cell in cells for quote in cell.quotes)
    of_brands = (
        (finding.id, quote)
        for brand in outline.brands(report)
        for finding in brand.findings
        for quote in brand.quotes.get(finding.id, ())
    )
    rows = (_evidence(report, *each) for group in (of_entries, of_brands) for each in group)
    return _table("evidence", _EVIDENCE, rows)


def themes_table(report: Report) -> Table:
    """One row a theme that entries compare, with the rate of each brand side by side.

    ``below`` and ``above`` say how far the interval reaches from the rate, as charts draw it.
    """
    slugs = [brand.slug for brand in outline.brands(report)]
    figures: dict[str, Kind] = {**_RATE, "below": "figure", "above": "figure"}
    columns = (
        Column(name="theme", kind="wide"),
        *(
            Column(name=name, kind=kind, of=slug)
            for slug in slugs
            for name, kind in figures.items()
        ),
    )
    rows = (_theme(report, each) for each in outline.compared_themes(report))
    return _rows("themes", columns, rows)


def brands_table(report: Report) -> Table:
    """One row a brand: us, then the rivals."""
    return _table("brands", _BRANDS, (_brand(each) for each in outline.brands(report)))


def sources_table(report: Report) -> Table:
    """One row a source, brand by brand."""
    rows: Iterator[Row] = (
        {
            "brand": brand_name(report, source.brand),
            "source": source.id,
            "platform": source.platform,
            "kind": source.kind,
            "state": source.state,
            "reason": source.reason,
            "stored": source.reviews,
            "rating": _of_five(source.rating),
        }
        for brand in outline.brands(report)
        for source in brand.sources
    )
    return _table("sources", _SOURCES, rows)


def withheld_table(report: Report) -> Table:
    """One row a comparison that was not made for too little evidence."""
    rows: Iterator[Row] = (
        {
            "theme": label,
            "polarity": polarity,
            "brand": brand_name(report, each.brand),
            "n": each.n,
            "of": each.of,
        }
        for label, polarity, group in outline.withheld_by_theme(report)
        for each in group
    )
    return _table("withheld", _WITHHELD, rows)


def _entry(report: Report, cell: SwotCell) -> Row:
    touchpoint, stage = report.places.get(cell.theme, (None, None))
    finding = outline.headline(report, cell)
    difference = cell.difference
    row: Row = {
        "quadrant": cell.quadrant,
        "theme": theme_label(report, cell.theme),
        "polarity": cell.polarity,
        "claim": claim(report, cell),
        "touchpoint": touchpoint,
        "stage": stage,
        "cautions": "\n".join(caveat_lines(report, cell)) or None,
        "rule": cell.rule,
        "id": cell.id,
        "synthetic": report.synthetic,
    }
    row |= {
        f"{name}_{place}": value
        for place, quote in enumerate(cell.quotes[:_QUOTES], start=1)
        for name, value in (
            ("quote", quote.quote),
            ("cited", _cited(report, quote)),
            ("link", find_link(quote.url)),
        )
    }
    if difference:
        row |= _difference("difference", difference)
        row |= {"p": difference.p, "significant": difference.significant}
    if finding:
        row |= {
            "brand": brand_name(report, finding.brand),
            **_rate(finding.rate),
            "trend": direction(finding.change),
            "change": finding.change.points if finding.change else None,
        }
    return row


def _cited(report: Report, quote: Evidence) -> str:
    day = quote.published_on.isoformat() if quote.published_on else None
    parts = (brand_name(report, quote.brand), quote.platform, day)
    return ", ".join(part for part in parts if part)


def _findings(report: Report) -> Iterator[Row]:
    own = {brand.slug: brand.quotes for brand in report.brands}
    quotes = {
        (quote.brand, quote.theme, quote.polarity): quote
        for cell in reversed(report.cells)
        for quote in reversed(cell.quotes)
    }

    def quoted(finding: Finding) -> Evidence | None:
        of_entries = quotes.get((finding.brand, finding.theme, finding.polarity))
        return of_entries or next(iter(own.get(finding.brand, {}).get(finding.id, ())), None)

    seen = set()
    for each in outline.quadrants(report):
        for finding in (one for entry in each.entries for one in entry.cell.findings):
            # entries of one theme share findings; those of a spike look at days of their own
            if (finding.id, finding.period) not in seen:
                seen.add((finding.id, finding.period))
                yield {"scope": "compared", **_finding(report, finding, quoted(finding))}
    for brand in outline.brands(report):
        for finding in brand.findings:
            quote = next(iter(brand.quotes.get(finding.id, ())), None)
            yield {"scope": "by_itself", **_finding(report, finding, quote)}


def _finding(report: Report, finding: Finding, quote: Evidence | None) -> Row:
    previous, change = finding.previous, finding.change
    row: Row = {
        "brand": brand_name(report, finding.brand),
        "theme": theme_label(report, finding.theme),
        "polarity": finding.polarity,
        **_rate(finding.rate),
        "design_effect": finding.rate.design_effect,
        "enough": finding.enough,
        "trend": direction(change),
        "since": finding.period.since,
        "until": finding.period.until,
        "quote": quote.quote if quote else None,
        "link": find_link(quote.url) if quote else None,
        "id": finding.id,
        "synthetic": report.synthetic,
    }
    if previous:
        row |= {f"previous_{name}": value for name, value in _rate(previous).items()}
    if change:
        row |= _difference("change", change)
        row |= {"change_p": change.p, "change_significant": change.significant}
    return row


def _evidence(report: Report, entry: str, quote: Evidence) -> Row:
    return {
        "brand": brand_name(report, quote.brand),
        "theme": theme_label(report, quote.theme),
        "polarity": quote.polarity,
        "quote": quote.quote,
        "platform": quote.platform,
        "language": quote.language,
        "published_on": quote.published_on,
        "link": find_link(quote.url),
        "decided_by": quote.rule,
        "entry": entry,
        "review": quote.review_id,
    }


def _theme(report: Report, theme: ComparedTheme) -> Row:
    row: Row = {"theme": Words(report.language).subject_text(report, theme.findings[0])}
    for finding in theme.findings:
        figures = _rate(finding.rate) | _reach(finding.rate)
        row |= {f"{finding.brand}:{name}": value for name, value in figures.items()}
    return row


def _brand(brand: BrandReport) -> Row:
    row: Row = {
        "brand": brand.name,
        "is_us": brand.is_us,
        "since": brand.period.since if brand.period else None,
        "until": brand.period.until if brand.period else None,
        "reviews": brand.reviews,
        "positive": brand.positive,
        "neutral": brand.neutral,
        "negative": brand.negative,
        "stars": _of_five(brand.stars),
        "unknown_language": brand.unknown_language,
        "undated": brand.undated,
        "chat": ", ".join(brand.chat) or None,
        "faq_entries": brand.faq_entries,
    }
    if brand.reply_share:
        figures = _rate(brand.reply_share)
        row |= {
            "replied": figures["n"],
            "replied_of": figures["of"],
            "replied_per_100": figures["per_100"],
            "low": figures["low"],
            "high": figures["high"],
        }
    return row


def _rate(rate: Rate) -> Row:
    return {
        "n": rate.n,
        "of": rate.of,
        "per_100": rate.per_100,
        "low": rate.interval.low,
        "high": rate.interval.high,
    }


def _reach(rate: Rate) -> Row:
    return {
        "below": max(rate.per_100 - rate.interval.low, 0.0),
        "above": max(rate.interval.high - rate.per_100, 0.0),
    }


def _difference(name: str, difference: Difference) -> Row:
    return {
        name: difference.points,
        f"{name}_low": difference.interval.low,
        f"{name}_high": difference.interval.high,
    }


def _of_five(share: float | None) -> float | None:
    return None if share is None else share * 5


def _table(name: TableName, kinds: Mapping[str, Kind], rows: Iterable[Row]) -> Table:
    columns = tuple(Column(name=each, kind=kind) for each, kind in kinds.items())
    return _rows(name, columns, rows)


def _rows(name: TableName, columns: tuple[Column, ...], rows: Iterable[Row]) -> Table:
    values = (tuple(_finite(row.get(column.key)) for column in columns) for row in rows)
    return Table(name=name, columns=columns, rows=tuple(values))


def _finite(value: Value) -> Value:
    return None if isinstance(value, float) and not isfinite(value) else value
