"""Reads ratings that short lines and labels state in words of many languages."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re

from crawler.extract.numbers import Rating, read_rating
from crawler.extract.repeated_blocks import stars
from crawler.extract.repeated_blocks.printed_dates import find_date
from crawler.extract.repeated_blocks.words import has_price

_KEYWORD = (
    r"(?:ratings?|rated|stars?|scored?|grade|hodnocení|hodnotí|známka|оценка|рейтинг|балл\w*"
    r"|értékelés|bewertung|note|sterne"
    r"|calificación|valoración|puntuación|évaluation|noté|ukadiriaji|daraja|alama|ocena|voto"
    r"|beoordeling|nyota)"
)
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_OF = re.compile(
    rf"{_NUMBER}\s*[^\W\d_]{{0,12}}\s*(?:/|out of|of|von|aus|z celkem|ze|z|из|sur|de|su|na|kati ya"
    rf"|-ből|-ból|/)\s*(?:max\.?\s*)?{_NUMBER}",
    re.IGNORECASE,
)
_LABELED = re.compile(
    rf"{_KEYWORD}\s*[:=–-]?\s*(?:of\s+|is\s+)?({_NUMBER})(?!\d|\s*[^\W\d_])", re.IGNORECASE
)
_STARS = re.compile(
    rf"({_NUMBER})[\s-]*(?:stars?\b|sterne?\b|hvězd\w*|зв[её]зд\w*|csillag\w*|estrellas?\b"
    rf"|étoiles?\b|nyota\b|gwiazd\w*|★|⭐)",
    re.IGNORECASE,
)
_HUNGARIAN = re.compile(r"(5|10)[/-]?\s?(?:ből|ből|ból)\s+(\d(?:[.,]\d)?)", re.IGNORECASE)
_SWAHILI = re.compile(
    rf"(?:nyota|alama)\s+({_NUMBER})(?:\s+(?:kati ya|/)\s*({_NUMBER}))?", re.IGNORECASE
)
_PERCENT = re.compile(rf"({_NUMBER})\s?%")
_PLAIN = re.compile(_NUMBER)
_VOTES = re.compile(
    r"help|useful|people|vote|like|person|customers|hilfreich|užiteč|полез|hasznos|útil|utile",
    re.IGNORECASE,
)
DIGIT_OR_STAR = re.compile(r"[\d★☆⭐✩✭✮]")
"""Without one of these nothing states a rating."""

_IN_WORDS = (_HUNGARIAN, _OF, _STARS, _SWAHILI, _LABELED)
_SCALES = frozenset({5.0, 6.0, 10.0, 20.0, 100.0})
_LONGEST_LABEL = 80
_LONGEST_TEXT = 40
_MOST_BESIDE = 30


def read_label(text: str) -> Rating | None:
    """The rating that a label or a short line states in words; None without one."""
    if not DIGIT_OR_STAR.search(text) or len(text) > _LONGEST_LABEL or _VOTES.search(text):
        return None
    if find_date(text):
        return None
    if match := _HUNGARIAN.search(text):
        return _scaled(f"{match[2]}/{match[1]}")
    if match := _OF.search(text):
        return _scaled(text[match.start() :])
    for pattern in (_STARS, _SWAHILI, _LABELED):
        if match := pattern.search(text):
            return read_rating(match[1])
    return stars.read_symbols(text)


def _scaled(text: str) -> Rating | None:
    rating = read_rating(text)
    return rating if rating is not None and rating.maximum in _SCALES else None


def read_line(text: str) -> Rating | None:
    """The rating that a short line of text consists of, but for a few words; else None."""
    symbols = stars.read_symbols(text)
    if symbols is not None:
        return symbols
    if find_date(text) or has_price(text):
        return None
    match = next(filter(None, (pattern.search(text) for pattern in _IN_WORDS)), None)
    return read_label(text) if match and len(text) - len(match[0]) <= _MOST_BESIDE else None


def read_plain(text: str) -> Rating | None:
    """The rating in a bare number or percentage, which only its place tells to be one."""
    plain = _PLAIN.fullmatch(text) or _PERCENT.fullmatch(text)
    return read_rating(text) if plain else None


def is_number(text: str) -> bool:
    """Whether *text* is a bare number."""
    return bool(_PLAIN.fullmatch(text))
