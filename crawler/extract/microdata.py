"""Reads the microdata layer of a page into nodes of the same shape as JSON-LD's.

The algorithm follows https://html.spec.whatwg.org/multipage/microdata.html, with ``itemref``.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.json_ld import types_of
from crawler.extract.markup import plain_text
from crawler.extract.review_block import (
    declared_id,
    shown_date,
    shown_rating,
    shown_reply,
    shows_badge,
)
from crawler.extract.schema_layer import REVIEWS
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.json_ld import Node
    from crawler.extract.markup import Element

_ADDRESSES = {
    "a": "href",
    "area": "href",
    "link": "href",
    "img": "src",
    "audio": "src",
    "video": "src",
    "iframe": "src",
    "embed": "src",
    "source": "src",
    "object": "data",
    "data": "value",
    "meter": "value",
    "time": "datetime",
}
VERIFIED = "verified"
"""Our own property of a review, for a badge that schema.org has no word for."""

_MOST_MARKED = 50_000
_MOST_COMPLETED = 1000
# Classes without which no review of the page can have a reply or a badge.
_REPLY = re.compile(r"eply|esponse|nswer|wner")
_BADGE = re.compile(r"erifi|urchas|badge|state")
# What a page of breadcrumbs and search boxes does not declare.
_OURS = re.compile(
    rb"""itemtype\s{0,5}=\s{0,5}["']?[^"'<>]{0,200}?(?:review|rating|recommendation|faqpage|question)"""
    rb"""|itemprop\s{0,5}=\s{0,5}["']?[^"'<>]{0,100}?(?:review|aggregaterating)"""
)
_DEEPEST = 300
# Strings that know their element cost thrice the time.
_CLASSES = etree.XPath("//@class", smart_strings=False)
_TEXTS = frozenset({"name", "headline"})


def is_declared(lowered: bytes) -> bool:
    """Whether *lowered*, markup in lower case, declares any item that we read."""
    return b"itemscope" in lowered and bool(_OURS.search(lowered))


def nodes(tree: Element) -> tuple[Node, ...]:
    """Outermost items of *tree*, inner items nested in them; templates are left out.

    A review that leaves its rating, date or id unmarked gets what its block shows.
    """
    marked = list(islice(_marked(tree), _MOST_MARKED))
    items: dict[Element, Node] = {
        element: _empty(element) for element in marked if element.get("itemscope") is not None
    }
    borrowed = _borrowed(items)
    inner = set()
    for element in marked:
        owner = _owner(element, items, borrowed) if element.get("itemprop") is not None else None
        if owner is not None:
            _add(items[owner], element, items.get(element))
            inner.add(element)
    _complete_reviews(tree, items)
    # A property without an item around it is a mistake that many pages make: its item stands alone.
    return tuple(item for element, item in items.items() if element not in inner)


def _marked(tree: Element) -> Iterator[Element]:
    """Elements of *tree* that are items or properties, in document order."""
    in_template = {one for template in tree.iter("template") for one in template.iter()}
    for element in tree.iter(etree.Element):
        marked = element.get("itemprop") is not None or element.get("itemscope") is not None
        if marked and element not in in_template:
            yield element


def _empty(element: Element) -> dict[str, object]:
    item: dict[str, object] = {}
    types = [
        address.rstrip("/").rpartition("/")[2] for address in element.get("itemtype", "").split()
    ]
    if types:
        item["@type"] = types[0] if len(types) == 1 else types
    if element.get("itemid"):
        item["@id"] = element.get("itemid")
    return item


def _borrowed(items: dict[Element, Node]) -> dict[str, Element]:
    """Ids of elements whose properties belong to an item elsewhere -> that item's element."""
    return {name: element for element in items for name in element.get("itemref", "").split()}


def _owner(
    element: Element, items: dict[Element, Node], borrowed: dict[str, Element]
) -> Element | None:
    """Element of the item that the property of *element* belongs to."""
    if borrowed and element.get("id") in borrowed:
        return borrowed[element.get("id")]
    for above in islice(element.iterancestors(), _DEEPEST):
        if above in items:
            return above
        if borrowed and above.get("id") in borrowed:
            return borrowed[above.get("id")]
    return None


def _add(item: dict[str, object], element: Element, inner: dict[str, object] | None) -> None:
    value: object = inner if inner is not None else _value(element)
    for name in element.get("itemprop").split():
        known = item.get(name)
        if known is None:
            item[name] = value
        elif isinstance(known, list):
            known.append(value)
        else:
            item[name] = [known, value]


def _value(element: Element) -> str:
    content = element.get("content")
    if content is not None:
        return str(content)
    attribute = _ADDRESSES.get(element.tag)
    address = element.get(attribute) if attribute else None
    # A title is often a link: its text is what is meant, not where it leads.
    if address is not None and not _TEXTS.intersection(element.get("itemprop").split()):
        return str(address)
    return plain_text(element) if len(element) else clean_text((element.text or "").strip())


def _complete_reviews(tree: Element, items: dict[Element, Node]) -> None:
    reviews = [element for element, item in items.items() if not REVIEWS.isdisjoint(types_of(item))]
    if not reviews:
        return
    classes = " ".join(set(_CLASSES(tree)))
    may_reply, may_badge = bool(_REPLY.search(classes)), bool(_BADGE.search(classes))
    for element in reviews[:_MOST_COMPLETED]:
        item = items[element]
        _complete(item, element)
        if may_reply and "comment" not in item and (reply := shown_reply(element)):
            item["comment"] = {"@type": "Comment", "text": reply}
        if may_badge and shows_badge(element):
            item[VERIFIED] = True


def _complete(item: Node, element: Element) -> None:
    """Adds to a review what its block shows but does not mark up."""
    if not {"reviewRating", "ratingValue", "rating"} & item.keys():
        rating = shown_rating(element)
        if rating:
            item["reviewRating"] = {"ratingValue": rating.value, "bestRating": rating.maximum}
    if not {"datePublished", "dateCreated"} & item.keys():
        date = shown_date(element)
        if date:
            item["datePublished"] = date
    if not {"@id", "identifier"} & item.keys():
        identifier = declared_id(element)
        if identifier:
            item["identifier"] = identifier
