"""The gate: every request passes it, whoever made it, and again after each redirect."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.middlewares.requests import (
    is_at_help_center,
    is_followed,
    is_for_robots,
    redirects_of,
)
from crawler.network.commons import commons_of
from crawler.network.refusals import Refused
from crawler.network.sites import host_of, same_site
from rivalscope.addresses import fetch_allowed

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.spiders import SourceSpider


class CheckAddress:
    """Lets only public, open addresses of the source's own site through."""

    def __init__(self, crawler: Crawler) -> None:
        spider: SourceSpider = crawler.spider  # type: ignore[assignment]
        self._source = spider.source
        self._closed = commons_of(crawler).closed_sites

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> CheckAddress:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises Refused for what must not be fetched."""
        if reason := fetch_allowed(request.url):
            reason = f"{_way_here(request)}{reason}"
            raise Refused(reason, state="error")
        site = self._closed.find(request.url)
        if site and not self._source.permission:
            reason = f"{_way_here(request)}{site}"
            raise Refused(reason, state="robots_denied")
        if is_for_robots(request) or same_site(request.url, self._source.url or ""):
            return
        if is_at_help_center(request, host_of(request.url)):
            return
        verb = "redirects" if redirects_of(request) else "leads"
        reason = (
            f"{verb} to another site: {host_of(request.url)}: name its address in the configuration"
            " if it is the right one"
        )
        raise Refused(reason, state="error")


def _way_here(request: Request) -> str:
    """How we came to ask for this, where it was not our own idea."""
    if before := redirects_of(request):
        return f"{before[-1]} redirects where we don't go: "
    return "leads where we don't go: " if is_followed(request) else ""
