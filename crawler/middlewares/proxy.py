"""The proxy is ours to choose."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class UseProxy:
    """Sends every request through the configured proxy, where there is one."""

    def __init__(self, proxy: str | None) -> None:
        self._proxy = proxy

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> UseProxy:
        """Scrapy's way to build it."""
        return cls(crawler.settings.get("RIVALSCOPE_PROXY"))

    def process_request(self, request: Request) -> None:
        """Names the proxy to the downloader."""
        if self._proxy:
            request.meta["proxy"] = self._proxy
