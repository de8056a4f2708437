"""The two ways to a host: directly, to an address that was checked, or through another proxy."""

from __future__ import annotations

import asyncio
import socket
from asyncio import StreamReader, StreamWriter
from base64 import b64encode
from collections.abc import Awaitable, Callable, Sequence
from http import HTTPStatus
from typing import Final, Protocol
from urllib.parse import unquote, urlsplit

from crawler.filtering_proxy.asking import HEAD_BYTES, Asked, RefusalError
from rivalscope.addresses import fetch_allowed, is_public

Streams = tuple[StreamReader, StreamWriter]
#: From a name to every address a name server gives for it.
Resolve = Callable[[str], Awaitable[Sequence[str]]]
#: From an address and a port to a connection.
Connect = Callable[[str, int], Awaitable[Streams]]

#: Where tunnels may lead. What flows through one is unseen, so it must not reach other services.
_TUNNEL_PORTS: Final = frozenset({80, 443, 8080, 8443})
_ATTEMPTS: Final = 3


class Way(Protocol):
    """How a request gets to its host."""

    async def reach(self, asked: Asked) -> Streams:
        """A connection on which to say ``head_line`` or, for a tunnel, anything.

        Raises RefusalError where the host must not be reached, OSError where it can't be.
        """

    def head_line(self, asked: Asked) -> str:
        """The request line the other end expects, and headers that are for it alone."""


class Directly:
    """Resolves names itself and connects to the very address it checked."""

    def __init__(self, *, resolve: Resolve | None = None, connect: Connect | None = None) -> None:
        self._resolve = resolve or addresses_of
        self._connect = connect or connect_to

    async def reach(self, asked: Asked) -> Streams:
        """A connection to a public address; one answer that is not public refuses the name."""
        refuse_inside(asked)
        addresses = await self._resolve(asked.host)
        for address in addresses:
            if not _is_public(address):
                why = f"{asked.host} is no public address ({address}), and those are never read"
                raise RefusalError(why, host=asked.host)
        failed: OSError = socket.gaierror(f"{asked.host} has no address")
        for address in addresses[:_ATTEMPTS]:
            try:
                return await self._connect(address, asked.port)
            except OSError as error:
                failed = error
        raise failed

    def head_line(self, asked: Asked) -> str:
        """Path and query only."""
        return f"{asked.method} {asked.path} HTTP/1.1\r\n"


class Through:
    """Hands every request to the configured proxy, which resolves the names."""

    def __init__(self, proxy_url: str) -> None:
        parts = urlsplit(proxy_url)
        self._host = parts.hostname or ""
        self._is_tls = parts.scheme == "https"
        self._port = parts.port or (443 if self._is_tls else 80)
        login = f"{unquote(parts.username or '')}:{unquote(parts.password or '')}"
        basic = b64encode(login.encode()).decode()
        self._login = f"Proxy-Authorization: Basic {basic}\r\n" if parts.username else ""

    async def reach(self, asked: Asked) -> Streams:
        """A connection to the proxy; for a tunnel, one that it has tunnelled on."""
        refuse_inside(asked)
        tls = True if self._is_tls else None
        streams = await asyncio.open_connection(self._host, self._port, ssl=tls, limit=HEAD_BYTES)
        if not asked.is_tunnel:
            return streams
        try:
            await self._tunnel(asked, streams)
        except BaseException:
            streams[1].close()
            raise
        return streams

    def head_line(self, asked: Asked) -> str:
        """The whole address, and our login at the proxy."""
        return f"{asked.method} {asked.url} HTTP/1.1\r\n{self._login}"

    async def _tunnel(self, asked: Asked, streams: Streams) -> None:
        reader, writer = streams
        host = f"CONNECT {asked.authority} HTTP/1.1\r\nHost: {asked.authority}\r\n"
        writer.write(f"{host}{self._login}\r\n".encode("latin-1"))
        head = await reader.readuntil(b"\r\n\r\n")
        status = head.split(b" ", 2)[1:2]
        if not status or not status[0].startswith(b"2"):
            why = f"the configured proxy does not tunnel to {asked.host}"
            raise RefusalError(why, status=HTTPStatus.BAD_GATEWAY, host=asked.host)


def refuse_inside(asked: Asked) -> None:
    """Raises RefusalError for what the gate of every fetch refuses by its text alone."""
    if asked.is_tunnel and asked.port not in _TUNNEL_PORTS:
        why = f"{asked.authority} is no place for a tunnel: its port is not the web's"
        raise RefusalError(why, host=asked.host)
    if refused := fetch_allowed(asked.url):
        raise RefusalError(refused, host=asked.host)


async def addresses_of(name: str) -> Sequence[str]:
    """Every address of *name*, by this machine's resolver; raises OSError where it has none."""
    loop = asyncio.get_running_loop()
    answers = await loop.getaddrinfo(name, None, type=socket.SOCK_STREAM)
    return [str(address[0]) for *_, address in answers]


async def connect_to(address: str, port: int) -> Streams:
    """A connection to a numeric *address*."""
    return await asyncio.open_connection(address, port, limit=HEAD_BYTES)


def _is_public(address: str) -> bool:
    try:
        return is_public(address)
    except ValueError:
        return False  # with a zone or otherwise odd: nothing public looks like that
