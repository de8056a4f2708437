"""A slide to put texts, tables and rectangles on, in points from its upper left corner.

Nothing grows by itself in a presentation: whoever puts a text has measured it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from rivalscope.reports.palette import INK, PAPER, WHITE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.shapes.autoshape import Shape
    from pptx.slide import Slide
    from pptx.text.text import TextFrame, _Paragraph

FONT: Final = "Arial"
"""Or what stands in for it, of the same widths: it is everywhere."""
LEADING: Final = 1.2
"""Line height as a share of the font size."""

WIDTH: Final = 960.0
HEIGHT: Final = 540.0
MARGIN: Final = 44.0
TOP: Final = 92.0
BOTTOM: Final = 496.0
"""Between them is what a slide says; above is its title, below its foot."""

_PLAIN_TABLE: Final = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without lines and fills."""
_PADDING: Final = (7.0, 4.0)
"""Inside a table's cell, to the sides and above and below."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A place on the slide, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text that looks the same throughout."""

    text: str
    size: float
    bold: bool = False
    italic: bool = False
    color: str = INK
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: its head, its rows, and the points each column has."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    size: float
    heights: tuple[float, ...]
    """Of the head and then of each row."""
    figures: frozenset[int] = frozenset()
    """Columns whose texts end at the right."""


def height_of(lines: int, size: float) -> float:
    """Points that so many lines take."""
    return lines * size * LEADING


def rectangle(slide: Slide, box: Box, *, fill: str) -> Shape:
    """A rectangle without a border or a shadow."""
    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height)
    )
    shape.fill.solid()
    shape.fill.fore_color.rgb = rgb(fill)
    shape.line.fill.background()
    # the style brings a shadow, which not every program lets go of
    shape.element.remove(shape.element.find(qn("p:style")))
    return shape


def text(slide: Slide, box: Box, paragraphs: Sequence[Sequence[Run]], *, gap: float = 0) -> None:
    """Paragraphs in a box without margins, *gap* points apart."""
    shape = slide.shapes.add_textbox(Pt(box.x), Pt(box.y), Pt(box.width), Pt(box.height))
    fill_frame(shape.text_frame, paragraphs, gap=gap)


def fill_frame(frame: TextFrame, paragraphs: Sequence[Sequence[Run]], *, gap: float = 0) -> None:
    """Puts the paragraphs in, from the top, without letting the frame change its size."""
    frame.word_wrap = True
    frame.auto_size = MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, runs in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        paragraph.space_before = Pt(gap if place else 0)
        paragraph.alignment = PP_ALIGN.LEFT
        _put(paragraph, runs)


def table(slide: Slide, corner: tuple[float, float], grid: Grid) -> None:
    """A table with its upper left *corner* there: a dark head, every other row shaded."""
    rows = (grid.head, *grid.rows)
    frame = slide.shapes.add_table(
        len(rows),
        len(grid.head),
        Pt(corner[0]),
        Pt(corner[1]),
        Pt(sum(grid.widths)),
        Pt(sum(grid.heights)),
    )
    native = frame.table
    native.horz_banding = False
    native._tbl.tblPr.find("{*}tableStyleId").text = _PLAIN_TABLE  # ruff: ignore[private-member-access] - python-pptx has no other way to a style
    for column, width in zip(native.columns, grid.widths, strict=True):
        column.width = Pt(width)
    for number, (row, height) in enumerate(zip(native.rows, grid.heights, strict=True)):
        row.height = Pt(height)
        for place, cell in enumerate(row.cells):
            cell.fill.solid()
            cell.fill.fore_color.rgb = rgb(_shade(number))
            cell.vertical_anchor = MSO_ANCHOR.MIDDLE
            cell.margin_left = cell.margin_right = Pt(_PADDING[0])
            cell.margin_top = cell.margin_bottom = Pt(_PADDING[1])
            paragraph = cell.text_frame.paragraphs[0]
            paragraph.alignment = PP_ALIGN.RIGHT if place in grid.figures else PP_ALIGN.LEFT
            color = INK if number else WHITE
            bold = number == 0 or place == 0
            _put(paragraph, [Run(text=rows[number][place], size=grid.size, bold=bold, color=color)])


def inner(width: float) -> float:
    """Points that a text has in a table's cell of that width."""
    return width - 2 * _PADDING[0]


def row_height(lines: int, size: float) -> float:
    """Points that a table's row of so many lines takes."""
    return height_of(lines, size) + 2 * _PADDING[1]


def _shade(number: int) -> str:
    if number == 0:
        return INK
    return WHITE if number % 2 else PAPER


def _put(paragraph: _Paragraph, runs: Sequence[Run]) -> None:
    for each in runs:
        run = paragraph.add_run()
        run.text = each.text
        run.font.name = FONT
        run.font.size = Pt(each.size)
        run.font.bold = each.bold
        run.font.italic = each.italic
        run.font.color.rgb = rgb(each.color)
        if each.link:
            run.hyperlink.address = each.link


def rgb(color: str) -> RGBColor:
    """A color of the palette as python-pptx takes it."""
    return RGBColor.from_string(color.removeprefix("#"))
