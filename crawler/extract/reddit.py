"""Reads Reddit: listings and threads of its API, and its feeds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from crawler.extract import payload
from crawler.extract.feed_entries import read_feed
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.feed_entries import FeedEntry
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Review

MISSING = "no Reddit posts or comments in it"
_SITE = "https://www.reddit.com/"
_KINDS = {"t1", "t3"}
_MOST = 10_000
_GONE = frozenset({"[deleted]", "[removed]"})
_ROBOTS = frozenset({"AutoModerator"})
# The feeds put what somebody wrote between these; around it stand names and links.
_WRITTEN = re.compile(r"<!--\s*SC_OFF\s*-->(.*?)<!--\s*SC_ON\s*-->", re.DOTALL)


def read(page: Page) -> PageReading | None:
    """Posts and comments as mentions, answers to comments too; None for anything else."""
    if page.xml is not None:
        return _read_feed(page)
    listings = _listings(page.json)
    if not listings:
        return None
    things = [*_things(listings)]
    if any(payload.string(thing.get("kind")) not in {*_KINDS, "more"} for thing in things):
        return None
    found = (_mention(page, one) for one in things if _speaks(one))
    mentions = tuple(mention for mention in found if mention.text)
    after = payload.inner(listings[-1], "data").get("after")
    return PageReading(
        reviews=mentions,
        next_url=payload.asking(page, "after", after) if after and things else None,
        empty_because=None if mentions else "the listing has nothing written in it",
    )


def _listings(document: object) -> list[Record]:
    """A listing, or the two of a thread, or what ``morechildren`` loads in place of one."""
    more = payload.inner(document, "json", "data")
    if "things" in more:
        return [{"data": {"children": more["things"]}}]
    found = payload.records(document)
    return found if all(one.get("kind") == "Listing" for one in found) else []


def _things(listings: list[Record]) -> Iterator[Record]:
    """Everything listed, the answers below each comment after it."""
    stack = [thing for one in reversed(listings) for thing in _children(one)]
    for _ in range(_MOST):
        if not stack:
            return
        thing = stack.pop()
        yield thing
        stack.extend(_children(payload.inner(thing, "data", "replies")))


def _children(listing: Record) -> list[Record]:
    return payload.records(payload.inner(listing, "data").get("children"))[::-1]


def _speaks(thing: Record) -> bool:
    told = payload.inner(thing, "data")
    gone = payload.string(payload.first(told, "body", "selftext")) in _GONE
    robot = payload.string(told.get("author")) in _ROBOTS
    return payload.string(thing.get("kind")) in _KINDS and not gone and not robot


def _mention(page: Page, thing: Record) -> Review:
    told = payload.inner(thing, "data")
    return payload.review(
        page,
        payload.text(payload.first(told, "body_html", "selftext_html", "body", "selftext")),
        title=told.get("title"),
        native_id=payload.first(told, "name", "id"),
        date=told.get("created_utc"),
        url=_permalink(told),
        author=told.get("author"),
    )


def _permalink(told: Record) -> str | None:
    path = payload.string(told.get("permalink"))
    if path:
        return urljoin(_SITE, path)
    post, own = (payload.string(told.get(name)) for name in ("link_id", "id"))
    return f"{_SITE}comments/{post.removeprefix('t3_')}/_/{own}/" if post and own else None


def _read_feed(page: Page) -> PageReading | None:
    feed = read_feed(page.xml)
    if feed is None or not _is_reddit(feed.link or page.url):
        return None
    return PageReading(
        reviews=tuple(_from_entry(page, entry) for entry in feed.entries()),
        next_url=page.link(feed.next_link),
        empty_because="the feed has no entries" if feed.whole and not feed.found else None,
    )


def _is_reddit(address: str) -> bool:
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return False
    return host == "reddit.com" or host.endswith(".reddit.com")


def _from_entry(page: Page, entry: FeedEntry) -> Review:
    said = _WRITTEN.search(entry.markup)
    return payload.review(
        page,
        payload.text(said[1]) if said else "",
        title=entry.title,
        native_id=entry.native_id or entry.link,
        date=entry.date,
        url=entry.link,
        author=entry.author,
    )
