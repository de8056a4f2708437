"""What the machine offers: Python, SQLite, room, a browser."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from typing import TYPE_CHECKING, Final

from crawler.rendering import find_chromium, why_not_rendered
from rivalscope.pipeline.care.doctor.finding import failed, ok, skipped, warning
from rivalscope.storage import LEAST_FREE_BYTES, sqlite_version

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rivalscope.pipeline.care.doctor.finding import Finding
    from rivalscope.settings import Settings

_PYTHON: Final = (3, 11)
#: The first with STRICT tables: https://sqlite.org/stricttables.html
_SQLITE: Final = (3, 37, 0)
#: Where resetting the write-ahead log may lose rows, and where that was put right:
#: https://sqlite.org/wal.html, "The WAL-Reset Bug"
_RESET_BUG: Final = ((3, 7, 0), (3, 51, 3))
_BACKPORTS: Final = ((3, 44, 6), (3, 50, 7))


def machine_findings(folder: Path) -> Iterator[Finding]:
    """What any market needs; *folder* is where its database lies or would."""
    yield _python()
    yield _sqlite(sqlite_version())
    yield _room(folder)


def browser_finding(settings: Settings) -> Finding:
    """Whether sources that need a browser have one."""
    rendered = [source.key for source in settings.sources if source.render]
    if not rendered:
        return skipped("browser", "no source needs one (render: true)")
    reason = why_not_rendered(os.environ)
    if reason is None:
        return ok("browser", f"{find_chromium(os.environ)}, for {', '.join(rendered)}")
    return failed("browser", f"{', '.join(rendered)} can't be read", fix=reason)


def _python() -> Finding:
    name = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info < _PYTHON:
        return failed("Python", name, fix="install Python 3.11 or newer")
    return ok("Python", name)


def _sqlite(version: tuple[int, ...]) -> Finding:
    name = ".".join(map(str, version))
    if version < _SQLITE:
        return failed("SQLite", f"{name} has no STRICT tables", fix="install SQLite 3.37 or newer")
    if has_reset_bug(version):
        return warning(
            "SQLite",
            f"{name} may lose rows or damage the file when two processes write and checkpoint at"
            " the same instant (the WAL-reset bug); rare, and only one of our commands writes at"
            " a time",
            fix="3.51.3 or newer, 3.50.7 or 3.44.6 (a newer Python or system brings it); keep"
            " backups",
        )
    return ok("SQLite", name)


def has_reset_bug(version: tuple[int, ...]) -> bool:
    """Whether this version of SQLite has the WAL-reset bug.

    A version with a backport has none, and neither have the later ones of its line.
    """
    first, fixed = _RESET_BUG
    ported = any(version[:2] == one[:2] and version >= one for one in _BACKPORTS)
    return first <= version < fixed and not ported


def _room(folder: Path) -> Finding:
    there = next(one for one in (folder, *folder.absolute().parents) if one.exists())
    free, least = shutil.disk_usage(there).free // 2**20, LEAST_FREE_BYTES // 2**20
    if free < least:
        fix = f"make room on the disk of {there}: no command that writes begins under {least} MB"
        return failed("disk", f"{free:,} MB free", fix=fix)
    return ok("disk", f"{free:,} MB free at {there}")
