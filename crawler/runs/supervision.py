"""Builds the crawl of one source, and sees to it that its end is told and kept."""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.runs.closing import Traffic, close_source
from crawler.spiders import SPIDERS
from rivalscope import clock
from rivalscope.logs import facts

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from twisted.python.failure import Failure

    from crawler.reading.intake import Intake
    from crawler.runs.outcome import Outcome
    from crawler.spiders import SourceSpider
    from rivalscope.models import Source
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: A page is told of at most this often, so that telling costs nothing.
_TELL_EVERY_SECONDS = 0.2
_LOG = logging.getLogger(__name__)
_STATUS = "downloader/response_status_count/"


class SourceCrawl:
    """One source on its way through Scrapy, from its first request to its line in the ledger."""

    def __init__(
        self,
        source: Source,
        *,
        settings: Settings,
        store: Store,
        intake: Intake,
        run: int,
    ) -> None:
        self.source = source
        self._store = store
        self._intake = intake
        self._run = run
        self._known_at = None if _is_full(source, settings, store) else store.runs.ok_at(source)
        self._told_at = 0.0

    def connect(self, crawler: Crawler) -> None:
        """Hears of everything that Scrapy would only log."""
        crawler.signals.connect(self._fail, signal=signals.spider_error)
        crawler.signals.connect(self._drop, signal=signals.request_dropped)
        crawler.signals.connect(self._keep, signal=signals.spider_closed)

    @property
    def spider(self) -> type[SourceSpider]:
        """The class that reads sources of this kind."""
        return SPIDERS[self.source.kind]

    @property
    def arguments(self) -> dict[str, object]:
        """What its spider is built with."""
        return {
            "source": self.source,
            "store": self._store,
            "intake": self._intake,
            "known_at": self._known_at,
            "tell": self._tell,
        }

    def _fail(self, failure: Failure, spider: SourceSpider) -> None:
        # a mistake of ours, or of the page's
        spider.outcome.add_problem(f"{type(failure.value).__name__}: {failure.value}")

    def _drop(self, request: Request, spider: SourceSpider) -> None:
        spider.outcome.add_problem(f"not fetched: {request.url}", state="partial")

    def _keep(self, spider: SourceSpider) -> None:
        ended = close_source(
            spider.outcome,
            store=self._store,
            run=self._run,
            traffic=_traffic(spider.crawler),
            at=clock.now(),
        )
        log = _LOG.info if ended.state == "ok" else _LOG.warning
        log(
            "source ended",
            extra=facts(
                source=self.source.key,
                state=ended.state,
                reason=ended.reason,
                pages=ended.pages,
                unchanged=ended.unchanged,
                requests=ended.requests,
                read=ended.read,
                new=ended.new,
                changed=ended.changed,
                gone=ended.gone,
            ),
        )
        _say(spider.outcome, state=ended.state)

    def _tell(self, outcome: Outcome) -> None:
        now = time.monotonic()
        if now - self._told_at >= _TELL_EVERY_SECONDS:
            self._told_at = now
            _say(outcome, state=None)


def _is_full(source: Source, settings: Settings, store: Store) -> bool:
    """Whether it is time to read the source beyond what is known."""
    last = store.runs.last_full(source)
    return last is None or clock.now() - last >= timedelta(days=settings.full_every_days)


def _traffic(crawler: Crawler) -> Traffic:
    stats = crawler.stats.get_stats() if crawler.stats else {}
    return Traffic(
        requests=stats.get("downloader/request_count", 0),
        bytes=stats.get("downloader/response_bytes", 0),
        statuses={
            name.removeprefix(_STATUS): count
            for name, count in sorted(stats.items())
            if name.startswith(_STATUS)
        },
    )


def _say(outcome: Outcome, *, state: str | None) -> None:
    progress = {
        "source": outcome.source.key,
        "pages": outcome.pages,
        "read": outcome.saved.read,
        "state": state,
    }
    sys.stdout.write(json.dumps(progress) + "\n")
    sys.stdout.flush()
