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
    from collections.abc import Iterator

    from crawler.extract.page import Page
    from crawler.extract.scripts import Script

_LONGEST_PROOF = 200
_BEFORE = 40
_MOST_PLACES = 20
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
    running = [script for script in page.scripts if script.runs]
    addresses = [tag for script in running if (tag := _loading_tag(script))] + _frames(page.markup)
    code = [script.body.replace(rb"\/", b"/") for script in running if script.body.strip()]
    loaded = [(tag.lower(), tag) for tag in addresses]
    stated = [(body, body) for body in code]
    everything = b"\n".join(addresses).lower(), b"\n".join(code), page.markup
    found: dict[str, str] = {}
    for vendor in VENDORS:
        proof = next(
            (
                piece
                for needles, pieces, whole in (
                    (vendor.addresses, loaded, everything[0]),
                    (vendor.addresses + vendor.code, stated, everything[1]),
                    (vendor.elements, [(page.markup, page.markup)], everything[2]),
                )
                for piece in _matches(needles, pieces, whole)
            ),
            None,
        )
        if proof:
            found[vendor.name] = proof
    if "Messenger" not in found and b"m.me/" in page.markup:
        link = _MESSENGER_LINK.search(page.markup)
        if link:
            found["Messenger"] = _shown(link[0])
    return found


def _matches(needles: tuple[bytes, ...], pieces: list[bytes], whole: bytes) -> Iterator[str]:
    """Pieces around each needle that stands in living code; *whole* is all pieces, asked first."""
    for needle in needles:
        if needle not in whole:
            continue
        for piece in pieces:
            places = islice(_places(piece, needle), _MOST_PLACES)
            alive = next((at for at in places if not _is_commented(piece, at)), None)
            if alive is not None:
                yield _excerpt(piece, alive)


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


def _is_commented(piece: bytes, at: int) -> bool:
    """Whether position *at* of a script lies in a comment; addresses hold ``//`` too."""
    line_start = piece.rfind(b"\n", 0, at) + 1
    if _LINE_COMMENT.search(piece, max(line_start, at - 400), at):
        return True
    opened = piece.rfind(b"/*", 0, at)
    return (
        opened >= 0
        and piece.find(b"*/", opened, at) < 0
        and not piece[:opened].endswith((b"'", b'"'))
    )


def _excerpt(piece: bytes, at: int) -> str:
    """The surroundings of position *at*, from the start of its statement where that is near."""
    start = max(piece.rfind(b"\n", 0, at) + 1, at - _BEFORE, 0)
    end = piece.find(b"\n", at)
    return _shown(piece[start : end if end >= 0 else len(piece)])


def _shown(piece: bytes) -> str:
    return clean_text(piece[: 4 * _LONGEST_PROOF].decode("utf-8", "replace"))[
        :_LONGEST_PROOF
    ].strip()
