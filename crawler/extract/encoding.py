"""Decides which characters the bytes of a page stand for, and gives them as UTF-8."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from crawler.extract.dates import declared_language

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
# Encodings of Python's own that no page is in, some of them slow to read.
_NO_CHARSETS = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined"})
_LONGEST_CHARACTER = 4
_REPLACEMENT = "\ufffd".encode()
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\r\f\x1b"))
_FEWEST_GOOD = 4


def utf8_markup(snapshot: Snapshot, *, language: str | None = None) -> bytes:
    """The page's body in UTF-8, without byte order mark.

    A body that *is* UTF-8, but for a few bytes, is taken for that whatever was declared: text in
    another encoding practically never is. Otherwise the transport's word counts, then the page's
    own, then what pages in *language* used to be written in. Bytes that mean nothing become U+FFFD.
    """
    body = snapshot.body
    for mark, encoding in _MARKS:
        if body.startswith(mark):
            return _recoded(body[len(mark) :], encoding)
    valid = _valid_utf8(body)
    if valid is not None:
        return valid
    if _is_damaged_utf8(body):
        return _recoded(body, "utf-8")
    return _recoded(body, _other_encoding(snapshot, language))


def _valid_utf8(body: bytes) -> bytes | None:
    """*body*, without a last character that is cut in the middle; None where it is not UTF-8."""
    if body.isascii():
        return None if b"\0" in body else body
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        valid = body[: error.start]
        is_cut = error.start >= len(body) - _LONGEST_CHARACTER and not valid.isascii()
        return valid if is_cut else None
    return None if b"\0" in body else body


def _other_encoding(snapshot: Snapshot, language: str | None) -> str:
    """What a body that is not UTF-8 is most likely in."""
    body = snapshot.body
    declared = _DECLARED.search(body, 0, _HEAD)
    for name in (snapshot.encoding, declared and declared[1].decode("ascii", "replace")):
        known = _known(name)
        if known and known != "utf-8":
            return known
    if b"\0" in body[:2]:  # every other byte of western markup in UTF-16
        return "utf-16-be" if body[:1] == b"\0" else "utf-16-le"
    written_in = language or declared_language(body) or ""
    return _LEGACY.get(written_in[:2], "cp1252")


def unreadable_share(markup: bytes) -> float:
    """Share of characters of UTF-8 *markup*, from 0 to 1, that stand for nothing.

    Those are U+FFFD, which `utf8_markup` puts where bytes mean nothing, and control characters,
    which a picture or an archive read as text is full of. A page of which more than a hundredth
    can't be read was decoded wrongly, or is no page.
    """
    # Its first byte, which few texts hold, is found much faster than the character.
    lost = markup.count(_REPLACEMENT) if _REPLACEMENT[:1] in markup else 0
    if not lost and b"\0" not in markup:  # what is no text holds one or the other
        return 0.0
    controls = len(markup) - len(markup.translate(None, _CONTROLS))
    return (lost + controls) / len(markup.decode("utf-8", "replace"))


def _is_damaged_utf8(body: bytes) -> bool:
    """Whether *body* is UTF-8 but for a few bytes: other encodings hold hardly any of its pairs."""
    if b"\0" in body:
        return False
    text = body.decode("utf-8", "replace")
    lost = text.count("\ufffd")
    return len(text.encode("ascii", "ignore")) + _FEWEST_GOOD * lost < len(text)


def _known(name: str | None) -> str | None:
    """Python's name of an encoding of text, None where it has none."""
    try:
        info = codecs.lookup(name or "")
        b" ".decode(info.name, "replace")
    except (LookupError, ValueError):
        return None
    if info.name in _NO_CHARSETS:
        return None
    return _SUPERSETS.get(info.name, info.name)


def _recoded(body: bytes, encoding: str) -> bytes:
    return body.decode(encoding, "replace").encode("utf-8", "replace")
