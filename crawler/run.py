"""Crawls the sources of one configuration in this process; meant to be started as a child.

A Twisted reactor can't be started twice in one process, so the pipeline runs
``python -m crawler.run`` for each crawl. Standard output is one JSON object a line::

    {"source": "northpost/starpost", "pages": 3, "read": 60, "state": null}

``state`` is null while the source is being read and its end state in its last line.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess

from crawler.settings import settings_for
from crawler.spiders import SPIDERS
from rivalscope import clock
from rivalscope.settings import load_settings
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy import Request
    from twisted.python.failure import Failure

    from crawler.spiders import SourceSpider
    from rivalscope.models import Source


def main(arguments: Sequence[str] | None = None) -> None:
    """Crawls what the arguments ask for; each source's end is in the database."""
    options = _parser().parse_args(arguments)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    settings = load_settings(options.config)
    sources = [source for source in settings.sources if source.key in set(options.source)]
    scrapy_settings = settings_for(
        contact_url=settings.contact_url or "",
        delay_seconds=settings.delay_seconds,
        proxy=settings.proxy,
        log_level=options.log_level,
    )
    with Store(options.db) as store:
        process = AsyncCrawlerProcess(scrapy_settings)
        for source in sources:
            _schedule(source, process=process, store=store, run=options.run)
        process.start()


def _end_with_parent() -> None:
    """Standard input is the parent's end of a pipe: it closes when the parent dies, even by -9."""
    sys.stdin.read()
    os._exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m crawler.run", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--db", type=Path, required=True)
    parser.add_argument("--run", type=int, required=True)
    parser.add_argument("--log-level", default="WARNING")
    parser.add_argument("--source", action="append", default=[], metavar="BRAND/ID")
    return parser


def _schedule(source: Source, *, process: AsyncCrawlerProcess, store: Store, run: int) -> None:
    """Queues one source and sees to it that its end is told and kept."""

    def tell(_item: object, spider: SourceSpider) -> None:
        _tell(spider, state=None)

    def fail(failure: Failure, spider: SourceSpider) -> None:
        # a mistake of ours, or of the page's, that Scrapy would only log
        spider.outcome.add_problem(f"{type(failure.value).__name__}: {failure.value}")

    def drop(request: Request, spider: SourceSpider) -> None:
        spider.outcome.add_problem(f"paging goes in circles: {request.url} was read before")

    def keep(spider: SourceSpider) -> None:
        ended = spider.outcome.source_run()
        store.runs.save_source(run, ended, at=clock.now())
        _tell(spider, state=ended.state)

    crawler = process.create_crawler(SPIDERS[source.kind])
    crawler.signals.connect(tell, signal=signals.item_scraped, weak=False)
    crawler.signals.connect(fail, signal=signals.spider_error, weak=False)
    crawler.signals.connect(fail, signal=signals.item_error, weak=False)
    crawler.signals.connect(drop, signal=signals.request_dropped, weak=False)
    crawler.signals.connect(keep, signal=signals.spider_closed, weak=False)
    process.crawl(crawler, source=source, store=store, run=run)


def _tell(spider: SourceSpider, *, state: str | None) -> None:
    progress = {
        "source": spider.source.key,
        "pages": spider.outcome.pages,
        "read": spider.outcome.saved.read,
        "state": state,
    }
    sys.stdout.write(json.dumps(progress) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
