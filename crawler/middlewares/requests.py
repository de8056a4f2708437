"""What our middlewares note on a request, and how one request becomes another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

    from rivalscope.storage import PageState

_FOR_ROBOTS = "for_robots"
_ASIDE = "aside"
_PAGE = "page_state"
_HELP_CENTER = "help_center"
_DEPTH = "depth"
_REDIRECTS = "redirect_urls"
_TRIES = "retry_times"
#: Notes of the downloader about one fetch, which say nothing about the next.
_OF_ONE_FETCH = ("download_latency", "download_slot")


def robots_notes() -> dict[str, Any]:
    """The meta of a request for a robots.txt."""
    return {_FOR_ROBOTS: True}


def is_for_robots(request: Request) -> bool:
    """Whether it fetches a robots.txt, which may lie anywhere and is obeyed, not read."""
    return bool(request.meta.get(_FOR_ROBOTS))


def aside_notes() -> dict[str, Any]:
    """The meta of a request for what leads to pages and is none itself, such as a sitemap."""
    return {_ASIDE: True}


def is_aside(request: Request) -> bool:
    """Whether it fetches what leads to pages."""
    return bool(request.meta.get(_ASIDE))


def page_notes() -> dict[str, Any]:
    """The meta of a request for a page, of which nothing is known yet."""
    return {_PAGE: None}


def is_page(request: Request) -> bool:
    """Whether it fetches a page of the source."""
    return _PAGE in request.meta


def note_state(request: Request, state: PageState | None) -> None:
    """What was kept of the page at the request's address, and what its conditions rest on."""
    request.meta[_PAGE] = state


def state_of(response: Response) -> PageState | None:
    """What was kept of the page that it answers for; None where that is nothing."""
    return cast("PageState | None", response.meta[_PAGE])


def at_help_center(request: Request, host: str) -> Request:
    """*request*, which may go to *host* though that is another site."""
    request.meta[_HELP_CENTER] = host
    return request


def is_at_help_center(request: Request, host: str) -> bool:
    """Whether *host* is the help center that the source's own page led to."""
    return request.meta.get(_HELP_CENTER) == host


def depth_of(request: Request) -> int:
    """How many pages led to it: 0 for one that we chose."""
    return cast("int", request.meta.get(_DEPTH, 0))


def is_followed(request: Request) -> bool:
    """Whether a page led to it."""
    return depth_of(request) > 0


def at_depth(request: Request, depth: int) -> Request:
    """*request*, noted as so many pages away from the first."""
    request.meta[_DEPTH] = depth
    return request


def redirects_of(request: Request) -> list[str]:
    """The addresses that led to it, the first one first; empty for one that we chose."""
    return cast("list[str]", request.meta.get(_REDIRECTS, []))


def tries_of(request: Request) -> int:
    """How often it has been tried before."""
    return cast("int", request.meta.get(_TRIES, 0))


def redirected(request: Request, url: str) -> Request:
    """The request for where *request* was sent on to."""
    notes = _lasting(request) | {_REDIRECTS: [*redirects_of(request), request.url], _TRIES: 0}
    return request.replace(url=url, meta=notes, dont_filter=True)


def tried_again(request: Request) -> Request:
    """The same request once more."""
    notes = _lasting(request) | {_TRIES: tries_of(request) + 1}
    return request.replace(meta=notes, dont_filter=True)


def _lasting(request: Request) -> dict[str, Any]:
    return {name: value for name, value in request.meta.items() if name not in _OF_ONE_FETCH}
