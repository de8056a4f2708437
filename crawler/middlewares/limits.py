"""Ends what would never end: chains of pages, ever longer addresses. Both are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.spidermiddlewares.base import BaseSpiderMiddleware

from crawler.middlewares.requests import at_depth, depth_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spiders import SourceSpider


class EndSomewhere(BaseSpiderMiddleware):
    """Scrapy has both limits too, and drops in silence what exceeds them."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._deepest = crawler.settings.getint("DEPTH_LIMIT")
        self._longest = crawler.settings.getint("URLLENGTH_LIMIT")

    def get_processed_request(self, request: Request, response: Response | None) -> Request | None:
        """*request*, noted with how far from the first page it is; None where that is too far."""
        depth = depth_of(response.request) + 1 if response and response.request else 0
        reason = self._find_reason(request, depth)
        if reason is None:
            return at_depth(request, depth)
        spider: SourceSpider = self.crawler.spider  # type: ignore[assignment]
        spider.outcome.add_problem(reason, state="partial")
        return None

    def _find_reason(self, request: Request, depth: int) -> str | None:
        if depth > self._deepest:
            return f"more than {self._deepest} pages lead to {request.url}: we stop there"
        if len(request.url) > self._longest:
            return f"{request.url[:100]}... is longer than any address we follow ({self._longest})"
        return None
