"""The report as an Excel workbook: the tables to sort and filter, and rates by brand as a chart.

Nothing in it computes and nothing in it leads anywhere: every text is written as a text, so none
becomes a formula or a link.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook

from rivalscope.reports import outline, tables
from rivalscope.reports.cells import cut
from rivalscope.reports.fingerprint import fingerprint
from rivalscope.reports.messages import messages
from rivalscope.reports.palette import INK, LINE, SHADES, TONES
from rivalscope.reports.phrases import Phrases
from rivalscope.reports.tables import Column, Table
from rivalscope.reports.tidy import tidied
from rivalscope.reports.wording import brand_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from rivalscope.models import Report
    from rivalscope.reports.tables import Kind, TableName, Value

_FORMATS: Final[Mapping[Kind, str]] = {
    "count": "0",
    "figure": "0.0",
    "signed": "+0.0;-0.0;0.0",
    "p": "0.0000",
    "date": "yyyy-mm-dd",
}
_WIDTHS: Final[Mapping[Kind, float]] = {
    "text": 20,
    "long": 52,
    "term": 15,
    "count": 10,
    "figure": 11,
    "signed": 12,
    "p": 9,
    "date": 12,
    "flag": 11,
}
_TABLES: Final[Mapping[TableName, Callable[[Report], Table]]] = {
    "swot": tables.swot_table,
    "themes": tables.themes_table,
    "findings": tables.findings_table,
    "evidence": tables.evidence_table,
    "brands": tables.brands_table,
    "sources": tables.sources_table,
    "withheld": tables.withheld_table,
}
_FROZEN: Final[Mapping[TableName, int]] = {"swot": 2, "themes": 2, "findings": 1, "evidence": 1}
"""Columns that stay when the others scroll."""
_MOST_SERIES: Final = 8
_BAR: Final = 17
"""Height of one bar of the chart with its share of the gaps, in pixels."""


def render_xlsx(report: Report) -> bytes:
    """The report as an .xlsx file: a sheet a table, the method last.

    Texts longer than a cell are cut with a mark; figures are numbers with a format. The file's
    dates are the report's.
    """
    shown = tidied(report)
    stream = BytesIO()
    # constant memory is off, so that texts are shared in the order they were written
    with Workbook(
        stream,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    ) as book:
        _Book(book, shown).write()
    return stream.getvalue()


class _Book:
    """A workbook on its way: its formats are made once."""

    def __init__(self, book: Workbook, report: Report) -> None:
        self._book = book
        self._report = report
        self._say = messages(report.language)
        self._phrases = Phrases(report)
        top = {"valign": "top", "font_name": "Arial", "font_size": 10}
        self._formats: dict[str, Format] = {
            kind: book.add_format({**top, "num_format": code}) for kind, code in _FORMATS.items()
        }
        self._formats |= {
            kind: book.add_format({**top, "text_wrap": kind == "long"})
            for kind in ("text", "long", "term", "flag")
        }
        self._formats |= {
            quadrant: book.add_format({**top, "bold": True, "font_color": tone})
            for quadrant, tone in TONES.items()
        }
        self._head = book.add_format(
            {
                **top,
                "bold": True,
                "font_color": "#FFFFFF",
                "bg_color": INK,
                "text_wrap": True,
                "valign": "vcenter",
            }
        )

    def write(self) -> None:
        """All sheets."""
        report = self._report
        self._book.set_properties(
            {
                "title": self._cut(self._phrases.title()),
                "subject": self._say("office-subtitle"),
                "author": "Rivalscope",
                "comments": self._say("office-synthetic") if report.synthetic else "",
                "created": datetime.combine(report.as_of, time.min, tzinfo=UTC),
            }
        )
        for name, table_of in _TABLES.items():
            table = table_of(report)
            sheet = self._sheet(table)
            if name == "themes" and table.rows:
                self._chart(sheet, table)
        self._sheet(self._method())

    def _sheet(self, table: Table) -> Worksheet:
        name = self._say(f"office-sheet.{table.name}")
        sheet = self._book.add_worksheet(name)
        sheet.set_row(0, 33)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS[column.kind])
            sheet.write_string(0, place, self._cut(self._header(column)), self._head)
        for number, row in enumerate(table.rows, start=1):
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._value(sheet, (number, place), column, value)
        sheet.freeze_panes(1, _FROZEN.get(table.name, 0))
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        self._page(sheet)
        return sheet

    def _page(self, sheet: Worksheet) -> None:
        """Landscape, as wide as the paper, the head on each page."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.hide_gridlines(2)
        notice = f"{self._say('office-synthetic')}  " if self._report.synthetic else ""
        sheet.set_footer(f"&L{notice}&R{self._report.as_of}  &P/&N")

    def _header(self, column: Column) -> str:
        words = self._say(f"office-column.{column.name}")
        return f"{brand_name(self._report, column.of)}: {words}" if column.of else words

    def _value(
        self, sheet: Worksheet, place: tuple[int, int], column: Column, value: Value
    ) -> None:
        row, number = place
        shape = self._formats[column.kind]
        match value:
            case None:
                sheet.write_blank(row, number, None, shape)
            case bool():
                sheet.write_boolean(row, number, value, shape)
            case int() | float():
                sheet.write_number(row, number, value, shape)
            case date():
                sheet.write_datetime(row, number, value, shape)
            case str() if column.kind == "term":
                words = self._say(f"office-term.{value}")
                sheet.write_string(row, number, words, self._formats.get(value, shape))
            case str():
                sheet.write_string(row, number, self._cut(value), shape)

    def _cut(self, text: str) -> str:
        return cut(text, language=self._report.language)

    def _chart(self, sheet: Worksheet, table: Table) -> None:
        """Bars of the rates under the table they are read from, intervals as error bars."""
        chart = self._book.add_chart({"type": "bar"})
        rows = len(table.rows)
        brands = [brand.slug for brand in outline.brands(self._report)][:_MOST_SERIES]
        places = {column.key: place for place, column in enumerate(table.columns)}
        for slug, shade in zip(brands, SHADES, strict=False):
            low, rate, high = (
                [row[places[f"{slug}:{name}"]] for row in table.rows]
                for name in ("low", "per_100", "high")
            )
            place = places[f"{slug}:per_100"]
            chart.add_series(
                {
                    "name": brand_name(self._report, slug)[:100],
                    "categories": [sheet.get_name(), 1, 0, rows, 1],
                    "values": [sheet.get_name(), 1, place, rows, place],
                    "fill": {"color": shade},
                    "gap": 60,
                    "x_error_bars": {
                        "type": "custom",
                        "plus_values": _gaps(high, rate),
                        "minus_values": _gaps(rate, low),
                        "line": {"color": "#545D69", "width": 0.75},
                    },
                }
            )
        chart.set_title({"name": self._say("office-chart.title"), "name_font": {"size": 13}})
        chart.set_x_axis(
            {
                "name": self._say("office-chart.axis"),
                "min": 0,
                "num_format": "0",
                "major_gridlines": {"visible": True, "line": {"color": LINE}},
            }
        )
        chart.set_y_axis({"reverse": True})
        chart.set_legend({"position": "top"})
        chart.set_size({"width": 1000, "height": 170 + rows * (len(brands) + 1) * _BAR})
        sheet.insert_chart(rows + 2, 0, chart)

    def _method(self) -> Table:
        report, say, phrases = self._report, self._say, self._phrases
        facts = [
            ("market", report.market),
            ("industry", report.industry),
            ("as_of", report.as_of.isoformat()),
            ("window", phrases.period(report.window)),
            ("compared", phrases.period(report.compared)),
            ("report", fingerprint(report)),
            *(("not_compared", sentence) for sentence in report.not_compared),
        ]
        facts += [("notice", say("office-synthetic"))] if report.synthetic else []
        named = [(say(f"office-method.{name}"), value) for name, value in facts]
        columns = (Column(name="what", kind="text"), Column(name="value", kind="long"))
        return Table(name="method", columns=columns, rows=(*named, *report.method))


def _gaps(upper: list[Value], lower: list[Value]) -> list[float]:
    """How far the one is above the other; 0 where a brand has no such rate."""
    return [
        max(round(high - low, 6), 0.0)
        if isinstance(high, int | float) and isinstance(low, int | float)
        else 0.0
        for high, low in zip(upper, lower, strict=True)
    ]
