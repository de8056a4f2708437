"""Reads files a person saved: pages exactly as they are, and tells tables from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import read_page
from crawler.tables.spreadsheets import is_spreadsheet
from rivalscope import clock
from rivalscope.errors import PageChanged, UsageError
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from pathlib import Path

    from rivalscope.models import PageReading, Source

_TABLES = {".csv", ".tsv", ".jsonl", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"}
_HEAD = 8


def snapshot_of_file(path: Path) -> Snapshot:
    """The file as a page fetched now; raises UsageError where it can't be read."""
    try:
        body = path.read_bytes()
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror or error}"
        raise UsageError(message) from error
    return Snapshot(url=path.resolve().as_uri(), fetched_at=clock.now(), body=body)


def read_saved_page(snapshot: Snapshot, *, source: Source, name: str) -> PageReading:
    """What the saved page says; raises UsageError, about file *name*, where no review is on it."""
    try:
        reading = read_page(
            snapshot,
            reader=source.reader,
            selectors=source.selectors,
            language=source.language,
            date_order=source.date_order,
        )
    except PageChanged as error:
        message = f"{name}: {error.missing}: is it a review page, or a table?"
        raise UsageError(message) from error
    if not reading.reviews:
        message = f"{name}: no reviews found: is it a review page? a table needs --map"
        raise UsageError(message)
    return reading


def is_table(path: Path) -> bool:
    """Whether its name or its first bytes say that the file is a table: rows of named columns.

    A JSON file counts as a saved page, which is what an API answers: only a mapping makes it a
    table.
    """
    if path.suffix.lower() in _TABLES:
        return True
    try:
        with path.open("rb") as file:
            return is_spreadsheet(file.read(_HEAD))
    except OSError:
        return False  # whoever reads it says why it can't be read
