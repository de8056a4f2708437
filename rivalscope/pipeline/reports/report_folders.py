"""Reports that were written, by their folders: whose words they hold, how old they are, away."""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from rivalscope.reports.renderers import ON_DEMAND, RENDERERS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: How the folder of a report for another brand begins.
FOR = "for-"
_DAY = len("2026-09-30")
_NAMES = frozenset({*RENDERERS, *ON_DEMAND})
#: What is unfinished after so long belongs to a process that was killed.
_UNFINISHED_AFTER = timedelta(hours=1)


def beside(path: Path) -> Path:
    """Under what name the file of a report is written before it takes its place at *path*."""
    return path.with_name(f".{path.name}.{os.getpid()}")


def clean(folder: Path, *, now: datetime) -> None:
    """Deletes what a process that was killed while it wrote a report left in *folder*."""
    for file in filter(_is_unfinished, folder.iterdir()):
        with suppress(FileNotFoundError):  # it was finished meanwhile
            written_at = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC)
            if written_at < now - _UNFINISHED_AFTER:
                file.unlink()


def speaking_of(reviews: Sequence[str], reports: Path) -> tuple[Path, ...]:
    """Folders in *reports* with a report that cites one of the *reviews* (ids).

    Or with an unfinished one, that can't be read to tell.
    """
    if not reviews:
        return ()
    keys = [key.encode() for key in reviews]
    quoting = (
        file.parent
        for file in sorted(reports.rglob("*"))
        if _is_unfinished(file)
        or (file.suffix == ".json" and any(map(file.read_bytes().__contains__, keys)))
    )
    return tuple(dict.fromkeys(quoting))


def older_than(day: date, reports: Path) -> tuple[Path, ...]:
    """Folders in *reports* with a report of a day before *day*, sorted."""
    days = (folder for folder in reports.glob("*-*-*") if _is_before(day, folder))
    folders = (inner for folder in days for inner in (folder, *folder.glob(f"{FOR}*")))
    return tuple(sorted(folder for folder in folders if _of(folder)))


def delete(folder: Path) -> None:
    """Deletes the report: only files that we write, and the folder where nothing else is in it."""
    for file in _of(folder):
        file.unlink(missing_ok=True)
    inner = folder.name.startswith(FOR)  # one for another brand lies in the folder of its day
    for emptied in (folder, folder.parent) if inner else (folder,):
        if emptied.is_dir() and not any(emptied.iterdir()):
            emptied.rmdir()


def _of(folder: Path) -> list[Path]:
    """The files in *folder* that we write, or did when we were killed."""
    return [file for file in folder.glob("*") if file.name in _NAMES or _is_unfinished(file)]


def _is_unfinished(file: Path) -> bool:
    name, _, process = file.name.removeprefix(".").rpartition(".")
    return file.name.startswith(".") and name in _NAMES and process.isdigit()


def _is_before(day: date, folder: Path) -> bool:
    try:
        return date.fromisoformat(folder.name[:_DAY]) < day
    except ValueError:
        return False
