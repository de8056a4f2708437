"""Reads the microdata layer of a page into nodes of the same shape as JSON-LD's.

The algorithm follows https://html.spec.whatwg.org/multipage/microdata.html, with ``itemref``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract.markup import plain_text
from crawler.extract.review_block import (
    declared_id,
    shown_date,
    shown_rating,
    shown_reply,
    shows_badge,
)

if TYPE_CHECKING:
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

_MOST_ITEMS = 5000
_DEEPEST = 300
_TEXTS = frozenset({"name", "headline"})


def nodes(tree: Element) -> tuple[Node, ...]:
    """Outermost items of *tree*, inner items nested in them; templates are left out.

    A review that leaves its rating, date or id unmarked gets what its block shows.
    """
    elements = tree.xpath("//*[@itemscope][not(ancestor::template)]")[:_MOST_ITEMS]
    items: dict[Element, dict[str, object]] = {element: _empty(element) for element in elements}
    borrowed = _borrowed(items)
    inner = set()
    for element in tree.xpath("//*[@itemprop][not(ancestor::template)]"):
        owner = _owner(element, items, borrowed)
        if owner is not None:
            _add(items[owner], element, items.get(element))
            inner.add(element)
    for element, item in items.items():
        if item.get("@type") == "Review":
            _complete(item, element)
    # A property without an item around it is a mistake that many pages make: its item stands alone.
    return tuple(item for element, item in items.items() if element not in inner)


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


def _borrowed(items: dict[Element, dict[str, object]]) -> dict[str, Element]:
    """Ids of elements whose properties belong to an item elsewhere -> that item's element."""
    return {name: element for element in items for name in element.get("itemref", "").split()}


def _owner(
    element: Element, items: dict[Element, dict[str, object]], borrowed: dict[str, Element]
) -> Element | None:
    """Element of the item that the property of *element* belongs to."""
    if borrowed and element.get("id") in borrowed:
        return borrowed[element.get("id")]
    for _, above in zip(range(_DEEPEST), element.iterancestors(), strict=False):
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
    return plain_text(element)


def _complete(item: dict[str, object], element: Element) -> None:
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
    if "comment" not in item:
        reply = shown_reply(element)
        if reply:
            item["comment"] = {"@type": "Comment", "text": reply}
    if shows_badge(element):
        item[VERIFIED] = True
