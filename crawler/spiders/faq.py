"""Spider of FAQ pages: the page a source names; where that has no FAQ, those it leads to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urljoin

from scrapy import Request, signals
from scrapy.spidermiddlewares.httperror import HttpError

from crawler.extract.faq import faq_addresses, is_help_center
from crawler.extract.sitemap import sitemap_addresses, sitemaps_of
from crawler.middlewares import snapshot_of
from crawler.middlewares.requests import aside_notes, at_help_center
from crawler.network.sites import host_of
from crawler.spiders.source import SourceSpider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

    from rivalscope.storage import PageState

_MOST_PAGES = 5
_MOST_SITEMAPS = 5


class FaqSpider(SourceSpider):
    """Reads one FAQ page, or each page of a help center's API.

    Given a page without questions, such as a brand's home page, it reads the few pages that this
    one links as FAQ or help; where it links none, those that the site's sitemaps list. Only a hope
    led to these: whether they can be had, and say something new, matters where no other does.
    """

    name = "faq"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._discovers = False
        self._misses: list[Failure] = []

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Scrapy's way to build it."""
        spider: Self = super().from_crawler(crawler, *args, **kwargs)
        crawler.signals.connect(spider._tell_misses, signal=signals.spider_idle)
        return spider

    def _follow(self, state: PageState, *, known: bool) -> Iterator[Request]:
        if state.entries or not self._is_first:
            yield from super()._follow(state, known=known)
        elif self.outcome.pages >= self.source.max_pages:
            self.outcome.stop_early()
        elif state.next_urls:
            yield from self._discovered(state.next_urls)
        else:
            yield self._aside(urljoin(state.url, "/robots.txt"), self._read_robots)

    def _read_robots(self, response: Response, **_: object) -> Iterator[Request]:
        rules = response.body.decode("utf-8", "replace")
        usual = [response.urljoin("/sitemap.xml")]
        for address in islice(sitemaps_of(rules, url=response.url) or usual, _MOST_SITEMAPS):
            yield self._aside(address, self._read_sitemap)

    def _read_sitemap(self, response: Response, **_: object) -> Iterator[Request]:
        listed = sitemap_addresses(snapshot_of(response))
        pages = faq_addresses(one.address for one in listed if not one.is_sitemap)
        yield from islice(self._discovered(pages), _MOST_PAGES)

    def _discovered(self, urls: Iterable[str]) -> Iterator[Request]:
        """Requests for pages that may be an FAQ, also on the host of a help center."""
        self._discovers = True
        for url in urls:
            request = self._request(url).replace(errback=self._miss)
            if request.url in self._asked:
                continue
            self._asked.add(request.url)
            yield at_help_center(request, host_of(url)) if is_help_center(url) else request

    def _aside(self, url: str, callback: Callable[..., Iterator[Request]]) -> Request:
        """A request for what leads to pages and is none itself."""
        return Request(
            url, callback=callback, errback=_no_list, meta=aside_notes(), dont_filter=True
        )

    def _add_circle(self, url: str) -> None:
        """Two links to one FAQ are no paging."""
        if not self._discovers:
            super()._add_circle(url)

    def _miss(self, failure: Failure) -> None:
        """Told at once where questions are known that stand on the page, and still may."""
        request = getattr(failure, "request", None)
        state = self.find_state(request.url) if request else None
        if state and state.entries and not isinstance(failure.value, HttpError):
            self.fail(failure)
        else:
            self._misses.append(failure)

    def _tell_misses(self) -> None:
        """At the end, where nothing was found."""
        misses, self._misses = self._misses, []
        if not self.outcome.saved.read:
            for failure in misses:
                self.fail(failure)


def _no_list(_: Failure) -> None:
    """A site without a list of its pages: what was not found is told at the end."""
