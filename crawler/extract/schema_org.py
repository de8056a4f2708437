"""Reads schema.org reviews and averages, whether a page writes them as JSON-LD or as microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from crawler.extract import candidates, json_ld, schema_values
from crawler.extract.candidates import Candidate
from crawler.extract.json_ld import as_list, types_of
from crawler.extract.microdata import VERIFIED
from crawler.extract.numbers import read_count
from rivalscope.models import AggregateRating, PageReading, Reply, Review

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.json_ld import Node
    from crawler.extract.page import Page

MISSING = "no schema.org review, average or FAQ in it"
_REVIEWS = frozenset({"Review", "UserReview", "CriticReview", "EmployerReview", "Recommendation"})
_FAQ = frozenset({"FAQPage", "Question"})
_AVERAGES = frozenset({"AggregateRating", "EmployerAggregateRating"})
# Who sells, as against what is sold: a page about a product often rates its shop in the footer.
_SELLERS = frozenset({"Organization", "Corporation", "WebSite", "OnlineStore", "Brand"})
_BODY = ("reviewBody", "description", "text")
_DATE = ("datePublished", "dateCreated", "uploadDate", "dateModified")


def read(page: Page) -> PageReading | None:
    """Reviews and the page's own average of both layers; None where neither holds any.

    Visible microdata goes before JSON-LD, which may be older or shortened. A review needs a rating
    or a date, so that quotes and snippets beside the reviews don't count.
    """
    layers = [list(json_ld.placed(layer)) for layer in (page.microdata, page.json_ld)]
    if not any(_is_ours(node) for layer in layers for node, _ in layer):
        return None
    shown, data = ([*_candidates(page, layer)] for layer in layers)
    rating = _average(layers[0]) or _average(layers[1])
    reviews = candidates.joined(shown, data)
    nothing = not reviews and any(_says_zero(node) for layer in layers for node, _ in layer)
    return PageReading(
        reviews=reviews,
        rating=rating,
        empty_because="its average counts 0 reviews" if nothing else None,
    )


def _is_ours(node: Node) -> bool:
    return bool(types_of(node) & (_REVIEWS | _FAQ | _AVERAGES)) or "aggregateRating" in node


def _candidates(page: Page, layer: Iterable[json_ld.Placed]) -> Iterator[Candidate]:
    for node, _ in layer:
        if types_of(node) & _REVIEWS:
            review = _review(page, node)
            if review is not None:
                yield Candidate(review, schema_values.text(node.get("author")).casefold())


def _review(page: Page, node: Node) -> Review | None:
    """The review that *node* describes; None for templates, placeholders and bare snippets."""
    body = schema_values.first_text(node, *_BODY)
    rating = schema_values.rating(
        node.get("reviewRating") or node.get("ratingValue") or node.get("rating")
    )
    moment = next(filter(None, (page.moment(date) for date in _dates(node))), None)
    if rating is None and moment is None:
        return None
    title = _title(node)
    if (not body and not title and rating is None) or schema_values.is_template(body):
        return None
    return Review(
        body=body,
        title=title,
        native_id=schema_values.identifier(node, page.url),
        rating=rating.value if rating else None,
        rating_max=rating.maximum if rating else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=_language(node),
        verified=True if node.get(VERIFIED) is True else None,
        reply=_reply(page, node),
        url=_permalink(page, node),
    )


def _dates(node: Node) -> Iterator[object]:
    for name in _DATE:
        for value in as_list(node.get(name)):
            yield value.get("@value") if isinstance(value, dict) else value


def _title(node: Node) -> str | None:
    """Its headline, unless that only names what is reviewed or who reviewed it."""
    title = schema_values.first_text(node, "headline", "name")
    subject = node.get("itemReviewed")
    not_titles = {schema_values.text(node.get("author")), schema_values.text(subject)}
    if not title or title in not_titles or schema_values.is_template(title):
        return None
    return title


def _language(node: Node) -> str | None:
    declared = schema_values.text(node.get("inLanguage"))
    code = declared.replace("_", "-").partition("-")[0].lower()
    return code if len(code) == 2 and code.isalpha() else None  # ruff: ignore[magic-value-comparison]


def _reply(page: Page, node: Node) -> Reply | None:
    """The owner's comment: an organization's, or the only one there is."""
    comments = [one for one in as_list(node.get("comment")) if isinstance(one, dict)]
    owned = [one for one in comments if _by_organization(one)] or (
        comments if len(comments) == 1 else []
    )
    body = schema_values.first_text(owned[0], "text", "description") if owned else ""
    if not body:
        return None
    moment = next(filter(None, (page.moment(date) for date in _dates(owned[0]))), None)
    return Reply(body=body, published_at=moment.at if moment else None)


def _by_organization(comment: Node) -> bool:
    return any(
        "Organization" in types_of(author)
        for author in as_list(comment.get("author"))
        if isinstance(author, dict)
    )


def _permalink(page: Page, node: Node) -> str | None:
    """Its own address, which differs from the page's at least by the fragment."""
    address = page.link(node.get("url"))
    return address if address != page.url else None


class _Average(NamedTuple):
    listed: bool
    by_seller: bool
    rating: AggregateRating


def _average(layer: Iterable[json_ld.Placed]) -> AggregateRating | None:
    """The average of what the page is about: not of one thing it lists, rather not of the shop."""
    layer = list(layer)
    by_id = {node["@id"]: node for node, _ in layer if isinstance(node.get("@id"), str)}
    found = [
        _Average(listed, bool(types_of(node) & _SELLERS), rating)
        for node, listed in layer
        for rating in _averages_of(node, by_id)
    ]
    own = [one for one in found if not one.listed] or (found if len(found) == 1 else [])
    return min(own, key=lambda one: one.by_seller).rating if own else None


def _averages_of(node: Node, by_id: dict[object, Node]) -> Iterator[AggregateRating]:
    inner = as_list(node.get("aggregateRating"))
    if types_of(node) & _AVERAGES and "itemReviewed" in node:
        inner.append(node)
    for value in inner:
        described = value
        if isinstance(value, dict) and "ratingValue" not in value:
            described = by_id.get(value.get("@id"), value)
        rating = schema_values.rating(described)
        if rating is not None and rating.maximum and not _says_zero({"aggregateRating": described}):
            yield AggregateRating(
                value=rating.value, maximum=rating.maximum, count=_count(described)
            )


def _count(average: object) -> int | None:
    if not isinstance(average, dict):
        return None
    counts = (
        read_count(schema_values.text(average.get(name))) for name in ("ratingCount", "reviewCount")
    )
    return next((count for count in counts if count is not None), None)


def _says_zero(node: Node) -> bool:
    return any(_count(average) == 0 for average in as_list(node.get("aggregateRating")))
