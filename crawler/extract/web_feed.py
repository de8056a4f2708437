"""Reads any RSS or Atom feed as mentions, Google Alerts among them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from crawler.extract import paging, payload
from crawler.extract.feed_entries import read_feed
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from crawler.extract.feed_entries import FeedEntry
    from crawler.extract.page import Page
    from rivalscope.models import Review

MISSING = "no RSS or Atom feed in it"
_REDIRECTS = ("/url",)


def read(page: Page) -> PageReading | None:
    """Its entries, each with title, text, day and link but no rating; None for anything else."""
    feed = read_feed(page.xml)
    if feed is None:
        return None
    following = page.link(feed.next_link)
    nothing = feed.whole and not feed.found
    return PageReading(
        reviews=tuple(_mention(page, entry) for entry in feed.entries()),
        next_url=following if following and paging.leads_on(following, page.url) else None,
        empty_because="the feed has no entries" if nothing else None,
    )


def _mention(page: Page, entry: FeedEntry) -> Review:
    link = _beyond_google(entry.link)
    return payload.review(
        page,
        "" if entry.body == entry.title else entry.body,
        title=entry.title,
        native_id=entry.native_id or link,
        date=entry.date,
        spoken=entry.language,
        url=link,
        author=entry.author,
    )


def _beyond_google(link: str) -> str:
    """Where an alert's link leads: Google wraps it to count who follows it."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return link
    google = (parts.hostname or "").startswith("www.google.") and parts.path in _REDIRECTS
    wrapped = payload.asked(link, "url") or payload.asked(link, "q") if google else None
    return wrapped or link
