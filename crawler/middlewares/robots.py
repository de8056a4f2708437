"""Obeys robots.txt by RFC 9309: one fetch an origin, shared by all crawls of the process."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from crawler.middlewares.redirects import TooManyRedirects
from crawler.middlewares.requests import is_for_robots, robots_notes
from crawler.network.commons import commons_of
from crawler.network.keys import find_key
from crawler.network.refusals import Refused
from crawler.network.robots import RobotsFile, robots_answered
from crawler.network.sites import host_of, origin_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.spiders import SourceSpider

#: Before any page of the host.
_FIRST = 1000


class ObeyRobots:
    """Asks an origin's robots.txt before anything else of it, and keeps the pause it asks for."""

    def __init__(self, crawler: Crawler) -> None:
        spider: SourceSpider = crawler.spider  # type: ignore[assignment]
        self._crawler = crawler
        self._commons = commons_of(crawler)
        self._source = spider.source

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ObeyRobots:
        """Scrapy's way to build it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises Refused where the rules say no.

        What carries a key of ours is no crawling: the site let us in by giving it out.
        """
        if is_for_robots(request):
            return
        key = find_key(self._source)
        if key and key.goes_to(request.url):
            return
        robots = await self._robots_of(origin_of(request.url))
        robots.check(request.url)
        self._commons.turns.slow_down(host_of(request.url), robots.delay_seconds)

    async def _robots_of(self, origin: str) -> RobotsFile:
        """Shared: whoever comes while it is being fetched waits for the same answer."""
        fetches = self._commons.robots
        if origin not in fetches:
            fetches[origin] = asyncio.ensure_future(self._fetch(f"{origin}/robots.txt"))
        return await asyncio.shield(fetches[origin])

    async def _fetch(self, url: str) -> RobotsFile:
        request = Request(url, callback=NO_CALLBACK, priority=_FIRST, meta=robots_notes())
        try:
            response = await self._crawler.engine.download_async(request)
        except TooManyRedirects:
            return RobotsFile(url=url)  # as if there were none (RFC 9309, 2.3.1.2)
        except Refused as refused:
            # a host that is down forbids nothing, but is not there either
            return RobotsFile(url=url, closed=str(refused), closed_state=refused.state)
        return robots_answered(url, status=response.status, body=response.body)
