"""Stops where a site keeps us out: a refusal, a test for humans. Never evaded, always told."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from scrapy.http import TextResponse

from crawler.middlewares.requests import is_for_robots
from crawler.network.bot_walls import find_wall, may_be_wall
from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.spiders import SourceSpider

_KEPT_OUT: Final = {
    HTTPStatus.UNAUTHORIZED: "asks for a login",
    HTTPStatus.FORBIDDEN: "does not let us in",
    HTTPStatus.PROXY_AUTHENTICATION_REQUIRED: "is behind a proxy that asks for a login",
    HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS: "may not show it here for legal reasons",
}


class StopAtChallenge:
    """Knows a refusal by its status, and a test for humans by what only such pages hold."""

    def __init__(self, crawler: Crawler) -> None:
        spider: SourceSpider = crawler.spider  # type: ignore[assignment]
        self._source = spider.source

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> StopAtChallenge:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Response:
        """*response*; raises Refused where it is a wall."""
        if is_for_robots(request):
            return response  # a robots.txt behind a wall is one that is not there
        headers = {
            name.decode("latin-1").lower(): b",".join(values).decode("latin-1").lower()
            for name, values in response.headers.items()
        }
        small = isinstance(response, TextResponse) and may_be_wall(response.body)
        text = response.text if small else ""
        if wall := find_wall(headers, text):
            reason = (
                f"{request.url} answers with {wall} (HTTP {response.status}), and we stop there:"
                " a page that a person saves can be read by `rivalscope import`"
            )
            raise Refused(reason, state="blocked")
        try:
            refusal = _KEPT_OUT.get(HTTPStatus(response.status))
        except ValueError:
            return response  # a status that nobody has named
        if refusal is None:
            return response
        reason = f"HTTP {response.status} from {request.url}: the site {refusal}{self._hint()}"
        raise Refused(reason, state="blocked")

    def _hint(self) -> str:
        key = self._source.api_key
        return f" (is the key in {key.variable} right?)" if key else ""
