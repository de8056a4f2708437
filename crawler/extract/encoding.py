"""Decides which characters the bytes of a page stand for, and gives them as UTF-8."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.models import Snapshot

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?([\w:.-]+)""", re.IGNORECASE
)
_HEAD = 4096
# What pages without any declaration were usually written in, where they are not UTF-8.
_LEGACY = {
    "cs": "cp1250",
    "hu": "cp1250",
    "pl": "cp1250",
    "sk": "cp1250",
    "ru": "cp1251",
    "uk": "cp1251",
}
# WHATWG reads these labels as the Windows superset (https://encoding.spec.whatwg.org/#names-and-labels).
_SUPERSETS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254"}
_LONGEST_CHARACTER = 4


def utf8_markup(snapshot: Snapshot, *, language: str | None = None) -> bytes:
    """The page's body in UTF-8, without byte order mark.

    A body that *is* valid UTF-8 is taken for that whatever was declared: text in another encoding
    practically never is. Otherwise the transport's word counts, then the page's own, then what
    pages in *language* used to be written in. Bytes that mean nothing become U+FFFD.
    """
    body = snapshot.body
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _recoded(body[len(mark) :], encoding)
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        valid = body[: error.start]
        if error.start >= len(body) - _LONGEST_CHARACTER and not valid.isascii():
            return valid  # cut in the middle of the last character
    else:
        if b"\0" not in body:
            return body
    declared = _DECLARED.search(body, 0, _HEAD)
    for name in (snapshot.encoding, declared and declared[1].decode("ascii", "replace")):
        if known := _known(name):
            return _recoded(body, known)
    return _recoded(body, _LEGACY.get((language or "")[:2], "cp1252"))


def _known(name: str | None) -> str | None:
    """Python's name of an encoding of text, None where it has none."""
    try:
        info = codecs.lookup(name or "")
        b"".decode(info.name)
    except (LookupError, ValueError):
        return None
    return _SUPERSETS.get(info.name, info.name)


def _recoded(body: bytes, encoding: str) -> bytes:
    return body.decode(encoding, "replace").encode("utf-8", "replace")
