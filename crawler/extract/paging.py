"""Finds the page that follows: what a page links as ``rel=next``, else its numbers and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import page_links
from crawler.extract.scripts import attributes_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from crawler.extract.page import Page

_LONGEST_TAG = 2000
_MOST_TAGS = 2000
_LINKS = (b"<link", b"<a ", b"<a\n", b"<a\t", b"<a\r")


def next_url(page: Page) -> str | None:
    """Address of the page that follows, None on the last one.

    ``<link rel=next>`` goes before ``<a rel=next>``, and that before links that only show a number
    or a word. What the page itself calls its next one is given whatever its host, for the crawl to
    refuse and to tell; a guess never leaves the host. No tree is built for a page without a sign of
    either.
    """
    found: dict[bool, str] = {}
    for tag, attributes in _tags_with_next(page.markup, page.lowered):
        if "next" not in attributes.get("rel", "").lower().split():
            continue
        address = page.link(attributes.get("href"))
        if address and leads_on(address, page.url):
            found.setdefault(tag.startswith(b"<link"), address)
    return found.get(True) or found.get(False) or page_links.next_url(page)


def leads_on(address: str, page_url: str) -> bool:
    """Whether *address* is another page than that of *page_url*."""
    return address.partition("#")[0] != page_url.partition("#")[0]


def _tags_with_next(markup: bytes, lowered: bytes) -> Iterator[tuple[bytes, Mapping[str, str]]]:
    """Opening tags of links that hold the word somewhere, with their attributes."""
    position = lowered.find(b"next")
    left = _MOST_TAGS
    while position >= 0 and left:
        left -= 1
        start = lowered.rfind(b"<", max(0, position - _LONGEST_TAG), position)
        end = lowered.find(b">", position, position + _LONGEST_TAG)
        inside = 0 <= start < end and lowered.find(b">", start, position) < 0
        if inside and lowered.startswith(_LINKS, start):
            yield lowered[start : start + 5], attributes_of(markup[start : end + 1])
            position = end
        position = lowered.find(b"next", position + 4)
