"""What every child process of ours does before it fetches anything."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess

from crawler.network.commons import Commons
from crawler.network.turns import HostTurns
from crawler.settings import settings_for
from rivalscope.errors import RivalscopeError
from rivalscope.logs.starting import Terminal, logging_of
from rivalscope.settings.closed_sites import load_closed_sites

if TYPE_CHECKING:
    from collections.abc import Collection, Generator

    from rivalscope.models import Source
    from rivalscope.settings import Settings


def end_with_parent() -> None:
    """Ends this process when its parent dies, even by -9."""
    threading.Thread(target=_wait_for_parent, daemon=True).start()


def commons_for(settings: Settings, *, budget: int, seconds: float) -> Commons:
    """What the crawls of this process share: *budget* requests a host, *seconds* for all."""
    return Commons(
        turns=HostTurns(delay_seconds=settings.delay_seconds, budget=budget),
        closed_sites=load_closed_sites(settings.path.parent),
        ends_at=time.monotonic() + seconds,
    )


@contextmanager
def logging_child(
    settings: Settings, *, log_level: str, sources: Collection[Source] = ()
) -> Generator[None, None, None]:
    """This process logs to the market's files; *log_level* and above are shown as well.

    Ends it with one sentence where something goes wrong inside. *sources*: see `logging_of`.
    """
    shown = Terminal(
        level=logging.getLevelNamesMapping()[log_level], shows_ours=log_level == "INFO"
    )
    try:
        with logging_of(settings, command="crawler", terminal=shown, more=sources):
            yield
    except RivalscopeError as error:
        sys.exit(str(error))


def scrapy_process(settings: Settings, *, commons: Commons) -> AsyncCrawlerProcess:
    """Scrapy's process, whose log is ours."""
    return AsyncCrawlerProcess(settings_for(settings, commons=commons))


def _wait_for_parent() -> None:
    """Standard input is the parent's end of a pipe, which closes with it."""
    sys.stdin.read()
    os._exit(1)
