"""How many pages are rendered at once: a browser takes some hundred megabytes."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator


class Room:
    """Places for pages, taken page by page.

    A crawl must not keep its place between two pages: it may then wait for a host whose turn is
    with a crawl that waits for a place.
    """

    def __init__(self, places: int) -> None:
        self._free = asyncio.Semaphore(places)
        self._waiting = 0

    @property
    def is_wanted(self) -> bool:
        """Whether somebody waits for a place."""
        return self._waiting > 0

    @asynccontextmanager
    async def place(self) -> AsyncGenerator[None]:
        """Waits for a place, and keeps it meanwhile."""
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        try:
            yield
        finally:
            self._free.release()
