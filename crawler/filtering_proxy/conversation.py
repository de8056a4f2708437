"""One connection of a client to the proxy: what it asks for is done, or refused in words."""

from __future__ import annotations

import asyncio
import hmac
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING

from crawler.filtering_proxy.asking import Asked, RefusalError, read_asked
from crawler.filtering_proxy.relay import (
    break_off,
    carry_answer,
    read_answer_head,
    read_head,
    send_request,
    tunnel,
)

if TYPE_CHECKING:
    from crawler.filtering_proxy.limits import Budget
    from crawler.filtering_proxy.ways import Streams, Way

#: Called with each refusal of a request that was the browser's own.
Record = Callable[[RefusalError], None]


class Conversation:
    """Holds one request and its answer; the connection is not used again."""

    def __init__(
        self,
        client: Streams,
        *,
        way: Way,
        budget: Budget,
        login: tuple[str, str],
        record: Record,
    ) -> None:
        self._client = client
        self._way = way
        self._budget = budget
        self._limits = budget.limits
        self._login = login
        self._record = record
        self._has_answered = False

    async def hold(self) -> None:
        """Does what the client asks, or says why not.

        Raises OSError and EOFError where a side goes away or is too slow.
        """
        try:
            await self._do(await self._ask())
        except RefusalError as refusal:
            self._record(refusal)
            await self._refuse(refusal)

    async def _ask(self) -> Asked:
        async with asyncio.timeout(self._limits.head_seconds):
            asked = read_asked(await read_head(self._client[0]))
        expected = b64encode(":".join(self._login).encode())
        if not hmac.compare_digest(asked.credential.encode("latin-1"), b"Basic " + expected):
            why = "the proxy's credential is missing or wrong"
            raise RefusalError(why, status=HTTPStatus.PROXY_AUTHENTICATION_REQUIRED)
        return asked

    async def _do(self, asked: Asked) -> None:
        self._budget.take_connection(asked.host)
        host = await self._reach(asked)
        try:
            await (self._tunnel if asked.is_tunnel else self._fetch)(asked, host)
        except RefusalError as refusal:
            refusal.host = asked.host
            raise
        finally:
            break_off(host[1])

    async def _reach(self, asked: Asked) -> Streams:
        try:
            async with asyncio.timeout(self._limits.connect_seconds):
                return await self._way.reach(asked)
        except (OSError, EOFError) as error:
            why = f"{asked.host} can't be reached ({str(error) or 'too slow'})"
            raise RefusalError(why, status=HTTPStatus.BAD_GATEWAY, host=asked.host) from error

    async def _tunnel(self, asked: Asked, host: Streams) -> None:
        self._has_answered = True
        self._client[1].write(b"HTTP/1.1 200 Connection established\r\n\r\n")
        await tunnel(self._client, host, count=self._counting(asked))

    async def _fetch(self, asked: Asked, host: Streams) -> None:
        async with asyncio.timeout(self._limits.head_seconds):
            line = self._way.head_line(asked)
            await send_request(asked, self._client[0], host[1], line=line)
            head = await read_answer_head(host[0], most=self._limits.response_bytes)
        self._has_answered = True
        self._client[1].write(head)
        await carry_answer(
            self._client, host, most=self._limits.response_bytes, count=self._counting(asked)
        )

    def _counting(self, asked: Asked) -> Callable[[int], None]:
        return partial(self._budget.take_bytes, host=asked.host)

    async def _refuse(self, refusal: RefusalError) -> None:
        """Says so; in the middle of an answer, breaks it off so that it can't look whole."""
        writer = self._client[1]
        if self._has_answered:
            break_off(writer)
            return
        status = refusal.status
        body = f"Rivalscope does not fetch this: {refusal.why}.\n".encode()
        ask = ""
        if status is HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
            ask = 'Proxy-Authenticate: Basic realm="rivalscope"\r\n'
        head = (
            f"HTTP/1.1 {status.value} {status.phrase}\r\n{ask}"
            "Content-Type: text/plain; charset=utf-8\r\nProxy-Status: rivalscope\r\n"
            f"Content-Length: {len(body)}\r\nConnection: close\r\n\r\n"
        )
        writer.write(head.encode("latin-1") + body)
        await writer.drain()
