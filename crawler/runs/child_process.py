"""A process of ours that runs one module, and ends with us whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from rivalscope.logs.starting import environment_of_children

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rivalscope.settings import Settings

#: How much of a dead child's log is worth showing.
_TAIL = 2_000


class ChildProcess:
    """``python -m MODULE ARGUMENTS``, killed after *seconds*; its standard output is ours to read.

    It ends with its parent: standard input is a pipe that closes then. Its log is kept in case it
    dies; at ``INFO`` it goes to our standard error instead, as a person asked to see it.
    """

    def __init__(
        self,
        module: str,
        arguments: Sequence[str],
        *,
        settings: Settings,
        log_level: str,
        seconds: float,
    ) -> None:
        options = ("--config", str(settings.path), "--log-level", log_level)
        self._command = [sys.executable, "-m", module, *options, *arguments]
        # a proxy chosen in this process comes along
        proxy = {"RIVALSCOPE_CRAWL_PROXY": settings.proxy} if settings.proxy else {}
        self._environment = {**os.environ, **proxy, **environment_of_children()}
        self._shows_log = log_level == "INFO"
        self._seconds = seconds
        self._open = ExitStack()

    def lines(self) -> Iterator[str]:
        """What it prints, line by line, until it ends."""
        yield from self._process.stdout or ()

    def wait(self) -> int:
        """Its exit code, when it has ended; negative for a signal."""
        return self._process.wait()

    def was_overdue(self) -> bool:
        """Whether it was killed for taking too long."""
        return not self._overdue.is_alive()

    def last_words(self) -> str:
        """The end of its log."""
        self._log.seek(0)
        return self._log.read()[-_TAIL:].strip()

    def __enter__(self) -> Self:
        self._log = self._open.enter_context(
            tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace")
        )
        self._process = self._open.enter_context(
            subprocess.Popen(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, our own arguments
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=None if self._shows_log else self._log,
                text=True,
                encoding="utf-8",
                env=self._environment,
            )
        )
        self._overdue = threading.Timer(self._seconds, self._process.kill)
        self._overdue.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._overdue.cancel()
        self._process.kill()
        self._open.close()
