"""Takes what reviews are made of out of payloads, whichever of many shapes an API gives it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from crawler.extract.markup import text_of_markup
from crawler.extract.numbers import Rating, read_count, read_number
from rivalscope.models import AggregateRating, Reply, Review
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.extract.page import Page

Record: TypeAlias = dict[str, object]
"""One JSON object."""

_MOST = 10_000
_LONGEST_ID = 500
_LONGEST_NAME = 200
_LANGUAGE_LENGTHS = (2, 3)


def inner(value: object, *path: str) -> Record:
    """The object at *path* inside *value*; an empty one where there is none."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else {}


def records(value: object) -> list[Record]:
    """The objects of the list *value*, or *value* itself as the only one."""
    if isinstance(value, dict):
        return [value]
    listed = value[:_MOST] if isinstance(value, list) else []
    return [one for one in listed if isinstance(one, dict)]


def first(record: Record, *names: str) -> object:
    """The first property of *names* that says anything; None where none does."""
    found = (record.get(name) for name in names)
    return next((value for value in found if value not in (None, "", [], {})), None)


def string(value: object) -> str:
    """*value* where it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def text(value: object) -> str:
    """*value* as plain text where it is a string, with or without HTML, or a number."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return text_of_markup(value) if isinstance(value, str) else ""


def lines(value: object) -> list[str]:
    """The lines of *value*, a text or a list of them, each as plain text; empty ones left out."""
    texts = map(text, value[:_MOST] if isinstance(value, list) else [value])
    return [line for one in texts for line in one.split("\n") if line]


def identifier(value: object) -> str | None:
    """*value* as an id; None where it is neither a string nor a number."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return None
    return clean_text(str(value))[:_LONGEST_ID] or None


def language(value: object) -> str | None:
    """The language of a tag such as ``en_US``, lower case; None where *value* is none."""
    code = string(value).replace("_", "-").partition("-")[0].lower()
    return code if len(code) in _LANGUAGE_LENGTHS and code.isalpha() else None


def rating(value: object, maximum: float) -> Rating | None:
    """*value* of *maximum*; None where it is no number on that scale."""
    number = read_number(value)
    return Rating(number, maximum) if number is not None and 0 <= number <= maximum else None


def average(value: object, maximum: float, *, count: object) -> AggregateRating | None:
    """An average of *count* opinions; None where it says nothing, or counts none."""
    found, counted = rating(value, maximum), read_count(count)
    if found is None or counted == 0 or not found.value:
        return None
    return AggregateRating(value=found.value, maximum=maximum, count=counted)


def review(  # ruff: ignore[too-many-arguments] - one for each thing that a review has
    page: Page,
    body: str,
    *,
    title: object = None,
    native_id: object = None,
    rated: Rating | None = None,
    date: object = None,
    spoken: object = None,
    verified: bool | None = None,
    reply: Reply | None = None,
    url: object = None,
    author: object = None,
    pros: Iterable[str] = (),
    cons: Iterable[str] = (),
) -> Review:
    """A review of plain *body*; everything else as the payload has it.

    *pros* and *cons* end the body too, one a line: often they are all that was written.
    """
    moment = page.moment(date)
    good, bad = tuple(filter(None, pros)), tuple(filter(None, cons))
    return Review(
        body="\n".join(filter(None, (body, *good, *bad))),
        title=text(title) or None,
        native_id=identifier(native_id),
        rating=rated.value if rated else None,
        rating_max=rated.maximum if rated else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=language(spoken),
        verified=verified,
        reply=reply,
        url=page.link(url),
        author=clean_text(string(author))[:_LONGEST_NAME] or None,
        pros=good,
        cons=bad,
    )


def answer(page: Page, body: str, *, date: object = None) -> Reply | None:
    """The owner's reply of plain *body*; None where that is empty."""
    if not body:
        return None
    moment = page.moment(date)
    return Reply(body=body, published_at=moment.at if moment else None)


def with_honest_ids(reviews: Iterable[Review]) -> tuple[Review, ...]:
    """*reviews* without ids that several of them carry: such an id names something else."""
    reviews = tuple(reviews)
    uses = Counter(one.native_id for one in reviews)
    return tuple(
        replace(one, native_id=None) if one.native_id and uses[one.native_id] > 1 else one
        for one in reviews
    )


def asked(address: str, name: str) -> str | None:
    """Value of the parameter *name*, in any case, in the query of *address*; None without."""
    found = (value for key, value in _query(address) if key.lower() == name.lower())
    return next(found, None)


def number_asked(address: str, name: str) -> int | None:
    """The same as a whole number."""
    value = asked(address, name)
    return int(value) if value and value.isdecimal() and len(value) < len("1000000000") else None


def asking(page: Page, name: str, value: object) -> str | None:
    """The page's address with one parameter changed; None where it is no web address."""
    wanted = str(value)
    query = _query(page.url)
    kept = [(key, wanted if key.lower() == name.lower() else old) for key, old in query]
    if asked(page.url, name) is None:
        kept.append((name, wanted))
    try:
        parts = urlsplit(page.url)
    except ValueError:
        return None
    return page.link(urlunsplit(parts._replace(query=urlencode(kept), fragment="")))


def _query(address: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(urlsplit(address).query, keep_blank_values=True)
    except ValueError:
        return []
