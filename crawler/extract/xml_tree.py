"""Reads XML that nobody vouches for: no entities, no network, no huge trees."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element

_HEAD = 2048
_HTML = re.compile(rb"<!doctype\s+html|<html\b", re.IGNORECASE)
# Without the declaration only roots that no fragment of HTML has.
_XML = re.compile(
    rb"\s*<(?:\?xml\s|(?:rss|feed|atom:feed|rdf:RDF|FEEDBACKLIST|reviews|products)[\s>/])"
)
_MOST_ELEMENTS = 200_000
_PREFIXES = {
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://itunes.apple.com/rss": "im",
    "http://www.w3.org/1999/xhtml": "xhtml",
}


class XmlDocument(NamedTuple):
    """A page that is XML."""

    root: Element
    whole: bool
    """Well-formed to its end; what was cut off proves nothing by what it lacks."""


def parse_xml(markup: bytes) -> XmlDocument | None:
    """The document of UTF-8 *markup*, mended where it is broken; None where it is no XML."""
    head = markup[:_HEAD]
    if not _XML.match(head) or _HTML.search(head):
        return None
    for mending in (False, True):
        # A parser of lxml keeps the tables of what it has read: one for each document.
        parser = etree.XMLParser(
            encoding="utf-8",
            recover=mending,
            resolve_entities=False,
            load_dtd=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(markup.lstrip(), parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:
            return XmlDocument(root, not mending)
    return None


def name_of(element: Element) -> str:
    """Name of *element* with a usual prefix, such as ``dc:date``; ``?:`` for strange namespaces."""
    if not isinstance(element.tag, str):
        return ""
    address, _, name = element.tag.rpartition("}")
    prefix = _PREFIXES.get(address[1:], "?") if address else ""
    return f"{prefix}:{name}" if prefix else name


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children with one of *names*, in order."""
    tags = [tag for name in names for tag in _tags_of(name)]
    yield from element.iterchildren(*tags)


def child(element: Element, *names: str) -> Element | None:
    """The first child of the first name that any child has; None where none has."""
    return next((found for name in names for found in children(element, name)), None)


def written(element: Element | None) -> str:
    """All text inside *element*; empty where there is no element."""
    return "" if element is None else "".join(element.itertext(with_tail=False)).strip()


def child_text(element: Element, *names: str) -> str:
    """Text of the first child of *names* that has any."""
    texts = (written(found) for name in names for found in children(element, name))
    return next(filter(None, texts), "")


@lru_cache(maxsize=256)
def _tags_of(name: str) -> tuple[str, ...]:
    """*name* as lxml has it, in each of the namespaces that its prefix stands for."""
    prefix, _, local = name.rpartition(":")
    spelled = [f"{{{address}}}{local}" for address, one in _PREFIXES.items() if one == prefix]
    return (*spelled, local) if not prefix else tuple(spelled)


def as_value(element: Element) -> object:
    """*element* as JSON would have it: its text, or an object whose repeated names are lists."""
    left = [_MOST_ELEMENTS]
    return _value(element, left)


def _value(element: Element, left: list[int]) -> object:
    """Depth is what the parser lets through without huge_tree: 256."""
    left[0] -= 1
    inside = [one for one in element.iterchildren() if isinstance(one.tag, str)]
    if not inside or left[0] <= 0:
        return written(element)
    found: dict[str, object] = {}
    for one in inside:
        value, known = _value(one, left), found.get(name_of(one))
        if isinstance(known, list):
            known.append(value)
        else:
            found[name_of(one)] = value if known is None else [known, value]
    return found
