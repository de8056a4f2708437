"""A page that repeats our key is read, and kept, without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.network.keys import find_key

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spiders import SourceSpider


class HideKey:
    """Comes after unpacking, where what was sent packed can be read."""

    def __init__(self, crawler: Crawler) -> None:
        spider: SourceSpider = crawler.spider  # type: ignore[assignment]
        self._source = spider.source

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> HideKey:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """*response* without the key."""
        key = find_key(self._source)
        return key.taken_out(response, url=request.url) if key else response
