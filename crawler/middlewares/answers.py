"""Lets through what can be read as text, and says what the rest is."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from scrapy.http import HtmlResponse

from crawler.middlewares.requests import is_aside, is_for_robots
from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_BEGINNINGS: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP file",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"RIFF": "a picture or a sound",
    b"OggS": "a sound",
    b"ID3": "a sound",
    b"\x00\x00\x00\x18ftyp": "a film",
    b"\x00\x00\x00 ftyp": "a film",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
_UNREADABLE: Final = ("image/", "audio/", "video/", "font/", "model/")
_UNREADABLE_TYPES: Final = frozenset(
    {
        "application/gzip",
        "application/msword",
        "application/pdf",
        "application/wasm",
        "application/zip",
        "multipart/x-mixed-replace",
    }
)
_WIDE: Final = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT: Final = 1024
_MIB: Final = 1024 * 1024
#: What is read as a tree costs by its tags: some 300 bytes each. What an API answers does not.
_LARGEST_MARKUP: Final = 4 * _MIB
_MOST_TAGS: Final = 250_000


class ReadableAnswer:
    """Judges a page by its type and by its first bytes; either may lie."""

    def process_response(self, request: Request, response: Response) -> Response:
        """*response*; raises Refused where nobody could read it."""
        is_page = HTTPStatus.OK <= response.status < HTTPStatus.MULTIPLE_CHOICES
        if not is_page or is_for_robots(request) or is_aside(request):
            return response
        header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
        found = find_binary(header, response.body)
        if found:
            reason = f"{request.url} is no page: it is {found}"
            raise Refused(reason, state="error")
        if excess := _find_excess(response):
            reason = f"{request.url} {excess}, and no page of customers' words has"
            raise Refused(reason, state="error")
        return response


def _find_excess(response: Response) -> str | None:
    """What would take too much memory to read."""
    if not _is_markup(response):
        return None
    if len(response.body) > _LARGEST_MARKUP:
        return f"has more than {_LARGEST_MARKUP // _MIB} MiB"
    too_many = response.body.count(b"<") > _MOST_TAGS
    return f"has more than {_MOST_TAGS:,} tags" if too_many else None


def _is_markup(response: Response) -> bool:
    beginning = response.body[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf").lstrip()
    return isinstance(response, HtmlResponse) or beginning.startswith(b"<")


def find_binary(header: str, body: bytes) -> str | None:
    """What it is, where it is no text; *header* is its Content-Type in lower case."""
    for beginning, what in _BEGINNINGS.items():
        if body.startswith(beginning):
            return what
    kind = header.partition(";")[0].strip()
    if kind.startswith(_UNREADABLE) or kind in _UNREADABLE_TYPES:
        return kind
    wide = body.startswith(_WIDE) or "utf-16" in header or "utf-32" in header
    return "no text" if b"\x00" in body[:_LOOKED_AT] and not wide else None
