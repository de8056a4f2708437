"""Chooses who reads a page: all readers, and the order in which they are asked, in one place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import (
    app_store,
    bazaarvoice,
    faq,
    feefo,
    google_places,
    heureka,
    mastodon,
    paging,
    recorded,
    reddit,
    repeated_blocks,
    review_list,
    schema_org,
    selectors,
    signals,
    steam,
    trustpilot,
    web_feed,
    yotpo,
    youtube,
)
from crawler.extract.encoding import unreadable_share
from crawler.extract.page import Page
from rivalscope.errors import PageChanged
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rivalscope.models import DateOrder, Reader, Review, Selectors, Snapshot, SourceKind


class _Named(NamedTuple):
    read: Callable[[Page], PageReading | None]
    """Gives None where the page does not have its structure at all."""
    missing: str


# Most telling first: the first that finds reviews has them, the later ones only add an average.
REVIEW_READERS: Mapping[Reader, _Named] = {
    "selectors": _Named(selectors.read, selectors.MISSING),
    "app_store": _Named(app_store.read, app_store.MISSING),
    "steam": _Named(steam.read, steam.MISSING),
    "google_places": _Named(google_places.read, google_places.MISSING),
    "feefo": _Named(feefo.read, feefo.MISSING),
    "yotpo": _Named(yotpo.read, yotpo.MISSING),
    "bazaarvoice": _Named(bazaarvoice.read, bazaarvoice.MISSING),
    "mastodon": _Named(mastodon.read, mastodon.MISSING),
    "youtube": _Named(youtube.read, youtube.MISSING),
    "reddit": _Named(reddit.read, reddit.MISSING),
    "web_feed": _Named(web_feed.read, web_feed.MISSING),
    "trustpilot": _Named(trustpilot.read, trustpilot.MISSING),
    "review_list": _Named(review_list.read, review_list.MISSING),
    "heureka": _Named(heureka.read, heureka.MISSING),
    "schema_org": _Named(schema_org.read, schema_org.MISSING),
    "repeated_blocks": _Named(repeated_blocks.read, repeated_blocks.MISSING),
}

_WITH_REVIEWS: frozenset[SourceKind | None] = frozenset({None, "reviews", "feed"})
_WITH_FAQ: frozenset[SourceKind | None] = frozenset({None, "faq"})
_WITH_SIGNALS: frozenset[SourceKind | None] = frozenset({None, "site"})
#: What was decoded wrongly is worse than nothing: it would be stored, and quoted.
_MOST_UNREADABLE = 0.01
_FEWEST_UNREADABLE = 10


def read_page(
    snapshot: Snapshot,
    *,
    reader: Reader = "auto",
    selectors: Selectors | None = None,
    language: str | None = None,
    date_order: DateOrder | None = None,
    kind: SourceKind | None = None,
) -> PageReading:
    """What the page says: reviews and their average, FAQ pairs, signals, the next page.

    All of it where *kind* is None; else what a source of that kind is read for: reviews and feeds
    have no FAQ, an FAQ or a home page no reviews.

    *language* (ISO 639-1) and *date_order* are the source's, and help to read its dates; relative
    dates count from ``snapshot.fetched_at``. With ``auto`` a page of nothing gives an empty
    reading. A named *reader* that does not find its own structure raises `PageChanged`; so do a
    page announced as JSON that is none, and one of which too much can't be decoded. A file of
    recorded HTTP traffic reads as all its pages together.
    """
    page = Page(snapshot, selectors=selectors, language=language, date_order=date_order)
    _check(page)
    recording = recorded.recorded_pages(snapshot, page.json)
    if recording:
        pages = [
            Page(one, selectors=selectors, language=language, date_order=date_order)
            for one in recording
        ]
        return _read_together(pages, reader, recording=page)
    reading = _read_reviews(page, reader) if kind in _WITH_REVIEWS else PageReading()
    reading = replace(reading, faq=faq.read(page) if kind in _WITH_FAQ else ())
    if page.is_json or page.xml is not None:
        next_url = reading.next_url or faq.next_url(page)
        return replace(reading, is_payload=True, next_url=next_url)
    return replace(
        reading,
        signals=signals.read(page) if kind in _WITH_SIGNALS else (),
        next_url=reading.next_url or paging.next_url(page),
    )


def require(reading: PageReading, *, kind: SourceKind, url: str) -> PageReading:
    """*reading* itself; raises `PageChanged` where a page of *kind* holds nothing of that kind.

    A page without reviews passes only with proof that there are none (``empty_because``): a feed
    without entries, a stated count of 0, a page number behind the last. "Nothing found" alone is no
    proof. A page of kind ``site`` may hold anything.
    """
    if kind in {"reviews", "feed"} and not reading.reviews and reading.empty_because is None:
        raise PageChanged(url, "no review, and nothing that says there are none")
    if kind == "faq" and not reading.faq:
        raise PageChanged(url, "no question with an answer")
    return reading


def _check(page: Page) -> None:
    """Raises `PageChanged` for what is not what it is announced as, or no text at all."""
    content_type = page.snapshot.content_type
    announced = content_type.endswith(("/json", "+json")) or page.url.endswith("/json")
    if announced and page.json is None:
        raise PageChanged(page.url, "no JSON that can be read")
    lost = unreadable_share(page.body)
    if lost > _MOST_UNREADABLE and lost * len(page.body) > _FEWEST_UNREADABLE:
        raise PageChanged(page.url, f"no text: {lost:.0%} of it can't be decoded")


def _read_reviews(page: Page, reader: Reader) -> PageReading:
    return _read_by_all(page) if reader == "auto" else _read_by(page, reader)


def _read_together(pages: Sequence[Page], reader: Reader, *, recording: Page) -> PageReading:
    """What all *pages* of a recording hold, each id once; it has no page that follows."""
    whole = PageReading()
    reviews: dict[object, Review] = {}
    for page in pages:
        try:
            reading = _read_reviews(page, reader)
        except PageChanged:
            continue
        for number, review in enumerate(reading.reviews, start=len(reviews)):
            reviews.setdefault(review.native_id or number, review)
        whole = _added(whole, reading)
    if reader != "auto" and not reviews and whole.empty_because is None:
        raise PageChanged(recording.url, REVIEW_READERS[reader].missing)
    return replace(whole, reviews=tuple(reviews.values()), next_url=None)


def _read_by(page: Page, reader: Reader) -> PageReading:
    named = REVIEW_READERS[reader]
    reading = named.read(page)
    if reading is None:
        raise PageChanged(page.url, named.missing)
    return _signed(reading, reader)


def _read_by_all(page: Page) -> PageReading:
    whole = PageReading()
    for name, named in REVIEW_READERS.items():
        if whole.reviews and (whole.rating or name == "repeated_blocks"):
            break
        reading = named.read(page)
        if reading is not None:
            whole = _added(whole, _signed(reading, name))
    if not whole.reviews or whole.rating or whole.reader == "repeated_blocks":
        return whole
    rating = repeated_blocks.read_average(page, fewest=len(whole.reviews))
    return replace(whole, rating=rating)


def _signed(reading: PageReading, reader: Reader) -> PageReading:
    """*reading* with who found its reviews, or proved that there are none."""
    told = bool(reading.reviews) or reading.empty_because is not None
    return replace(reading, reader=reader if told else None)


def _added(whole: PageReading, reading: PageReading) -> PageReading:
    """*whole* with what it lacks from *reading*; reviews of two readers are never mixed."""
    rating = whole.rating or reading.rating
    if whole.reviews or not reading.reviews:
        return replace(
            whole,
            reader=whole.reader or reading.reader,
            rating=rating,
            next_url=whole.next_url or reading.next_url,
            empty_because=None if whole.reviews else whole.empty_because or reading.empty_because,
        )
    return replace(reading, rating=rating, next_url=reading.next_url or whole.next_url)
