"""Takes authors' names out of a page before it is kept."""

from __future__ import annotations

import json
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_ENCODINGS = ("utf-8", "cp1250", "cp1251", "cp1252", "utf-16-le", "utf-16-be")
_BEFORE, _AFTER = b">\"'", b"<\"'&\\"
_BLANKS = b" \t\r\n\0"
_SHORTEST = 2


def without_names(body: bytes, keys: Mapping[str, str]) -> bytes:
    """*body* with each name of *keys* (name as printed -> its key) replaced by ``author-KEY``.

    A name of several words is replaced wherever it stands; a single word, which may be part of any
    text, only where it is all there is between two tags or quotes. What else a page says of its
    authors (portraits, numbers of profiles) stays, which is one reason why pages are kept for weeks
    only.
    """
    spans = sorted(_spans(body, keys))
    if not spans:
        return body
    pieces: list[bytes] = []
    position = 0
    for start, end, pseudonym in spans:
        if start >= position:
            pieces += [body[position:start], pseudonym]
            position = end
    return b"".join([*pieces, body[position:]])


def _spans(body: bytes, keys: Mapping[str, str]) -> Iterator[tuple[int, int, bytes]]:
    for name, key in keys.items():
        if len(name) < _SHORTEST:
            continue
        accepts = _anywhere if " " in name.strip() else _alone
        for printed, pseudonym in _printed_forms(name, f"author-{key}"):
            yield from _places(body, printed, pseudonym, accepts)


def _places(
    body: bytes, printed: bytes, pseudonym: bytes, accepts: Callable[[bytes, int, int], bool]
) -> Iterator[tuple[int, int, bytes]]:
    at = body.find(printed)
    while at >= 0:
        end = at + len(printed)
        if accepts(body, at, end):
            yield at, end, pseudonym
        at = body.find(printed, end)


def _printed_forms(name: str, pseudonym: str) -> Iterable[tuple[bytes, bytes]]:
    """The bytes that may stand for *name*: as HTML and JSON escape it, in the usual encodings."""
    texts = dict.fromkeys((name, escape(name), json.dumps(name)[1:-1]))
    forms: dict[bytes, bytes] = {}
    for text in texts:
        for encoding in _ENCODINGS:
            try:
                forms.setdefault(text.encode(encoding), pseudonym.encode(encoding))
            except UnicodeEncodeError:
                continue
    return forms.items()


def _anywhere(_body: bytes, _start: int, _end: int) -> bool:
    return True


def _alone(body: bytes, start: int, end: int) -> bool:
    before = body[max(0, start - 40) : start].rstrip(_BLANKS)
    after = body[end : end + 40].lstrip(_BLANKS)
    return before[-1:] in _set(_BEFORE) and after[:1] in _set(_AFTER)


def _set(characters: bytes) -> frozenset[bytes]:
    return frozenset(bytes([one]) for one in characters)
