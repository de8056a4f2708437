"""When two readings are the same review: at another crawl, on another site."""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import DatePrecision, Review, Source

#: Dates that a page prints, rather than what was worked out of "2 days ago".
EXACT: frozenset[DatePrecision | None] = frozenset({"second", "day"})
#: So many letters are not written by two people on one day by chance; fewer by one person.
_TELLING_LETTERS = 60
_TELLING_LETTERS_OF_ONE_AUTHOR = 12


def review_id(review: Review, *, source: Source, author_key: str | None = None) -> str:
    """The same for the same review at every crawl.

    The platform's own id where there is one, else day, words and author; without words the stars
    as well. Otherwise stars are no part of it: they may be read later, or on another scale. Nor is
    a day worked out of "2 days ago", as it is another one next week.
    """
    own = review.native_id
    if not own:
        day = review.published_on if review.date_precision in EXACT else None
        words = _words(review.text) or f"{_share(review)} of 1"
        own = " ".join(filter(None, (str(day), words, author_key)))
    return "review:" + _digest(f"{source.key}\0{own}")


def twin_key(review: Review, *, source: Source, author_key: str | None) -> str | None:
    """The same for copies of one review elsewhere: brand, day, stars and letters agree.

    Whether the digits do is for `same_words` to say. None where the text is too short to tell, or
    the day is not printed.
    """
    if review.date_precision not in EXACT:
        return None
    letters = _letters(review.text)
    if len(letters) >= _TELLING_LETTERS:
        author_key = None  # sites print the same name differently: "Jana N.", "jana_n"
    elif author_key is None or len(letters) < _TELLING_LETTERS_OF_ONE_AUTHOR:
        return None
    told = (source.brand, review.published_on, _share(review), letters, author_key)
    return _digest(repr(told))


def words_key(text: str) -> str:
    """The same for every reading of one text, wherever and whenever it was printed."""
    return _digest(_letters_and_digits(text))


def same_words(first: str, second: str) -> bool:
    """Whether two texts agree in all letters and digits, however the rest is printed."""
    return _letters_and_digits(first) == _letters_and_digits(second)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _letters_and_digits(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _share(review: Review) -> float | None:
    return review.rating / review.rating_max if review.rating and review.rating_max else None


def _digest(text: str) -> str:
    return blake2b(text.encode(), digest_size=8).hexdigest()


def _words(text: str) -> str:
    return " ".join(text.casefold().split())
