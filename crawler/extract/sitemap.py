"""Reads the addresses that a site lists for crawlers (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from lxml import etree  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Snapshot

MOST_ADDRESSES = 50_000
"""As many as the protocol allows in one sitemap."""

_LARGEST = 8 * 1024 * 1024
_LONGEST_ADDRESS = 2048
_GZIP = b"\x1f\x8b"
_GZIP_WINDOW = 31
_MOST_IN_ROBOTS = 100
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S{1,2048})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One address of a sitemap."""

    address: str
    is_sitemap: bool
    """Whether it leads to another sitemap, as those of an index do."""


def sitemap_addresses(snapshot: Snapshot) -> tuple[Listed, ...]:
    """Absolute http(s) addresses in *snapshot*: a sitemap, an index of sitemaps, or a text list.

    Compressed bodies are unpacked, at most 8 MiB of them; entities are never resolved. Each address
    comes once, in order; empty where the body is no sitemap.
    """
    body = _unpacked(snapshot.body)
    listed = _in_markup(body) if body.lstrip()[:1] == b"<" else _in_text(body)
    found: dict[str, Listed] = {}
    for raw, is_sitemap in islice(listed, MOST_ADDRESSES):
        address = _absolute(raw, base=snapshot.url)
        if address:
            found.setdefault(address, Listed(address=address, is_sitemap=is_sitemap))
    return tuple(found.values())


def sitemaps_of(robots_text: str, *, url: str) -> tuple[str, ...]:
    """Addresses of the sitemaps that a robots.txt at *url* names, each once, in order."""
    named = (match[1] for match in _SITEMAP_LINE.finditer(robots_text[:_LARGEST]))
    addresses = (_absolute(raw, base=url) for raw in islice(named, _MOST_IN_ROBOTS))
    return tuple(dict.fromkeys(filter(None, addresses)))


def _unpacked(body: bytes) -> bytes:
    """*body*, unpacked where it is gzip; what an archive cut short has, nothing of a broken one."""
    if not body.startswith(_GZIP):
        return body[:_LARGEST].removeprefix(b"\xef\xbb\xbf")
    try:
        return zlib.decompressobj(_GZIP_WINDOW).decompress(body, _LARGEST)
    except zlib.error:
        return b""


def _in_markup(body: bytes) -> Iterator[tuple[str, bool]]:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, recover=True, remove_comments=True
    )
    try:
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, ValueError):
        return
    if root is None:
        return
    for element in root.iter("{*}loc"):
        above = element.getparent()
        if above is None or not isinstance(above.tag, str):
            continue
        name, own = etree.QName(above), etree.QName(element)
        # the locations of pictures and films are in namespaces of their own
        if name.localname in {"url", "sitemap"} and name.namespace == own.namespace:
            yield element.text or "", name.localname == "sitemap"


def _in_text(body: bytes) -> Iterator[tuple[str, bool]]:
    for line in body.decode("utf-8", "replace").splitlines():
        if line.startswith(("http://", "https://")):
            yield line, False


def _absolute(raw: str, *, base: str) -> str | None:
    text = raw.strip()
    if not text or len(text) > _LONGEST_ADDRESS or any(letter.isspace() for letter in text):
        return None
    try:
        address = urljoin(base, text)
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None
