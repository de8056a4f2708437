"""Gives a stretch of a page as a person reads it, with the way back to its characters."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Sequence

#: What stands in a view in the place of a tag.
TAG = "\x01"
_CODED = re.compile(
    # an entity, also one of an entity; then JSON's escapes, also inside JSON's strings
    r"&(?:amp;){0,2}(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});?"
    r"|\\{1,4}(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt/\"'])"
    # one character of an address, percent-encoded up to three times
    r"|%(?:25){0,2}(?:[0-7][0-9a-fA-F]"
    r"|[c-fC-F][0-9a-fA-F](?:%(?:25){0,2}[89abAB][0-9a-fA-F]){1,3})"
    r"|<[^<>]{0,200}>|\s{2,}|[^\S ]|[\u0300-\u036f\u00ad\u200b-\u200f\u2060\ufeff]"
)
_PERCENT = re.compile(r"%(?:25){1,2}")


class _Letters(dict[int, str]):  # ruff: ignore[subclass-builtin] - a table for str.translate
    """Each character without case and accents, worked out once."""

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFD", chr(code).lower())[:1] or chr(code)
        self[code] = folded
        return folded


_LETTERS = _Letters()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A stretch of a page as it is read."""

    printed: str
    """Without escapes, runs of blanks as one, a tag as `TAG`."""
    folded: str
    """The same, character by character, without case and accents."""
    origins: Sequence[int]
    """Where in the stretch each character begins; one more for its end."""


def fold(text: str) -> str:
    """*text* without case and accents, as long as before."""
    return text.lower() if text.isascii() else text.translate(_LETTERS)


def view_of(stretch: str) -> View:
    """*stretch* with its escapes resolved."""
    pieces: list[str] = []
    origins: list[int] = []
    position = 0
    for match in _CODED.finditer(stretch):
        start, end = match.span()
        meant = _meant(match[0])
        pieces += (stretch[position:start], meant)
        origins += range(position, start)
        origins += [start] * len(meant)
        position = end
    pieces.append(stretch[position:])
    origins += range(position, len(stretch) + 1)
    printed = "".join(pieces)
    return View(printed=printed, folded=fold(printed), origins=origins)


def _meant(coded: str) -> str:
    """The character that *coded* stands for; nothing for one that can't be seen."""
    first = coded[0]
    if first == "<":
        return TAG
    if first == "&":
        meant = unescape("&" + coded[1:].replace("amp;", "") if coded[1:5] == "amp;" else coded)
    elif first == "%":
        meant = unquote(_PERCENT.sub("%", coded))
    elif first == "\\":
        meant = _unslashed(coded.lstrip("\\"))
    else:
        meant = " " if first.isspace() else ""
    return " " if meant.isspace() else meant


def _unslashed(coded: str) -> str:
    if coded[0] in "ux" and len(coded) > 1:
        return chr(int(coded[1:], 16))
    return " " if coded in "nrt" else coded
