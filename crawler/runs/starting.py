"""What every child process of ours does before it fetches anything."""

from __future__ import annotations

import os
import sys
import threading
import time
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess

from crawler.network.commons import Commons
from crawler.network.keys import keep_out_of_log, secrets_of
from crawler.network.turns import HostTurns
from crawler.settings import settings_for
from rivalscope.settings.closed_sites import load_closed_sites

if TYPE_CHECKING:
    from collections.abc import Collection

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


def scrapy_process(
    settings: Settings, *, sources: Collection[Source], commons: Commons, log_level: str
) -> AsyncCrawlerProcess:
    """Scrapy's process for *sources*, whose keys its log never shows."""
    keep_out_of_log(secrets_of(sources))
    return AsyncCrawlerProcess(settings_for(settings, commons=commons, log_level=log_level))


def _wait_for_parent() -> None:
    """Standard input is the parent's end of a pipe, which closes with it."""
    sys.stdin.read()
    os._exit(1)
