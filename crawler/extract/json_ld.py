"""Reads the JSON-LD of a page one script at a time, so that a broken one costs only itself."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from crawler.extract import lenient_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.scripts import Script

Node: TypeAlias = dict[str, object]
"""A schema.org node in the shape of JSON-LD: ``@type``, ``@id`` and properties."""

_CONTAINERS = (dict, list)
_SEVERAL = (list, tuple)
_DEEPEST = 60
_MOST_SCRIPTS = 500
_MOST = 200_000
# What stands below these is about something else than the page, or is a value and no thing.
_ASIDE = frozenset(
    {
        *("isRelatedTo", "isSimilarTo", "isAccessoryOrSparePartFor", "isConsumableFor"),
        *("isVariantOf", "relatedLink", "author", "publisher", "image", "reviewRating"),
    }
)
_LISTS = frozenset(
    {"itemListElement", "hasVariant", "makesOffer", "itemOffered", "hasOfferCatalog"}
)
# Properties that make a node a review, or a rated thing, where its type is left out.
_REVIEW_SHAPE = frozenset({"reviewBody", "reviewRating"})
_REVIEW = frozenset({"Review"})
_UNTYPED: frozenset[str] = frozenset()


class Placed(NamedTuple):
    """A node and where it was found."""

    node: Node
    listed: bool
    """One of several things the page lists, not what the page as a whole is about."""


def nodes(scripts: Iterable[Script], document: object = None) -> tuple[Node, ...]:
    """Outermost nodes of all scripts and of *document*, a page that is JSON-LD as a whole."""
    data = (script for script in scripts if _is_json_ld(script))
    values = [
        value
        for script in islice(data, _MOST_SCRIPTS)
        for value in lenient_json.lenient(script.body)
    ]
    if isinstance(document, dict) and ("@context" in document or "@graph" in document):
        values.append(document)
    return tuple(_outermost(values))


def _is_json_ld(script: Script) -> bool:
    # The attributes of most scripts need not be read to know.
    return b"ld" in script.tag.lower() and script.kind.endswith("ld+json")


def placed(outermost: Iterable[Node]) -> Iterator[Placed]:
    """Every node, in document order, but those about something else; some have no type."""
    stack: list[tuple[object, bool, int]] = [(list(outermost), False, 0)]
    left = _MOST
    while stack and left:
        left -= 1
        value, listed, depth = stack.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(value, dict):
            yield Placed(value, listed)
            inside = [
                (inner, listed or key in _LISTS, depth + 1)
                for key, inner in value.items()
                if isinstance(inner, _CONTAINERS) and key not in _ASIDE
            ]
            stack.extend(reversed(inside))
        elif isinstance(value, list):
            stack.extend([(item, listed, depth + 1) for item in reversed(value)])


def types_of(node: Node) -> frozenset[str]:
    """Names of its types without vocabulary address or prefix."""
    declared = node.get("@type")
    if isinstance(declared, str):
        return _bare_names((declared,))
    if declared is None:
        return _UNTYPED if _REVIEW_SHAPE.isdisjoint(node) else _REVIEW
    return _bare_names(tuple(name for name in as_list(declared) if isinstance(name, str)))


def as_list(value: object) -> list[object]:
    """*value* as a list: none, one or several, whichever way a page writes it."""
    if value is None:
        return []
    if isinstance(value, dict) and "@list" in value:
        value = value["@list"]
    return list(value) if isinstance(value, _SEVERAL) else [value]


@lru_cache(maxsize=1024)
def _bare_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        name.replace("#", "/").rpartition("/")[2].rpartition(":")[2].strip() for name in names
    )


def _outermost(values: Iterable[object]) -> Iterator[Node]:
    stack = list(values)[::-1]
    left = _MOST
    while stack and left:
        left -= 1
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(reversed(value))
        elif isinstance(value, dict):
            yield value
