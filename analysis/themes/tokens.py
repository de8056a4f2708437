"""Cut a text into words, numbers, pauses and sentence ends, each with its place in the original."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SYMBOLS = "\u231a\u231b\u23e9-\u23f3\u2600-\u27bf\u2b50\u2b55\u2764\U0001f000-\U0001faff"
"""Ranges of emoji, one code point each, for a character class."""

_APOSTROPHES = "'\u2018\u2019\u02bc\u0060\u00b4\uff07"
_MARKS = "\u0300-\u036f"
_PIECE = re.compile(
    rf"[^\W\d_][\w{_MARKS}]*(?:[{_APOSTROPHES}]\w[\w{_MARKS}]*)*"  # a word
    r"|\d+(?:[.,:]\d+)*"  # a number: 40, 2.5, 1,000, 10:30
    r"|(?=[^\w ])(?:"
    r">?[:;=]['\u2019]?-?(?:\)+|\(+|[\]\[]|[DPp](?!\w))|:-?[/|](?!/)|<3|\^_?\^"  # emoticons
    r"|\.{2,}|\.|[!?\n\u3002\uff01\uff1f\u2028\u2029]+"  # ends; two dots or more only pause
    rf"|[,;:\[\]\u2014\u2013\u2026\u2022]|\)+|\(+|(?<=\s)-(?=\s)|[{SYMBOLS}])"  # pauses
)
_END = frozenset(".!?\n\u3002\uff01\uff1f\u2028\u2029")
_TO_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))

# Letters that no decomposition takes apart, as people type them without their keyboard.
_PLAIN_LETTERS = str.maketrans(
    {"\u00df": "ss", "\u0142": "l", "\u00f8": "o", "\u0111": "d", "\u00e6": "ae", "\u0153": "oe"}
)
# Two ways to write the same word, where an accent may make another one of it.
_LIGATURES = str.maketrans({"\u00df": "ss", "\u00e6": "ae", "\u0153": "oe", "\u0451": "\u0435"})
# Short i is a letter of its own, not an accented one; yo in turn is mostly typed as ye.
_SHORT_I = "\u0439"


def pieces(text: str) -> list[str]:
    """The words, numbers, symbols, pauses and sentence ends of a text, in order, as they stand."""
    return _PIECE.findall(text)


def spans(text: str) -> list[tuple[int, int]]:
    """Where each of the ``pieces`` stands, in code points."""
    return [match.span() for match in _PIECE.finditer(text)]


def is_word(piece: str) -> bool:
    """Whether a piece is a word or a number."""
    return piece[0].isalnum()


def ends_sentence(piece: str) -> bool:
    """Whether a piece closes its sentence; three dots only make a pause."""
    return piece[0] in _END and not piece.startswith("..")


@lru_cache(maxsize=4_096)
def fold(word: str) -> str:
    """A word in lower case, with plain apostrophes and without accents."""
    lowered = word.translate(_TO_APOSTROPHE).lower()
    return lowered if lowered.isascii() else _without_accents(lowered)


def lower(word: str) -> str:
    """A word in lower case with plain apostrophes, its accents kept as a stemmer needs them."""
    return unicodedata.normalize("NFC", word.translate(_TO_APOSTROPHE).lower())


@lru_cache(maxsize=4_096)
def spelling(word: str) -> str:
    """A word as *lower* gives it, its ligatures and yo in letters that everybody types."""
    return lower(word).translate(_LIGATURES)


def _without_accents(word: str) -> str:
    composed = unicodedata.normalize("NFC", word).translate(_PLAIN_LETTERS)
    return "".join(map(_base_letter, composed))


@lru_cache(maxsize=4_096)
def _base_letter(letter: str) -> str:
    if letter == _SHORT_I:
        return letter
    decomposed = unicodedata.normalize("NFD", letter)
    return "".join(c for c in decomposed if not unicodedata.combining(c))
