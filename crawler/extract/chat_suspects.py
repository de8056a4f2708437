"""Tells in one pass which chat vendors a page names at all, so that only those are looked for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from crawler.extract.chat_vendors import VENDORS, Vendor

if TYPE_CHECKING:
    from collections.abc import Iterator

_HOST = re.compile(rb"//([\w.-]{4,100}+)")
# Code uses these little, and each statement that starts a widget holds one of them.
_RARE = b"_$zCSTBILW"


def named_vendors(code: bytes, frames: bytes) -> list[Vendor]:
    """Vendors whose host, statement or frame is there, be it in a comment, in alphabetical order.

    *code* are the running scripts with their tags, *frames* the tags of the page's frames.
    """
    labels = b".".join(_HOST.findall(code) + _HOST.findall(frames)).lower().split(b".")
    names = {name for label in _LABELS.intersection(labels) for name in _BY_LABEL[label]}
    for pattern, vendors in _BY_LETTER:
        names.update(vendors[(match.lastindex or 1) - 1] for match in pattern.finditer(code))
    if frames:
        lowered = frames.lower()
        names.update(one.name for one in VENDORS if any(id_ in lowered for id_ in one.frames))
    return [one for one in VENDORS if one.name in names] if names else []


def _labels() -> dict[bytes, list[str]]:
    """The most telling label of every host -> names of the vendors who have it."""
    found: dict[bytes, list[str]] = {}
    for vendor in VENDORS:
        hosts = (address.partition(b"/")[0] for address in vendor.addresses)
        for label in {vendor.sdk, *(max(host.split(b"."), key=len) for host in hosts)} - {b""}:
            found.setdefault(label, []).append(vendor.name)
    return found


def _statements() -> Iterator[tuple[bytes, str]]:
    """Every statement, and every path that stands on no known host, with the vendor's name."""
    for vendor in VENDORS:
        paths = (one for one in vendor.addresses if one.startswith(b"/") and not vendor.sdk)
        for statement in (*vendor.code, *paths):
            yield statement, vendor.name


def _patterns() -> Iterator[tuple[re.Pattern[bytes], list[str]]]:
    """A pattern for every rare letter, with the vendors whose statements its groups are.

    A fixed first letter is what the regex engine finds fastest.
    """
    by_letter: dict[bytes, list[tuple[bytes, str]]] = {}
    for statement, vendor in _statements():
        by_letter.setdefault(_rarest(statement), []).append((statement, vendor))
    for letter, statements in by_letter.items():
        pieces = [_from_letter(statement, statement.index(letter)) for statement, _ in statements]
        pattern = re.compile(re.escape(letter) + b"(?:" + b"|".join(pieces) + b")")
        yield pattern, [vendor for _, vendor in statements]


def _from_letter(statement: bytes, at: int) -> bytes:
    """The pattern of *statement* once its letter *at* is matched."""
    before, after = re.escape(statement[: at + 1]), re.escape(statement[at + 1 :])
    return b"(?<=%b)(%b)" % (before, after)


def _rarest(statement: bytes) -> bytes:
    """The letter *statement* is looked for by; raises StopIteration where it has none of them."""
    return next(_RARE[at : at + 1] for at in range(len(_RARE)) if _RARE[at] in statement)


_BY_LABEL = _labels()
_LABELS = frozenset(_BY_LABEL)
_BY_LETTER = tuple(_patterns())
