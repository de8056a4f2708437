"""Reads one page: what may be kept of it, and where it leads. Touches neither disk nor network."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from crawler.extract import read_page, require
from crawler.extract.faq import faq_links
from crawler.extract.page import Page
from crawler.reading.cleaning import ReadPage, cleaned
from crawler.reading.messages import Facts, Read, Unread
from rivalscope.errors import PageChanged
from rivalscope.storage import packed
from rivalscope.storage.review_identity import EXACT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from crawler.reading.messages import Answer, FetchedPage
    from rivalscope.models import PageReading, Review
    from rivalscope.storage import AuthorKeys

#: Pages of questions that a page without any may lead to.
_MOST_FAQ_LINKS = 5


def read_fetched(page: FetchedPage, *, authors: AuthorKeys) -> Answer:
    """What *page* says; of one whose layout changed, why it could not be read."""
    try:
        reading = _read(page)
    except PageChanged as error:
        reason = f"layout changed: {error.missing} ({error.url})"
        return Unread(reason=reason, state="layout_changed", page=packed(page.snapshot))
    read = ReadPage(snapshot=page.snapshot, reading=reading)
    return Read(
        clean=cleaned(read, source=page.source, authors=authors), facts=_facts(page, reading)
    )


def _read(page: FetchedPage) -> PageReading:
    source = page.source
    reading = read_page(
        page.snapshot,
        reader=source.reader,
        selectors=source.selectors,
        language=source.language,
        date_order=source.date_order,
        kind=source.kind,
    )
    if source.kind == "faq":
        return reading  # one without questions may lead to some
    return require(reading, kind=source.kind, url=page.snapshot.url)


def _facts(page: FetchedPage, reading: PageReading) -> Facts:
    days = [day for day in map(_printed_day, reading.reviews) if day]
    return Facts(
        next_urls=tuple(_next_urls(page, reading)),
        newest_first=_newest_first(reading.reviews),
        oldest_on=min(days, default=None),
        reviews=len(reading.reviews),
        fields=Counter(name for review in reading.reviews for name in _fields_of(review)),
        empty_because=reading.empty_because,
    )


def _next_urls(page: FetchedPage, reading: PageReading) -> Sequence[str]:
    kind = page.source.kind
    if kind == "site":
        return []  # what a page offers stands on it
    if kind == "faq" and not reading.is_payload:
        # a web page of questions has no second page; one without leads to those it links
        is_empty = page.is_first and not reading.faq
        return faq_links(Page(page.snapshot))[:_MOST_FAQ_LINKS] if is_empty else []
    # a page of nothing that leads to the next one is a calendar, or a feed past its end
    follows = reading.next_url and (reading.reviews or reading.faq)
    return [reading.next_url] if follows and reading.next_url else []


def _printed_day(review: Review) -> date | None:
    """The day that the page prints; None where it is only counted back, or a whole month."""
    return review.published_on if review.date_precision in EXACT else None


def _newest_first(reviews: Sequence[Review]) -> bool:
    days = [review.published_on for review in reviews]
    return all(one and other and one >= other for one, other in pairwise(days)) and len(days) > 1


def _fields_of(review: Review) -> list[str]:
    has = {
        "text": review.body,
        "title": review.title,
        "rating": review.rating is not None,
        "date": review.published_at,
    }
    return [name for name, value in has.items() if value]
