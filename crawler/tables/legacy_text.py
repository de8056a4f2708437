"""Decodes exported text files: UTF-8 and UTF-16 for certain, old code pages by their letters."""

from __future__ import annotations

import codecs
import re
from collections import Counter

from rivalscope.errors import UsageError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Code page -> the letters beyond a-z of each language that is written in it.
_ALPHABETS = {
    "cp1250": ("áčďéěíňóřšťúůýž", "áéíóöőúüű", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż"),
    "cp1251": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
    "koi8-r": ("абвгдежзийклмнопрстуфхцчшщъыьэюяё",),
    "cp1252": ("äöüß", "àâæçéèêëîïôœùûüÿ", "áéíñóúü", "àèéìîòùú", "àáâãçéêíóôõú", "åäöæøé"),
}
_WORDS = re.compile(r"[^\W\d_]+")
_MIXED = re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")
_SAMPLE = 200_000
#: How much of the letters one language must explain.
_SURE = 0.98


def decoded(body: bytes, *, name: str) -> tuple[str, tuple[str, ...]]:
    """The text of *body* without byte order mark, and what a person should know of how it was read.

    Raises UsageError where it is no text, or in an encoding that its letters do not tell.
    """
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _strict(body[len(mark) :], encoding, name=name), ()
    if b"\0" in body:
        message = f"{name}: is no text: it holds NUL bytes; export it as CSV UTF-8"
        raise UsageError(message)
    try:
        return body.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        place = error.start
    page = _find_code_page(body)
    if page is None:
        message = f"{name}: is not UTF-8 (byte {place}): export it as CSV UTF-8"
        raise UsageError(message)
    note = f"is not UTF-8: read as {page} by its letters; export it as CSV UTF-8 to be sure"
    return body.decode(page), (note,)


def _strict(body: bytes, encoding: str, *, name: str) -> str:
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"{name}: is no {encoding} (byte {error.start}): export it as CSV UTF-8"
        raise UsageError(message) from error


def _find_code_page(body: bytes) -> str | None:
    """The code page in which the letters are those of one language; None where none is."""
    fits = {page: _fit(body, page, alphabets) for page, alphabets in _ALPHABETS.items()}
    best = max(fits, key=lambda page: fits[page])
    return best if fits[best][0] >= _SURE else None


def _fit(body: bytes, page: str, alphabets: tuple[str, ...]) -> tuple[float, float]:
    """How much of the letters beyond ASCII one language explains, and how many are lower case.

    A word of Latin and Cyrillic letters is explained by no language; a text that is nearly all
    capitals was written in the other Russian code page.
    """
    try:
        text = body.decode(page)[:_SAMPLE]
    except UnicodeDecodeError:
        return 0.0, 0.0
    words = [word for word in _WORDS.findall(text) if not word.isascii()]
    letters = Counter(one for word in words for one in word if one > "\x7f")
    total = letters.total()
    if not total:
        return 1.0, 1.0  # only signs such as dashes and quotes, which the Windows pages share
    mixed = sum(map(len, filter(_MIXED.search, words)))
    lowered = Counter(one for word in words for one in word.lower() if one > "\x7f")
    explained = max(sum(lowered[one] for one in alphabet) for alphabet in alphabets)
    lower = sum(count for one, count in letters.items() if one.islower())
    return max(0.0, (explained - mixed) / total), lower / total
