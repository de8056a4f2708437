"""Tells a bug of ours from a damaged database, and what to do about the latter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.errors import DamagedError, StorageError
from rivalscope.pipeline.care.backing_up import last_good_backup
from rivalscope.storage import is_foreseen, problems

if TYPE_CHECKING:
    from rivalscope.settings import Settings


def damage_behind(settings: Settings, error: Exception) -> DamagedError | None:
    """What is wrong with the database, if that is why *error* was raised, and the way out.

    None where the file is sound, or *error* is one that a sound file gives too. SQLite finds bytes
    that don't fit together, not a date that is none any more: of an error that nobody foresaw the
    file is asked whether it is to blame.
    """
    reason = str(error) if isinstance(error, DamagedError) else _damage(settings, error)
    if reason is None:
        return None
    good = last_good_backup(settings)
    move = "there is no good backup of it: move the file away, then `rivalscope run` or `import`"
    way = f"`rivalscope restore {good}`" if good else move
    return DamagedError(f"{reason}\n  the way out: {way}")


def _damage(settings: Settings, error: Exception) -> str | None:
    if is_foreseen(error) or not settings.database.is_file():
        return None
    try:
        found = problems(settings.database)
    except StorageError:
        return None
    return f"database {settings.database}: damaged: {found[0]}" if found else None
