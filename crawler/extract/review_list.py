"""Reads a list of review-like objects, as exports and scrapers of many platforms write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import paging, payload
from crawler.extract.numbers import Rating, read_rating
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Reply, Review

MISSING = "no list of reviews in it"
_LISTS = ("reviews", "data", "results", "items", "comments", "feedbacks", "result", "response")
_IDS = ("reviewId", "review_id", "id", "_id", "uuid", "guid")
_BODIES = (
    *("content", "body", "reviewText", "review_text", "reviewBody", "text", "review", "comment"),
    *("commentText", "comment_text", "review_body", "feedback"),
)
_TITLES = ("title", "headline", "summary", "reviewTitle", "review_title", "subject")
_STARS = (
    *("score", "rating", "stars", "star_rating", "starRating", "ratingValue", "overall"),
    *("productValuation", "grade"),
)
_MAXIMA = ("rating_max", "ratingMax", "max_rating", "maxRating", "bestRating", "ratingRange")
_DATES = (
    *("at", "date", "created_at", "createdAt", "createdDate", "dateCreated", "created"),
    *("createDate", "published_at"),
    *("publishedAt", "datePublished", "publishedDate", "submitted_at", "submissionTime"),
    *("review_date", "reviewDate", "unixReviewTime", "timestamp", "time", "updated_at"),
)
_LANGUAGES = ("language", "lang", "locale", "reviewerLanguage")
_VERIFIED = (
    *("verified", "verified_buyer", "verifiedPurchase", "verified_purchase", "isVerified"),
    *("is_verified", "isVerifiedPurchase", "is_verified_purchase"),
)
_AUTHORS = (
    *("userName", "user_name", "author", "authorName", "author_name", "reviewer", "nickname"),
    *("reviewer_name", "reviewerName", "name", "reviewerNickname", "customer", "user"),
)
_REPLIES = (
    *("replyContent", "reply", "response", "developerResponse", "ownerResponse", "owner_response"),
    *("answer", "companyReply", "reply_text", "sellerResponse"),
)
_REPLY_DATES = ("repliedAt", "replied_at", "reply_date", "response_date", "responseDate")
_PROS, _CONS = ("pros", "advantages"), ("cons", "disadvantages")
_NEXT = ("next", "nextUrl", "next_url", "next_page_url", "nextPageUrl")
_LINKS = ("url", "permalink", "link", "reviewUrl", "review_url")
# A catalog of products has texts and ratings too.
_FOR_SALE = frozenset({"price", "sku", "stock", "currency"})
_FEWEST_SHARE = 0.8
_MAXIMA_TRIED = (5.0, 10.0, 100.0)


def read(page: Page) -> PageReading | None:
    """The reviews of a list whose objects have a rating beside a text; None for anything else.

    A scale that nobody states is of 5, of 10 or of 100: the first that no rating exceeds.
    """
    if not page.is_json:
        return None
    entries = _entries(page.json)
    rated = [_stars(entry) for entry in entries]
    fitting = sum(map(_is_review, entries))
    if not fitting or fitting < _FEWEST_SHARE * len(entries):
        return None
    highest = max((one.value for one in rated if one and not one.maximum), default=0.0)
    scale = next((one for one in _MAXIMA_TRIED if highest <= one), None)
    reviews = tuple(_review(page, entry, scale=scale) for entry in entries if _is_review(entry))
    return PageReading(reviews=payload.with_honest_ids(reviews), next_url=_next_url(page))


def _next_url(page: Page) -> str | None:
    """The address that an answer gives for what follows it, whatever its host."""
    address = page.link(payload.first(payload.inner(page.json), *_NEXT))
    return address if address and paging.leads_on(address, page.url) else None


def _entries(document: object) -> list[Record]:
    """The objects of the list that *document* is, or has under a usual name, two levels deep."""
    for _ in range(3):
        if isinstance(document, list):
            return [_flat(one) for one in payload.records(document)]
        document = payload.first(payload.inner(document), *_LISTS)
    return []


def _flat(entry: Record) -> Record:
    """*entry* with its attributes beside its id, the way JSON:API puts them inside."""
    inside = payload.inner(entry, "attributes")
    return {"id": entry.get("id"), **inside} if inside else entry


def _is_review(entry: Record) -> bool:
    names = entry.keys()
    told = any(isinstance(entry.get(name), str | None) for name in _BODIES if name in names)
    placed = not names.isdisjoint((*_DATES, *_AUTHORS, *_REPLIES))
    told = told or not names.isdisjoint((*_PROS, *_CONS))
    return told and placed and names.isdisjoint(_FOR_SALE) and _stars(entry) is not None


def _stars(entry: Record) -> Rating | None:
    stated = payload.first(entry, *_STARS)
    if isinstance(stated, dict):
        stated = payload.first(stated, "ratingValue", "value", "rating", "score")
    found = read_rating(stated)
    maximum = read_rating(payload.first(entry, *_MAXIMA))
    return Rating(found.value, maximum.value) if found and maximum else found


def _review(page: Page, entry: Record, *, scale: float | None) -> Review:
    stars = _stars(entry)
    maximum = stars.maximum or scale if stars else None
    return payload.review(
        page,
        payload.text(payload.first(entry, *_BODIES)),
        title=payload.first(entry, *_TITLES),
        native_id=payload.first(entry, *_IDS),
        rated=payload.rating(stars.value, maximum) if stars and maximum else None,
        date=payload.first(entry, *_DATES),
        spoken=payload.first(entry, *_LANGUAGES),
        verified=_verified(entry),
        reply=_reply(page, entry),
        url=payload.first(entry, *_LINKS),
        author=_name(payload.first(entry, *_AUTHORS)),
        pros=payload.lines(payload.first(entry, *_PROS)),
        cons=payload.lines(payload.first(entry, *_CONS)),
    )


def _verified(entry: Record) -> bool | None:
    stated = payload.first(entry, *_VERIFIED)
    return stated if isinstance(stated, bool) else None


def _reply(page: Page, entry: Record) -> Reply | None:
    told = payload.first(entry, *_REPLIES)
    record = payload.inner(told)
    said = payload.text(payload.first(record, *_BODIES, "message") if record else told)
    date = payload.first(record, *_DATES, "modified") or payload.first(entry, *_REPLY_DATES)
    return payload.answer(page, said, date=date)


def _name(author: object) -> object:
    record = payload.inner(author)
    return payload.first(record, "name", "displayName", "display_name", "nickname") or author
