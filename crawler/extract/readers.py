"""Chooses who reads a page: all readers, and the order in which they are asked, in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import app_store, chat, faq, paging, schema_org, selectors, trustpilot
from crawler.extract.page import Page
from rivalscope.errors import PageChanged
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import DateOrder, Reader, Selectors, Snapshot, SourceKind


class _Named(NamedTuple):
    read: Callable[[Page], PageReading | None]
    """Gives None where the page does not have its structure at all."""
    missing: str


# Most telling first: the first that finds reviews has them, the later ones only add an average.
REVIEW_READERS: Mapping[Reader, _Named] = {
    "selectors": _Named(selectors.read, selectors.MISSING),
    "app_store": _Named(app_store.read, app_store.MISSING),
    "trustpilot": _Named(trustpilot.read, trustpilot.MISSING),
    "schema_org": _Named(schema_org.read, schema_org.MISSING),
}


def read_page(
    snapshot: Snapshot,
    *,
    reader: Reader = "auto",
    selectors: Selectors | None = None,
    language: str | None = None,
    date_order: DateOrder | None = None,
) -> PageReading:
    """Everything the page says: reviews, FAQ pairs, its average, chat widgets, the next page.

    *language* (ISO 639-1) and *date_order* are the source's, and help to read its dates; relative
    dates count from ``snapshot.fetched_at``. With ``auto`` a page that holds nothing gives an empty
    reading. A named *reader* that does not find its own structure raises `PageChanged`, and so does
    whatever is announced as JSON and is none. Authors' names are never part of a reading.
    """
    page = Page(snapshot, selectors=selectors, language=language, date_order=date_order)
    if _promises_json(page) and page.json is None:
        raise PageChanged(page.url, "no JSON that can be read")
    reading = _read_by_all(page) if reader == "auto" else _read_by(page, reader)
    if page.is_json:
        return reading
    return replace(
        reading,
        faq=faq.read(page),
        signals=chat.read(page),
        next_url=reading.next_url or paging.next_url(page),
    )


def require(reading: PageReading, *, kind: SourceKind, url: str) -> PageReading:
    """*reading* itself; raises `PageChanged` where a page of *kind* holds nothing of that kind.

    A page without reviews passes only with proof that there are none (``empty_because``): a feed
    without entries, a stated count of 0, a page number behind the last. "Nothing found" alone is no
    proof. A page of kind ``site`` may hold anything.
    """
    if kind == "reviews" and not reading.reviews and reading.empty_because is None:
        raise PageChanged(url, "no review, and nothing that says there are none")
    if kind == "faq" and not reading.faq:
        raise PageChanged(url, "no question with an answer")
    return reading


def _promises_json(page: Page) -> bool:
    content_type = page.snapshot.content_type
    return content_type.endswith(("/json", "+json")) or page.snapshot.url.endswith("/json")


def _read_by(page: Page, reader: Reader) -> PageReading:
    named = REVIEW_READERS[reader]
    reading = named.read(page)
    if reading is None:
        raise PageChanged(page.url, named.missing)
    return reading


def _read_by_all(page: Page) -> PageReading:
    whole = PageReading()
    for named in REVIEW_READERS.values():
        reading = named.read(page)
        if reading is not None:
            whole = _added(whole, reading)
    return whole


def _added(whole: PageReading, reading: PageReading) -> PageReading:
    """*whole* with what it lacks from *reading*; reviews of two readers are never mixed."""
    rating = whole.rating or reading.rating
    if whole.reviews or not reading.reviews:
        return replace(
            whole,
            rating=rating,
            next_url=whole.next_url or reading.next_url,
            empty_because=None if whole.reviews else whole.empty_because or reading.empty_because,
        )
    return replace(reading, rating=rating, next_url=reading.next_url or whole.next_url)
