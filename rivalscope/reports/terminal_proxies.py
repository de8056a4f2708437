"""The proxies in short, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports import proxies

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import Report

_MOVES_SHOWN: Final = 6


def proxy_parts(report: Report) -> Iterator[RenderableType]:
    """A table of all brands, then the moves between them."""
    table = Table(
        title=Text(f"{proxies.TITLE} (intervals: 95 %; no NPS, CSAT or CES)", style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for name in proxies.SHORT_HEAD:
        table.add_column(name, overflow="fold")
    for row in proxies.short_rows(report):
        table.add_row(*map(Text, row))
    yield table
    lines = proxies.flow_lines(report)
    yield Text(f"Moves between brands: {proxies.nothing_told(report)}" if not lines else "Moves:")
    for line in lines[:_MOVES_SHOWN]:
        yield Text(f"  {line}")
    if len(lines) > _MOVES_SHOWN:
        more = len(lines) - _MOVES_SHOWN
        yield Text(f"  and {more} more; the HTML report lists them all", style="dim")
    yield Text()
