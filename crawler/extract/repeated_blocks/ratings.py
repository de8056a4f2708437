"""Finds the elements of a page that state a rating, in whatever form shops print one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.numbers import Rating, read_class_rating, read_rating
from crawler.extract.repeated_blocks import stars
from crawler.extract.repeated_blocks.rating_words import (
    DIGIT_OR_STAR,
    is_number,
    read_label,
    read_line,
    read_plain,
)

if TYPE_CHECKING:
    from crawler.extract.markup import Element

_VALUES = (
    "data-rating",
    "data-score",
    "data-stars",
    "data-rate",
    "data-rating-value",
    "data-review-rating",
)
_VAGUE_VALUES = ("rating", "score", "stars", "value", "data-value", "aria-valuenow")
_MAXIMA = ("max", "data-max", "data-rating-max", "aria-valuemax")
_LABELS = ("aria-label", "title", "alt", "aria-valuetext", "data-title", "data-tooltip")
_FORMS = frozenset(
    {"input", "option", "button", "select", "form", "label", "script", "style", "template"}
)
_RATING_NAME = re.compile(
    r"(?<![a-z])(?:(?:star|rat(?:e|ing|ed)|score|stern|bewertung|hodnoceni|hvezd|grade|note|nota"
    r"|mark|puntuacion|ocen)s?)(?![a-z])"
    r"|(?:[sS]tar|[rR]ating|[sS]core)(?:s)?(?![a-z])|(?<![a-z])(?:star|rating|score)(?=[A-Z])",
)
_NOT_ONE = re.compile(
    r"average|overall|count|total|summary|distribution|histogram|breakdown|input|form|filter",
    re.IGNORECASE,
)
_WIDTH = re.compile(
    r"(?:^|[;\s])(?:width|--rating|--value|--score|--percent"
    r"|--fill)\s*:\s*(\d{1,3}(?:\.\d{1,6})?)\s*(%?)",
    re.IGNORECASE,
)
_CLASS_TENS = re.compile(
    r"(?:^|[\s_-])(?:stars?|rating|score|rate)[-_]{1,2}(\d{2,3})(?=$|\s)", re.IGNORECASE
)
_LONGEST_TEXT = 40
_MOST_LINES = 60
_MOST_MARKS = 6000
_MOST_CHILDREN = 10
_WITH_BLANKS = 160
_ROWS = frozenset({5, 10})
_TOP_OF_TENS, _FULL = 50, 100
_FIVE = 5.0


def find_ratings(tree: Element) -> dict[Element, Rating]:
    """Elements of *tree* that state a rating, each with what it states, in document order."""
    found: dict[Element, Rating] = {}
    for element in tree.iter("*"):
        rating = stated_by(element)
        if rating is not None:
            found[element] = rating
            if len(found) > _MOST_MARKS:
                break
    return found


def stated_by(element: Element) -> Rating | None:
    """The rating that *element* itself states; None where it states none."""
    if element.tag in _FORMS:
        return None
    rating = _by_attributes(element) or _by_text(element) or _by_icons(element)
    return rating if rating is not None and rating.value > 0 else None


def _by_attributes(element: Element) -> Rating | None:
    for name in element.keys():  # ruff: ignore[in-dict-keys] - an element iterates over its children
        read = _READERS.get(name)
        rating = read(element, name) if read else None
        if rating is not None:
            return rating
    return None


def _labeled(element: Element, name: str) -> Rating | None:
    return read_label(element.get(name))


def _names_rating(element: Element) -> bool:
    return _is_rating_name(f"{element.tag} {element.get('class') or ''}")


@lru_cache(maxsize=4096)
def _is_rating_name(names: str) -> bool:
    return bool(_RATING_NAME.search(names))


def _vaguely_valued(element: Element, name: str) -> Rating | None:
    return _valued(element, name) if _names_rating(element) else None


def _valued(element: Element, name: str) -> Rating | None:
    rating = read_rating(element.get(name)[:_LONGEST_TEXT])
    if rating is None or rating.maximum is not None:
        return rating
    maxima = (read_rating((element.get(name) or "")[:_LONGEST_TEXT]) for name in _MAXIMA)
    maximum = next((one.value for one in maxima if one is not None), None)
    return Rating(rating.value, maximum) if maximum is None or rating.value <= maximum else None


def _by_class(element: Element, name: str) -> Rating | None:
    rating = _class_rating(element.get(name))
    if rating is None or rating.maximum is not None:
        return rating
    beside = element.getnext() if element.getnext() is not None else element.getprevious()
    # star1, star2, star3 side by side number the icons of a row.
    other = _class_rating(beside.get("class") or "") if beside is not None else None
    return rating if other is None or (other == rating and not _is_icon(element)) else None


@lru_cache(maxsize=4096)
def _class_rating(classes: str) -> Rating | None:
    if match := _CLASS_TENS.search(classes):
        number = int(match[1])
        if number <= _TOP_OF_TENS and number % 5 == 0:
            return Rating(number / 10, _FIVE)
        return Rating(float(number), float(_FULL)) if number <= _FULL else None
    return read_class_rating(classes)


def _by_width(element: Element, name: str) -> Rating | None:
    style = element.get(name)
    match = _WIDTH.search(style) if "%" in style or "--" in style else None
    if not match:
        return None
    parent = element.getparent()
    if not _names_rating(element) and (parent is None or not _names_rating(parent)):
        return None
    value = float(match[1])
    if match[2]:  # stars are clipped to a share of their width, and there are five
        return Rating(round(value * _FIVE / _FULL, 2), _FIVE) if value <= _FULL else None
    return Rating(value, None) if "--" in match[0] and value <= _MOST_CHILDREN else None


def _by_text(element: Element) -> Rating | None:
    """The rating in its text, where that is short, or in a line of its own between its children."""
    if not len(element):
        return _in_line(element, element.text) if element.text else None
    own = [element.text, *[child.tail for child in element]] if len(element) < _MOST_LINES else []
    own = [text for text in own if text and len(text) < _WITH_BLANKS and DIGIT_OR_STAR.search(text)]
    if not own:
        return None
    if len(element) <= _MOST_CHILDREN:
        whole = _in_line(element, " ".join(islice(element.itertext(), 2 * _MOST_CHILDREN)))
        if whole is not None:
            return whole
    return next(filter(None, (_in_line(element, text) for text in own[:_MOST_CHILDREN])), None)


def _in_line(element: Element, raw: str) -> Rating | None:
    if len(raw) >= _WITH_BLANKS or not DIGIT_OR_STAR.search(raw):
        return None
    text = " ".join(raw.split())
    if len(text) > _LONGEST_TEXT:
        return None
    rating = read_line(text)
    if rating is not None or not _names_rating(element):
        return rating
    return None if _NOT_ONE.search(element.get("class") or "") else read_plain(text)


def _by_icons(element: Element) -> Rating | None:
    count = len(element)
    if not 0 < count <= _MOST_CHILDREN or (element.text and element.text.strip()):
        return None
    if count not in _ROWS and not _are_few_stars(element):
        return None
    return stars.read_row(element)


def _is_icon(element: Element) -> bool:
    return element.tag in stars.ICONS


def _are_few_stars(row: Element) -> bool:
    """Whether fewer icons than a scale has can be the stars that were earned."""
    if not _draws(row[0]) or not _stands_alone(row):
        return False
    return not any(_by_attributes(inner) for inner in row.iterdescendants("*"))


def _draws(child: Element) -> bool:
    return _is_icon(child) or (len(child) > 0 and _is_icon(child[0]))


def _stands_alone(row: Element) -> bool:
    """Whether no number is beside a few icons: else they only decorate it."""
    parent = row.getparent()
    # Counting the children of a long list again for each of them would be quadratic.
    small = parent is not None and next(islice(parent, _MOST_CHILDREN, None), None) is None
    around = parent if small else row
    near = islice(around.itertext(), _MOST_CHILDREN)
    return not any(is_number(text.strip()) for text in near)


_READERS = {
    **dict.fromkeys(_LABELS, _labeled),
    **dict.fromkeys(_VALUES, _valued),
    **dict.fromkeys(_VAGUE_VALUES, _vaguely_valued),
    "style": _by_width,
    "class": _by_class,
}
