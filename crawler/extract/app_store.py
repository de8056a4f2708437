"""Reads Apple's feed of customer reviews, ``itunes.apple.com/.../rss/customerreviews/.../json``.

Its XML form holds the same under the same names, but for 'link's without ``attributes``.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.extract import payload
from crawler.extract.json_ld import as_list
from crawler.extract.xml_tree import child, children, name_of, written
from rivalscope.models import PageReading
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from rivalscope.models import Review

MISSING = "no customer reviews feed in it"
_MAXIMUM = 5.0
_MOST_ENTRIES = 2000
_ADDRESS = "/customerreviews/"
_PAGE_NUMBER = re.compile(r"/page=(\d+)")


def read(page: Page) -> PageReading | None:
    """Reviews of one page of the feed, or of several pages saved as one list; None for all else.

    A feed of 2021 and before prints no date. Past the last page a feed simply has no ``entry``.
    """
    feeds = [*_feeds(_from_xml(page.xml.root) if page.xml is not None else page.json)]
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
        empty_because="the feed has no entries" if not reviews and _is_whole(page) else None,
    )


def _is_whole(page: Page) -> bool:
    return page.xml is None or page.xml.whole


def _from_xml(root: Element) -> object:
    """The feed of *root* as its JSON form has it; None where it is another feed."""
    if name_of(root) != "atom:feed":
        return None
    found = [*islice(children(root, "atom:entry"), _MOST_ENTRIES)]
    links = [{"attributes": dict(link.attrib)} for link in children(root, "atom:link")]
    rated = any(child(one, "im:rating") is not None for one in found[:2])
    if not rated and not any(_ADDRESS in link["attributes"].get("href", "") for link in links):
        return None
    return {"feed": {"entry": [_xml_entry(one) for one in found], "link": links}}


def _xml_entry(entry: Element) -> dict[str, object]:
    """*entry* by name; of two contents the first, which is plain text."""
    found: dict[str, object] = {}
    for one in entry.iterchildren():
        name = name_of(one).removeprefix("atom:")
        inside = {"name": {"label": "".join(map(written, children(one, "atom:name")))}}
        found.setdefault(name, inside if name == "author" else {"label": written(one)})
    return found


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
    rated = payload.rating(_label(entry, "im:rating"), _MAXIMUM)
    if rated is None:
        return None
    return payload.review(
        page,
        clean_text(_label(entry, "content")),
        title=_label(entry, "title"),
        native_id=_label(entry, "id"),
        rated=rated,
        date=_label(entry, "updated"),
        author=_label(payload.inner(entry, "author"), "name"),
    )


def _label(entry: dict[str, object], name: str) -> str:
    value = entry.get(name)
    label = value.get("label") if isinstance(value, dict) else None
    return label if isinstance(label, str) else ""


def _next_url(page: Page, feed: dict[str, object]) -> str | None:
    """The following page as JSON; the last page names itself, or a page behind the last one."""
    links = dict(_links(feed))
    following = links.get("next")
    as_fed = _as_json if page.is_json else str
    current = _page_number(links.get("self")) or _page_number(page.url) or 1
    number, last = _page_number(following), _page_number(links.get("last"))
    if following is None or number is None or number <= current:
        return None
    return None if last is not None and number > last else page.link(as_fed(following))


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
