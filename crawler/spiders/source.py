"""The crawl of one source: its first page, then page after page while there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.extract import read_page, require
from crawler.items import ReadPage
from crawler.outcome import Outcome
from crawler.resolver import refused
from rivalscope.errors import PageChanged

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from rivalscope.models import PageReading, Snapshot, Source
    from rivalscope.storage import Store


class SourceSpider(Spider):
    """Reads *source* into *store* as part of *run*."""

    name = "source"

    def __init__(self, *, source: Source, store: Store, run: int, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.source = source
        self.store = store
        self.run = run
        self.outcome = Outcome(source)
        self._digests: set[str] = set()

    async def start(self) -> AsyncIterator[Request]:
        """The source's own address."""
        if self.source.url:
            yield self._request(self.source.url)

    def parse(self, response: Response, **_: object) -> Iterator[ReadPage | Request]:
        """The page, read, and the request for the next."""
        snapshot: Snapshot = response.meta["snapshot"]
        if snapshot.digest in self._digests:
            self.outcome.add_problem(
                f"{response.url} repeats an earlier page: paging goes in circles"
            )
            return
        self._digests.add(snapshot.digest)
        try:
            reading = self._read(snapshot)
        except PageChanged as error:
            self.outcome.add_problem(f"layout changed: {error.missing} ({error.url})")
            return
        yield ReadPage(snapshot=snapshot, reading=reading)
        yield from self._next_request(reading)

    def fail(self, failure: Failure) -> None:
        """Records why a page could not be had."""
        self.outcome.add_problem(_reason(failure))

    def _read(self, snapshot: Snapshot) -> PageReading:
        source = self.source
        reading = read_page(
            snapshot,
            reader=source.reader,
            selectors=source.selectors,
            language=source.language,
            date_order=source.date_order,
        )
        return require(reading, kind=source.kind, url=snapshot.url)

    def _next_request(self, reading: PageReading) -> Iterator[Request]:
        if reading.next_url is None:
            return
        if len(self._digests) >= self.source.max_pages:
            self.outcome.stop_early()
            return
        yield self._request(reading.next_url)

    def _request(self, url: str) -> Request:
        return Request(url, callback=self.parse, errback=self.fail)


def _reason(failure: Failure) -> str:
    error = failure.value
    if isinstance(error, HttpError):
        return f"HTTP {error.response.status} from {error.response.url}"
    request = getattr(failure, "request", None)
    where = f" ({request.url})" if request else ""
    host = urlsplit(request.url).hostname if request else None
    if host in refused:
        return f"{host} is not on the public internet ({refused[host]}), and such are never read"
    if isinstance(error, IgnoreRequest):
        return f"not allowed: {error}{where}"
    return f"{type(error).__name__}: {error}{where}"
