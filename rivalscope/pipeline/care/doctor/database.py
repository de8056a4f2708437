"""How the database is: whole, current, private, backed up."""

from __future__ import annotations

import stat
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from rivalscope import clock
from rivalscope.errors import StorageError
from rivalscope.pipeline.care.backing_up import last_good_backup
from rivalscope.pipeline.care.doctor.finding import failed, ok, skipped, warning
from rivalscope.storage import applied_in as migrations_of
from rivalscope.storage import (
    find_backups,
    holder,
    known_migrations,
    newest_moment,
    problems,
    wrongly_counted_days,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rivalscope.pipeline.care.doctor.finding import Finding
    from rivalscope.settings import Settings

#: Clocks of one machine may differ by so much from themselves.
_DRIFT: Final = timedelta(minutes=5)
_BACKUP_AGE: Final = timedelta(days=2)


def database_findings(settings: Settings) -> Iterator[Finding]:
    """What there is to say of the market's database."""
    path = settings.database
    if not path.is_file():
        yield skipped("database", f"{path}: nothing was collected yet")
        return
    sound = _soundness(settings)
    yield sound
    if sound.state == "ok":
        yield _schema(path)
        yield _counts(path)
        yield _clock(path)
        yield _backup(settings)
    yield _lock(path)
    yield _privacy(path)


def _soundness(settings: Settings) -> Finding:
    path = settings.database
    try:
        found = problems(path)
    except StorageError as error:
        return failed("database", str(error), fix="try again when no other program uses it")
    if found:
        good = last_good_backup(settings)
        move = "there is no good backup: move the file away, then `rivalscope run` or `import`"
        fix = f"rivalscope restore {good}" if good else move
        return failed("database", f"{path} is damaged: {'; '.join(found)}", fix=fix)
    return ok("database", f"{path}: whole, {path.stat().st_size / 2**20:,.1f} MB")


def _schema(path: Path) -> Finding:
    waiting = set(known_migrations()) - set(migrations_of(path))
    if waiting:
        says = f"of an earlier version: {len(waiting)} migrations wait"
        return warning("schema", says, fix="rivalscope migrate (after a backup of its own)")
    return ok("schema", f"up to date ({known_migrations()[-1]})")


def _counts(path: Path) -> Finding:
    days = wrongly_counted_days(path)
    if days is None:
        return skipped("counts", "this version of the schema has none")
    if days:
        return failed("counts", f"{days} days are counted wrongly", fix="rivalscope recount")
    return ok("counts", "as many reviews by day as there are")


def _clock(path: Path) -> Finding:
    now = clock.now()
    written = datetime.fromtimestamp(path.stat().st_mtime, tz=UTC)
    newest = max(newest_moment(path) or written, written)
    if newest > now + _DRIFT:
        return failed(
            "clock",
            f"it is {now:%Y-%m-%d %H:%M} UTC here, but something was saved at"
            f" {newest:%Y-%m-%d %H:%M}",
            fix="set the clock (timedatectl set-ntp true)",
        )
    return ok("clock", f"{now:%Y-%m-%d %H:%M} UTC, after all that was saved")


def _lock(path: Path) -> Finding:
    held = holder(path)
    return ok("lock", f"{held} is writing" if held else "nobody is writing")


def _privacy(path: Path) -> Finding:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        says = f"others on this machine may use {path.name} (mode {mode:o})"
        return warning("permissions", says, fix=f"chmod 600 {path}")
    return ok("permissions", f"{path.name} is yours alone (mode {mode:o})")


def _backup(settings: Settings) -> Finding:
    backups = find_backups(settings.database, settings.backups)
    if not backups:
        return warning("backup", f"none in {settings.backups}", fix="rivalscope backup")
    age = clock.now() - backups[0].made_at
    says = f"{len(backups)}, the latest {age.days} days old: {backups[0].path.name}"
    if age > _BACKUP_AGE:
        return warning("backup", says, fix="rivalscope backup, or backup.nightly: true")
    return ok("backup", says)
