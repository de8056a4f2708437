"""Which source is crawled next: those of one host one after another, so that it holds one place."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from crawler.network.sites import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.runs.supervision import SourceCrawl


class HostQueue:
    """The crawls that wait, by host: a slow one keeps nobody waiting but its own sources."""

    def __init__(self, crawls: Iterable[SourceCrawl]) -> None:
        self._lines: dict[str, deque[SourceCrawl]] = {}
        for crawl in crawls:
            self._lines.setdefault(_host(crawl), deque()).append(crawl)
        self._hosts = deque(self._lines)

    def next_of_any(self) -> SourceCrawl | None:
        """The first crawl of a host that none has been taken of; None where there is no such."""
        return self._lines[self._hosts.popleft()].popleft() if self._hosts else None

    def next_after(self, ended: SourceCrawl) -> SourceCrawl | None:
        """What may begin where *ended* has ended: of the same host, else of another."""
        line = self._lines[_host(ended)]
        return line.popleft() if line else self.next_of_any()

    def clear(self) -> None:
        """Nothing begins any more."""
        self._hosts.clear()
        for line in self._lines.values():
            line.clear()


def _host(crawl: SourceCrawl) -> str:
    return host_of(crawl.source.url or "")
