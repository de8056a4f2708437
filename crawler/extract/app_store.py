"""Reads Apple's feed of customer reviews, ``itunes.apple.com/.../rss/customerreviews/.../json``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.extract.json_ld import as_list
from crawler.extract.numbers import read_number
from rivalscope.models import PageReading, Review
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.page import Page

MISSING = "no customer reviews feed in it"
_MAXIMUM = 5.0
_PAGE_NUMBER = re.compile(r"/page=(\d+)")


def read(page: Page) -> PageReading | None:
    """Reviews of one page of the feed, or of several pages saved as one list; None for all else.

    A feed of 2021 and before prints no date. Past the last page a feed simply has no ``entry``.
    """
    feeds = [*_feeds(page.json)]
    entries = [entry for feed in feeds for entry in as_list(feed.get("entry"))]
    if not feeds or (entries and not any(map(_is_entry, entries))):
        return None
    reviews = tuple(
        review
        for entry in entries
        if isinstance(entry, dict) and (review := _review(page, entry)) is not None
    )
    return PageReading(
        reviews=reviews,
        next_url=_next_url(page, feeds[-1]) if reviews else None,
        empty_because=None if reviews else "the feed has no entries",
    )


def _feeds(document: object) -> Iterator[dict[str, object]]:
    """The feeds in *document*; a bare list of entries counts as one feed."""
    if isinstance(document, dict):
        feed = document.get("feed")
        if isinstance(feed, dict) and ("entry" in feed or "link" in feed):
            yield feed
    elif isinstance(document, list):
        inner = [feed for one in document if isinstance(one, dict) for feed in _feeds(one)]
        yield from inner
        if not inner and any(map(_is_entry, document)):
            yield {"entry": document}


def _is_entry(entry: object) -> bool:
    """Whether *entry* is a review or the app itself, which older feeds put first."""
    return isinstance(entry, dict) and ("im:rating" in entry or "im:artist" in entry)


def _review(page: Page, entry: dict[str, object]) -> Review | None:
    rating = read_number(_label(entry, "im:rating"))
    if rating is None:
        return None
    moment = page.moment(_label(entry, "updated"))
    return Review(
        body=clean_text(_label(entry, "content")),
        title=clean_text(_label(entry, "title")) or None,
        native_id=_label(entry, "id") or None,
        rating=rating,
        rating_max=_MAXIMUM,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
    )


def _label(entry: dict[str, object], name: str) -> str:
    value = entry.get(name)
    label = value.get("label") if isinstance(value, dict) else None
    return label if isinstance(label, str) else ""


def _next_url(page: Page, feed: dict[str, object]) -> str | None:
    """The following page as JSON; the last page names itself, or a page behind the last one."""
    links = dict(_links(feed))
    following = links.get("next")
    number, last = _page_number(following), _page_number(links.get("last"))
    if following is None or number is None or number <= (_page_number(page.url) or 1):
        return None
    return None if last is not None and number > last else page.link(_as_json(following))


def _links(feed: dict[str, object]) -> Iterator[tuple[str, str]]:
    for link in as_list(feed.get("link")):
        attributes = link.get("attributes") if isinstance(link, dict) else None
        if isinstance(attributes, dict):
            yield str(attributes.get("rel")), str(attributes.get("href"))


def _page_number(address: str | None) -> int | None:
    match = _PAGE_NUMBER.search(address or "")
    return int(match[1]) if match else None


def _as_json(address: str) -> str:
    """*address* with the JSON form of the feed: the links of a JSON feed lead to its XML form."""
    parts = urlsplit(address)
    query = [(name, value) for name, value in parse_qsl(parts.query) if name != "urlDesc"]
    path = re.sub(r"/xml$", "/json", parts.path)
    return urlunsplit(parts._replace(path=path, query=urlencode(query)))
