"""Sorts the nodes of one layer of structured data into reviews and things with an average."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from crawler.extract import json_ld
from crawler.extract.json_ld import types_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.extract.json_ld import Node, Placed

REVIEWS = frozenset({"Review", "UserReview", "CriticReview", "EmployerReview", "Recommendation"})
AVERAGES = frozenset({"AggregateRating", "EmployerAggregateRating"})
_FAQ = frozenset({"FAQPage", "Question"})
_ID_AND_TYPE = 2


@dataclass(slots=True)
class Layer:
    """What one layer of a page, JSON-LD or microdata, says that matters here."""

    reviews: list[Node] = field(default_factory=list)
    """Those of what the page is about; of the things it lists only where there are no others."""
    rated: list[Placed] = field(default_factory=list)
    by_id: dict[str, Node] = field(default_factory=dict)
    has_faq: bool = False

    @property
    def is_ours(self) -> bool:
        """Whether it holds anything we read."""
        return bool(self.reviews or self.rated or self.has_faq)

    def resolved(self, value: object) -> object:
        """The node that *value* only names by its id; *value* itself where it says more."""
        if isinstance(value, dict) and "@id" in value and len(value) <= _ID_AND_TYPE:
            return self.by_id.get(str(value["@id"]), value)
        return value


def layer_of(outermost: Iterable[Node]) -> Layer:
    """The nodes below *outermost*, sorted."""
    layer = Layer()
    of_listed: list[Node] = []
    for place in json_ld.placed(outermost):
        node = place.node
        types = types_of(node)
        if not types.isdisjoint(REVIEWS):
            (of_listed if place.listed else layer.reviews).append(node)
        elif not types.isdisjoint(_FAQ):
            layer.has_faq = True
        if "aggregateRating" in node or not types.isdisjoint(AVERAGES):
            layer.rated.append(place)
        if len(node) > _ID_AND_TYPE and isinstance(name := node.get("@id"), str):
            layer.by_id.setdefault(name, node)
    layer.reviews = layer.reviews or of_listed
    return layer
