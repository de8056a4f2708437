"""Reads a page without markup by the CSS selectors its source configures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cssselect import SelectorError

from crawler.extract import paging
from crawler.extract.markup import plain_text
from crawler.extract.numbers import Rating, read_class_rating, read_rating
from crawler.extract.review_block import element_rating
from rivalscope.errors import PageChanged
from rivalscope.models import PageReading, Reply, Review
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from parsel import Selector

    from crawler.extract.dates import Moment
    from crawler.extract.page import Page
    from rivalscope.models import Selectors

MISSING = "no element for the configured review selector"
_DATE_ATTRIBUTES = ("datetime", "content", "title", "data-date")
_FULL = 100.0


def read(page: Page) -> PageReading | None:
    """The configured blocks as reviews; None where nothing is configured or no block is there.

    Raises `PageChanged` where blocks are there but not one of them holds a text or a rating.
    """
    if page.selectors is None:
        return None
    blocks = _found(page, page.selector, page.selectors.review)
    if not blocks:
        return None
    reviews = [_review(page, block, page.selectors) for block in blocks]
    told = tuple(review for review in reviews if review.body or review.rating is not None)
    if not told:
        raise PageChanged(page.url, f"neither text nor rating in {len(blocks)} review blocks")
    return PageReading(reviews=told, next_url=_next_url(page, page.selectors))


def _next_url(page: Page, selectors: Selectors) -> str | None:
    for found in _found(page, page.selector, selectors.next_page):
        address = page.link(found.root if isinstance(found.root, str) else found.root.get("href"))
        if address and paging.leads_on(address, page.url):
            return address
    return None


def _review(page: Page, block: Selector, selectors: Selectors) -> Review:
    rating = _rating(page, block, selectors)
    moment = _moment(page, block, selectors.date)
    verified = bool(_found(page, block, selectors.verified)) if selectors.verified else None
    return Review(
        body=_text(page, block, selectors.body),
        title=_text(page, block, selectors.title) or None,
        native_id=_identifier(page, block, selectors.id),
        rating=rating.value if rating else None,
        rating_max=rating.maximum if rating else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        verified=verified,
        reply=_reply(page, block, selectors),
    )


def _found(page: Page, block: Selector, css: str | None) -> list[Selector]:
    """What *css* matches inside *block*; raises `PageChanged` for what is no selector."""
    if not css:
        return []
    try:
        return list(block.css(css))
    except (SelectorError, ValueError) as error:
        raise PageChanged(page.url, f"the selector {css!r} can't be read: {error}") from error


def _strings(page: Page, block: Selector, css: str | None) -> list[str]:
    texts = (
        clean_text(found.root) if isinstance(found.root, str) else plain_text(found.root)
        for found in _found(page, block, css)
    )
    return [text for text in texts if text]


def _text(page: Page, block: Selector, css: str | None) -> str:
    return "\n\n".join(_strings(page, block, css))


def _identifier(page: Page, block: Selector, css: str | None) -> str | None:
    """The configured id: the text or attribute the selector names, else the element's own id."""
    for found in _found(page, block, css):
        value = found.root if isinstance(found.root, str) else found.root.get("id")
        if value and value.strip():
            return clean_text(value)
    return None


def _rating(page: Page, block: Selector, selectors: Selectors) -> Rating | None:
    for found in _found(page, block, selectors.rating):
        rating = _any_rating(found)
        maximum = rating.maximum or selectors.rating_max if rating else selectors.rating_max
        if rating is not None and rating.value <= maximum:
            return Rating(rating.value, maximum)
    return None


def _any_rating(found: Selector) -> Rating | None:
    if isinstance(found.root, str):
        return read_class_rating(found.root) or read_rating(found.root)
    return read_rating(plain_text(found.root)) or element_rating(found.root)


def _moment(page: Page, block: Selector, css: str | None) -> Moment | None:
    for found in _found(page, block, css):
        for raw in _dates(found):
            moment = page.moment(raw)
            if moment is not None:
                return moment
    return None


def _dates(found: Selector) -> list[str]:
    """What may be the date, machine-readable attributes before visible text."""
    if isinstance(found.root, str):
        return [found.root]
    stated = [found.root.get(name) for name in _DATE_ATTRIBUTES]
    return [*filter(None, stated), plain_text(found.root)]


def _reply(page: Page, block: Selector, selectors: Selectors) -> Reply | None:
    body = _text(page, block, selectors.reply)
    if not body:
        return None
    moment = _moment(page, block, selectors.reply_date)
    return Reply(body=body, published_at=moment.at if moment else None)
