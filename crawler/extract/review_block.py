"""What the block of one review shows beside its marked-up text: stars, date, badge, reply, id."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.markup import plain_text
from crawler.extract.numbers import Rating, read_class_rating, read_rating

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element

_RATED = re.compile(r"rating|star|score|bewertung|hodnoceni", re.IGNORECASE)
_DATE_ELEMENTS = etree.XPath(
    ".//*[self::time or contains(translate(@class, 'DATE', 'date'), 'date')]"
)
_REPLY = re.compile(
    r"(?<![a-z])(?:(?:owner|sellers?|merchant|shop|business|company|brand|vendor|manager)[-_]*"
    r"(?:repl(?:y|ies)|response|answer|comment)|(?:review|comment)[-_]*(?:reply|response)|reply|response)"
    r"(?![a-z])",
    re.IGNORECASE,
)
_REPLY_ELEMENTS = etree.XPath(
    ".//*[contains(@class, 'eply') or contains(@class, 'esponse') or contains(@class, 'nswer')"
    " or contains(@class, 'wner')][not(self::a or self::button or self::form or self::input)]"
)
_MARKED_UP = etree.XPath("boolean(.//@itemprop)")
_FEWEST_REPLY_WORDS = 3
_BADGE_ELEMENTS = etree.XPath(
    ".//*[contains(@class, 'erifi') or contains(@class, 'urchas') or contains(@class, 'badge')"
    " or contains(@class, 'state')]"
)
_BADGE = re.compile(
    r"\b(?:verified|verifiziert\w*|verificad[oa]|vérifié\w*|ověřen\w*|overen\w*|zweryfikowan\w*|imethibitishwa|"
    r"ellenőrzött|igazolt|hitelesített|подтвержд\w+|проверен\w*|выкупили|purchased)\b",
    re.IGNORECASE,
)
_LONGEST_BADGE = 60
_RATING_ATTRIBUTES = ("data-rating", "data-score")
_STATED = (*_RATING_ATTRIBUTES, "aria-label", "title", "alt")
_DEFAULT_MAXIMUM = 5.0
_MOST_LOOKED_AT = 40
_LONGEST_DATE = 60
_DIGIT = re.compile(r"\d")
_IDS = ("data-review-id", "data-reviewid", "data-comment-id")


def shown_rating(block: Element) -> Rating | None:
    """Stars that *block* shows by a label, an attribute or a class name; None without any."""
    for element in islice(_rated(block), _MOST_LOOKED_AT):
        rating = element_rating(element)
        if rating is not None:
            return Rating(rating.value, rating.maximum or _fitting_maximum(rating.value))
    return None


def _rated(block: Element) -> Iterator[Element]:
    """Elements in *block* that may state a rating."""
    for element in block.iterdescendants("*"):
        told = _RATED.search(element.get("class") or "") or element.get("role") == "img"
        if told or any(element.get(name) is not None for name in _RATING_ATTRIBUTES):
            yield element


def element_rating(element: Element) -> Rating | None:
    """Rating that one element states: in an attribute, its classes, its width or its text."""
    for name in _STATED:
        rating = read_rating(element.get(name))
        if rating is not None:
            return rating
    rating = read_class_rating(element.get("class") or "")
    if rating is not None:
        return rating
    style = element.get("style") or ""
    return read_rating(style) if "width" in style and "%" in style else None


def shown_date(block: Element) -> str | None:
    """Date that *block* shows, machine-readable where it gives one; None without any."""
    for element in _DATE_ELEMENTS(block)[:_MOST_LOOKED_AT]:
        stated = element.get("datetime") or element.get("content")
        if stated:
            return str(stated)
        text = plain_text(element)
        if text and len(text) <= _LONGEST_DATE:
            return text
    return None


def shows_badge(block: Element) -> bool:
    """Whether *block* shows a badge that says its author bought or was checked."""
    for element in _BADGE_ELEMENTS(block)[:_MOST_LOOKED_AT]:
        text = plain_text(element)
        if len(text) <= _LONGEST_BADGE and _BADGE.search(text):
            return True
    return False


def shown_reply(block: Element) -> str:
    """The owner's answer inside *block*, without its heading; empty where there is none."""
    named = [
        element
        for element in _REPLY_ELEMENTS(block)[:_MOST_LOOKED_AT]
        if names_reply(element.get("class")) and not _MARKED_UP(element)
    ]
    innermost = [one for one in named if not any(one in other.iterancestors() for other in named)]
    longest = max(map(plain_text, innermost), key=len, default="")
    return longest if len(longest.split()) >= _FEWEST_REPLY_WORDS else ""


def names_reply(classes: str) -> bool:
    """Whether *classes* call an element the owner's answer."""
    return bool(_REPLY.search(classes))


def declared_id(block: Element) -> str | None:
    """The site's own id of the review, as an attribute of its block; None without one."""
    for name in _IDS:
        value = (block.get(name) or "").strip()
        if _DIGIT.search(value):
            return str(value)
    return None


def _fitting_maximum(value: float) -> float:
    return _DEFAULT_MAXIMUM if value <= _DEFAULT_MAXIMUM else 10.0 if value <= 10 else 100.0  # ruff: ignore[magic-value-comparison]
