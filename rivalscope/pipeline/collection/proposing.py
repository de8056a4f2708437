"""What a page shows on a first look, what a person should know of it, and the source it makes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from analysis.language import UNKNOWN, LanguageIdentifier
from crawler.extract import read_page
from crawler.extract.faq import faq_links
from crawler.extract.page import Page
from crawler.tables.date_order import told_orders
from rivalscope.errors import PageChanged
from rivalscope.models import PageReading
from rivalscope.plurals import counted
from rivalscope.settings import available

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from rivalscope.models import DateOrder, Review, Snapshot, Source, SourceKind
    from rivalscope.settings import Settings

#: Readers whose entries are mentions without a rating.
_FEEDS = frozenset({"mastodon", "youtube", "reddit", "web_feed"})
#: Texts of one language, of all, that make it the source's.
_MOSTLY = 0.8
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One page, as a source of its brand would read it."""

    source: Source
    """As it would stand in the configuration."""
    reading: PageReading
    languages: Mapping[str, int]
    """Language (or ``unknown``) -> texts, most first."""
    order_unclear: bool = False
    """Whether day and month of its dates could be read either way."""
    faq_pages: tuple[str, ...] = ()
    """Where a home page leads to answers for customers, best first."""
    warnings: tuple[str, ...] = ()
    refusal: str | None = None
    """Why a crawl would not have the page, or finds nothing on it; None where it can be added."""
    was_fetched: bool = True
    """Whether the page itself could be had."""

    @property
    def days(self) -> tuple[date, ...]:
        """When its reviews were published, in the order of the page."""
        return tuple(review.published_on for review in self.reading.reviews if review.published_on)

    @property
    def is_newest_first(self) -> bool:
        """Whether the dates, as far as there are any, only go back."""
        return all(one >= other for one, other in pairwise(self.days))


def judged(
    snapshot: Snapshot, source: Source, *, kind: SourceKind | None, settings: Settings
) -> Look:
    """The look at a page that was fetched for *source*; without *kind* its content tells that.

    Language, order of dates and kind of the source are set as far as the page makes them certain.
    """
    page = Page(snapshot)
    try:
        readings = _readings(snapshot, source)
    except PageChanged as error:
        reason = f"nothing could be read: {error.missing}"
        return Look(source=source, reading=PageReading(), languages={}, refusal=reason)
    reading = readings[source.date_order]
    order, unclear = _order(readings, source.date_order, page=page)
    reading = readings[order]
    languages = _languages(reading.reviews, settings)
    found = kind or _kind(reading, url=source.url or "")
    look = Look(
        source=replace(
            source,
            kind=found or source.kind,
            date_order=order,
            language=source.language or _main_language(languages, settings),
        ),
        reading=reading,
        languages=languages,
        order_unclear=unclear,
        faq_pages=faq_links(page)[:_FEW] if found == "site" else (),
    )
    missing = _missing(look, found)
    return replace(look, refusal=missing, warnings=tuple(_warnings(look, settings)))


def refused(source: Source, reason: str) -> Look:
    """The look at a page that could not be had."""
    return Look(
        source=source, reading=PageReading(), languages={}, refusal=reason, was_fetched=False
    )


def _readings(snapshot: Snapshot, source: Source) -> dict[DateOrder | None, PageReading]:
    """Order of dates -> the page, read so; only as given where that is."""
    orders: tuple[DateOrder | None, ...] = (
        (source.date_order,) if source.date_order else (None, "DMY", "MDY")
    )
    return {
        order: read_page(
            snapshot,
            reader=source.reader,
            selectors=source.selectors,
            language=source.language,
            date_order=order,
        )
        for order in orders
    }


def _order(
    readings: Mapping[DateOrder | None, PageReading], given: DateOrder | None, *, page: Page
) -> tuple[DateOrder | None, bool]:
    """The order of dates to configure, if any must be, and whether nothing tells it."""
    if given:
        return given, False
    days = {
        order: [review.published_on for review in reading.reviews]
        for order, reading in readings.items()
    }
    if days["DMY"] == days["MDY"] or days[None] == days["DMY"]:
        return None, False  # dates in words, or a page whose language writes the day first
    told = told_orders(page.body.decode("utf-8", "replace"))
    return (next(iter(told)), False) if len(told) == 1 else (None, True)


def _languages(reviews: Sequence[Review], settings: Settings) -> dict[str, int]:
    if not reviews:
        return {}
    known = dict.fromkeys((*settings.languages, *available("lexicons", settings.path.parent)))
    identifier = LanguageIdentifier(tuple(known))
    found = Counter(identifier.identify(one.text, hint=one.language) for one in reviews)
    return dict(found.most_common())


def _main_language(languages: Mapping[str, int], settings: Settings) -> str | None:
    """The language of nearly all texts, where it is one of the market's."""
    main = next(iter(languages), UNKNOWN)
    enough = languages.get(main, 0) >= max(_FEW, _MOSTLY * sum(languages.values()))
    return main if enough and main in settings.languages else None


def _kind(reading: PageReading, *, url: str) -> SourceKind | None:
    """What kind of source the page is; None where nothing that we read is on it."""
    if reading.reviews or reading.empty_because:
        return "feed" if reading.reader in _FEEDS else "reviews"
    if not urlsplit(url).path.strip("/"):
        return "site"
    return "faq" if reading.faq else None


def _missing(look: Look, kind: SourceKind | None) -> str | None:
    """Why nothing would come of the source, if nothing would."""
    reading = look.reading
    if kind == "site" or (kind == "faq" and reading.faq):
        return None
    if kind in {"reviews", "feed"} and (reading.reviews or reading.empty_because):
        return None
    what = {"faq": "questions with answers", None: "reviews and no questions with answers"}
    average = ", only an average" if reading.rating else ""
    return f"no {what.get(kind, 'reviews')} found on it{average}"


def _warnings(look: Look, settings: Settings) -> Iterator[str]:
    reading, count = look.reading, len(look.reading.reviews)
    if reading.empty_because and not count:
        yield f"there are no reviews yet: {reading.empty_because}"
    if count and look.source.kind in {"reviews", "feed"}:
        yield from _date_warnings(look, count)
        yield from _language_warnings(look, count, settings)
    if count and look.source.kind in {"faq", "site"}:
        yield f"it holds {counted(count, 'review')} too: --kind reviews would read those"
    if look.source.kind == "site" and not reading.signals:
        yield "no chat and no contact found on it, which is an answer too"
    if look.source.kind in {"reviews", "site"} and reading.faq:
        pairs = counted(len(reading.faq), "question")
        yield f"it holds {pairs} with answers too: add it as --kind faq as well"


def _date_warnings(look: Look, count: int) -> Iterator[str]:
    undated = count - len(look.days)
    if undated:
        which = "no review has a" if undated == count else f"{undated} of {count} reviews have no"
        yield f"{which} date: such count in no period, they only give quotes"
    if look.order_unclear:
        yield "its dates could be day or month first: say --date-order DMY or MDY"
    if not look.is_newest_first and not look.source.quotes_only:
        yield (
            "its reviews are not sorted by date: where the site picks them by relevance, add"
            " `quotes_only: true`; look for an address that sorts by newest"
        )


def _language_warnings(look: Look, count: int, settings: Settings) -> Iterator[str]:
    unlisted = [one for one in look.languages if one not in {*settings.languages, UNKNOWN}]
    for language in unlisted:
        yield (
            f"{look.languages[language]} of {count} texts are in {language!r}: add it to"
            " market.languages, or they count as unknown"
        )
    unknown = look.languages.get(UNKNOWN, 0)
    if unknown > count / 2:
        yield f"{unknown} of {count} texts are in a language that has no lexicon, or too short"
