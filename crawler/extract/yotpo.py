"""Reads Yotpo's answers: reviews of a product, of a whole shop, and of its widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.numbers import read_count
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Reply, Review

MISSING = "no Yotpo reviews in it"
_MAXIMUM = 5.0
_BUYER = "verified_buyer"
_REVIEW = {"id", "content", "score", "created_at"}
_WIDGET_REVIEW = {"id", "content", "score", "createdAt"}


def read(page: Page) -> PageReading | None:
    """Reviews that are neither deleted nor archived, and the average; None for anything else."""
    document = payload.inner(page.json)
    answer = payload.inner(document, "response") or document
    listed = answer.get("reviews")
    entries = payload.records(listed)
    if not isinstance(listed, list) or not all(map(_is_review, entries)):
        return None
    bottom = payload.inner(answer, "bottomline")
    paging = payload.inner(answer, "pagination")
    stated = payload.first(paging, "total")
    total = read_count(
        payload.first(answer, "total_reviews", "total_review") if stated is None else stated
    )
    counted = read_count(bottom.get("total_review")) if total is None else total
    if not entries and counted is None:
        return None
    return PageReading(
        reviews=tuple(_review(page, one) for one in entries if _is_shown(one)),
        rating=payload.average(
            payload.first(bottom, "average_score", "averageScore"),
            _MAXIMUM,
            count=payload.first(bottom, "total_review", "totalReview"),
        ),
        next_url=_next_url(page, paging, total=counted) if entries else None,
        empty_because="it counts 0 reviews" if counted == 0 and not entries else None,
    )


def _is_review(entry: Record) -> bool:
    return entry.keys() >= _REVIEW or entry.keys() >= _WIDGET_REVIEW


def _is_shown(entry: Record) -> bool:
    return entry.get("deleted") is not True and entry.get("archived") is not True


def _review(page: Page, entry: Record) -> Review:
    by = payload.inner(entry, "user")
    return payload.review(
        page,
        payload.text(entry.get("content")),
        title=entry.get("title"),
        native_id=entry.get("id"),
        rated=payload.rating(entry.get("score"), _MAXIMUM),
        date=payload.first(entry, "created_at", "createdAt"),
        spoken=entry.get("language"),
        verified=_verified(entry),
        reply=_reply(page, entry),
        author=payload.first(by, "display_name", "displayName") or entry.get("name"),
    )


def _verified(entry: Record) -> bool | None:
    for name in ("verified_buyer", "verifiedBuyer"):
        stated = entry.get(name)
        if isinstance(stated, bool):
            return stated
    kind = entry.get("reviewer_type")
    return kind == _BUYER if isinstance(kind, str) else None


def _reply(page: Page, entry: Record) -> Reply | None:
    """The shop's comment; comments of other people are no answer."""
    for comment in payload.records(payload.first(entry, "comment", "comments")):
        said = payload.text(payload.first(comment, "content", "body"))
        if said:
            return payload.answer(
                page, said, date=payload.first(comment, "created_at", "createdAt")
            )
    return None


def _next_url(page: Page, paging: Record, *, total: int | None) -> str | None:
    """The following page of those that *total* fills; unknown totals end here."""
    current = read_count(paging.get("page")) or payload.number_asked(page.url, "page") or 1
    size = read_count(payload.first(paging, "per_page", "perPage"))
    size = size or next(
        filter(None, (payload.number_asked(page.url, name) for name in ("count", "per_page"))), None
    )
    if not size or total is None or current * size >= total:
        return None
    return payload.asking(page, "page", current + 1)
