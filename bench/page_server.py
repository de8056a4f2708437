"""Serves pages of reviews on loopback, and says how fast they were asked for."""

from __future__ import annotations

import asyncio
import multiprocessing
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from extraction import REVIEWS, json_ld_page, opinions

if TYPE_CHECKING:
    from collections.abc import Generator
    from multiprocessing.connection import Connection

_NO_RULES = b"User-agent: *\nDisallow:\n"
_HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"


class Site(NamedTuple):
    """*sources* chains of *pages* pages each; a page of a chain is ``/s/CHAIN/PAGE``."""

    sources: int
    pages: int

    def urls(self) -> list[str]:
        """Path of every page."""
        return [f"/s/{s}/{p}" for s in range(self.sources) for p in range(self.pages)]


class Served(NamedTuple):
    """What was asked for since the last question."""

    pages: int
    seconds: float
    """From the first page to the last."""


class Server(NamedTuple):
    """A running server."""

    address: str
    pipe: Connection

    def served(self) -> Served:
        """What was served since this was last asked."""
        self.pipe.send(None)
        return Served(*self.pipe.recv())


@contextmanager
def serving(site: Site) -> Generator[Server]:
    """Serves *site* from a process of its own, as a web server and as a proxy alike."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=_run, args=(site, there))
    process.start()
    try:
        yield Server(f"http://127.0.0.1:{here.recv()}", here)
    finally:
        process.terminate()
        process.join()


def _run(site: Site, pipe: Connection) -> None:
    bodies = {url: _body(site, *map(int, url.split("/")[2:])) for url in site.urls()}
    asyncio.run(_serve(bodies, pipe))


def _body(site: Site, source: int, page: int) -> bytes:
    first = (source * site.pages + page) * REVIEWS
    following = f'<link rel="next" href="/s/{source}/{page + 1}">' if page + 1 < site.pages else ""
    return json_ld_page(opinions(first)).replace("</head>", f"{following}</head>", 1).encode()


async def _serve(bodies: dict[str, bytes], pipe: Connection) -> None:
    times: list[float] = []

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                writer.write(page(head))
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    def page(head: bytes) -> bytes:
        body = bodies.get(urlsplit(head.split(b" ", 2)[1].decode()).path, _NO_RULES)
        kind = b"text/plain"
        if body is not _NO_RULES:
            times.append(time.perf_counter())
            kind = b"text/html; charset=utf-8"
        return _HEAD % (kind, len(body)) + body

    def tell() -> None:
        pipe.recv()
        pipe.send((len(times), times[-1] - times[0] if times else 0.0))
        times.clear()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    asyncio.get_running_loop().add_reader(pipe.fileno(), tell)
    pipe.send(server.sockets[0].getsockname()[1])
    await asyncio.Event().wait()
