"""One process that reads pages, as seen from the one that fetches and keeps them."""

from __future__ import annotations

import asyncio
import multiprocessing
from collections import deque
from typing import TYPE_CHECKING, Any, NamedTuple

from crawler.reading.messages import Unread
from crawler.reading.worker import serve

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from crawler.reading.messages import Answer, FetchedPage
    from rivalscope.storage import AuthorKeys

#: What reading one page may take; a large and odd one takes three.
_SECONDS_A_PAGE = 60.0
_SECONDS_TO_END = 10.0
#: A page of this size may lie in the line while another one is read, so that the reader never has
#: to wait; the line holds it whole, so that sending never waits for the reader.
_FITS_BYTES = 64 * 1024

_FATAL = Unread(
    reason=(
        "the page could not be read: the process that reads it died, or was not done after"
        f" {_SECONDS_A_PAGE:.0f} s"
    ),
    state="error",
)


class Asked(NamedTuple):
    """A page that somebody waits for."""

    page: FetchedPage
    answer: asyncio.Future[Any]
    """What came of it."""


class ReaderProcess:
    """Reads pages in the order in which they come; starts when it is needed, again where it died.

    *settle* is called with pages and their answers; *again* with pages that were not read because
    the process died of one before them.
    """

    def __init__(
        self,
        authors: AuthorKeys,
        *,
        settle: Callable[[list[tuple[Asked, Answer]]], None],
        again: Callable[[Iterable[Asked]], None],
    ) -> None:
        self._authors = authors
        self._settle = settle
        self._again = again
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._asked: deque[Asked] = deque()
        """The first one is being read."""
        self._overdue: asyncio.TimerHandle | None = None

    def start(self) -> Connection:
        """Starts the process, which needs a moment to get ready; gives our end of the line."""
        # spawned, not forked: there are threads here, and Scrapy's memory is of no use there
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._authors), daemon=True)
        self._process.start()
        theirs.close()  # so that its end is heard of
        return self._connection

    def accepts(self, asked: Asked) -> bool:
        """Whether it can be sent now."""
        is_small = len(asked.page.snapshot.body) <= _FITS_BYTES
        return not self._asked or (is_small and len(self._asked) == 1)

    def send(self, asked: Asked) -> None:
        """Has a page read."""
        connection = self._connection or self.start()
        loop = asyncio.get_running_loop()
        self._asked.append(asked)
        if len(self._asked) == 1:
            loop.add_reader(connection.fileno(), self._receive, connection)
            self._wait()
        try:
            connection.send(asked.page)
        except OSError:
            loop.call_soon(self._lose, connection)

    def close(self) -> None:
        """Ends the process."""
        connection, process = self._connection, self._process
        self._connection = self._process = None
        if connection and process:
            connection.close()
            process.join(_SECONDS_TO_END)
            process.kill()
            process.join()

    def _receive(self, connection: Connection) -> None:
        answered: list[tuple[Asked, Answer]] = []
        try:
            while connection.poll():
                answer = connection.recv()
                answered.append((self._asked.popleft(), answer))
        except (EOFError, OSError):
            asyncio.get_running_loop().call_soon(self._lose, connection)
        self._wait()
        if answered:
            self._settle(answered)

    def _lose(self, connection: Connection) -> None:
        if connection is not self._connection:
            return  # heard of twice
        asyncio.get_running_loop().remove_reader(connection.fileno())
        self._stop_waiting()
        self.close()
        left, self._asked = list(self._asked), deque()
        self._again(left[1:])
        if left:
            self._settle([(left[0], _FATAL)])

    def _wait(self) -> None:
        """For the page that is being read now."""
        self._stop_waiting()
        if self._asked:
            self._overdue = asyncio.get_running_loop().call_later(_SECONDS_A_PAGE, self._kill)

    def _stop_waiting(self) -> None:
        if self._overdue:
            self._overdue.cancel()
        self._overdue = None

    def _kill(self) -> None:
        if self._process:
            self._process.kill()
