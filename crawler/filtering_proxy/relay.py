"""Carries bytes between a client and the host it was let through to, and counts them."""

from __future__ import annotations

import asyncio
import re
import struct
from asyncio import IncompleteReadError, LimitOverrunError, StreamReader, StreamWriter
from collections.abc import Callable
from http import HTTPStatus
from socket import SO_LINGER, SOL_SOCKET
from typing import TYPE_CHECKING, Final

from crawler.filtering_proxy.asking import (
    Asked,
    Headers,
    RefusalError,
    for_the_other_side,
    read_headers,
)

if TYPE_CHECKING:
    from crawler.filtering_proxy.ways import Streams

#: Called with the number of bytes carried; raises RefusalError beyond a limit.
Count = Callable[[int], None]

_CHUNK: Final = 64 * 1024
_STATUS_LINE: Final = re.compile(r"HTTP/1\.[01] ([1-5][0-9]{2})(?: [^\x00\r\n]{0,200})?")
_INTERIM_ANSWERS: Final = 5


async def tunnel(client: Streams, host: Streams, *, count: Count) -> None:
    """Carries both ways until either side ends; raises RefusalError where *count* does."""
    await _first_to_end(
        copy(client[0], host[1], count=count), copy(host[0], client[1], count=count)
    )


async def carry_answer(client: Streams, host: Streams, *, most: int, count: Count) -> None:
    """Carries the body of an answer; raises RefusalError where it is larger than *most* bytes."""
    left = most

    def counted(number: int) -> None:
        nonlocal left
        left -= number
        if left < 0:
            raise too_large(most)
        count(number)

    await _first_to_end(copy(host[0], client[1], count=counted), _until_gone(client[0]))


async def send_request(
    asked: Asked, client: StreamReader, host: StreamWriter, *, line: str
) -> None:
    """Says *asked* to the host, with its body; *line* is the request line it expects."""
    headers = (("host", asked.authority), *asked.headers, ("connection", "close"))
    length = (("content-length", str(asked.body_length)),) if asked.body_length else ()
    host.write(f"{line}{written(headers + length)}".encode("latin-1"))
    if asked.body_length:
        host.write(await client.readexactly(asked.body_length))
    await host.drain()


def break_off(writer: StreamWriter) -> None:
    """Ends the connection with a reset, so that half an answer is never taken for a whole one."""
    if not writer.transport.is_closing():
        no_lingering = struct.pack("ii", 1, 0)
        writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, no_lingering)
    writer.transport.abort()


async def read_head(reader: StreamReader) -> bytes:
    """Everything up to and with the first empty line; raises RefusalError where none comes."""
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except LimitOverrunError as error:
        why = "its head is too long"
        raise RefusalError(why, status=HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE) from error
    except IncompleteReadError as error:
        why = "it ended before its head did"
        raise RefusalError(why, status=HTTPStatus.BAD_REQUEST) from error


def written(headers: Headers) -> str:
    """*headers* as they go over the wire, with the empty line."""
    return "".join(f"{name}: {value}\r\n" for name, value in headers) + "\r\n"


async def copy(reader: StreamReader, writer: StreamWriter, *, count: Count) -> None:
    """Carries everything one way, no faster than the other end takes it."""
    while chunk := await reader.read(_CHUNK):
        count(len(chunk))
        writer.write(chunk)
        await writer.drain()


async def _until_gone(reader: StreamReader) -> None:
    """Ends when the other end hangs up; what it says meanwhile is not listened to."""
    while await reader.read(_CHUNK):
        pass


async def _first_to_end(*copies: object) -> None:
    """Runs all, ends all when one ends, and raises what that one raised."""
    tasks = [asyncio.ensure_future(one) for one in copies]  # type: ignore[call-overload]
    try:
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        ended = await asyncio.gather(*tasks, return_exceptions=True)
    for error in ended:
        if isinstance(error, Exception):
            raise error


async def read_answer_head(reader: StreamReader, *, most: int) -> bytes:
    """The answer's head, less what is about the host's connection.

    Raises RefusalError where it is none, and where it announces more than *most* bytes.
    """
    for _ in range(_INTERIM_ANSWERS):
        head = await read_head(reader)
        line, *lines = head.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
        matched = _STATUS_LINE.fullmatch(line)
        if matched is None:
            break
        if matched[1].startswith("1"):
            continue
        headers = read_headers(lines)
        if _length(headers) > most:
            raise too_large(most)
        kept = (*for_the_other_side(headers), ("connection", "close"))
        return f"{line}\r\n{written(kept)}".encode("latin-1")
    why = "its host does not answer in HTTP/1.1"
    raise RefusalError(why, status=HTTPStatus.BAD_GATEWAY)


def too_large(most: int) -> RefusalError:
    """The refusal of an answer of more than *most* bytes."""
    why = f"its host answers with more than {most / 1024 / 1024:g} MiB"
    return RefusalError(why, status=HTTPStatus.BAD_GATEWAY)


def _length(headers: Headers) -> int:
    lengths = [value for name, value in headers if name == "content-length"]
    return max((int(value) for value in lengths if re.fullmatch(r"[0-9]{1,18}", value)), default=0)
