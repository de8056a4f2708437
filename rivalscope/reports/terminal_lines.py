"""Lines of a list on a terminal: what does not fit goes on below its beginning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from rich.console import RenderableType


def bullet(text: RenderableType) -> Table:
    """One item of a list."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text("  -"), text)
    return grid
