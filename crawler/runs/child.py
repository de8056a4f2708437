"""Starts a crawl in a child process and tells how it goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from rivalscope.errors import CrawlError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rivalscope.models import Source
    from rivalscope.settings import Settings

#: How much of a dead child's log is worth showing.
_TAIL = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where one source's crawl stands."""

    source: str
    pages: int
    read: int
    state: str | None
    """None while it is being read."""


def crawling(
    sources: Sequence[Source], *, settings: Settings, database: Path, run: int, log_level: str
) -> Iterator[Progress]:
    """Crawls *sources* in a child process, and yields each step of each of them.

    The child ends with its parent, however that ends. Raises CrawlError where it dies, or takes
    longer than the configuration allows; what it had saved by then stays.
    """
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log,
        subprocess.Popen(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, our own arguments
            _command(sources, settings, database, run, log_level),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # at -v the log is what a person asked to see
            stderr=None if log_level == "INFO" else log,
            text=True,
            env=_environment(settings),
        ) as child,
    ):
        overdue = threading.Timer(settings.crawl_timeout_seconds, child.kill)
        overdue.start()
        try:
            for line in child.stdout or ():
                yield Progress(**json.loads(line))
            code = child.wait()
        finally:
            timed_out = not overdue.is_alive()
            overdue.cancel()
            child.kill()
        if code:
            raise CrawlError(_death(code, log, settings if timed_out else None))


def _command(
    sources: Sequence[Source], settings: Settings, database: Path, run: int, log_level: str
) -> list[str]:
    fixed = {
        "--config": str(settings.path),
        "--db": str(database),
        "--run": str(run),
        "--log-level": log_level,
    }
    options = [part for pair in fixed.items() for part in pair]
    chosen = [part for source in sources for part in ("--source", source.key)]
    return [sys.executable, "-m", "crawler.runs", *options, *chosen]


def _environment(settings: Settings) -> dict[str, str]:
    """Ours, so that overrides reach the child; a proxy chosen in this process comes along."""
    proxy = {"RIVALSCOPE_CRAWL_PROXY": settings.proxy} if settings.proxy else {}
    return {**os.environ, **proxy}


def _death(code: int, log: IO[str], overdue: Settings | None) -> str:
    if overdue:
        minutes = overdue.crawl_timeout_seconds / 60
        limit = f"{minutes:g} minutes (crawl.timeout_minutes)"
        return f"crawl: stopped after {limit}: what was read is kept"
    log.seek(0)
    tail = log.read()[-_TAIL:].strip()
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    return f"crawl: its process died ({how}): run it again, nothing is lost\n{tail}".strip()
