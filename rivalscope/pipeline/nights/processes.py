"""One command in a process group of its own, which can be ended as a whole (POSIX)."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Self

from rivalscope.redaction import redacted
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence
    from pathlib import Path

#: What is asked to end has this long to do so, before it is killed.
GRACE_SECONDS = 15.0
#: How much of the log is worth keeping.
_TAIL_BYTES = 4_000
_POLL_SECONDS = 0.05


class Group:
    """A command that runs, with all it starts; what it logs is kept, what it prints is not.

    Nothing of it is left when the ``with`` around it ends.
    """

    def __init__(
        self, command: Sequence[str], *, environment: Mapping[str, str], keeping: int
    ) -> None:
        """*keeping*: a file descriptor that it inherits, and holds as long as it lives."""
        self._log = tempfile.TemporaryFile()  # ruff: ignore[open-file-with-context-handler] - __exit__ closes it
        self._process = subprocess.Popen(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, arguments of the configuration
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
            process_group=0,
            pass_fds=(keeping,),
            env={**os.environ, **environment},
        )

    @property
    def id(self) -> int:
        """Its process group."""
        return self._process.pid

    def wait(self, seconds: float) -> int | None:
        """The exit code (negative for a signal); None where it was ended for taking longer."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.end()
            return None

    def end(self) -> None:
        """Asks all of it to end, and kills what has not done so in time."""
        if self._process.poll() is not None:
            return
        _signal(self.id, signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(GRACE_SECONDS)
        _signal(self.id, signal.SIGKILL)
        self._process.wait()

    def log_tail(self) -> str:
        """The end of its log, without control characters and personal numbers."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _TAIL_BYTES))
        return redacted(clean_text(self._log.read().decode(errors="replace")))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()
        self._log.close()


@contextmanager
def job_lock(database: Path, job: str) -> Generator[int | None, None, None]:
    """The lock of one job of *database*, as a file descriptor; None where another one holds it.

    A process that inherits the descriptor holds the lock as well, as long as it lives. So what
    outlived its scheduler is known to be there, whoever has its process id by now.
    """
    handle = os.open(f"{database.resolve()}.job-{job}.lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        yield handle if _is_free(handle) else None
    finally:
        os.close(handle)


def end_left_behind(database: Path, job: str, group: int | None) -> bool:
    """Ends what still works on *job* though its scheduler is gone; whether the job's lock is free.

    *group*: the process group that the ledger knows.
    """
    for number in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < end:
            with job_lock(database, job) as lock:
                if lock is not None:
                    return True
                if group is None:
                    return False
                # who holds the lock is of that group, so that its number can't be another's
                _signal(group, number)
            time.sleep(_POLL_SECONDS)
    return False


def _is_free(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _signal(group: int, number: signal.Signals) -> None:
    with suppress(ProcessLookupError):
        os.killpg(group, number)
