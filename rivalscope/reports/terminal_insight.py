"""Journey and FAQ in short, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports.insight import Grid, sections
from rivalscope.reports.insight.say import Say
from rivalscope.reports.terminal_lines import bullet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import Report
    from rivalscope.reports.insight import Row

_MAPS: Final = frozenset({"heat-complaints", "faq-coverage"})
"""Shown as tables, figures alone."""
_LISTS: Final = frozenset({"faq-contradictions", "faq-changes", "faq-policies"})
"""Shown as lines."""
_ROWS_SHOWN: Final = 10
_BRANDS_SHOWN: Final = 5


def insight_parts(report: Report) -> Iterator[RenderableType]:
    """What a terminal has room for; the other formats hold all of it."""
    say = Say(report.language)
    grids = [
        block
        for section in sections(report)
        for block in section.blocks
        if isinstance(block, Grid) and block.rows
    ]
    for grid in grids:
        if grid.id in _MAPS:
            yield _table(grid)
        if grid.id in _LISTS:
            yield Text(grid.title, style="bold")
            yield from (bullet(Text(_line(row))) for row in grid.rows[:_ROWS_SHOWN])
        if grid.id in _MAPS | _LISTS:
            yield from _more(len(grid.rows), say)
            yield Text()


def _table(grid: Grid) -> Table:
    table = Table(
        title=Text(grid.title, style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for name in grid.head[: _BRANDS_SHOWN + 1]:
        table.add_column(Text(name), overflow="fold")
    for row in grid.rows[:_ROWS_SHOWN]:
        cells = (
            " ".join((cell.text, *(f"({note})" for note in cell.notes[:1])))
            for cell in row.cells[:_BRANDS_SHOWN]
        )
        table.add_row(Text(row.name), *map(Text, cells))
    return table


def _line(row: Row) -> str:
    return "; ".join((row.name, *(cell.text for cell in row.cells)))


def _more(rows: int, say: Say) -> Iterator[RenderableType]:
    if rows > _ROWS_SHOWN:
        yield bullet(Text(say("insight-more", count=rows - _ROWS_SHOWN), style="dim"))
