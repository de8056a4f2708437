"""Shapes a page's reading for ``rivalscope extract --json``: one object a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import AggregateRating, PageReading, Reply, Review


def page_record(file: str, reading: PageReading) -> dict[str, object]:
    """Everything *reading* holds as plain values: strings, numbers, lists and dicts.

    ``published_at`` is an ISO 8601 time where the source gives one, and only the day where its date
    is that coarse or coarser.
    """
    return {
        "file": file,
        "reviews": [_review_record(review) for review in reading.reviews],
        "faq": [{"question": entry.question, "answer": entry.answer} for entry in reading.faq],
        "rating": _rating_record(reading.rating),
        "chat": list(
            dict.fromkeys(signal.value for signal in reading.signals if signal.kind == "chat")
        ),
        "signals": [
            {"kind": signal.kind, "value": signal.value, "proof": signal.proof}
            for signal in reading.signals
        ],
        "next_url": reading.next_url,
    }


def _review_record(review: Review) -> dict[str, object]:
    return {
        "id": review.native_id,
        "title": review.title,
        "body": review.own_words,
        "rating": review.rating,
        "rating_max": review.rating_max,
        "published_at": _published(review),
        "date_precision": review.date_precision,
        "language": review.language,
        "verified": review.verified,
        "reply": _reply_record(review.reply),
        "url": review.url,
        **_points(review),
    }


def _points(review: Review) -> dict[str, object]:
    """Pros and cons where the page lists any: most pages have no such lists."""
    return (
        {"pros": list(review.pros), "cons": list(review.cons)} if review.pros or review.cons else {}
    )


def _published(review: Review) -> str | None:
    if review.published_at is None:
        return None
    exact = review.date_precision == "second"
    return review.published_at.isoformat() if exact else review.published_at.date().isoformat()


def _reply_record(reply: Reply | None) -> dict[str, object] | None:
    if reply is None:
        return None
    published_at = reply.published_at.isoformat() if reply.published_at else None
    return {"body": reply.body, "published_at": published_at}


def _rating_record(rating: AggregateRating | None) -> dict[str, object] | None:
    if rating is None:
        return None
    return {"value": rating.value, "max": rating.maximum, "count": rating.count}
