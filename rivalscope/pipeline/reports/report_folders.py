"""Reports that were written, by their folders: whose words they hold, how old they are, away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rivalscope.reports.renderers import ON_DEMAND, RENDERERS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: How the folder of a report for another brand begins.
FOR = "for-"
_DAY = len("2026-09-30")


def speaking_of(reviews: Sequence[str], reports: Path) -> tuple[Path, ...]:
    """Folders in *reports* with a report that cites one of the *reviews* (ids)."""
    keys = [key.encode() for key in reviews]
    files = sorted(reports.rglob("*.json"))
    quoting = (file.parent for file in files if any(map(file.read_bytes().__contains__, keys)))
    return tuple(dict.fromkeys(quoting))


def older_than(day: date, reports: Path) -> tuple[Path, ...]:
    """Folders in *reports* with a report of a day before *day*, sorted."""
    folders = (folder for folder in reports.glob("*-*-*") if folder.is_dir())
    written = {file.parent for folder in folders if _is_before(day, folder) for file in _of(folder)}
    return tuple(sorted(written))


def delete(folder: Path) -> None:
    """Deletes the report: only files that we write, and the folder where nothing else is in it."""
    for name in (*RENDERERS, *ON_DEMAND):
        (folder / name).unlink(missing_ok=True)
    inner = folder.name.startswith(FOR)  # one for another brand lies in the folder of its day
    for emptied in (folder, folder.parent) if inner else (folder,):
        if emptied.is_dir() and not any(emptied.iterdir()):
            emptied.rmdir()


def _of(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.name in {*RENDERERS, *ON_DEMAND}]


def _is_before(day: date, folder: Path) -> bool:
    try:
        return date.fromisoformat(folder.name[:_DAY]) < day
    except ValueError:
        return False
