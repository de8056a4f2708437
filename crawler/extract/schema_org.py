"""Reads schema.org reviews and averages, whether a page writes them as JSON-LD or as microdata."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import candidates, prompts, review_cards, schema_ratings, schema_values
from crawler.extract.json_ld import as_list, types_of
from crawler.extract.microdata import VERIFIED
from crawler.extract.schema_layer import layer_of
from rivalscope.models import PageReading, Reply, Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.dates import Moment
    from crawler.extract.json_ld import Node
    from crawler.extract.numbers import Rating
    from crawler.extract.page import Page
    from crawler.extract.schema_layer import Layer

MISSING = "no schema.org review, average or FAQ in it"
_BODY = ("reviewBody", "description", "text")
_NOTES = ("positiveNotes", "negativeNotes")
_DATE = ("datePublished", "dateCreated", "uploadDate", "dateModified")


def read(page: Page) -> PageReading | None:
    """Reviews and the page's own average of both layers; None where neither holds any.

    Visible microdata goes before JSON-LD, which may be older or shortened. A review needs a rating
    or a date, so that quotes and snippets beside the reviews don't count. Reviews of things that a
    page only lists count where it has no others: a shop's page of a category is read, what a
    product's page shows of related products is not.
    """
    layers = [layer_of(page.microdata), layer_of(page.json_ld)]
    if not any(layer.is_ours for layer in layers):
        return None
    shown, data = (list(_reviews(page, layer)) for layer in layers)
    whole = review_cards.completed(page, candidates.joined(shown, data))
    told = [review for review in whole if _is_told(review)]
    nothing = not told and schema_ratings.count_is_zero(layers)
    return PageReading(
        reviews=prompts.without_prompts(told),
        rating=schema_ratings.average(layers),
        empty_because="its average counts 0 reviews" if nothing else None,
    )


def _is_told(review: Review) -> bool:
    """Whether somebody said something: templates, placeholders and bare snippets don't."""
    if schema_values.is_template(review.body):
        return False
    if review.rating is None:
        return review.published_at is not None and bool(review.body or review.title)
    return True


def _reviews(page: Page, layer: Layer) -> Iterator[Review]:
    ratings = schema_ratings.review_ratings(layer)
    for node, rating in zip(layer.reviews, ratings, strict=True):
        yield _review(page, layer, node, rating=rating)


def _review(page: Page, layer: Layer, node: Node, *, rating: Rating | None) -> Review:
    moment = _moment(page, node)
    author = schema_values.name(layer.resolved(node.get("author")))
    return Review(
        body=_body(node),
        title=_title(layer, node, author),
        native_id=schema_values.identifier(node, page.url),
        rating=rating.value if rating else None,
        rating_max=rating.maximum if rating else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=_language(node),
        verified=True if node.get(VERIFIED) is True else None,
        reply=_reply(page, node) if "comment" in node else None,
        url=_permalink(page, node) if "url" in node else None,
        author=author or None,
    )


def _body(node: Node) -> str:
    """Its text, and what it lists for and against as lines of their own."""
    body = schema_values.first_text(node, *_BODY)
    if "positiveNotes" not in node and "negativeNotes" not in node:
        return body
    notes = [line for name in _NOTES for line in schema_values.listed_texts(node.get(name))]
    return "\n\n".join(filter(None, (body, "\n".join(note for note in notes if note not in body))))


def _moment(page: Page, node: Node) -> Moment | None:
    for name in _DATE:
        value = node.get(name)
        if value is None:
            continue
        for one in (value,) if isinstance(value, str) else as_list(value):
            moment = page.moment(one.get("@value") if isinstance(one, dict) else one)
            if moment is not None:
                return moment
    return None


def _title(layer: Layer, node: Node, author: str) -> str | None:
    """Its headline, unless that only names what is reviewed or who reviewed it."""
    title = schema_values.first_text(node, "headline", "name")
    if not title or title == author or schema_values.is_template(title):
        return None
    subject = layer.resolved(node.get("itemReviewed"))
    return None if subject and title == schema_values.text(subject) else title


def _language(node: Node) -> str | None:
    declared = node.get("inLanguage")
    if declared is None:
        return None
    code = schema_values.text(declared).replace("_", "-").partition("-")[0].lower()
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
    moment = _moment(page, owned[0])
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
