"""What a section is made of, whatever the format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from markupsafe import Markup

    from rivalscope.models import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a grid; plain text, not escaped."""

    text: str
    notes: tuple[str, ...] = ()
    """Smaller lines under it."""
    tone: str = ""
    """Class of its color: ``bad0`` to ``bad4``, ``good0`` to ``good4``, ``warn``, or none."""
    link: str | None = None
    """Address that proves it."""
    is_quoted: bool = False
    """Somebody else's words, in whatever direction they run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: what it is about, then its cells."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table."""

    id: str
    title: str
    about: str
    head: tuple[str, ...]
    """As wide as a row with its name."""
    rows: tuple[Row, ...]
    nothing: str
    """What to say where there is no row."""
    is_map: bool = False
    """Narrow cells, told apart by color and figure."""
    is_half: bool = False
    """Has room beside another one on a wide page."""
    drawing: Markup | None = None
    """The same as a picture, where the format can show one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotes:
    """What customers say."""

    quotes: tuple[Evidence, ...]


Block: TypeAlias = Grid | Quotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of a report with a heading of its own."""

    id: str
    title: str
    lead: str
    blocks: tuple[Block, ...]
