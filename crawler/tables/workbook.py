"""Prints the rows of one sheet of a workbook; meant to be started as a child, with bounded memory.

Standard input is the file. Standard output is one JSON value a line: a list of cells for each row,
or ``{"problem": "..."}`` where there is nothing to be read. Two cells in opposite corners of a
sheet make a reader of spreadsheets ask for gigabytes, and it ends its process when it gets none.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from python_calamine import (
    CalamineError,
    PasswordError,
    SheetVisibleEnum,
    WorksheetNotFound,
    load_workbook,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from python_calamine import CalamineSheet, CalamineWorkbook

#: Every row of a sheet with 15 columns or so fits.
MAX_MEMORY = 2 * 1024**3
MAX_SECONDS = 120
MAX_ROWS = 1_000_000

Cell = str | int | float | bool


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the workbook on standard input."""
    parser = argparse.ArgumentParser(prog="python -m crawler.tables.workbook", description=__doc__)
    parser.add_argument("--sheet", help="Name of the sheet; else the first that holds anything.")
    options = parser.parse_args(arguments)
    _bound_ourselves()
    try:
        for row in _rows(options.sheet):
            sys.stdout.write(json.dumps(row) + "\n")
    except PasswordError:
        _tell("is protected by a password: save it without one")
    except WorksheetNotFound as error:
        _tell(str(error))
    except (CalamineError, ValueError, OSError) as error:
        # an XLSX under a password is another kind of file, which the reader does not know
        _tell(f"can't be read ({error}): is it whole, and without a password? save it as XLSX")


def _bound_ourselves() -> None:
    with suppress(ImportError, ValueError, OSError):  # Windows has no such limits
        import resource  # ruff: ignore[import-outside-top-level] - only where there is one

        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(problem: str) -> None:
    sys.stdout.write(json.dumps({"problem": problem}) + "\n")


def _rows(name: str | None) -> Iterator[list[Cell]]:
    """The rows of the sheet, its merged cells filled downwards; empty rows are left out."""
    sheet = _sheet(load_workbook(sys.stdin.buffer), name)
    if sheet.height > MAX_ROWS:
        _tell(f"sheet {sheet.name!r} has {sheet.height:,} rows: at most {MAX_ROWS:,} are read")
        return
    above: dict[int, Cell] = {}
    merged = _merged_below(sheet)
    for number, row in enumerate(sheet.iter_rows()):
        cells = [_plain(cell) for cell in row]
        if not any(cell != "" for cell in cells):  # ruff: ignore[compare-to-empty-string] - 0 is no empty cell
            continue
        for column in merged.get(number, ()):
            cells[column] = above.get(column, "")
        above = dict(enumerate(cells))
        yield cells


def _sheet(workbook: CalamineWorkbook, name: str | None) -> CalamineSheet:
    """The sheet called *name*, else the first that anybody sees and that holds anything."""
    if name is not None:
        if name not in workbook.sheet_names:
            have = ", ".join(workbook.sheet_names)
            message = f"no sheet {name!r}: it has {have}"
            raise WorksheetNotFound(message)
        return workbook.get_sheet_by_name(name)
    seen = [one.name for one in workbook.sheets_metadata if one.visible is SheetVisibleEnum.Visible]
    sheets = (workbook.get_sheet_by_name(one) for one in seen)
    found = next((sheet for sheet in sheets if sheet.height), None)
    if found is None:
        message = "no sheet holds anything"
        raise WorksheetNotFound(message)
    return found


def _merged_below(sheet: CalamineSheet) -> dict[int, list[int]]:
    """Row -> columns whose cell belongs to one that begins above; both from 0, within the rows."""
    top = sheet.start or (0, 0)
    covered: dict[int, list[int]] = {}
    for (first, column), (last, _) in sheet.merged_cell_ranges or ():
        if top[1] <= column < top[1] + sheet.width:
            for row in range(first + 1, min(last, top[0] + sheet.height) + 1):
                covered.setdefault(row - top[0], []).append(column - top[1])
    return covered


def _plain(cell: object) -> Cell:
    """A cell as JSON has it; dates and times in ISO 8601."""
    if isinstance(cell, str | bool | int | float):
        return cell
    return cell.isoformat() if isinstance(cell, date) else str(cell)


if __name__ == "__main__":
    main()
