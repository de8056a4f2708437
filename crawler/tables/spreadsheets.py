"""Reads the rows of XLSX, XLSM, XLS and ODS files, in a child that a hostile file may end."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from typing import IO, TYPE_CHECKING

from crawler.tables.workbook import MAX_MEMORY
from rivalscope.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.tables.workbook import Cell

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: What a workbook may unpack to; a full sheet of texts stays under it.
MAX_UNPACKED = 200_000_000
_SAVE_AS = "save the sheet as CSV UTF-8"


def is_spreadsheet(body: bytes) -> bool:
    """Whether *body* begins as workbooks do, whatever its file is called."""
    return body.startswith((ZIP, OLE))


def sheet_rows(body: bytes, *, name: str, sheet: str | None) -> Iterator[list[Cell]]:
    """The rows of *sheet*, or of the first sheet that holds anything; dates in ISO 8601.

    Formulas give their saved values; merged cells are filled downwards and empty rows left out.
    Raises UsageError, which says what to do, for a file that is no workbook, is broken or under a
    password, has no such sheet, or asks for more memory than a million rows do.
    """
    if body.startswith(ZIP):
        _check_archive(body, name=name)
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as printed:
        given.write(body)
        given.seek(0)
        code = _read(given, printed, sheet=sheet)
        printed.seek(0)
        for line in printed:
            row = json.loads(line) if line.endswith(b"\n") else {"problem": "is broken"}
            if isinstance(row, dict):
                message = f"{name}: {row['problem']}"
                raise UsageError(message)
            yield row
    if code:
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        limit = MAX_MEMORY // 1024**3
        message = f"{name}: can't be read within {limit} GB of memory ({how}): {_SAVE_AS}"
        raise UsageError(message)


def _check_archive(body: bytes, *, name: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            members = {one.filename: one.file_size for one in archive.infolist()}
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        message = f"{name}: is a broken workbook ({error}): save it anew, or {_SAVE_AS}"
        raise UsageError(message) from error
    unpacked = sum(members.values())
    problem = None
    if "xl/workbook.bin" in members:
        problem = "is XLSB: save it as XLSX"
    elif not members.keys() & {"xl/workbook.xml", "content.xml"}:
        problem = "is a ZIP archive but no workbook: unpack it first"
    elif unpacked > MAX_UNPACKED:
        most = MAX_UNPACKED // 1_000_000
        problem = f"unpacks to {unpacked // 1_000_000:,} MB, and {most} MB are the most: {_SAVE_AS}"
    if problem:
        message = f"{name}: {problem}"
        raise UsageError(message)


def _read(given: IO[bytes], printed: IO[bytes], *, sheet: str | None) -> int:
    """Exit code of the child that prints the rows of the workbook *given*."""
    chosen = ["--sheet", sheet] if sheet is not None else []
    child = subprocess.run(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, our own arguments
        [sys.executable, "-m", "crawler.tables.workbook", *chosen],
        check=False,
        stdin=given,
        stdout=printed,
        stderr=subprocess.DEVNULL,
    )
    return child.returncode
