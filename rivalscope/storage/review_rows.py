"""Between a review and its row: what each column holds, and what of an older row is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from rivalscope.models import DatePrecision, Reply, Review, Text
from rivalscope.storage.review_identity import EXACT, review_id, twin_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rivalscope.models import Source
    from rivalscope.storage.author_keys import AuthorKeys
    from rivalscope.storage.pages import AnyPage

#: What a reader of the page can see; a change of any of it is an edit.
VISIBLE = (
    "title",
    "body",
    "rating",
    "rating_max",
    "published_at",
    "date_precision",
    "language",
    "verified",
    "reply_body",
    "reply_at",
    "url",
)
COLUMNS = (
    "id",
    "brand",
    "source",
    "platform",
    "native_id",
    *VISIBLE,
    "published_on",
    "author_key",
    "twin",
    "page_url",
    "snapshot",
    "content",
    "first_seen_at",
    "changed_at",
)
#: From the finest to the coarsest.
_PRECISIONS: tuple[DatePrecision, ...] = (
    "second",
    "day",
    "about_day",
    "week",
    "month",
    "year",
)
_CLIPPED = (".", "…")

Row = dict[str, Any]


def rows_of(
    reviews: Iterable[Review], *, source: Source, page: AnyPage, authors: AuthorKeys
) -> list[Row]:
    """The rows of *reviews* that stand on *page*."""
    return [_row(one, source, page, authors.of(one.author)) for one in reviews]


def _row(review: Review, source: Source, page: AnyPage, author_key: str | None) -> Row:
    seen = page.fetched_at.isoformat()
    row: Row = {
        "id": review_id(review, source=source, author_key=author_key),
        "brand": source.brand,
        "source": source.id,
        "platform": source.platform,
        "native_id": review.native_id,
        **visible_of(review),
        "language": review.language or source.language,
        "author_key": author_key,
        "twin": twin_key(review, source=source, author_key=author_key),
        "duplicate_of": None,
        "page_url": page.url,
        "snapshot": page.digest,
        "first_seen_at": seen,
        "changed_at": seen,
    }
    return row | {"content": content_of(row)}


def visible_of(review: Review) -> Row:
    """The columns that hold what can be seen of *review*."""
    reply = review.reply
    return {
        "title": review.title,
        "body": review.body,
        "rating": review.rating,
        "rating_max": review.rating_max,
        "published_at": _iso(review.published_at),
        "published_on": review.published_on.isoformat() if review.published_on else None,
        "date_precision": review.date_precision,
        "language": review.language,
        "verified": None if review.verified is None else int(review.verified),
        "reply_body": reply.body if reply else None,
        "reply_at": _iso(reply.published_at) if reply else None,
        "url": review.url,
    }


def content_of(row: Row) -> str:
    """Changes whenever anything a reader could see of the review does, or where it counts."""
    seen = (*(row[name] for name in VISIBLE), row["platform"])
    return blake2b(repr(seen).encode(), digest_size=8).hexdigest()


def kept(review: Review, known: Review) -> Review:
    """*review* with what an earlier reading knew better.

    Nothing read is not nothing there: a missing title, rating or reply stays as it was known, a
    clipped text too, and "a year ago" does not replace the day that was printed last week.
    """
    rated = review if review.rating is not None else known
    dated = known if _is_finer(known, review) else review
    return replace(
        review,
        body=known.body if _is_clipped(review.body, known.body) else review.body,
        title=review.title or known.title,
        rating=rated.rating,
        rating_max=rated.rating_max,
        published_at=dated.published_at,
        date_precision=dated.date_precision,
        language=review.language or known.language,
        verified=known.verified if review.verified is None else review.verified,
        reply=_kept_reply(review.reply, known.reply),
        url=review.url or known.url,
    )


def review_of(row: Row) -> Review:
    """The review in that row."""
    reply = None
    if row["reply_body"] is not None:
        reply = Reply(body=row["reply_body"], published_at=moment_of(row["reply_at"]))
    return Review(
        body=row["body"],
        title=row["title"],
        native_id=row["native_id"],
        rating=row["rating"],
        rating_max=row["rating_max"],
        published_at=moment_of(row["published_at"]),
        date_precision=row["date_precision"],
        language=row["language"],
        verified=None if row["verified"] is None else bool(row["verified"]),
        reply=reply,
        url=row["url"],
    )


def text_of(row: Row) -> Text:
    """What analysis reads of that row."""
    rating, maximum = row["rating"], row["rating_max"]
    return Text(
        id=row["id"],
        body=review_of(row).text,
        language_hint=row["language"],
        stars=rating / maximum if rating is not None and maximum else None,
    )


def values_of(rows: Sequence[Row]) -> list[tuple[object, ...]]:
    """The rows as SQLite takes them, in the order of COLUMNS."""
    return [tuple(row[name] for name in COLUMNS) for row in rows]


def moment_of(value: str | None) -> datetime | None:
    """The moment in a column."""
    return datetime.fromisoformat(value) if value else None


def _is_finer(known: Review, review: Review) -> bool:
    """Whether the date in the store says more than the one just read."""
    if known.date_precision is None:
        return False
    if review.date_precision is None:
        return True
    new, old = map(_PRECISIONS.index, (review.date_precision, known.date_precision))
    return new > old or (new == old and review.date_precision not in EXACT)


def _is_clipped(body: str, known: str) -> bool:
    if not body:
        return True
    told = body.rstrip("".join(_CLIPPED)).rstrip()
    return body.endswith(_CLIPPED) and len(known) > len(body) and known.startswith(told)


def _kept_reply(reply: Reply | None, known: Reply | None) -> Reply | None:
    if reply is None or known is None:
        return reply or known
    return replace(reply, published_at=reply.published_at or known.published_at)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
