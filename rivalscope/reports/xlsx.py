"""The report as an Excel workbook: the tables to sort and filter, and rates by brand as a chart.

Nothing in it computes and nothing in it leads anywhere: every text is written as a text, so none
becomes a formula or a link.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Final

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_formula

from rivalscope.reports import outline, tables
from rivalscope.reports.cells import cut
from rivalscope.reports.charts import ceiling
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.fingerprint import fingerprint
from rivalscope.reports.measuring import lines_of
from rivalscope.reports.messages import messages
from rivalscope.reports.method import method_texts
from rivalscope.reports.palette import FAINT, INK, LINE, SHADES, TONES
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
    "p": '[<0.0001]"< 0.0001";0.0000',
    "date": "yyyy-mm-dd",
}
_WIDTHS: Final[Mapping[Kind, float]] = {
    "text": 20,
    "wide": 36,
    "long": 52,
    "term": 15,
    "count": 12,
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
_FROZEN: Final[Mapping[TableName, int]] = {"swot": 2}
"""Columns that stay when the others scroll; one where it does not say."""
_SIZE: Final = 10
_LINE: Final = 13.5
_HEAD: Final = 42
_HIGHEST: Final = 405.0
"""Excel's limit is 409 points."""
_CHARACTER: Final = 5.25
"""Points of a column's width for one character of it."""
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
        top = {"valign": "top", "font_name": "Arial", "font_size": _SIZE}
        self._formats: dict[str, Format] = {
            kind: book.add_format({**top, "num_format": code}) for kind, code in _FORMATS.items()
        }
        self._formats |= {
            kind: book.add_format({**top, "text_wrap": kind == "long"})
            for kind in ("text", "wide", "long", "term")
        }
        self._formats["flag"] = book.add_format({**top, "align": "center"})
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
        sheet.set_row(0, _HEAD)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS[column.kind])
            sheet.write_string(0, place, self._cut(self._header(column)), self._head)
        for number, row in enumerate(table.rows, start=1):
            sheet.set_row(number, _height(table.columns, row))
            for place, (column, value) in enumerate(zip(table.columns, row, strict=True)):
                self._value(sheet, (number, place), column, value)
        frozen = _FROZEN.get(table.name, 1)
        sheet.freeze_panes(1, frozen)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
        self._page(sheet, frozen=frozen)
        return sheet

    def _page(self, sheet: Worksheet, *, frozen: int) -> None:
        """Landscape on A4, what is frozen on each page."""
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_print_scale(60)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, frozen - 1)
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
            case None if column.kind in _FORMATS:
                sheet.write_blank(row, number, None, shape)
            case None:
                # the text before it does not run over into an empty text
                sheet.write_string(row, number, "", shape)
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
        themes = outline.compared_themes(self._report)
        brands = [brand.slug for brand in outline.brands(self._report)][:_MOST_SERIES]
        places = {column.key: place for place, column in enumerate(table.columns)}
        for slug, shade in zip(brands, SHADES, strict=False):
            rate, below, above = (
                xl_range_formula(sheet.get_name(), 1, place, rows, place)
                for place in (places[f"{slug}:{name}"] for name in ("per_100", "below", "above"))
            )
            chart.add_series(
                {
                    "name": brand_name(self._report, slug)[:100],
                    "categories": [sheet.get_name(), 1, 0, rows, 0],
                    "values": rate,
                    "fill": {"color": shade},
                    "gap": 60,
                    "y_error_bars": {
                        "type": "custom",
                        "plus_values": above,
                        "minus_values": below,
                        "line": {"color": FAINT, "width": 0.75},
                    },
                }
            )
        chart.set_title({"name": self._say("office-chart.title"), "name_font": {"size": 13}})
        chart.set_x_axis(
            {
                "name": self._say("office-chart.axis"),
                "min": 0,
                "max": ceiling(each for one in themes for each in one.findings),
                "num_format": "0",
                "label_position": "high",
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
            *(("not_compared", sentence) for sentence in excuse_texts(report)),
        ]
        facts += [("notice", say("office-synthetic"))] if report.synthetic else []
        named = [(say(f"office-method.{name}"), value) for name, value in facts]
        columns = (Column(name="what", kind="text"), Column(name="value", kind="long"))
        return Table(name="method", columns=columns, rows=(*named, *method_texts(report)))


def _height(columns: tuple[Column, ...], row: tuple[Value, ...]) -> float:
    """Points for the longest text that wraps."""
    wrapped = [
        len(lines_of(value, _WIDTHS["long"] * _CHARACTER, _SIZE))
        for column, value in zip(columns, row, strict=True)
        if column.kind == "long" and isinstance(value, str)
    ]
    return min(max(wrapped, default=1) * _LINE + 1.5, _HIGHEST)
