"""Starts a crawl in a child process and tells how it goes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.runs.child_process import ChildProcess
from rivalscope.errors import CrawlError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from rivalscope.models import Source
    from rivalscope.settings import Settings


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
    fixed = ("--db", str(database), "--run", str(run))
    chosen = [part for source in sources for part in ("--source", source.key)]
    with ChildProcess(
        "crawler.runs",
        [*fixed, *chosen],
        settings=settings,
        log_level=log_level,
        seconds=settings.crawl_timeout_seconds,
    ) as child:
        for line in child.lines():
            yield Progress(**json.loads(line))
        if code := child.wait():
            raise CrawlError(_death(code, child, settings))


def _death(code: int, child: ChildProcess, settings: Settings) -> str:
    if child.was_overdue():
        minutes = settings.crawl_timeout_seconds / 60
        limit = f"{minutes:g} minutes (crawl.timeout_minutes)"
        return f"crawl: stopped after {limit}: what was read is kept"
    how = f"signal {-code}" if code < 0 else f"exit code {code}"
    told = f"crawl: its process died ({how}): run it again, nothing is lost"
    return f"{told}\n{child.last_words()}".strip()
