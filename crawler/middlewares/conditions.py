"""Asks for a page only if it is another one than last time (RFC 9110, section 13)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from crawler.middlewares.requests import is_page, note_state

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.spiders import SourceSpider

_ASK_FOR_ANOTHER: Final = {"If-None-Match": "etag", "If-Modified-Since": "last_modified"}


class AskIfChanged:
    """Goes by what is known of the very address that is asked.

    Where a redirect leads is another address: what was kept of the first says nothing about it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._spider: SourceSpider = crawler.spider  # type: ignore[assignment]

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> AskIfChanged:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Puts the conditions on it, and notes what they rest on."""
        if not is_page(request):
            return
        state = self._spider.find_state(request.url)
        note_state(request, state)
        for header, kept in _ASK_FOR_ANOTHER.items():
            request.headers.pop(header, None)
            if value := getattr(state, kept, None):
                request.headers[header] = value
