"""Keeps copies of the database, takes one back, and brings an old database up to date."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.errors import UsageError
from rivalscope.storage import (
    Backup,
    Exported,
    Store,
    admit,
    applied_in,
    back_up,
    beside,
    check_there,
    erased_in,
    export_tables,
    find_good_backup,
    import_tables,
    install,
    is_empty,
    known_migrations,
    rotate,
    sent_from,
    writing,
)

if TYPE_CHECKING:
    from pathlib import Path

    from rivalscope.settings import Settings
    from rivalscope.storage import Format


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A backup that was made."""

    backup: Backup
    seconds: float
    deleted: tuple[Backup, ...]
    """Earlier ones that were too many or too old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A database that was put into the place of the one before."""

    reviews: int
    erased: int | None
    """Reviews that had been erased since and were so again; None where that could not be read."""
    replaced: Path | None
    """Where the one before lies now; None where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """A database that was brought up to date."""

    before: str
    """The last migration it had behind it."""
    steps: tuple[str, ...]
    """Those it has had since; none where it was up to date."""
    backup: Backup | None


def make_backup(settings: Settings) -> BackedUp:
    """Copies the database as it is at this moment, whoever writes to it, and deletes old copies.

    Raises StorageError where there is nothing to copy or no room, DamagedError where it is damaged.
    """
    database, folder = settings.database, settings.backups
    check_there(database)
    started, now = time.monotonic(), clock.now()
    backup = back_up(database, folder, at=now)
    seconds = time.monotonic() - started
    deleted = rotate(
        database, folder, keep=settings.backups_kept, days=settings.backup_days, now=now
    )
    return BackedUp(backup=backup, seconds=seconds, deleted=deleted)


def last_good_backup(settings: Settings) -> Path | None:
    """The latest backup that is sound."""
    found = find_good_backup(settings.database, settings.backups)
    return found.path if found else None


def restore(settings: Settings, file: Path) -> Restored:
    """Puts a copy of *file* into the place of the database; what was erased stays erased.

    Raises UsageError where *file* is no sound database of ours, StorageError where a program uses
    the database.
    """
    database = settings.database.resolve()
    with writing(database), beside(database) as ready:
        admit(file, ready)
        return _take_over(ready, database)


def restore_export(settings: Settings, folder: Path) -> Restored:
    """Makes the database of what was exported to *folder*; there must be none, or an empty one.

    Raises UsageError where there is, and where *folder* is no export of ours.
    """
    database = settings.database.resolve()
    with writing(database), beside(database) as ready:
        if database.exists() and not is_empty(database):
            message = (
                f"database {database}: it holds rows already: an export is restored into an empty"
                " one (name another with --db, or move this one away)"
            )
            raise UsageError(message)
        import_tables(folder, ready)
        return _take_over(ready, database)


def export(settings: Settings, folder: Path, *, form: Format) -> Exported:
    """Writes every table of the database to a file of its own in *folder*, which must be empty."""
    check_there(settings.database)
    return export_tables(settings.database, folder, form=form)


def migrate(settings: Settings) -> Migrated:
    """Brings the database up to date, after a backup."""
    database = settings.database
    check_there(database)
    with writing(database):
        applied = applied_in(database)
        behind = [name for name in known_migrations() if name in applied]
        steps = tuple(name for name in known_migrations() if name not in applied)
        backup = make_backup(settings).backup if behind and steps else None
        Store(database).close()
    return Migrated(before=behind[-1] if behind else "nothing", steps=steps, backup=backup)


def _take_over(ready: Path, database: Path) -> Restored:
    """Nobody is told again what was told since, and what was erased since stays erased."""
    erased = _erase_again(ready, database) if database.exists() else 0
    with Store(ready) as store:
        store.outbox.adopt(sent_from(database) if database.exists() else ())
        reviews = store.reviews.count()
    replaced = install(ready, database, at=clock.now())
    return Restored(reviews=reviews, erased=erased, replaced=replaced)


def _erase_again(ready: Path, database: Path) -> int | None:
    suppressions = erased_in(database)
    if suppressions is None:
        return None
    with Store(ready) as store:
        erased = store.privacy.adopt(suppressions, at=clock.now())
    return len(erased.reviews) if erased else 0
