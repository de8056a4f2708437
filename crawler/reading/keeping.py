"""What a page said goes into the store: one transaction a page, without what must not be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.extract.encoding import utf8_markup
from crawler.privacy.pseudonyms import MOST_NAMES, Names, TooManyPlaces, replaced
from crawler.privacy.redacted_reviews import redacted_reviews

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rivalscope.models import PageReading, Review, Snapshot, Source
    from rivalscope.storage import PageState, Saved, Store

#: How a table is kept: without the column of its authors, so that none of them need be found in it.
_TABLE = "application/jsonl"
_BATCH = 2_000
# Who is meant in an interface's answer, beside the name that is shown.
_HANDLE = re.compile(
    r'"(?:username|user_name|acct|screen_name|display_?name|nick_?name|login|handle|full_?name'
    r'|first_?name|last_?name|given_?name|family_?name|author)"\s{0,9}:\s{0,9}"([^"\\]{2,200})"',
    re.IGNORECASE,
)
# Reviews on a page that is not read for any: their authors are not known.
_REVIEWS = re.compile(
    rb"itemprop\s{0,9}=\s{0,9}[\"']?review|[\"']review_?body|schema\.org/review[\"'/>\s]"
    rb"|[\"']@type[\"']\s{0,9}:\s{0,9}[\"']review[\"']|hreview"
    rb"|(?:reviewer|testimonial|review[\w-]{0,20}author)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """One page, and everything on it."""

    snapshot: Snapshot
    reading: PageReading


def keep_page(page: ReadPage, *, source: Source, store: Store, run: int) -> Saved:
    """Keeps the page and what the source is watched for; doing it twice leaves one row each.

    Names of authors, personal numbers in texts, and reviews that somebody asked to be forgotten
    never reach the database. Of a page that holds such a review, or names that can't be taken out,
    only the fact of the fetch does.
    """
    reviews = page.reading.reviews
    printed = dict.fromkeys((*_authors(reviews), *_handles(page)))
    names = Names(printed if len(printed) <= MOST_NAMES else ())
    admitted = store.privacy.admitted(_redacted(reviews, names), source=source)
    may_stay = len(admitted) == len(reviews) and _is_searchable(page, source, len(printed))
    kept = _nameless(page, names, source, store) if may_stay else None
    snapshot = kept or page.snapshot
    with store.tx():
        if kept:
            store.pages.save(kept, source=source, run=run)
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


def _nameless(page: ReadPage, names: Names, source: Source, store: Store) -> Snapshot | None:
    """The page as it may be kept: each name as ``author-`` and its key; None where none can be.

    So it is where there is too much to look at, and where a reader found an author that nobody can
    find again: the names of others may hide in the same way.
    """
    snapshot = page.snapshot
    if not names:
        return snapshot
    text = utf8_markup(snapshot, language=source.language).decode("utf-8", "replace")
    try:
        found = names.on_page(text)
    except TooManyPlaces:
        return None
    if snapshot.content_type != _TABLE and names.missed(found):
        return None
    if not found:
        return snapshot
    body = replaced(text, found, lambda name: f"author-{store.privacy.author_key(name)}")
    return replace(snapshot, body=body.encode("utf-8", "replace"), encoding="utf-8")


def _is_searchable(page: ReadPage, source: Source, count: int) -> bool:
    """Whether the names on it are known, and not too many; a table is kept without them anyway."""
    if source.kind in {"faq", "site"}:
        return not _REVIEWS.search(page.snapshot.body)
    return count <= MOST_NAMES or page.snapshot.content_type == _TABLE


def _redacted(reviews: Sequence[Review], names: Names) -> Sequence[Review]:
    """The reviews without what must not be kept; a long table's in parts, each with its names."""
    if len(reviews) <= _BATCH:
        return redacted_reviews(reviews, names)
    parts = (reviews[first : first + _BATCH] for first in range(0, len(reviews), _BATCH))
    return [one for part in parts for one in redacted_reviews(part, Names(_authors(part)))]


def _authors(reviews: Sequence[Review]) -> Iterator[str]:
    return (one.author for one in reviews if one.author)


def _handles(page: ReadPage) -> Iterator[str]:
    """Names in an interface's answer, of whomever it speaks."""
    if not page.reading.is_payload:
        return iter(())
    text = page.snapshot.body.decode("utf-8", "replace")
    return (match[1] for match in _HANDLE.finditer(text))
