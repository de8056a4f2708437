"""Fetches one page of a source that is not configured yet; meant to be started as a child.

Standard output is one JSON object: the page, its body in Base64, or why there is none::

    {"refused": "robots.txt forbids it", "state": "robots_denied"}

Everything that a crawl obeys is obeyed: robots.txt, the address gate, closed sites, turns.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from base64 import b64encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scrapy import signals

from crawler.middlewares import snapshot_of
from crawler.reading.intake import Intake
from crawler.runs.starting import commons_for, end_with_parent, logging_child, scrapy_process
from crawler.runs.supervision import SourceCrawl
from crawler.spiders import SourceSpider
from rivalscope import clock
from rivalscope.models import ApiKey, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy import Request
    from scrapy.crawler import AsyncCrawlerProcess
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from rivalscope.settings import Settings

#: The page, robots.txt, and a few redirects and second tries of both.
_MOST_REQUESTS = 20
_MOST_SECONDS = 180.0


class LookSpider(SourceSpider):
    """Fetches the source's first page, and neither reads nor keeps it."""

    name = "look"
    page: dict[str, Any] | None = None

    async def parse(self, response: Response, **_: object) -> Sequence[Request]:
        """Takes the page as it came; leads nowhere."""
        snapshot = snapshot_of(response)
        self.page = {
            "url": snapshot.url,
            "fetched_at": snapshot.fetched_at.isoformat(),
            "content_type": snapshot.content_type,
            "encoding": snapshot.encoding,
            "body": b64encode(snapshot.body).decode("ascii"),
        }
        return []

    @property
    def answer(self) -> dict[str, Any]:
        """The page, or why there is none."""
        if self.page:
            return self.page
        problem = next(iter(self.outcome.problems), None)
        return {
            "refused": problem.reason if problem else "no page answered",
            "state": problem.state if problem else "error",
        }


def main(arguments: Sequence[str] | None = None) -> None:
    """Fetches the first page of the source that the arguments describe."""
    parser = argparse.ArgumentParser(prog="python -m crawler.runs.look", description=__doc__)
    parser.add_argument("--config", type=Path, required=True)
    parser.add_argument("--log-level", default="WARNING")
    parser.add_argument("--source", required=True, metavar="JSON", help="Fields of the source.")
    options = parser.parse_args(arguments)
    source = _source(json.loads(options.source))
    end_with_parent()
    settings = load_settings(options.config)
    with logging_child(settings, log_level=options.log_level, sources=[source]):
        _look(source, settings=settings)


def _look(source: Source, *, settings: Settings) -> None:
    commons = commons_for(settings, budget=_MOST_REQUESTS, seconds=_MOST_SECONDS)
    process = scrapy_process(settings, commons=commons)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "look.sqlite") as store:
        run = store.runs.start("look", at=clock.now())
        nothing = Intake(store, run=run)  # a page is only looked at
        crawl = SourceCrawl(source, settings=settings, store=store, intake=nothing, run=run)
        _schedule(crawl, process=process)
        process.start()


def _source(fields: dict[str, Any]) -> Source:
    key = fields.pop("api_key", None)
    return Source(**fields, api_key=ApiKey(**key) if key else None)


def _schedule(crawl: SourceCrawl, *, process: AsyncCrawlerProcess) -> None:
    """Queues the fetch, and sees to it that its end is told."""

    def fail(failure: Failure, spider: LookSpider) -> None:
        spider.outcome.add_problem(f"{type(failure.value).__name__}: {failure.value}")

    def tell(spider: LookSpider) -> None:
        sys.stdout.write(json.dumps(spider.answer) + "\n")
        sys.stdout.flush()

    crawler = process.create_crawler(LookSpider)
    crawler.signals.connect(fail, signal=signals.spider_error, weak=False)
    crawler.signals.connect(tell, signal=signals.spider_closed, weak=False)
    process.crawl(crawler, **crawl.arguments)


if __name__ == "__main__":
    main()
