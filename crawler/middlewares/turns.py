"""Takes a request's turn at its host right before it is sent, and gives it back with the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.network.commons import commons_of
from crawler.network.sites import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_TURN = "turn"


class TakeTurn:
    """Stands next to the network: pages, robots.txt, redirects and second tries all pass it."""

    def __init__(self, crawler: Crawler) -> None:
        self._turns = commons_of(crawler).turns

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> TakeTurn:
        """Scrapy's way to build it."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Waits; raises Refused where the host's turns are over."""
        request.meta[_TURN] = await self._turns.take(host_of(request.url))

    def process_response(self, request: Request, response: Response) -> Response:
        """*response*, with the way free for the next."""
        _give_back(request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Leaves *exception* to others."""
        del exception
        _give_back(request)


def _give_back(request: Request) -> None:
    if leave := request.meta.pop(_TURN, None):  # none was taken where another refused before
        leave()
