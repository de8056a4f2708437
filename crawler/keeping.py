"""What a page said goes into the store: one transaction a page, without what must not be kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.pseudonyms import without_names
from rivalscope.redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rivalscope.models import PageReading, Review, Snapshot, Source
    from rivalscope.storage import PageState, Saved, Store


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page, and everything on it."""

    snapshot: Snapshot
    reading: PageReading


def keep_page(page: ReadPage, *, source: Source, store: Store, run: int) -> Saved:
    """Keeps the page and what the source is watched for; doing it twice leaves one row each.

    Names of authors, personal numbers in texts, and reviews that somebody asked to be forgotten
    never reach the database; of a page that holds such a review only the fact of the fetch does.
    """
    reviews = page.reading.reviews
    admitted = store.privacy.admitted(tuple(map(_redacted, reviews)), source=source)
    snapshot = _without_names(page.snapshot, reviews, store)
    with store.tx():
        if len(admitted) == len(reviews):
            store.pages.save(snapshot, source=source, run=run)
        else:
            store.pages.save_without_body(snapshot, source=source, run=run)
        return _save(replace(page.reading, reviews=admitted), snapshot, source=source, store=store)


def keep_unread(snapshot: Snapshot, *, source: Source, store: Store, run: int) -> None:
    """Keeps a page that could not be read, so that it can be looked at and read again."""
    store.pages.save(snapshot, source=source, run=run)


def remember(state: PageState, *, source: Source, store: Store) -> None:
    """Keeps how to ask whether the page is still the same."""
    store.page_states.save(state, source=source)


def _save(reading: PageReading, snapshot: Snapshot, *, source: Source, store: Store) -> Saved:
    if reading.rating:
        store.sites.save_rating(reading.rating, source=source, snapshot=snapshot)
    if source.kind == "faq":
        return store.sites.save_faq(reading.faq, source=source, snapshot=snapshot)
    if source.kind == "site":
        return store.sites.save_signals(reading.signals, source=source, snapshot=snapshot)
    return store.reviews.save(reading.reviews, source=source, snapshot=snapshot)


def _redacted(review: Review) -> Review:
    reply = review.reply
    return replace(
        review,
        title=redacted(review.title) if review.title else None,
        body=redacted(review.body),
        reply=replace(reply, body=redacted(reply.body)) if reply else None,
    )


def _without_names(snapshot: Snapshot, reviews: Sequence[Review], store: Store) -> Snapshot:
    keys = _author_keys(reviews, store)
    body = without_names(snapshot.body, keys) if keys else snapshot.body
    return snapshot if body is snapshot.body else replace(snapshot, body=body)


def _author_keys(reviews: Sequence[Review], store: Store) -> Mapping[str, str]:
    names = dict.fromkeys(review.author for review in reviews if review.author)
    keys = {name: store.privacy.author_key(name) for name in names}
    return {name: key for name, key in keys.items() if key}
