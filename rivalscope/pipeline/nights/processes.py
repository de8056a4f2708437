"""One command in a process group of its own, which can be ended as a whole (POSIX)."""

from __future__ import annotations

import fcntl
import os
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from rivalscope.redaction import redacted
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping, Sequence

#: What is asked to end has this long to do so, before it is killed.
GRACE_SECONDS = 15.0
#: Notes its process id, which is that of its group, and becomes the command: nobody who is killed
#: between two steps leaves a command behind that nobody knows.
_NOTED = ("sh", "-c", 'echo $$ >"$0"; exec "$@"')
#: How much of the log is worth keeping.
_TAIL_BYTES = 4_000
_POLL_SECONDS = 0.05


class Group:
    """A command that runs, with all it starts; what it logs is kept, what it prints is not.

    Nothing of it is left when the ``with`` around it ends.
    """

    def __init__(
        self, command: Sequence[str], *, environment: Mapping[str, str], keeping: JobLock
    ) -> None:
        """*keeping*: the lock that it inherits, and holds as long as it lives."""
        self._is_over = False
        self._log = tempfile.TemporaryFile()  # ruff: ignore[open-file-with-context-handler] - __exit__ closes it
        self._process = subprocess.Popen(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, arguments of the configuration
            [*_NOTED, str(keeping.path), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self._log,
            process_group=0,
            pass_fds=(keeping.handle,),
            env={**os.environ, **environment},
        )

    @property
    def id(self) -> int:
        """Its process group."""
        return self._process.pid

    def wait(self, seconds: float) -> int | None:
        """The exit code (negative for a signal); None where it was ended for taking longer."""
        try:
            code = self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            code = None
        self.end()
        return code

    def end(self) -> None:
        """Asks all of it to end, and kills what has not done so in time."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            if not self._is_over:
                _signal(self.id, number)
                self._wait_for_all()

    def _wait_for_all(self) -> None:
        """Until nothing of the group is left, or for as long as it has to end.

        Once nothing is, its number may become a stranger's.
        """
        end = time.monotonic() + GRACE_SECONDS
        while not self._is_over and time.monotonic() < end:
            ended = self._process.poll() is not None
            self._is_over = ended and not _signal(self.id, 0)
            time.sleep(0 if self._is_over else _POLL_SECONDS)

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


@dataclass(frozen=True, slots=True)
class JobLock:
    """The lock of a job, held; its file names the process group of whoever inherits it."""

    path: Path
    handle: int
    """File descriptor."""


@contextmanager
def job_lock(database: Path, job: str) -> Generator[JobLock | None, None, None]:
    """The lock of one job of *database*; None where another one holds it.

    A process that inherits the descriptor holds the lock as well, as long as it lives. So what
    outlived its scheduler is known to be there, whoever has its process id by now.
    """
    path = _lock_file(database, job)
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if _is_free(handle):
            os.ftruncate(handle, 0)  # who held it is gone, and its number may be a stranger's
            yield JobLock(path, handle)
        else:
            yield None
    finally:
        os.close(handle)


def end_left_behind(database: Path, job: str) -> bool:
    """Ends what still works on *job* though its scheduler is gone; whether the job's lock is free.

    Who holds the lock is of the group that its file names, so that the number can't be another's.
    """
    for number in (signal.SIGTERM, signal.SIGKILL):
        end = time.monotonic() + GRACE_SECONDS
        while time.monotonic() < end:
            with job_lock(database, job) as lock:
                if lock is not None:
                    return True
                group = _lock_file(database, job).read_text(encoding="ascii").strip()
                if group:  # it has just begun where there is none yet
                    _signal(int(group), number)
            time.sleep(_POLL_SECONDS)
    return False


def _lock_file(database: Path, job: str) -> Path:
    return Path(f"{database.resolve()}.job-{job}.lock")


def _is_free(handle: int) -> bool:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _signal(group: int, number: int) -> bool:
    """Whether there was anybody in the group; 0 only asks."""
    try:
        os.killpg(group, number)
    except ProcessLookupError:
        return False
    return True
