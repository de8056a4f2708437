"""A native chart of rates by brand, with its data in it, to be edited like any other."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree  # type: ignore[import-untyped]
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION
from pptx.oxml.ns import qn
from pptx.util import Pt
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range_formula

from rivalscope.reports.palette import FAINT, INK, LINE, SHADES, SOFT
from rivalscope.reports.slides.canvas import FONT, rgb

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from pptx.chart.chart import Chart
    from pptx.chart.series import BarSeries
    from pptx.dml.chtfmt import ChartFormat
    from pptx.slide import Slide

    from rivalscope.models import Rate
    from rivalscope.reports.slides.canvas import Box

MOST_BRANDS: Final = len(SHADES)

_SHEET: Final = "Sheet1"
_SIZE: Final = 11
_LINE: Final = "9525"
"""Width of an interval's line in EMU: 0.75 points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """The rates of one brand, one a category; None where there is none."""

    name: str
    rates: tuple[Rate | None, ...]

    @property
    def values(self) -> list[float | None]:
        """Reviews per 100."""
        return [rate.per_100 if rate else None for rate in self.rates]

    @property
    def below(self) -> list[float]:
        """How far each interval reaches below its rate."""
        return [max(rate.per_100 - rate.interval.low, 0) if rate else 0.0 for rate in self.rates]

    @property
    def above(self) -> list[float]:
        """How far each interval reaches above its rate."""
        return [max(rate.interval.high - rate.per_100, 0) if rate else 0.0 for rate in self.rates]


def put_chart(
    slide: Slide,
    box: Box,
    *,
    categories: Sequence[str],
    bars: Sequence[Bars],
    end: int,
    created: datetime,
    ours: int | None = None,
) -> None:
    """Draws the bars of at most ``MOST_BRANDS`` brands on a scale from 0 to *end*.

    Each brand has its shade; where brands are the categories of one row of bars, *ours* is the
    place of the one that stands out.
    """
    data = CategoryChartData(number_format="0.0")
    data.categories = categories
    for each in bars:
        data.add_series(each.name, each.values)
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height), data
    )
    chart = frame.chart
    _style(chart, end=end)
    for place, (series, each) in enumerate(zip(chart.plots[0].series, bars, strict=True)):
        _fill(series.format, shade=SHADES[place] if len(bars) > 1 else SHADES[1])
        series.invert_if_negative = False
        if ours is not None:
            _fill(series.points[ours].format, shade=SHADES[0])
        _put_intervals(series, each, column=1 + len(bars) + 2 * place)
    workbook = _workbook(categories, bars, created=created)
    chart.part.chart_workbook.update_from_xlsx_blob(workbook)


def _style(chart: Chart, *, end: int) -> None:
    chart.font.name = FONT
    chart.font.size = Pt(_SIZE)
    chart.font.color.rgb = rgb(INK)
    chart.has_title = False
    chart.has_legend = len(list(chart.plots[0].series)) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.TOP
        chart.legend.include_in_layout = False
    chart.plots[0].gap_width = 55
    chart.plots[0].overlap = 0
    names, figures = chart.category_axis, chart.value_axis
    names.reverse_order = True
    names.has_major_gridlines = False
    names.format.line.color.rgb = rgb(SOFT)
    figures.minimum_scale, figures.maximum_scale = 0, end
    figures.major_gridlines.format.line.color.rgb = rgb(LINE)
    figures.format.line.fill.background()
    figures.tick_labels.number_format = "0"
    figures.tick_labels.number_format_is_linked = False
    # a reversed order of names moves the figures to the top: their far side is the bottom
    figures.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _fill(part: ChartFormat, *, shade: str) -> None:
    part.fill.solid()
    part.fill.fore_color.rgb = rgb(shade)


def _put_intervals(series: BarSeries, bars: Bars, *, column: int) -> None:
    """Intervals as error bars, which python-pptx does not know (ECMA-376 part 1, 21.2.2.55)."""
    errors = etree.Element(qn("c:errBars"))
    for name, value in (("errBarType", "both"), ("errValType", "cust"), ("noEndCap", "0")):
        etree.SubElement(errors, qn(f"c:{name}")).set("val", value)
    rows = len(bars.rates)
    for place, (name, gaps) in enumerate((("plus", bars.above), ("minus", bars.below))):
        source = etree.SubElement(etree.SubElement(errors, qn(f"c:{name}")), qn("c:numRef"))
        formula = xl_range_formula(_SHEET, 1, column + place, rows, column + place)
        etree.SubElement(source, qn("c:f")).text = formula.removeprefix("=")
        cache = etree.SubElement(source, qn("c:numCache"))
        etree.SubElement(cache, qn("c:formatCode")).text = "0.0"
        etree.SubElement(cache, qn("c:ptCount")).set("val", str(rows))
        for index, gap in enumerate(gaps):
            point = etree.SubElement(cache, qn("c:pt"))
            point.set("idx", str(index))
            etree.SubElement(point, qn("c:v")).text = f"{gap:.6g}"
    shape = etree.SubElement(errors, qn("c:spPr"))
    line = etree.SubElement(shape, qn("a:ln"))
    line.set("w", _LINE)
    fill = etree.SubElement(line, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:srgbClr")).set("val", FAINT.removeprefix("#"))
    series._element.find(qn("c:cat")).addprevious(errors)  # ruff: ignore[private-member-access] - no other way to the XML


def _workbook(categories: Sequence[str], bars: Sequence[Bars], *, created: datetime) -> bytes:
    """What opens on "edit data": the texts as texts, which python-pptx's own does not promise."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": created})
        sheet = book.add_worksheet(_SHEET)
        for row, category in enumerate(categories, start=1):
            sheet.write_string(row, 0, category)
        for place, each in enumerate(bars, start=1):
            sheet.write_string(0, place, each.name)
            for row, value in enumerate(each.values, start=1):
                if value is not None:
                    sheet.write_number(row, place, value)
            reach = 1 + len(bars) + 2 * (place - 1)
            for column, gaps in ((reach, each.above), (reach + 1, each.below)):
                sheet.write_string(0, column, f"{each.name} {'+' if column == reach else '-'}")
                for row, gap in enumerate(gaps, start=1):
                    sheet.write_number(row, column, gap)
    return stream.getvalue()
