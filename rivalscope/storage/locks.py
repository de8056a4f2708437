"""Who may write: one command at a time, which leaves its name; and only where there is room."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from rivalscope import clock
from rivalscope.errors import StorageError

if TYPE_CHECKING:
    from collections.abc import Generator

#: A writing command does not start with less room than this on the disk.
LEAST_FREE_BYTES = 200 * 1024 * 1024


@contextmanager
def writing(path: Path) -> Generator[None, None, None]:
    """Holds the right to run a writing command on the database at *path*.

    The operating system frees it when the holder dies, kill -9 included. Raises StorageError at
    once where another command holds it, and where the disk is nearly full.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    check_room(path.parent)
    lock = FileLock(_beside(path, "lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        who = holder(path) or "another rivalscope command"
        message = f"database {path}: {who} is writing to it; wait for it to end"
        raise StorageError(message) from error
    name = _holder_file(path)
    try:
        name.write_text(_ourselves(), encoding="utf-8")
        yield
    finally:
        name.unlink(missing_ok=True)
        lock.release()


@contextmanager
def delivering(path: Path) -> Generator[bool, None, None]:
    """Whether we are the one process that delivers the messages of the database at *path*.

    It is no writing command: it may wait for others for long, and keeps nobody from writing.
    """
    with _alone(_beside(path, "delivery.lock")) as is_ours:
        yield is_ours


@contextmanager
def scheduling(path: Path) -> Generator[bool, None, None]:
    """Whether we are the one scheduler of the database at *path*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _alone(_beside(path, "schedule.lock")) as is_ours:
        yield is_ours


def holder(path: Path) -> str | None:
    """The command that holds the lock of the database at *path*, as it named itself.

    None where nobody does: the name of a command that was killed is not believed.
    """
    try:
        with FileLock(_beside(path, "lock")).acquire(timeout=0):
            return None
    except Timeout:
        pass
    except OSError:
        return None
    try:
        return _holder_file(path).read_text(encoding="utf-8") or None
    except OSError:
        return None


@contextmanager
def _alone(file: Path) -> Generator[bool, None, None]:
    lock = FileLock(file)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _holder_file(path: Path) -> Path:
    return _beside(path, "holder")


def _beside(path: Path, ending: str) -> Path:
    """The file of that ending beside the database itself, where *path* is a link to it."""
    return Path(f"{path.resolve()}.{ending}")


def _ourselves() -> str:
    command = " ".join([Path(sys.argv[0]).name or "python", *sys.argv[1:2]])
    return f"`{command}` (process {os.getpid()}, since {clock.now():%Y-%m-%d %H:%M} UTC)"


def check_room(folder: Path, *, needed_bytes: int = 0) -> None:
    """Raises StorageError where *needed_bytes* more would nearly fill the disk of *folder*."""
    free = shutil.disk_usage(folder).free
    least = LEAST_FREE_BYTES + needed_bytes
    if free < least:
        message = (
            f"disk of {folder}: only {free // 2**20} MB are free, and {least // 2**20}"
            " MB are needed to begin: make room; nothing was touched"
        )
        raise StorageError(message)
