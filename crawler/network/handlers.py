"""The door through which requests leave: with their source's key, which nobody else sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler

from crawler.network.keys import find_key
from rivalscope.secrets import hidden

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.network.keys import Key
    from crawler.spiders import SourceSpider


class WithKey(HTTP11DownloadHandler):
    """Scrapy's, but what is sent may differ from what was asked for by a key."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        spider: SourceSpider = crawler.spider  # type: ignore[assignment]
        self._source = spider.source

    async def download_request(self, request: Request) -> Response:
        """The answer to *request*."""
        key = find_key(self._source)
        if key is None or not key.goes_to(request.url):
            return await super().download_request(request)
        return await self._with(key, request)

    async def _with(self, key: Key, request: Request) -> Response:
        try:
            response = await super().download_request(key.put_on(request))
        except Exception as error:
            error.args = tuple(hidden(str(part), key.secret) for part in error.args)
            raise
        return key.taken_out(response, url=request.url)
