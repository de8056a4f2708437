"""Reads ratings and counts as pages print them."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBER = r"\d+(?:[.,]\d+)?"
_PLAIN = re.compile(rf"\s*({_NUMBER})\s*")
_PER_CENT = re.compile(rf"({_NUMBER})\s?%")
_OF = re.compile(
    rf"({_NUMBER})\s*(?:[a-zà-ž★*]+\s+)?(?:/|out of|of|von|aus|z celkem|ze|z|из"
    rf"|sur|de|su|na|kati ya)\s*(?:max(?:imum|\.)?\s*)?({_NUMBER})",
    re.IGNORECASE,
)
_STARS = re.compile(
    rf"({_NUMBER})[\s-]*(?:stars?\b|sterne?\b|hvězd|звезд|зв[её]зд|csillag|estrellas?\b|étoiles?\b|nyota\b|gwiazd"
    r"|★|⭐)",
    re.IGNORECASE,
)
# Class names: star4, stars-4, stars_4_5, rating-4, rate4; but not star-rating-16px.
_CLASS = re.compile(
    r"(?:^|[\s_-])(?:stars?|rating|rated?|score|sterne?)[-_]{0,2}(\d)(?:[-_.](5|0))?(?=$|[\s_])",
    re.IGNORECASE,
)
_SYMBOLS = re.compile(r"[★⭐]")
_EMPTY_SYMBOLS = re.compile(r"[☆✩]")
_ANY_NUMBER = re.compile(_NUMBER)
_GROUPED = re.compile(r"\d{1,3}(?:[\s.,'\u00a0\u202f]\d{3})+(?!\d)|\d+")
# "12 of 15 people found this helpful" is no rating.
_SCALES = frozenset({3.0, 4.0, 5.0, 6.0, 7.0, 10.0, 20.0, 100.0})
_MOST_STARS = 10
_PERCENT = 100.0
_LONGEST = 200
#: Nothing has been reviewed more often; SQLite could not keep some of what pages claim.
_HIGHEST_COUNT = 10**12
_LARGEST = 1e15
_NUMBERS = (int, float)


class Rating(NamedTuple):
    """A number of stars, points or per cent, with its maximum where that is said."""

    value: float
    maximum: float | None


def read_number(raw: object) -> float | None:
    """*raw* as a number: ``4,5``, ``"4.5"`` or a number itself; None where it is none."""
    if isinstance(raw, bool):
        return None
    if isinstance(raw, _NUMBERS):
        return float(raw) if -_LARGEST < raw < _LARGEST else None
    match = _PLAIN.fullmatch(raw[:_LONGEST]) if isinstance(raw, str) else None
    return float(match[1].replace(",", ".")) if match else None


def read_count(raw: object) -> int | None:
    """*raw* as a whole number: ``1 234``, ``1,234 reviews``; None where it holds no true one."""
    if isinstance(raw, str):
        match = _GROUPED.search(raw[:_LONGEST])
        count = int(re.sub(r"\D", "", match[0])) if match else -1
    else:
        number = read_number(raw)
        count = -1 if number is None else int(number)
    return count if 0 <= count <= _HIGHEST_COUNT else None


def read_rating(raw: object) -> Rating | None:
    """The rating that *raw* prints: ``4.5 out of 5``, ``8/10``, ``80 %``, ``★★★★☆``, ``4,5``.

    The maximum is None where *raw* does not say it.
    """
    number = read_number(raw)
    if number is not None:
        return Rating(number, None)
    if not isinstance(raw, str):
        return None
    text = raw[:_LONGEST]
    if match := _OF.search(text):
        return _checked(_float(match[1]), _float(match[2]))
    if match := _PER_CENT.search(text):
        return _checked(_float(match[1]), _PERCENT)
    return _read_stars(text)


def _read_stars(text: str) -> Rating | None:
    """A number of stars in words or symbols, or the only number there is."""
    if match := _STARS.search(text):
        return Rating(_float(match[1]), None)
    if full := len(_SYMBOLS.findall(text)):
        empty = len(_EMPTY_SYMBOLS.findall(text))
        return Rating(float(full), float(full + empty) if empty else None)
    numbers = _ANY_NUMBER.findall(text)
    return Rating(_float(numbers[0]), None) if len(numbers) == 1 else None


def read_class_rating(names: str) -> Rating | None:
    """The rating in class names such as ``stars-line star4`` or ``rating-4-5``, None without."""
    match = _CLASS.search(names)
    if not match:
        return None
    value = float(match[1]) + (0.5 if match[2] == "5" else 0.0)
    return Rating(value, None) if 0 < value <= _MOST_STARS else None


def _checked(value: float, maximum: float) -> Rating | None:
    return Rating(value, maximum) if maximum in _SCALES and 0 <= value <= maximum else None


def _float(digits: str) -> float:
    return float(digits.replace(",", "."))
