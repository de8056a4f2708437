"""Finds the chat widgets a page embeds, each with the piece of the page that proves it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.chat_vendors import VENDORS
from crawler.extract.scripts import attributes_of
from rivalscope.models import SiteSignal
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.extract.page import Page
    from crawler.extract.scripts import Script

_LONGEST_PROOF = 200
_BEFORE = 40
_MOST_PLACES = 20
_FAR = 400
_FRAME = re.compile(rb"<iframe\b[^<>]{0,4000}+>", re.IGNORECASE)
_LINE_COMMENT = re.compile(rb"(?:^|[\s;{}()])//")
# The address of a page's own Messenger: not telegram.me, not the dialog that shares something.
_MESSENGER_LINK = re.compile(
    rb"""href\s*=\s*["']?(?:https?:)?//(?:www\.)?m\.me/(?!share\b)[\w.-]{2,}[^>]{0,100}""",
    re.IGNORECASE,
)


def read(page: Page) -> tuple[SiteSignal, ...]:
    """One signal a vendor, in the order of the fingerprints.

    Proof is what loads or configures a widget: a script's or frame's address, a statement in a
    script, an element only the widget has. Comments, address hints (preconnect, dns-prefetch),
    configuration kept as data, and links to share something prove nothing.
    """
    return tuple(
        SiteSignal(kind="chat", value=vendor, proof=proof)
        for vendor, proof in _proofs(page).items()
    )


def _proofs(page: Page) -> dict[str, str]:
    """Vendor -> the piece that proves it."""
    running = [script for script in page.scripts if script.runs]
    loaded = _Searched(
        [*filter(None, map(_loading_tag, running)), *_frames(page.markup)], _anywhere
    )
    stated = _Searched([_unescaped(script) for script in running], _in_code)
    shown = _Searched([page.markup], _in_tag)
    found: dict[str, str] = {}
    for vendor in VENDORS:
        proof = (
            loaded.proof(vendor.addresses)
            or stated.proof(vendor.addresses + vendor.code)
            or shown.proof(vendor.elements)
        )
        if proof:
            found[vendor.name] = proof
    link = _MESSENGER_LINK.search(page.markup) if b"m.me/" in page.markup else None
    if link:
        found.setdefault("Messenger", _shown(link[0]))
    return found


class _Searched:
    """Pieces of a page of one sort, asked for many needles."""

    def __init__(self, pieces: list[bytes], counts: Callable[[bytes, int], bool]) -> None:
        self._pieces = pieces
        self._lowered = [piece.lower() for piece in pieces]
        self._whole = b"\n".join(self._lowered)
        self._counts = counts

    def proof(self, needles: tuple[bytes, ...]) -> str | None:
        """What surrounds the first needle that stands where it counts; None without any."""
        for needle in needles:
            if needle.lower() in self._whole:
                proof = self._surroundings(needle.lower())
                if proof:
                    return proof
        return None

    def _surroundings(self, needle: bytes) -> str | None:
        for piece, lowered in zip(self._pieces, self._lowered, strict=True):
            for at in islice(_places(lowered, needle), _MOST_PLACES):
                if self._counts(piece, at):
                    return _excerpt(piece, at)
        return None


def _unescaped(script: Script) -> bytes:
    return script.body.replace(rb"\/", b"/")


def _places(piece: bytes, needle: bytes) -> Iterator[int]:
    at = piece.find(needle)
    while at >= 0:
        yield at
        at = piece.find(needle, at + len(needle))


def _loading_tag(script: Script) -> bytes:
    """The tag of a script that loads an address, as far as the address matters."""
    source = script.attributes.get("src") or script.attributes.get("data-src") or ""
    return script.tag.replace(b"&amp;", b"&") if source else b""


def _frames(markup: bytes) -> list[bytes]:
    if b"<iframe" not in markup:
        return []
    return [
        tag for tag in _FRAME.findall(markup) if attributes_of(tag).get("src") or b" id=" in tag
    ]


def _anywhere(_piece: bytes, _at: int) -> bool:
    return True


def _in_tag(markup: bytes, at: int) -> bool:
    """Whether position *at* lies in a tag: style rules and texts name classes too."""
    return markup.rfind(b"<", 0, at) > markup.rfind(b">", 0, at)


def _in_code(code: bytes, at: int) -> bool:
    """Whether position *at* of a script is no comment; addresses hold ``//`` too."""
    line_start = code.rfind(b"\n", 0, at) + 1
    if _LINE_COMMENT.search(code, max(line_start, at - _FAR), at):
        return False
    opened = code.rfind(b"/*", 0, at)
    quoted = opened > 0 and code[opened - 1 : opened] in {b"'", b'"', b"/"}
    return opened < 0 or quoted or code.find(b"*/", opened, at) >= 0


def _excerpt(piece: bytes, at: int) -> str:
    """The surroundings of position *at*, from the start of its statement where that is near."""
    start = max(piece.rfind(b"\n", 0, at) + 1, at - _BEFORE, 0)
    end = piece.find(b"\n", at)
    return _shown(piece[start : end if end >= 0 else len(piece)])


def _shown(piece: bytes) -> str:
    return clean_text(piece[: 4 * _LONGEST_PROOF].decode("utf-8", "replace"))[
        :_LONGEST_PROOF
    ].strip()
