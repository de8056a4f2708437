"""Reads Feefo: its older feed of upper-case fields, as JSON or XML, and its newer API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.numbers import Rating, read_count, read_number
from crawler.extract.xml_tree import as_value, name_of
from rivalscope.models import AggregateRating, PageReading

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Reply, Review

MISSING = "no Feefo feedback in it"
_ROOT = "FEEDBACKLIST"
_MAXIMUM = 5.0
_FULL = 100.0
# The feed's older scale: its signs, and the stars that it shows for them.
_STARS = {"min", "max", "rating"}
_VERIFIED = "feefoVerified"
_SIGNS = {"++": 5.0, "+": 4.0, "-": 2.0, "--": 1.0}


def read(page: Page) -> PageReading | None:
    """Reviews and the shop's average, which is out of 100 in the feed; None for anything else.

    Feefo asks only customers whose order it knows, so every review counts as verified.
    """
    feed = _feed(page)
    if feed is not None:
        return _from_feed(page, feed)
    document = payload.inner(page.json)
    entries = payload.records(document.get("reviews"))
    summary = payload.inner(document, "summary") or document
    meta, stars = payload.inner(summary, "meta"), payload.inner(summary, "rating")
    if "count" not in meta or not ("reviews" in document or stars.keys() >= _STARS):
        return None
    if not all(map(_is_review, entries)):
        return None
    pages = read_count(meta.get("pages"))
    current = read_count(meta.get("current_page")) or payload.number_asked(page.url, "page") or 1
    reviews = tuple(review for entry in entries for review in _of_api(page, entry))
    more = bool(reviews and pages and current < pages)
    return PageReading(
        reviews=reviews,
        rating=_api_average(stars, meta),
        next_url=payload.asking(page, "page", current + 1) if more else None,
        empty_because="it counts 0 reviews" if read_count(meta.get("count")) == 0 else None,
    )


def _feed(page: Page) -> Record | None:
    """The object of the older feed, whichever way it is written."""
    if page.xml is not None:
        value = as_value(page.xml.root) if name_of(page.xml.root) == _ROOT else None
        return value if isinstance(value, dict) else None
    return payload.inner(page.json, _ROOT) or None


def _from_feed(page: Page, feed: Record) -> PageReading:
    entries = payload.records(feed.get("FEEDBACK"))
    summary = payload.inner(feed, "SUMMARY")
    best = read_number(summary.get("BEST")) or _FULL
    count = read_count(payload.first(summary, "TOTALRESPONSES", "COUNT"))
    return PageReading(
        reviews=tuple(_of_feed(page, entry) for entry in entries),
        rating=payload.average(summary.get("AVERAGE"), best, count=count),
        next_url=_feed_next(page, summary, read=len(entries)),
        empty_because="it counts 0 reviews" if count == 0 and not entries else None,
    )


def _of_feed(page: Page, entry: Record) -> Review:
    return payload.review(
        page,
        payload.text(payload.first(entry, "CUSTOMERCOMMENT", "SHORTCUSTOMERCOMMENT")),
        native_id=entry.get("FEEDBACKID"),
        rated=_feed_rating(entry),
        date=payload.first(entry, "HREVIEWDATE", "DATE"),
        verified=True,
        reply=_feed_reply(page, entry),
        url=entry.get("READMOREURL"),
        author=entry.get("CUSTOMERNAME"),
    )


def _feed_rating(entry: Record) -> Rating | None:
    signs = payload.first(entry, "SERVICERATING", "PRODUCTRATING")
    stars = payload.first(entry, "HREVIEWRATING") or _SIGNS.get(payload.string(signs).strip())
    return payload.rating(stars, _MAXIMUM)


def _feed_reply(page: Page, entry: Record) -> Reply | None:
    """The vendor's answer; its date stands only in the thread of further comments."""
    thread = payload.records(payload.inner(entry, "FURTHERCOMMENTSTHREAD").get("POST"))
    posts = [post for post in thread if payload.first(post, "VENDORCOMMENT")]
    post = posts[0] if posts else {}
    said = payload.first(entry, "VENDORCOMMENT", "SHORTVENDORCOMMENT") or post.get("VENDORCOMMENT")
    return payload.answer(page, payload.text(said), date=post.get("DATE"))


def _feed_next(page: Page, summary: Record, *, read: int) -> str | None:
    """The feed counts from 1; without its numbers no page follows."""
    start, count = (read_count(summary.get(name)) for name in ("START", "COUNT"))
    if not read or start is None or count is None or start + read > count:
        return None
    return payload.asking(page, "start", start + read)


def _is_review(entry: Record) -> bool:
    return bool({"service", "products"} & entry.keys())


def _of_api(page: Page, entry: Record) -> list[Review]:
    """Its reviews of the service and of the products, of which some are nothing but stars."""
    service, products = (payload.records(entry.get(name)) for name in ("service", "products"))
    told = [*service, *(one for one in products if one.get("review") or not service)]
    return [_opinion(page, entry, one) for one in told]


def _opinion(page: Page, entry: Record, told: Record) -> Review:
    stated = payload.inner(told, "rating")
    maximum = read_number(stated.get("max")) or _MAXIMUM
    return payload.review(
        page,
        payload.text(payload.first(told, "review", "customer_comment")),
        title=told.get("title"),
        native_id=payload.first(told, "id") or payload.first(entry, "id"),
        rated=payload.rating(stated.get("rating"), maximum),
        date=payload.first(told, "created_at") or entry.get("last_updated_date"),
        verified=told.get("feedbackVerificationState", _VERIFIED) == _VERIFIED,
        reply=_api_reply(page, told),
        url=payload.first(told, "url") or entry.get("url"),
        author=payload.inner(entry, "customer").get("display_name"),
    )


def _api_reply(page: Page, told: Record) -> Reply | None:
    for post in payload.records(payload.first(told, "thread", "merchant_comments", "replies")):
        said = payload.text(payload.first(post, "merchant_comment", "vendor_comment"))
        by_shop = payload.string(payload.first(post, "type", "author")).lower()
        if not said and by_shop in {"merchant", "vendor", "supplier"}:
            said = payload.text(payload.first(post, "comment", "text", "body"))
        if said:
            return payload.answer(page, said, date=payload.first(post, "created_at", "date"))
    return None


def _api_average(stars: Record, meta: Record) -> AggregateRating | None:
    maximum = read_number(stars.get("max")) or _MAXIMUM
    return payload.average(stars.get("rating"), maximum, count=meta.get("count"))
