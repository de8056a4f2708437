"""What a page said, without what must not be kept of it. Touches neither disk nor network."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crawler.extract.encoding import utf8_markup
from crawler.privacy.pseudonyms import MOST_NAMES, Names, TooManyPlaces, replaced
from crawler.privacy.redacted_reviews import redacted_reviews
from rivalscope.storage import packed
from rivalscope.storage.review_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rivalscope.models import (
        AggregateRating,
        FaqEntry,
        PageReading,
        Review,
        SiteSignal,
        Snapshot,
        Source,
    )
    from rivalscope.storage import AuthorKeys, PackedPage
    from rivalscope.storage.review_rows import Row

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


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPage:
    """What of a page may be kept, ready for the database."""

    page: PackedPage
    bare: PackedPage
    """The same without its body: all that is kept where somebody asked to be forgotten."""
    rows: Sequence[Row]
    """Of its reviews."""
    rating: AggregateRating | None
    faq: Sequence[FaqEntry]
    signals: Sequence[SiteSignal]


def cleaned(read: ReadPage, *, source: Source, authors: AuthorKeys) -> CleanPage:
    """The page without names of authors, and its texts without those and personal numbers.

    Of a page with names that can't be taken out only the fact of the fetch is left.
    """
    reading = read.reading
    printed = dict.fromkeys((*_authors(reading.reviews), *_handles(read)))
    names = Names(printed if len(printed) <= MOST_NAMES else ())
    reviews = _redacted(reading.reviews, names)
    searchable = _is_searchable(read, source, len(printed))
    nameless = _nameless(read, names, source, authors) if searchable else None
    snapshot = nameless or read.snapshot
    bare = packed(snapshot, with_body=False)
    return CleanPage(
        page=packed(nameless) if nameless else bare,
        bare=bare,
        rows=rows_of(reviews, source=source, page=bare, authors=authors),
        rating=reading.rating,
        faq=reading.faq,
        signals=reading.signals,
    )


def _nameless(page: ReadPage, names: Names, source: Source, authors: AuthorKeys) -> Snapshot | None:
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
    body = replaced(text, found, authors.pseudonym)
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
