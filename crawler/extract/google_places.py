"""Reads Google's reviews of a place: Places API old and new, and the Business Profile API."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.numbers import read_count
from crawler.extract.xml_tree import as_value, name_of
from rivalscope.models import PageReading
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import AggregateRating, Review

MISSING = "no Google place with reviews in it"
_MAXIMUM = 5.0
_STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
_XML_ROOTS = frozenset({"PlaceDetailsResponse"})
_PLACE = frozenset({"user_ratings_total", "userRatingCount", "place_id", "totalReviewCount"})
_REVIEW = (
    {"author_name", "rating", "time"},
    {"authorAttribution", "rating"},
    {"reviewer", "starRating"},
)
_DATES = ("time", "publishTime", "createTime")
# Business Profile appends or prepends its own translation to what the customer wrote.
_ORIGINAL = re.compile(r"\(Original\)\s*")
_TRANSLATED = re.compile(r"\s*\(Translated by Google\)")


def read(page: Page) -> PageReading | None:
    """Reviews (at most 5 of a place) and average; None where it holds no place with opinions.

    Texts are the customers' own where the payload has both them and a translation.
    """
    places = _places(payload.inner(page.json) or _from_xml(page))
    if not places:
        return None
    entries = [entry for place in places for entry in payload.records(place.get("reviews"))]
    if not all(_is_review(entry) for entry in entries):
        return None
    rating = next(filter(None, map(_average, places)), None) if len(places) == 1 else None
    nothing = not entries and all(_counted(place) == 0 for place in places)
    if not entries and rating is None and not nothing:
        return None
    token = payload.inner(page.json).get("nextPageToken")
    return PageReading(
        reviews=tuple(_review(page, entry) for entry in entries),
        rating=rating,
        next_url=payload.asking(page, "pageToken", token) if token and entries else None,
        empty_because="the place has 0 ratings" if nothing else None,
    )


def _from_xml(page: Page) -> Record:
    """The older API's other form, whose reviews follow each other without a list around them."""
    if page.xml is None or name_of(page.xml.root) not in _XML_ROOTS:
        return {}
    place = payload.inner(as_value(page.xml.root), "result")
    return {"result": {**place, "reviews": payload.records(place.get("review"))}}


def _places(document: Record) -> list[Record]:
    """The places in an answer: details of one, or those a search found."""
    within = payload.first(document, "result", "results", "places", "place")
    found = payload.records(within) if within is not None else [document]
    return [place for place in found if _PLACE & place.keys() or _has_reviews(place)]


def _has_reviews(place: Record) -> bool:
    listed = payload.records(place.get("reviews"))
    return bool(listed) and all(map(_is_review, listed))


def _is_review(entry: Record) -> bool:
    return any(names <= entry.keys() for names in _REVIEW)


def _review(page: Page, entry: Record) -> Review:
    original = payload.first(entry, "originalText", "text", "comment")
    told = payload.inner(original)
    stars = payload.first(entry, "rating", "starRating")
    reply = payload.first(payload.inner(entry, "reviewReply"), "comment")
    by = payload.inner(payload.first(entry, "authorAttribution", "reviewer"))
    return payload.review(
        page,
        _own_words(payload.string(told.get("text")) or payload.string(original)),
        native_id=_last_part(payload.first(entry, "name", "reviewId")),
        rated=payload.rating(_STARS.get(str(stars), stars), _MAXIMUM),
        date=payload.first(entry, *_DATES),
        spoken=told.get("languageCode") or entry.get("language"),
        reply=payload.answer(
            page,
            _own_words(payload.string(reply)),
            date=payload.inner(entry, "reviewReply").get("updateTime"),
        ),
        url=entry.get("googleMapsUri"),
        author=entry.get("author_name") or by.get("displayName"),
    )


def _own_words(text: str) -> str:
    parts = _ORIGINAL.split(text, maxsplit=1)
    own = parts[1] if len(parts) > 1 else _TRANSLATED.split(text, maxsplit=1)[0] or text
    return clean_text(own)


def _last_part(name: object) -> str | None:
    return payload.string(name).rpartition("/")[2] or None


def _counted(place: Record) -> int | None:
    return read_count(
        payload.first(place, "user_ratings_total", "userRatingCount", "totalReviewCount")
    )


def _average(place: Record) -> AggregateRating | None:
    value = payload.first(place, "rating", "averageRating")
    return payload.average(value, _MAXIMUM, count=_counted(place))
