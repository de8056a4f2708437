"""Reads the values of schema.org properties, whichever of their many shapes a page gives them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extract.json_ld import as_list
from crawler.extract.markup import text_of_markup
from crawler.extract.numbers import Rating, read_number, read_rating

if TYPE_CHECKING:
    from crawler.extract.json_ld import Node

_DEFAULT_MAXIMUM = 5.0
_NOTHING = frozenset(
    {"", "null", "none", "undefined", "nan", "n/a", "[object object]", "false", "true"}
)
# Names of properties and of form fields that a template left where the text should be.
_PLACEHOLDERS = frozenset(
    {
        *("comment", "review", "reviewbody", "description", "text", "body", "string", "content"),
        *("title", "name", "headline", "review body", "review text", "review title", "your review"),
    }
)
_TEMPLATE = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|<%.*?%>|\$\{[\w.]+\}|\[\[[\w.]+\]\]|^%[\w.]+%$"
    r"|^lorem ipsum\b",
    re.IGNORECASE,
)
# An id that counts reviews of one page ("#review-1") means another review on the next page.
_TELLING = re.compile(r"\d{4,}|(?=.*\d)(?=.*[A-Za-z])[\w-]{8,}")
_REVIEW_WORD = re.compile(
    r"review|comment|rating|opinion|bewertung|recenz|hodnocen|avis|отзыв", re.IGNORECASE
)


def text(value: object) -> str:
    """*value* as plain text: a string, a list of them, or a node that carries one."""
    return "\n\n".join(filter(None, map(_one_text, as_list(value))))


def first_text(node: Node, *names: str) -> str:
    """The first property of *names* that holds any text; empty where none does."""
    return next(filter(None, (text(node.get(name)) for name in names)), "")


def is_template(body: str) -> bool:
    """Whether *body* is what a template shows when nothing was filled in."""
    return body.casefold().strip(" .:") in _PLACEHOLDERS or bool(_TEMPLATE.search(body))


def rating(value: object) -> Rating | None:
    """Value and maximum of a ``reviewRating`` or ``aggregateRating``; None where it makes no sense.

    Refused: nothing to read, below the worst or above the best, and scales that run backwards
    (1 best, 6 worst), which no two sites mean the same way.
    """
    for one in as_list(value):
        found = _node_rating(one) if isinstance(one, dict) else read_rating(one)
        if found is not None and (whole := _on_scale(found)) is not None:
            return whole
    return None


def identifier(node: Node, page_url: str) -> str | None:
    """The site's own id of a review; None where it only counts the reviews of one page."""
    for value in as_list(node.get("identifier")):
        plain = value.get("value") if isinstance(value, dict) else value
        if isinstance(plain, str | int) and _is_telling(str(plain)):
            return _token(str(plain))
    for name in ("@id", "url"):
        address = node.get(name)
        if not isinstance(address, str) or address == page_url or address.startswith("_:"):
            continue
        token = _token(address)
        # Any address may hold digits: it has to say that they are a review's.
        named = address if name == "@id" else token
        if _is_telling(token) and _REVIEW_WORD.search(named):
            return token
    return None


def _one_text(value: object) -> str:
    if isinstance(value, dict):
        inner = next(
            (value[name] for name in ("@value", "text", "name", "value") if value.get(name)), None
        )
        return _one_text(inner) if isinstance(inner, str | int | float) else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    plain = text_of_markup(value) if isinstance(value, str) else str(value)
    return "" if plain.casefold() in _NOTHING else plain


def _node_rating(node: dict[str, object]) -> Rating | None:
    value = next(filter(None, (read_rating(one) for one in as_list(node.get("ratingValue")))), None)
    if value is None:
        return None
    best, worst = (_number(node.get(name)) for name in ("bestRating", "worstRating"))
    if best is not None and worst is not None and best < worst:
        return None
    if best is not None and worst is not None and value.value < worst:
        return None
    if value.value == 0 and worst is None:  # schema.org's default worst is 1: not rated at all
        return None
    return Rating(value.value, value.maximum or best)


def _on_scale(found: Rating) -> Rating | None:
    maximum = found.maximum or _usual_maximum(found.value)
    if maximum is None or not 0 <= found.value <= maximum:
        return None
    return Rating(found.value, maximum)


def _usual_maximum(value: float) -> float | None:
    """Maximum of an undeclared scale: schema.org's 5 where it fits, else 10 or 100."""
    return next((limit for limit in (_DEFAULT_MAXIMUM, 10.0, 100.0) if value <= limit), None)


def _number(value: object) -> float | None:
    return next(filter(None, map(read_number, as_list(value))), None)


def _is_telling(token: str) -> bool:
    """Whether *token*, but for words like "review", can be one thing's id everywhere."""
    return bool(_TELLING.search(_REVIEW_WORD.sub("", token)))


def _token(address: str) -> str:
    """The last part of an address or id: what distinguishes it."""
    return re.split(r"[#/?&=:]", address.rstrip("#/"))[-1]
