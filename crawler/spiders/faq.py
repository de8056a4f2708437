"""Spider of FAQ pages: the page a source names; where that has no FAQ, those it leads to."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from scrapy import Request

from crawler.extract import read_page
from crawler.extract.faq import faq_addresses, faq_links
from crawler.extract.page import Page
from crawler.extract.sitemap import sitemap_addresses, sitemaps_of
from crawler.middlewares import snapshot_of
from crawler.spiders.source import SourceSpider

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from scrapy.http import Response
    from twisted.python.failure import Failure

    from crawler.keeping import ReadPage
    from rivalscope.models import PageReading, Snapshot
    from rivalscope.storage import PageState

_MOST_PAGES = 5
_MOST_SITEMAPS = 5


class FaqSpider(SourceSpider):
    """Reads one FAQ page, or each page of a help center's API.

    Given a page without questions, such as a brand's home page, it reads the few pages that this
    one links as FAQ or help; where it links none, those that the site's sitemaps list.
    """

    name = "faq"

    def _read(self, snapshot: Snapshot) -> PageReading:
        """A page without questions is no failure yet: the pages behind it may have some."""
        source = self.source
        return read_page(snapshot, language=source.language, kind=source.kind)

    def _next_urls(self, page: ReadPage) -> Sequence[str]:
        """The next part of an API's answer; a web page of questions has no second page."""
        reading = page.reading
        if reading.is_payload:
            return super()._next_urls(page)
        if reading.faq or not self._is_first(page.snapshot.url):
            return []
        return faq_links(Page(page.snapshot))[:_MOST_PAGES]

    def _follow(self, state: PageState, *, known: bool) -> Iterator[Request]:
        lost = not state.entries and not state.next_urls
        if lost and self._is_first(state.url):
            yield self._aside(urljoin(state.url, "/robots.txt"), self._read_robots)
        else:
            yield from super()._follow(state, known=known)

    def _read_robots(self, response: Response, **_: object) -> Iterator[Request]:
        rules = response.body.decode("utf-8", "replace")
        usual = [response.urljoin("/sitemap.xml")]
        for address in islice(sitemaps_of(rules, url=response.url) or usual, _MOST_SITEMAPS):
            yield self._aside(address, self._read_sitemap)

    def _read_sitemap(self, response: Response, **_: object) -> Iterator[Request]:
        listed = sitemap_addresses(snapshot_of(response))
        pages = faq_addresses(one.address for one in listed if not one.is_sitemap)
        yield from self._requests([url for url in pages if url not in self._asked][:_MOST_PAGES])

    def _is_first(self, url: str) -> bool:
        return len(self._asked) == 1 or url == self.source.url

    def _aside(self, url: str, callback: Callable[..., Iterator[Request]]) -> Request:
        """A request for what leads to pages and is none itself."""
        return Request(url, callback=callback, errback=self._miss, dont_filter=True)

    def _miss(self, failure: Failure) -> None:
        """A site without a list of its pages: what was not found is told at the end."""
