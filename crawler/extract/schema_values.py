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
_SHORT = 20
_NUMBERS = (int, float)
_SCALARS = (str, int, float)
# What carries the text of a node.
_TEXTS = ("@value", "text", "name", "value")
_NOTHING = frozenset(
    {"", "null", "none", "undefined", "nan", "n/a", "[object object]", "false", "true"}
)
# Names of properties and of form fields that a template left where the text should be.
_PLACEHOLDERS = frozenset(
    {
        *("comment", "review", "reviewbody", "description", "text", "body", "string", "content"),
        *("title", "name", "headline", "review body", "review text", "review title", "your review"),
        *("comments", "reviewtext", "message", "kommentar", "bewertung", "rezension", "komentář"),
        *(
            "recenze",
            "hodnocení",
            "commentaire",
            "avis",
            "comentario",
            "opinión",
            "отзыв",
            "opinia",
        ),
        *("komentarz", "vélemény", "maoni", "комментарий", "sample review", "placeholder", "todo"),
    }
)
_TEMPLATE = re.compile(
    r"\{\{.{0,200}?\}\}|\{%.{0,200}?%\}|<%.{0,200}?%>|\$\{[\w.]+\}|\[\[[\w.]+\]\]|^%[\w.]+%$",
    re.IGNORECASE,
)
_FILLER = ("Lorem ipsum", "lorem ipsum", "Lorem Ipsum", "LOREM IPSUM")
_LONGEST_PLACEHOLDER = 30
# An id that counts reviews of one page ("#review-1") means another review on the next page.
_TELLING = re.compile(r"\d{4,}|(?=.*\d)(?=.*[A-Za-z])[\w-]{8,}")
_REVIEW_WORD = re.compile(
    r"review|comment|rating|opinion|bewertung|recenz|hodnocen|avis|отзыв", re.IGNORECASE
)


def text(value: object) -> str:
    """*value* as plain text: a string, a list of them, or a node that carries one."""
    if isinstance(value, str) or (isinstance(value, dict) and "@list" not in value):
        return _one_text(value)
    return "\n\n".join(filter(None, map(_one_text, as_list(value))))


def name(value: object) -> str:
    """The person that *value* names; empty for an address or a placeholder."""
    found = text(value)
    return "" if found.startswith(("http://", "https://")) or is_template(found) else found


def listed_texts(value: object) -> list[str]:
    """The texts of an ``ItemList`` or of a plain list, without the bullets they may begin with."""
    if isinstance(value, dict) and "itemListElement" in value:
        value = value["itemListElement"]
    inner = [
        one["item"] if isinstance(one, dict) and "item" in one else one for one in as_list(value)
    ]
    return [line for one in inner if (line := text(one).lstrip("-–•*+ "))]  # ruff: ignore[ambiguous-unicode-character-string]


def first_text(node: Node, *names: str) -> str:
    """The first property of *names* that holds any text; empty where none does."""
    for name in names:
        value = node.get(name)
        if value and (found := text(value)):
            return found
    return ""


def is_template(body: str) -> bool:
    """Whether *body* is what a template shows when nothing was filled in."""
    if len(body) <= _LONGEST_PLACEHOLDER and body.casefold().strip(" .:…") in _PLACEHOLDERS:
        return True
    if body.startswith(_FILLER):
        return True
    return ("{" in body or "%" in body or "[[" in body) and bool(_TEMPLATE.search(body))


def rating(value: object, *, maximum: float | None = None) -> Rating | None:
    """Value and maximum of a ``reviewRating`` or ``aggregateRating``; None where it makes no sense.

    An undeclared scale is *maximum*, else the usual one that fits. Refused: nothing to read, below
    the worst or above the best, and scales that run backwards (1 best, 6 worst), which no two sites
    mean the same way.
    """
    found = stated_rating(value)
    return _on_scale(found, maximum) if found else None


def stated_rating(value: object) -> Rating | None:
    """The same, with None for a maximum that is not declared."""
    for one in (value,) if isinstance(value, dict) else as_list(value):
        found = _node_rating(one) if isinstance(one, dict) else read_rating(one)
        if found is not None and _fits(found):
            return found
    return None


def usual_maximum(value: float) -> float | None:
    """Maximum of an undeclared scale: schema.org's 5 where it fits, else 10 or 100."""
    if value <= _DEFAULT_MAXIMUM:
        return _DEFAULT_MAXIMUM
    return next((limit for limit in (10.0, 100.0) if value <= limit), None)


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
    if isinstance(value, str):
        plain = text_of_markup(value)
        return "" if len(plain) < _SHORT and plain.casefold() in _NOTHING else plain
    if isinstance(value, dict):
        for key in _TEXTS:
            inner = value.get(key)
            if inner:
                return _one_text(inner) if isinstance(inner, _SCALARS) else ""
        return ""
    if isinstance(value, bool) or not isinstance(value, _NUMBERS):
        return ""
    return str(value)


def _node_rating(node: dict[str, object]) -> Rating | None:
    stated = node.get("ratingValue")
    if isinstance(stated, _SCALARS):
        value = read_rating(stated)
    else:
        value = next(filter(None, map(read_rating, as_list(stated))), None)
    if value is None:
        return None
    best = _number(node.get("bestRating"))
    worst = _number(node["worstRating"]) if "worstRating" in node else None
    if best is not None and worst is not None and (best < worst or value.value < worst):
        return None
    if value.value == 0 and worst is None:  # schema.org's default worst is 1: not rated at all
        return None
    return value if value.maximum else Rating(value.value, best)


def _fits(found: Rating) -> bool:
    limit = found.maximum or usual_maximum(found.value)
    return limit is not None and 0 <= found.value <= limit


def _on_scale(found: Rating, maximum: float | None) -> Rating | None:
    limit = found.maximum or maximum or usual_maximum(found.value)
    if limit is None or not 0 <= found.value <= limit:
        return None
    return Rating(found.value, limit)


def _number(value: object) -> float | None:
    if value is None or isinstance(value, _SCALARS):
        return read_number(value)
    return next(filter(None, map(read_number, as_list(value))), None)


def _is_telling(token: str) -> bool:
    """Whether *token*, but for words like "review", can be one thing's id everywhere."""
    return bool(_TELLING.search(_REVIEW_WORD.sub("", token)))


def _token(address: str) -> str:
    """The last part of an address or id: what distinguishes it."""
    return re.split(r"[#/?&=:]", address.rstrip("#/"))[-1]
