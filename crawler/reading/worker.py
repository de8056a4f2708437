"""A process that reads pages, while others fetch and keep them."""

from __future__ import annotations

import gc
import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import wait
from typing import TYPE_CHECKING

from crawler.reading.messages import Unread
from crawler.reading.one_page import read_fetched

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from crawler.reading.messages import Answer, FetchedPage
    from rivalscope.storage import AuthorKeys

#: More than the other end waits before it kills us.
_MOST_SECONDS_A_PAGE = 90


def serve(connection: Connection, authors: AuthorKeys) -> None:
    """Answers page after page, until the other end is closed."""
    # Ctrl-C reaches both: the other one ends us when it is ready to
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # standard output belongs to the crawl: whoever reads it waits until nobody holds it any more
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    gc.freeze()  # what is loaded by now stays: no collection needs to look at it
    while True:
        try:
            page = connection.recv()
        except EOFError:
            return
        # ends us inside a C function too, which no thread of ours can when nobody else is left to
        signal.alarm(_MOST_SECONDS_A_PAGE)
        connection.send(_answer(page, authors))
        signal.alarm(0)


def _answer(page: FetchedPage, authors: AuthorKeys) -> Answer:
    try:
        return read_fetched(page, authors=authors)
    except Exception as error:  # ruff: ignore[blind-except] - a mistake of ours costs one page
        return Unread(reason=f"{type(error).__name__}: {error}", state="error")


def _end_with_parent() -> None:
    """A parent that is killed closes no connection in time: what it waits for nobody wants."""
    parent = parent_process()
    if parent:
        wait([parent.sentinel])
        os._exit(1)
