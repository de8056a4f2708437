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


def serve(connection: Connection, authors: AuthorKeys) -> None:
    """Answers page after page, until the other end is closed."""
    # Ctrl-C reaches both: the other one ends us when it is ready to
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.freeze()  # what is loaded by now stays: no collection needs to look at it
    while True:
        try:
            page = connection.recv()
        except EOFError:
            return
        connection.send(_answer(page, authors))


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
