"""The proxy is ours to choose, and its login is for it alone."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class UseProxy:
    """Sends every request through the configured proxy, where there is one."""

    def __init__(self, proxy: str | None) -> None:
        parts = urlsplit(proxy or "")
        self._proxy = parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
        self._login = _login(parts)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> UseProxy:
        """Scrapy's way to build it."""
        return cls(crawler.settings.get("RIVALSCOPE_PROXY"))

    def process_request(self, request: Request) -> None:
        """Names the proxy to the downloader."""
        if self._proxy:
            request.meta["proxy"] = self._proxy
        if self._login:
            request.headers["Proxy-Authorization"] = self._login


def _login(parts: SplitResult) -> str | None:
    """What the proxy is told of who we are (RFC 7617), which Scrapy tells no site behind it."""
    if not parts.username:
        return None
    login = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return f"Basic {b64encode(login.encode()).decode()}"
