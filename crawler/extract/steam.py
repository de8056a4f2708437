"""Reads Steam's ``appreviews``, where yes or no is the rating."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.numbers import Rating, read_count
from rivalscope.models import AggregateRating, PageReading
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Review

MISSING = "no Steam reviews in it"
_MAXIMUM = 1.0
_ITEM = re.compile(r"[ \t]*\[\*\][ \t]*")
_MARKS = re.compile(
    r"\[/?(?:b|i|u|h[1-6]|strike|spoiler|noparse|hr|code|quote|list|olist|table|tr|th|td|url|img|p)"
    r"(?:=[^\]\n]{0,500})?\]",
    re.IGNORECASE,
)
# Steam's own names (https://partner.steamgames.com/doc/store/localization/languages).
_LANGUAGES = {
    "arabic": "ar",
    "bulgarian": "bg",
    "schinese": "zh",
    "tchinese": "zh",
    "czech": "cs",
    "danish": "da",
    "dutch": "nl",
    "english": "en",
    "finnish": "fi",
    "french": "fr",
    "german": "de",
    "greek": "el",
    "hungarian": "hu",
    "indonesian": "id",
    "italian": "it",
    "japanese": "ja",
    "koreana": "ko",
    "malay": "ms",
    "norwegian": "no",
    "polish": "pl",
    "portuguese": "pt",
    "brazilian": "pt",
    "romanian": "ro",
    "russian": "ru",
    "spanish": "es",
    "latam": "es",
    "swedish": "sv",
    "thai": "th",
    "turkish": "tr",
    "ukrainian": "uk",
    "vietnamese": "vi",
}


def read(page: Page) -> PageReading | None:
    """Reviews as a list or by id, rated 1 (recommended) or 0 of 1; None for anything else.

    The average is the share of recommendations, which only a first page states. A cursor that
    comes back unchanged, or with no reviews, has reached the end.
    """
    document = payload.inner(page.json)
    if "query_summary" not in document:
        return None
    listed = document.get("reviews")
    entries = payload.records([*listed.values()] if isinstance(listed, dict) else listed)
    if not all("voted_up" in entry for entry in entries):
        return None
    nothing = (
        not entries and read_count(payload.inner(document, "query_summary").get("num_reviews")) == 0
    )
    return PageReading(
        reviews=tuple(_review(page, entry) for entry in entries),
        rating=_average(payload.inner(document, "query_summary")),
        next_url=_next_url(page, document.get("cursor")) if entries else None,
        empty_because="it counts 0 reviews" if nothing else None,
    )


def _review(page: Page, entry: Record) -> Review:
    reply = payload.answer(
        page,
        _plain(payload.string(entry.get("developer_response"))),
        date=entry.get("timestamp_dev_responded"),
    )
    bought = entry.get("steam_purchase")
    return payload.review(
        page,
        _plain(payload.string(entry.get("review"))),
        native_id=entry.get("recommendationid"),
        rated=Rating(1.0 if entry["voted_up"] else 0.0, _MAXIMUM),
        date=entry.get("timestamp_created"),
        spoken=_LANGUAGES.get(payload.string(entry.get("language"))),
        verified=bought if isinstance(bought, bool) else None,
        reply=reply,
        author=payload.inner(entry, "author").get("personaname"),
    )


def _plain(text: str) -> str:
    """*text* without Steam's marks for formatting; what is in brackets otherwise stays."""
    return clean_text(_MARKS.sub("", _ITEM.sub("\n", text)))


def _average(summary: Record) -> AggregateRating | None:
    positive, total = (read_count(summary.get(key)) for key in ("total_positive", "total_reviews"))
    if positive is None or not total or positive > total:
        return None
    return AggregateRating(value=round(positive / total, 4), maximum=_MAXIMUM, count=total)


def _next_url(page: Page, cursor: object) -> str | None:
    if not isinstance(cursor, str) or not cursor or cursor == payload.asked(page.url, "cursor"):
        return None
    return payload.asking(page, "cursor", cursor)
