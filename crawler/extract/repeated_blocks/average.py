"""Finds the average that a page prints, beside its reviews where it is known where these stand."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract.markup import UNSEEN
from crawler.extract.numbers import Rating, read_count, read_number
from rivalscope.models import AggregateRating

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Sequence

    from crawler.extract.markup import Element

    RatingOf = Callable[[Element], Rating | None]

_REVIEWS = (
    r"(?:reviews?|ratings?|votes?|opinions|testimonials|feedbacks?|hodnocení|recenz\w*|hodnotilo"
    r"|ohlas\w*|отзыв\w*|оцен\w+|голос\w*"
    r"|рецензи\w+|értékelés\w*|vélemény\w*|bewertung\w*|rezension\w*|kundenbewertung\w*|meinungen"
    r"|stimmen|avis|évaluations?"
    r"|notes|commentaires|opini\w+|reseñas?|valoraci\w+|calificaci\w+|comentarios|maoni|tathmini"
    r"|ukadiriaji|ocen\w*|recensioni"
    r"|beoordelingen|avaliaç\w+)"
)
_NUMBER = r"\d{1,3}(?:[\s.,'\u00a0\u202f]\d{3})+(?!\d)|\d+"
_COUNT = re.compile(
    rf"(?<![\d.,/])({_NUMBER})\+?\s*(?:[^\W\d_]{{1,14}}\s+){{0,2}}{_REVIEWS}"
    rf"|{_REVIEWS}(?:\s+[^\W\d_]{{1,14}}){{0,2}}\s*[:(]\s*({_NUMBER})\b(?![.,]\d|\s*(?:von|of|out"
    rf"|/|z|из|sur|de|kati))|{_REVIEWS}\s+({_NUMBER})$",
    re.IGNORECASE,
)
_VALUE = re.compile(
    r"(?<![\d.,/])(\d{1,2}(?:[.,]\d{1,2})?)(?:\s*(?:[^\W\d_]{1,8}\s+)?(?:/|out of|of|von|aus|z|ze"
    r"|из|sur|de|su|na|kati ya)\s*(5|10|100)(?![\d.,]))?"
)
_AVERAGE = re.compile(
    r"average|overall|durchschnitt|gesamt|průměr|celkov|средн|общ|átlag|összesített|moyenne|media"
    r"|promedio|wastani|jumla|średni",
    re.IGNORECASE,
)
_LONGEST = 90
_LONGEST_ALONE = 24
_NEAR = 5
_MOST_LEVELS = 16
_SCALES = (5.0, 10.0, 100.0)
_FIVE, _TEN = 5.0, 10.0
_MOST_LOOKED_AT = 400
_MOST_COUNTS = 40
_PAGE = frozenset({"html", "body", "main"})
_UNTOLD = UNSEEN - {"button"}


class _Found(NamedTuple):
    value: Rating
    printed: bool
    """As a number; drawn stars are rounded."""
    number: int
    """Of reviews."""


def find_only_average(
    tree: Element, rating_of: RatingOf, *, fewest: int = 1
) -> AggregateRating | None:
    """The average that *tree* prints, of *fewest* reviews or more; None unless it is the only one.

    *rating_of* gives the rating that an element states.
    """
    found = {
        one
        for one in _averages(tree, frozenset(), rating_of)
        if one.printed and one.number >= fewest
    }
    return _aggregate(found.pop()) if len(found) == 1 else None


def find_average(blocks: Sequence[Element], rating_of: RatingOf) -> AggregateRating | None:
    """The average and the number of reviews that stand nearest to *blocks*, outside of them.

    A printed number goes before drawn stars. *rating_of* gives the rating that an element states.
    """
    inside = frozenset(blocks)
    nearest: _Found | None = None
    for area in _areas(blocks[0], inside):
        for one in _averages(area, inside, rating_of):
            if one.number < len(blocks) or (nearest and one.number != nearest.number):
                continue
            if one.printed:
                return _aggregate(one)
            nearest = nearest or one
    return _aggregate(nearest) if nearest else None


def _aggregate(found: _Found) -> AggregateRating:
    value = found.value
    maximum = value.maximum or next(scale for scale in _SCALES if value.value <= scale)
    return AggregateRating(value=value.value, maximum=maximum, count=found.number)


def _areas(block: Element, inside: Container[Element]) -> Iterator[Element]:
    """What surrounds *block*, the nearest first, nothing twice."""
    below = block
    for above in islice(block.iterancestors(), _MOST_LEVELS):
        yield from (one for one in below.itersiblings(preceding=True) if one not in inside)
        yield from (one for one in below.itersiblings() if one not in inside)
        below = above


def _counts(area: Element, inside: Container[Element]) -> Iterator[tuple[Element, int, str]]:
    """Elements in *area* that say how many reviews there are, with the number and the words."""
    skipped: Element | None = None
    for element in area.iter("*"):
        if skipped is not None and skipped in islice(element.iterancestors(), 3 * _MOST_LEVELS):
            continue
        skipped = None
        if element in inside or element.tag in _UNTOLD:
            skipped = element
            continue
        text = _own_line(element)
        match = _COUNT.search(text) if text else None
        if match:
            count = read_count(match[1] or match[2] or match[3])
            if count:
                yield element, count, text[: match.start()] + " " + text[match.end() :]


def _own_line(element: Element) -> str:
    """A short text with a digit that begins in *element* itself; empty for others."""
    own = element.text or ""
    if len(element):
        own += "".join([child.tail or "" for child in element])
    if not own or len(own) > 2 * _LONGEST or own.isspace():
        return ""
    line = (
        " ".join(" ".join(islice(element.itertext(), 8)).split())
        if len(element)
        else " ".join(own.split())
    )
    return line if len(line) <= _LONGEST and any(map(str.isdigit, line)) else ""


def _averages(area: Element, inside: Container[Element], rating_of: RatingOf) -> Iterator[_Found]:
    for element, count, beside in islice(_counts(area, inside), _MOST_COUNTS):
        value, printed = _value_in(beside), True
        for above in islice(element.iterancestors(), _NEAR):
            if value is not None or above.tag in _PAGE:
                break
            value, printed = _value_near(above, rating_of, inside)
        if value is not None:
            yield _Found(value, printed, count)


def _value_in(text: str) -> Rating | None:
    """A number of stars in *text*: with its maximum, with a decimal, or alone."""
    for match in _VALUE.finditer(text):
        value = read_number(match[1]) or 0.0
        maximum = float(match[2]) if match[2] else None
        if 0 < value <= (maximum or _TEN) and (maximum or not match[1].isdigit() or value <= _FIVE):
            return Rating(value, maximum)
    return None


def _value_near(
    area: Element, rating_of: RatingOf, inside: Container[Element]
) -> tuple[Rating | None, bool]:
    """The first average in *area*, and whether it is printed as a number."""
    drawn: Rating | None = None
    for element in islice(area.iter("*"), _MOST_LOOKED_AT):
        if element in inside:
            break
        text = "" if element.tag in UNSEEN else " ".join((element.text or "").split())
        stated = rating_of(element)
        if 0 < len(text) <= _LONGEST_ALONE and _VALUE.fullmatch(text) and not text.isdigit():
            value = _value_in(text)
            return (stated if stated and value and stated.value == value.value else value), True
        if stated is not None:
            said = element.get("aria-label") or element.get("title") or text
            if stated.value != int(stated.value) or _AVERAGE.search(said):
                return stated, True
            drawn = drawn or stated
    return drawn, False
