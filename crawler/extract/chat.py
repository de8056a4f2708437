"""Finds the chat widgets a page embeds, each with the piece of the page that proves it."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.chat_suspects import named_vendors
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
_FRAME = re.compile(rb"<iframe\b[^<>]{0,4000}+>")
_LINE_COMMENT = re.compile(rb"(?:^|[\s;{}()])//")


def read(page: Page) -> tuple[SiteSignal, ...]:
    """One signal a vendor, in alphabetical order.

    Proof is what loads or configures a widget: a script's or frame's address, a statement in a
    script, an element only the widget has. Comments, address hints (preconnect, dns-prefetch),
    configuration kept as data, and links prove nothing.
    """
    running = [script for script in page.scripts if script.runs]
    code = b"\n".join([piece for script in running for piece in (script.tag, script.body)])
    frames = _frames(page.markup)
    suspects = named_vendors(_unescaped(code), b"\n".join(frames))
    if not suspects:
        return ()
    loaded = _Searched([*filter(None, map(_loading_tag, running)), *frames], _anywhere)
    stated = _Searched([_unescaped(script.body) for script in running], _in_code)
    shown = _Searched([page.markup], _in_tag)
    proofs = {
        vendor.name: loaded.proof(vendor.addresses + vendor.frames)
        or stated.proof(vendor.addresses + vendor.code)
        or shown.proof(vendor.places)
        for vendor in suspects
    }
    return tuple(
        SiteSignal(kind="chat", value=vendor, proof=proof)
        for vendor, proof in proofs.items()
        if proof
    )


class _Searched:
    """Pieces of a page of one sort, asked for many needles."""

    def __init__(self, pieces: list[bytes], counts: Callable[[bytes, int], bool]) -> None:
        self._pieces = pieces
        self._lowered = [piece.lower() for piece in pieces]
        self._counts = counts

    def proof(self, needles: tuple[bytes, ...]) -> str | None:
        """What surrounds the first needle that stands where it counts; None without any."""
        found = (self._surroundings(needle.lower()) for needle in needles)
        return next(filter(None, found), None)

    def _surroundings(self, needle: bytes) -> str | None:
        for piece, lowered in zip(self._pieces, self._lowered, strict=True):
            for at in islice(_places(lowered, needle), _MOST_PLACES):
                if self._counts(piece, at):
                    return _excerpt(piece, at)
        return None


def _unescaped(code: bytes) -> bytes:
    return code.replace(rb"\/", b"/") if b"\\" in code else code


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
    if b"</iframe" not in markup:
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
    whole = piece[start : end if end >= 0 else len(piece)][: 4 * _LONGEST_PROOF]
    return clean_text(whole.decode("utf-8", "replace"))[:_LONGEST_PROOF].strip()
