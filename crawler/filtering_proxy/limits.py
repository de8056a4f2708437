"""How much a page may load through the proxy, and the count of what it has loaded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from crawler.filtering_proxy.asking import RefusalError

_MIB: Final = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What ends a connection, or a page."""

    response_bytes: int = 8 * _MIB
    """Of one answer over plain http; within a tunnel nobody but the two ends sees where it ends."""
    page_bytes: int = 30 * _MIB
    page_connections: int = 300
    connections_at_once: int = 100
    head_seconds: float = 10.0
    """For a client to say what it wants, and for a server to begin its answer."""
    connect_seconds: float = 10.0
    connection_seconds: float = 90.0
    """From its first byte to its last."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What one page has left."""

    limits: Limits
    connections: int = 0
    bytes: int = 0

    def take_connection(self, host: str) -> None:
        """One more; raises RefusalError beyond the limit."""
        self.connections += 1
        if self.connections > self.limits.page_connections:
            why = f"the page wants more than {self.limits.page_connections} connections"
            raise RefusalError(why, host=host)

    def take_bytes(self, count: int, host: str) -> None:
        """*count* more came from or went to *host*; raises RefusalError beyond the limit."""
        self.bytes += count
        if self.bytes > self.limits.page_bytes:
            why = f"the page loads more than {self.limits.page_bytes / _MIB:g} MiB"
            raise RefusalError(why, host=host)
