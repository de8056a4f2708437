"""Reads the ratings of a layer of structured data: each review's, and the page's own average."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import schema_values
from crawler.extract.json_ld import as_list, types_of
from crawler.extract.numbers import Rating, read_count
from crawler.extract.schema_layer import AVERAGES
from rivalscope.models import AggregateRating

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.json_ld import Node
    from crawler.extract.schema_layer import Layer

_RATINGS = ("reviewRating", "ratingValue", "rating")
# Who sells, as against what is sold: a page about a product often rates its shop in the footer.
_SELLERS = frozenset(
    {"Organization", "Corporation", "WebSite", "WebPage", "OnlineStore", "OnlineBusiness", "Brand"}
)
# These are what a page is about, unless something on it is rated too.
_PLACES = frozenset({"LocalBusiness", "Store", "ProfessionalService"})


def review_ratings(layer: Layer) -> list[Rating | None]:
    """Rating of each review of *layer*, with its maximum; None for one without.

    One page uses one scale: a 7 without a maximum says that the 4 beside it is one of 10 as well.
    """
    stated = [schema_values.stated_rating(_rating_of(layer, node)) for node in layer.reviews]
    undeclared = [one.value for one in stated if one and one.maximum is None]
    usual = schema_values.usual_maximum(max(undeclared)) if undeclared else None
    return [
        Rating(one.value, usual) if one is not None and not one.maximum else one for one in stated
    ]


def average(layers: Iterable[Layer]) -> AggregateRating | None:
    """The average of what the page is about: not of one thing it lists, rather not of the shop."""
    found = [
        _Average(listed, _remoteness(node), rating)
        for layer in layers
        for node, listed in layer.rated
        for rating in _averages_of(layer, node)
    ]
    own = [one for one in found if not one.listed] or (found if len(found) == 1 else [])
    return min(own, key=lambda one: one.remoteness).rating if own else None


def count_is_zero(layers: Iterable[Layer]) -> bool:
    """Whether an average of *layers* says that it counts no reviews."""
    return any(
        _count(one) == 0
        for layer in layers
        for node, _ in layer.rated
        for one in as_list(node.get("aggregateRating"))
    )


class _Average(NamedTuple):
    listed: bool
    remoteness: int
    rating: AggregateRating


def _rating_of(layer: Layer, node: Node) -> object:
    for name in _RATINGS:
        if stated := node.get(name):
            return layer.resolved(stated)
    return None


def _remoteness(node: Node) -> int:
    """How far *node* is likely to be from what the page is about."""
    types = types_of(node)
    return 2 if types & _SELLERS else 1 if types & _PLACES else 0


def _averages_of(layer: Layer, node: Node) -> Iterator[AggregateRating]:
    inner = as_list(node.get("aggregateRating"))
    if types_of(node) & AVERAGES and "itemReviewed" in node:
        inner.append(node)
    for value in inner:
        described = layer.resolved(value)
        rating = schema_values.rating(described)
        count = _count(described)
        if rating is not None and rating.maximum and count != 0:
            yield AggregateRating(value=rating.value, maximum=rating.maximum, count=count)


def _count(average: object) -> int | None:
    if not isinstance(average, dict):
        return None
    counts = (
        read_count(schema_values.text(average.get(name))) for name in ("ratingCount", "reviewCount")
    )
    return next((count for count in counts if count is not None), None)
