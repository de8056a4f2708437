"""A proxy on loopback that a browser's whole traffic goes through, and that lets nothing inside.

A browser resolves names itself, so the guard of the ordinary crawl (``crawler.network.resolver``)
never sees what it connects to. This proxy asks the same gate, resolves names itself, and connects
to the very address it checked, so that no page leads to this machine or its network, by whatever
means.
"""

from __future__ import annotations

import asyncio
import secrets
from typing import TYPE_CHECKING, Final

from crawler.filtering_proxy.asking import HEAD_BYTES
from crawler.filtering_proxy.conversation import Conversation
from crawler.filtering_proxy.limits import Budget, Limits
from crawler.filtering_proxy.relay import break_off
from crawler.filtering_proxy.ways import Directly, Through, Way

if TYPE_CHECKING:
    from asyncio import StreamReader, StreamWriter

    from crawler.filtering_proxy.asking import RefusalError

__all__ = ["Directly", "FilteringProxy", "Limits", "Through", "Way"]

_REFUSALS_KEPT: Final = 50


class FilteringProxy:
    """Answers CONNECT and plain http requests that carry its credential; one browser's own."""

    def __init__(self, way: Way, *, limits: Limits | None = None) -> None:
        self._way = way
        self._limits = limits or Limits()
        self._budget = Budget(limits=self._limits)
        self._server: asyncio.Server | None = None
        self._serving: set[asyncio.Task[None]] = set()
        self.username = "rivalscope"
        self.password = secrets.token_urlsafe(32)
        self.refusals: dict[str, RefusalError] = {}
        """Host -> why it was not reached, since the page began."""

    async def start(self) -> None:
        """Listens on a free port of loopback."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=HEAD_BYTES)

    async def stop(self) -> None:
        """Ends every connection and listens no more."""
        if self._server is None:
            return
        self._server.close()
        await self._hang_up()
        await self._server.wait_closed()
        self._server = None

    async def start_page(self) -> None:
        """Begins a new page: nothing of the one before is open, counted or remembered."""
        await self._hang_up()
        self._budget = Budget(limits=self._limits)
        self.refusals.clear()

    @property
    def url(self) -> str:
        """``http://127.0.0.1:PORT``, without the credential."""
        if self._server is None:
            message = "the proxy is not listening"
            raise RuntimeError(message)
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    async def _hang_up(self) -> None:
        serving = tuple(self._serving)
        for task in serving:
            task.cancel()
        await asyncio.gather(*serving, return_exceptions=True)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """One connection of a client, whatever becomes of it."""
        task = asyncio.current_task()
        if task is None or not self._has_place():
            break_off(writer)
            return
        self._serving.add(task)
        conversation = Conversation(
            (reader, writer),
            way=self._way,
            budget=self._budget,
            login=(self.username, self.password),
            record=self._record,
        )
        try:
            async with asyncio.timeout(self._limits.connection_seconds):
                await conversation.hold()
        except (OSError, EOFError, asyncio.CancelledError):
            # a side went away, was too slow, or we hang up: half an answer must not look whole
            break_off(writer)
        finally:
            self._serving.discard(task)
            writer.close()

    def _has_place(self) -> bool:
        is_listening = self._server is not None and self._server.is_serving()
        return is_listening and len(self._serving) < self._limits.connections_at_once

    def _record(self, refusal: RefusalError) -> None:
        if refusal.host and len(self.refusals) < _REFUSALS_KEPT:
            self.refusals.setdefault(refusal.host, refusal)
