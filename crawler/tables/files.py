"""What an exported file holds as rows with named cells, whatever program wrote it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeAlias

from crawler.tables.legacy_text import decoded
from crawler.tables.spreadsheets import is_spreadsheet, sheet_rows
from rivalscope.errors import UsageError

#: Column -> cell.
Row: TypeAlias = Mapping[str, Any]
#: Field -> column, for columns and the rows under them.
Mapper: TypeAlias = Callable[[Sequence[str], Sequence[Row]], Mapping[str, str]]

_DELIMITERS = ",;\t|"
_NO_DELIMITER = "\x1f"  # a file of one column, whose texts hold commas
_MOST_ROWS = 1_000_000
#: Rows that may stand above the header: titles, filters, a company's address.
_MOST_TITLES = 30
_SAMPLE = 200
#: Characters that tell a file's delimiter.
_HEAD = 50_000
_DEEPEST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFile:
    """The rows of one file, and which of their cells are wanted."""

    mapping: Mapping[str, str]
    """Field -> column."""
    columns: tuple[str, ...]
    rows: Sequence[Row]
    notes: tuple[str, ...]
    """What a person should know of how it was read."""


def read_table_file(body: bytes, *, name: str, mapper: Mapper, sheet: str | None) -> TableFile:
    """The rows of CSV, TSV, JSON, JSON Lines, XLSX, XLSM, XLS or ODS, told by the bytes alone.

    The header is the first row that *mapper* finds a text column in; with none, the fullest of the
    first rows, and *mapping* stays without ``text``. Raises UsageError for a file that is no table.
    """
    if is_spreadsheet(body):
        grid = [*sheet_rows(body, name=name, sheet=sheet)]
        return _under_header(grid, name=name, mapper=mapper, notes=())
    if sheet is not None:
        message = f"{name}: has no sheets: leave --sheet out"
        raise UsageError(message)
    text, notes = decoded(body, name=name)
    start = text.lstrip()[:1]
    _check_start(start, name=name)
    try:
        if start in {"[", "{"}:
            return _of_objects(_objects(text), name=name, mapper=mapper, notes=notes)
        return _under_header(_grid(text, mapper), name=name, mapper=mapper, notes=notes)
    except (ValueError, RecursionError, csv.Error) as error:
        message = f"{name}: is no CSV, TSV, JSON, JSON Lines or spreadsheet: {error}"
        raise UsageError(message) from error


def _check_start(start: str, *, name: str) -> None:
    problem = None
    if not start:
        problem = "is empty"
    elif start == "<":
        problem = (
            "is a page or XML, not a table: call it .html and leave --map out to read it as a saved"
            " page, or open it in a spreadsheet program and save it as XLSX"
        )
    if problem:
        message = f"{name}: {problem}"
        raise UsageError(message)


def _grid(text: str, mapper: Mapper) -> list[list[str]]:
    """Rows of CSV, empty ones left out."""
    first, _, rest = text.partition("\n")
    told = first.strip().casefold()
    if told.startswith("sep=") and len(told) == len("sep=") + 1:  # a line for Excel, and no row
        return _split(rest, told[-1])
    return _split(text, _delimiter(text[:_HEAD], mapper))


def _split(text: str, delimiter: str) -> list[list[str]]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row for row in rows if any(row)]


def _delimiter(head: str, mapper: Mapper) -> str:
    """The delimiter of the widest header that *mapper* knows; else the first line's; else none."""
    widths: dict[str, int] = {}
    for one in _DELIMITERS:
        with suppress(csv.Error):
            grid = _split(head, one)
            if not grid:
                continue
            position, mapping = _find_header(grid, mapper)
            header = _header(grid[position])
            if len(header) > 1 and "text" in mapping and set(mapping.values()) <= header.keys():
                widths[one] = len(header)
    if widths:
        return max(widths, key=lambda one: widths[one])
    first = head.lstrip().partition("\n")[0]
    likely = max(_DELIMITERS, key=first.count)
    return likely if likely in first else _NO_DELIMITER


def _objects(text: str) -> list[Any]:
    """The objects of a JSON list, of the longest list in a JSON object, or of JSON Lines."""
    try:
        whole = json.loads(text)
    except ValueError:
        # only \n ends a line: texts may hold U+2028, at which splitlines() would break
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    if isinstance(whole, list):
        return whole
    return max(_lists(whole, depth=_DEEPEST), key=len, default=[whole])


def _lists(value: Mapping[str, Any], *, depth: int) -> list[list[Any]]:
    """Lists of objects in *value*, such as ``{"reviews": [...]}``, and in the objects it holds."""
    inner = [one for one in value.values() if isinstance(one, dict)]
    own = [
        one
        for one in value.values()
        if isinstance(one, list) and one and all(isinstance(each, dict) for each in one)
    ]
    return own + [found for one in inner if depth > 1 for found in _lists(one, depth=depth - 1)]


def _of_objects(rows: list[Any], *, name: str, mapper: Mapper, notes: tuple[str, ...]) -> TableFile:
    if not all(isinstance(row, dict) for row in rows):
        message = f"{name}: each row must be an object with named columns"
        raise UsageError(message)
    _check_size(rows, name=name)
    flat = [_flat(row) for row in rows]
    columns = tuple(dict.fromkeys(column for row in flat[:_SAMPLE] for column in row))
    mapping = mapper(columns, flat)
    missing = set(mapping.values()) - set(columns)
    columns += tuple(sorted(missing & {column for row in flat for column in row}))
    return TableFile(mapping=mapping, columns=columns, rows=flat, notes=notes)


def _flat(row: Mapping[str, Any], *, depth: int = _DEEPEST) -> dict[str, Any]:
    """*row* with the values of inner objects under dotted names, such as ``author.name``."""
    flat: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, dict) and depth > 1:
            flat |= {f"{key}.{name}": one for name, one in _flat(value, depth=depth - 1).items()}
        else:
            flat[key] = value
    return flat


def _under_header(
    grid: Sequence[Sequence[Any]], *, name: str, mapper: Mapper, notes: tuple[str, ...]
) -> TableFile:
    _check_size(grid, name=name)
    position, mapping = _find_header(grid, mapper)
    header = _header(grid[position])
    rows = _named(header, grid[position + 1 :])
    if not rows:
        message = f"{name}: has a header but no rows under it"
        raise UsageError(message)
    return TableFile(mapping=mapping, columns=tuple(header), rows=rows, notes=notes)


def _find_header(grid: Sequence[Sequence[Any]], mapper: Mapper) -> tuple[int, Mapping[str, str]]:
    """Position of the header and what *mapper* makes of it."""
    tops = range(min(_MOST_TITLES, len(grid)))
    for position in tops:
        header = _header(grid[position])
        sample = _named(header, grid[position + 1 : position + 1 + _SAMPLE])
        mapping = mapper(tuple(header), sample)
        if "text" in mapping and set(mapping.values()) <= header.keys():
            return position, mapping
    fullest = max(tops, key=lambda position: len(_header(grid[position])))
    return fullest, mapper(tuple(_header(grid[fullest])), ())


def _check_size(rows: Sequence[object], *, name: str) -> None:
    if not rows:
        message = f"{name}: has no rows"
        raise UsageError(message)
    if len(rows) > _MOST_ROWS:
        message = f"{name}: has {len(rows):,} rows, and {_MOST_ROWS:,} are the most: split it"
        raise UsageError(message)


def _header(cells: Sequence[Any]) -> dict[str, int]:
    """Name -> position of its column; the first of several with one name."""
    header: dict[str, int] = {}
    for position, cell in enumerate(cells):
        if name := str(cell).strip():
            header.setdefault(name, position)
    return header


def _named(header: Mapping[str, int], rows: Sequence[Sequence[Any]]) -> list[Row]:
    return [
        {name: row[position] for name, position in header.items() if position < len(row)}
        for row in rows
    ]
