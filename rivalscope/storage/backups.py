"""Copies of a whole database beside it: made while others write, checked, and not kept for ever."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from glob import escape
from typing import TYPE_CHECKING

from rivalscope.errors import DamagedError, StorageError
from rivalscope.storage.locks import check_room
from rivalscope.storage.soundness import problems, reading, told

if TYPE_CHECKING:
    from pathlib import Path

#: What is unfinished after so long belongs to a process that was killed.
_UNFINISHED_AFTER = timedelta(days=1)
_STAMP = "%Y%m%dT%H%M%SZ"
_BACKUP = re.compile(r"(?P<of>.+)-(?P<stamp>\d{8}T\d{6}Z)\.sqlite")
_REPLACED = re.compile(r"(?P<of>.+)\.replaced-(?P<stamp>\d{8}T\d{6}Z)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of a database."""

    path: Path
    made_at: datetime
    size: int
    """In bytes."""


def back_up(database: Path, folder: Path, *, at: datetime) -> Backup:
    """A whole copy of *database* in *folder*, as of one moment; only its owner can read it.

    Nobody who reads or writes meanwhile waits. The copy is checked before it gets its name, so a
    file with the name of a backup is one. Raises DamagedError where the database is damaged, and
    StorageError where there is no room.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in find_unfinished(database, folder):
        if datetime.fromtimestamp(left.stat().st_mtime, tz=UTC) < at - _UNFINISHED_AFTER:
            left.unlink(missing_ok=True)
    check_room(folder, needed_bytes=size_with_log(database))
    path = folder / f"{database.stem}-{at:{_STAMP}}.sqlite"
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        _copy(database, beside)
        found = problems(beside, frozen=True)
        if found:
            message = f"database {database}: damaged: {found[0]}"
            raise DamagedError(message)
        settle(beside, path)
    finally:
        beside.unlink(missing_ok=True)
    return Backup(path=path, made_at=at, size=path.stat().st_size)


def find_backups(database: Path, folder: Path) -> tuple[Backup, ...]:
    """The backups of *database* in *folder*, latest first, by their names."""
    return _find(folder, _BACKUP, of=database.stem)


def replaced_name(database: Path, *, at: datetime) -> str:
    """What *database* is called once something has been restored into its place."""
    return f"{database.name}.replaced-{at:{_STAMP}}"


def find_replaced(database: Path) -> tuple[Backup, ...]:
    """What lay in the place of *database* before something was restored, latest first."""
    there = database.resolve()
    return _find(there.parent, _REPLACED, of=there.name)


def find_unfinished(database: Path, folder: Path) -> tuple[Path, ...]:
    """Copies of *database* that are being made in *folder* or beside it, or were when killed."""
    there = database.resolve()
    copies = folder.glob(f".{escape(database.stem)}-*Z.sqlite.*")
    restored = there.parent.glob(f".{escape(there.name)}.restored.*")
    return tuple(sorted((*copies, *restored)))


def find_good_backup(database: Path, folder: Path) -> Backup | None:
    """The latest backup that is sound."""
    return next((one for one in find_backups(database, folder) if _is_sound(one)), None)


def rotate(
    database: Path, folder: Path, *, keep: int, days: int, now: datetime
) -> tuple[Backup, ...]:
    """Deletes all but the latest *keep* backups, and those older than *days*; gives the deleted.

    The latest of all stays, however old it is. What a restore replaced goes after as many days.
    """
    oldest = now - timedelta(days=days)
    ended = enumerate(find_backups(database, folder)[1:], start=1)
    gone = (
        *(one for place, one in ended if place >= keep or one.made_at < oldest),
        *(one for one in find_replaced(database) if one.made_at < oldest),
    )
    for one in gone:
        delete_copy(one.path)
    return gone


def delete_copy(path: Path) -> None:
    """Deletes a copy of a database, and the log that may lie beside it."""
    for file in (path, path.with_name(f"{path.name}-wal")):
        file.unlink(missing_ok=True)


def settle(beside: Path, path: Path) -> None:
    """Brings the file *beside* to the disk and gives it the name *path*, all at once."""
    with beside.open("rb") as file:
        os.fsync(file.fileno())
    beside.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def size_with_log(database: Path) -> int:
    """Bytes that *database* takes, what stands in its log only included."""
    files = (database, database.with_name(f"{database.name}-wal"))
    return sum(file.stat().st_size for file in files if file.exists())


def _find(folder: Path, pattern: re.Pattern[str], *, of: str) -> tuple[Backup, ...]:
    """The files whose names say of what they are a copy, and of when; latest first."""
    found = []
    for path in folder.glob("*"):
        name = pattern.fullmatch(path.name)
        if name and name["of"] == of and path.is_file() and not path.is_symlink():
            made_at = datetime.strptime(name["stamp"], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path=path, made_at=made_at, size=path.stat().st_size))
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def _copy(database: Path, path: Path) -> None:
    # SQLite writes into an empty file that is there, and leaves its mode as it is
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with told(database), reading(database) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))


def _is_sound(backup: Backup) -> bool:
    try:
        return not problems(backup.path, frozen=True)
    except StorageError:
        return False
