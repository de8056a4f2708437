"""Finds the visible card of a review whose data leave out its text, its date or its stars."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract import schema_values
from crawler.extract.candidates import folded
from crawler.extract.markup import UNSEEN, plain_text
from crawler.extract.review_block import shown_date, shown_rating

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from rivalscope.models import Review

_TELLING_LENGTH = 24
_SHORTEST_NAME = 3
_LONGEST_BYLINE = 120
_MOST_ELEMENTS = 50_000
_MOST_REVIEWS = 500
_HIGHEST = 8
_ROOTS = frozenset({"html", "body", "main"})
_TEXT_PARTS = frozenset({"p", "ul", "ol", "br"})


def completed(page: Page, reviews: Sequence[Review]) -> tuple[Review, ...]:
    """*reviews*, each with what its card on the page shows and its data lack.

    A card is told by how the text begins, or by the author's name beside the same date. A review
    whose text is a placeholder, and that has no card, stays as it is.
    """
    if page.is_json or not any(map(_lacks, reviews)):
        return tuple(reviews)
    # Those that lack nothing are looked for as well: they show where their neighbors' cards end.
    cards = _cards(page.tree, reviews[:_MOST_REVIEWS])
    return tuple(
        _filled(page, review, cards.get(_key(review), ())) if _lacks(review) else review
        for review in reviews
    )


def _lacks(review: Review) -> bool:
    # An empty text is no gap: many customers only leave stars, and what else their card shows is
    # the owner's reply or the color they chose.
    return (
        review.published_at is None
        or review.rating is None
        or schema_values.is_template(review.body)
    )


def _has_text(review: Review) -> bool:
    return bool(review.body) and not schema_values.is_template(review.body)


def _key(review: Review) -> str:
    """What the card of *review* shows too: the beginning of its text, or its author's name."""
    if _has_text(review):
        return folded(review.body[: 3 * _TELLING_LENGTH])[:_TELLING_LENGTH]
    name = folded(review.author or "")
    return name if len(name) >= _SHORTEST_NAME else ""


def _cards(tree: Element, reviews: Sequence[Review]) -> dict[str, list[Element]]:
    """Key of a review -> the cards that show it, each as large as it is nobody else's."""
    bodies = {_key(review) for review in reviews if _has_text(review)}
    names = {_key(review) for review in reviews if not _has_text(review)} - {""}
    places = list(_places(tree, bodies, names))
    keys_below: dict[Element, set[str]] = defaultdict(set)
    for element, key in places:
        for above in _upwards(element):
            keys_below[above].add(key)
    found: dict[str, list[Element]] = defaultdict(list)
    for element, key in places:
        own = [above for above in _upwards(element) if len(keys_below[above]) == 1]
        if own and own[-1] not in found[key]:
            found[key].append(own[-1])
    return found


def _upwards(element: Element) -> Iterator[Element]:
    yield element
    for above in islice(element.iterancestors(), _HIGHEST):
        if above.tag in _ROOTS:
            return
        yield above


def _places(tree: Element, bodies: set[str], names: set[str]) -> Iterator[tuple[Element, str]]:
    """Elements whose own text begins as a body, or is a byline that begins with a name."""
    byline = re.compile(f"({'|'.join(map(re.escape, sorted(names)))})(?: |$)") if names else None
    for element in islice(tree.iter(), _MOST_ELEMENTS):
        text = element.text if isinstance(element.tag, str) and element.tag not in UNSEEN else None
        if not text or text.isspace():
            continue
        start = folded(text[: 3 * _TELLING_LENGTH + 40])
        if start[:_TELLING_LENGTH] in bodies:
            yield element, start[:_TELLING_LENGTH]
        elif byline and len(text) <= _LONGEST_BYLINE and (match := byline.match(start)):
            yield element, match[1]


def _filled(page: Page, review: Review, cards: Sequence[Element]) -> Review:
    for card in cards:
        if _has_text(review):
            return _dated_and_rated(page, review, card)
        byline = _byline_of_day(page, card, review)
        if byline is not None and schema_values.is_template(review.body):
            return replace(review, body=_longest_text(card, byline))
    return review


def _dated_and_rated(page: Page, review: Review, card: Element) -> Review:
    if review.published_at is None and (moment := page.moment(shown_date(card))):
        review = replace(review, published_at=moment.at, date_precision=moment.precision)
    if review.rating is None and (rating := shown_rating(card)):
        review = replace(review, rating=rating.value, rating_max=rating.maximum)
    return review


def _byline_of_day(page: Page, card: Element, review: Review) -> Element | None:
    """The element of *card* that shows the day of *review*; None where none does."""
    for element in islice(card.iter(), _MOST_REVIEWS):
        stated = element.get("datetime") or element.text
        if not stated or not 0 < len(stated) <= _LONGEST_BYLINE or stated.isspace():
            continue
        moment = page.moment(" ".join(stated.split()))
        if moment and moment.at.date() == review.published_on:
            return element
    return None


def _longest_text(card: Element, byline: Element) -> str:
    """The longest text in *card* outside its byline, whole where it has several paragraphs."""
    above = {byline, *byline.iterancestors()}
    texts = [
        one
        for one in islice(card.iter(), _MOST_REVIEWS)
        if isinstance(one.tag, str) and one.tag not in UNSEEN and one not in above and one.text
    ]
    longest = max(texts, key=lambda one: len(plain_text(one)), default=None)
    if longest is None:
        return ""
    parent = longest.getparent()
    if parent is not None and parent not in above and all(one.tag in _TEXT_PARTS for one in parent):
        longest = parent
    return plain_text(longest)
