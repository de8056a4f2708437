"""Reads Heureka: its pages of reviews, and the XML that it exports to a shop's owner."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract import payload
from crawler.extract.markup import plain_text
from crawler.extract.numbers import Rating, read_number, read_rating
from crawler.extract.payload import inner, string
from crawler.extract.xml_tree import as_value, name_of
from rivalscope.models import PageReading
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from crawler.extract.payload import Record
    from rivalscope.models import Review

MISSING = "no Heureka reviews in it"
# A post of any blog may have the second class; only reviews have points beside it.
_MARKS = (b"c-rating-widget", b"c-post")
_PAGE_MAXIMUM = 10.0
_EXPORT_MAXIMUM = 5.0
_MOST_POSTS = 2000
_MOST_EXPORTED = 10_000
# What stands before the name of an author whose purchase Heureka knows of; several languages.
_CUSTOMER = ("ověřený zákazník", "overený zákazník", "ověřená zákaznice", "overená zákazníčka")
_ID_PREFIX = "id-"


def read(page: Page) -> PageReading | None:
    """Reviews of a page (0-10 points) or of an export (0-5 stars); None where it is neither."""
    if page.xml is not None:
        return _read_export(page, page.xml.root)
    if page.is_json or not all(mark in page.markup for mark in _MARKS):
        return None
    posts = page.tree.xpath(f"//li[{_has_class('c-post')}]")[:_MOST_POSTS]
    found = (_from_post(page, post) for post in posts)
    reviews = tuple(one for one in found if one.body or one.rating is not None)
    return PageReading(reviews=reviews) if reviews else None


def _has_class(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


def _from_post(page: Page, post: Element) -> Review:
    author = _said(post, "c-post__author")
    customer = next((label for label in _CUSTOMER if author.lower().startswith(label)), "")
    times = post.xpath(".//time/@datetime")
    return payload.review(
        page,
        _said(post, "c-post__summary"),
        native_id=(post.get("id") or "").removeprefix(_ID_PREFIX),
        rated=_points(post),
        date=times[0] if times else _said(post, "c-post__publish-time"),
        verified=bool(customer),
        reply=payload.answer(page, _response(post)),
        author=author[len(customer) :],
        pros=_listed(post, "c-attributes-list--pros"),
        cons=_listed(post, "c-attributes-list--cons"),
    )


def _marked(post: Element, name: str) -> list[Element]:
    return list(post.xpath(f".//*[{_has_class(name)}]"))


def _said(post: Element, name: str) -> str:
    found = _marked(post, name)
    return plain_text(found[0]) if found else ""


def _listed(post: Element, name: str) -> Iterator[str]:
    """Items of the author's own list; a form or a hint may repeat its classes empty."""
    for listing in _marked(post, name)[:1]:
        yield from (plain_text(item) for item in listing.iterchildren("li"))


def _points(post: Element) -> Rating | None:
    """Points as its widget holds them, or the per cent that the widget shows."""
    for widget in _marked(post, "c-rating-widget"):
        stated = read_number(widget.get("data-rating"))
        shown = read_rating(plain_text(widget)) if stated is None else None
        if shown and shown.maximum:
            stated = shown.value / shown.maximum * _PAGE_MAXIMUM
        if (found := payload.rating(stated, _PAGE_MAXIMUM)) is not None:
            return found
    return None


def _response(post: Element) -> str:
    """The shop's answer without the heading that names the shop."""
    for section in _marked(post, "c-post-response")[:1]:
        said = [one for one in section.iterchildren() if "heading" not in (one.get("class") or "")]
        return clean_text("\n\n".join(map(plain_text, said)))
    return ""


def _read_export(page: Page, root: Element) -> PageReading | None:
    """Reviews of the shop (``reviews``) or of its products (``products``)."""
    if name_of(root) not in {"reviews", "products"}:
        return None
    found = [inner(as_value(one)) for one in islice(root.iter("review"), _MOST_EXPORTED)]
    if any(one.keys().isdisjoint({"rating_id", "unix_timestamp"}) for one in found):
        return None
    nothing = not found and page.xml is not None and page.xml.whole and not len(root)
    return PageReading(
        reviews=payload.with_honest_ids(_exported(page, one) for one in found),
        empty_because="the export has no reviews" if nothing else None,
    )


def _exported(page: Page, entry: Record) -> Review:
    return payload.review(
        page,
        clean_text(string(entry.get("summary"))),
        native_id=entry.get("rating_id"),
        rated=payload.rating(payload.first(entry, "total_rating", "rating"), _EXPORT_MAXIMUM),
        date=entry.get("unix_timestamp"),
        verified=True,  # Heureka asks only those whose order it knows
        reply=payload.answer(page, clean_text(string(entry.get("reaction")))),
        author=payload.first(entry, "name", "author"),
        pros=payload.lines(entry.get("pros")),
        cons=payload.lines(entry.get("cons")),
    )
