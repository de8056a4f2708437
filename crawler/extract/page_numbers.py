"""Tells which address is another page of the same list: only a number sets them apart."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

_PAGE_WORD = (
    r"(?:pages?|pg|p|strana|stranka|seite|pagina|página|stranica|oldal|sivu|sayfa|strona|side|sida"
    r"|ukurasa)"
)
# The number that ends a path: /page/2/, /reviews-p2.html, /reviews/2.
_PATH_NUMBER = re.compile(
    rf"(?:[/_.-]{_PAGE_WORD}[/_=.-]?|/)(\d{{1,5}})(?=/?(?:\.\w{{1,5}})?/?$)", re.IGNORECASE
)
_PAGE_PARAMETERS = frozenset(
    {
        *("page", "p", "pg", "pageno", "pagenumber", "page_number", "currentpage", "paged", "f"),
        *("strana", "stranka", "seite", "pagina", "oldal", "sivu", "sayfa", "strona", "side"),
        *("pn", "pageindex", "page_no", "reviewspage", "reviews_page", "ukurasa"),
    }
)
_LONGEST_NUMBER = 6


class _Parts(NamedTuple):
    host: str
    path: str
    query: dict[str, str]


def number_in(address: str) -> int | None:
    """Number of the page that *address* asks for; None where it names none."""
    parts = _parts(address)
    if parts is None:
        return None
    for name, value in parts.query.items():
        if name.lower() in _PAGE_PARAMETERS and _is_number(value):
            return int(value)
    match = _PATH_NUMBER.search(parts.path)
    named = match is not None and not match[0].lstrip("/")[:1].isdigit()
    return int(match[1]) if match and named else None


def differs_in_number_only(address: str, page_url: str) -> bool:
    """Whether *address* is *page_url* but for one number, which either of them may lack."""
    one, other = _parts(address), _parts(page_url)
    if one is None or other is None or one.host != other.host:
        return False
    changed = [name for name, value in one.query.items() if other.query.get(name) != value]
    if one.path == other.path:
        return len(changed) == 1 and _is_number(one.query[changed[0]])
    bare = _PATH_NUMBER.sub("", one.path).rstrip("/")
    return not changed and bare in {other.path, _PATH_NUMBER.sub("", other.path).rstrip("/")}


def shares_path(address: str, page_url: str) -> bool:
    """Whether both are on one site, and neither path leads away from the other's."""
    one, other = _parts(address), _parts(page_url)
    if one is None or other is None or one.host != other.host:
        return False
    bare = [_PATH_NUMBER.sub("", parts.path).rstrip("/") for parts in (one, other)]
    return bare[0] == bare[1] or one.path == other.path or bare[0] == other.path


def is_web(address: str) -> bool:
    """Whether *address* says where on the web a page stands; a saved file's does not."""
    return address.startswith(("http://", "https://"))


def _parts(address: str) -> _Parts | None:
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return _Parts(host, parts.path.rstrip("/"), query)


def _is_number(value: str) -> bool:
    return value.isdecimal() and len(value) <= _LONGEST_NUMBER
