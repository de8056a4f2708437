"""Follows redirects a few steps; where they end nowhere, it says so."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin, urlsplit

from scrapy.http import HtmlResponse
from scrapy.utils.response import get_meta_refresh

from crawler.middlewares.requests import is_for_robots, redirected, redirects_of
from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
#: A page that moves on later than this is a page.
_SOON_SECONDS: Final = 5
#: As far as a page is searched for where it moves on to; in UTF-8 a letter takes up to four bytes.
_HEAD_BYTES: Final = 4 * 4096
#: Parts of a path, or the first part of a host, that ask who you are.
_DOORS: Final = frozenset(
    {
        "account-login",
        "anmelden",
        "authwall",
        "bejelentkezes",
        "captcha",
        "checkpoint",
        "connexion",
        "log-in",
        "login",
        "login.aspx",
        "login.php",
        "prihlaseni",
        "sign-in",
        "sign_in",
        "signin",
        "sso",
    }
)


class TooManyRedirects(Refused):
    """More than REDIRECT_MAX_TIMES, or in a circle."""


class FollowRedirects:
    """Where to is judged by the gate, which the new request passes as any other does."""

    def __init__(self, crawler: Crawler) -> None:
        self._most = crawler.settings.getint("REDIRECT_MAX_TIMES")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> FollowRedirects:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """*response*, or the request for where it points; raises Refused where that is nowhere."""
        target = _find_target(request, response)
        if target is None:
            return response
        onward = _onward(request, target)
        before = redirects_of(onward)
        if not is_for_robots(request) and _is_door(onward.url) and not _is_door(before[0]):
            reason = f"{request.url} redirects to a login ({onward.url}), and we never log in"
            raise Refused(reason, state="blocked")
        if onward.url in before:
            reason = f"{before[0]} redirects in a circle, back to {onward.url}"
            raise TooManyRedirects(reason, state="error")
        if len(before) > self._most:
            reason = f"{before[0]} redirects more than {self._most} times"
            raise TooManyRedirects(reason, state="error")
        return onward


def _find_target(request: Request, response: Response) -> str | None:
    if response.status in _REDIRECTS:
        location = (response.headers.get("Location") or b"").decode("utf-8", "replace")
        return location.strip() or None
    is_page = HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
    if not is_page or not isinstance(response, HtmlResponse) or is_for_robots(request):
        return None  # "not found, on we go to the home page" is an answer too
    if not _may_refresh(response.body):
        return None
    seconds, url = get_meta_refresh(response)
    soon = seconds is not None and seconds <= _SOON_SECONDS
    return url if url and soon and url != request.url else None


def _may_refresh(body: bytes) -> bool:
    """Whether it is worth decoding: most pages don't say the word where it would count."""
    head = body[:_HEAD_BYTES].lower()
    return b"refresh" in head or b"\0" in head


def _onward(request: Request, target: str) -> Request:
    try:
        return redirected(request, urljoin(request.url, target))
    except ValueError as error:
        reason = f"{request.url} redirects to what is no web address ({error})"
        raise Refused(reason, state="error") from error


def _is_door(url: str) -> bool:
    parts = urlsplit(url)
    host = (parts.hostname or "").split(".")[0]
    return not _DOORS.isdisjoint({host, *parts.path.casefold().split("/")})
