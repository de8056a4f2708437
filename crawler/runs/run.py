"""Crawls the sources of one configuration in this process; meant to be started as a child.

A Twisted reactor can't be started twice in one process, so the pipeline runs
``python -m crawler.runs`` for each crawl. Standard output is one JSON object a line::

    {"source": "northpost/starpost", "pages": 3, "read": 60, "state": null}

``state`` is null while the source is being read and its end state in its last line.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.reading.intake import Intake
from crawler.rendering import settings_for_rendering
from crawler.runs.queueing import HostQueue
from crawler.runs.starting import commons_for, end_with_parent, logging_child, scrapy_process
from crawler.runs.supervision import SourceCrawl
from rivalscope.logs import bound
from rivalscope.settings import load_settings
from rivalscope.storage import Store

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Callable, Sequence

    from scrapy.crawler import AsyncCrawlerProcess

    from crawler.spiders import SourceSpider
    from rivalscope.settings import Settings

#: More at once only hold more pages in memory: a host gets its requests one by one anyway.
_SOURCES_AT_ONCE = 8


def main(arguments: Sequence[str] | None = None) -> None:
    """Crawls what the arguments ask for; each source's end is in the database."""
    options = _parser().parse_args(arguments)
    end_with_parent()
    settings = replace(load_settings(options.config), database=options.db)
    with logging_child(settings, log_level=options.log_level), bound(run=options.run):
        _crawl(settings, options)


def _crawl(settings: Settings, options: argparse.Namespace) -> None:
    sources = [source for source in settings.sources if source.key in set(options.source)]
    commons = commons_for(
        settings, budget=settings.max_requests_per_host, seconds=settings.crawl_timeout_seconds
    )
    with Store(options.db) as store, Intake(store, run=options.run) as intake:
        intake.start()
        process = scrapy_process(settings, commons=commons)
        crawls = [
            SourceCrawl(source, settings=settings, store=store, intake=intake, run=options.run)
            for source in sources
        ]
        # Scrapy's signals hold their receivers weakly: the list keeps them
        _start_in_turn(crawls, process=process)
        process.start()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crawler.runs", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--run", type=int, required=True)
    parser.add_argument("--log-level", default="WARNING")
    parser.add_argument("--source", action="append", default=[], metavar="BRAND/ID")
    return parser


def _start_in_turn(crawls: Sequence[SourceCrawl], *, process: AsyncCrawlerProcess) -> None:
    """Starts a few crawls, and with the end of each the next."""
    queue = HostQueue(crawls)

    def start(crawl: SourceCrawl | None) -> None:
        if crawl:
            task = _schedule(crawl, process=process, give_up=queue.clear)
            task.add_done_callback(lambda _ended: start(queue.next_after(crawl)))

    for _ in range(_SOURCES_AT_ONCE):
        start(queue.next_of_any())


def _schedule(
    crawl: SourceCrawl, *, process: AsyncCrawlerProcess, give_up: Callable[[], None]
) -> asyncio.Task[None]:
    """Queues one source."""

    def note_end(spider: SourceSpider, reason: str) -> None:
        if reason != "finished":
            spider.outcome.add_problem(f"stopped before its end: {reason}", state="partial")
        if reason == "shutdown":
            give_up()

    crawler = process.create_crawler(crawl.spider)
    if crawl.source.render:
        crawler.settings.update(settings_for_rendering(crawler.settings), priority="spider")
    crawler.signals.connect(note_end, signal=signals.spider_closed, weak=False)
    crawl.connect(crawler)
    with bound(source=crawl.source.key):  # asyncio's tasks keep what was bound when they began
        return process.crawl(crawler, **crawl.arguments)
