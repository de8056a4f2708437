"""Scrapy middlewares: the page is kept before anything reads it; the proxy is ours to choose."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spiders.source import SourceSpider


class KeepSnapshot:
    """Stores each answered page as it came, before the spider sees it."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> KeepSnapshot:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_spider_input(self, response: Response) -> None:
        """Keeps the page, and hands the snapshot on in ``response.meta``."""
        if not HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES:
            return
        spider: SourceSpider = self._crawler.spider  # type: ignore[assignment]
        snapshot = snapshot_of(response)
        spider.store.pages.save(snapshot, source=spider.source, run=spider.run)
        response.meta["snapshot"] = snapshot


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


def snapshot_of(response: Response) -> Snapshot:
    """The page exactly as it came, fetched now."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    content_type, _, parameters = header.partition(";")
    _, _, charset = parameters.partition("charset=")
    return Snapshot(
        url=response.url,
        fetched_at=clock.now(),
        body=response.body,
        content_type=content_type.strip(),
        encoding=charset.strip("\"' ").split(";")[0] or None,
    )
