"""What our middlewares note on a request, and how one request becomes another."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from scrapy import Request

_FOR_ROBOTS = "for_robots"
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
