"""Reads the reviews of a page that marks nothing up, from blocks that repeat."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from crawler.extract.repeated_blocks import average, emptiness, flat, groups, ratings, template
from crawler.extract.repeated_blocks.evidence import (
    are_reviews,
    is_review,
    names_one_review,
    names_reviews,
)
from crawler.extract.repeated_blocks.lines import cut
from crawler.extract.repeated_blocks.marks import find_marks
from crawler.extract.repeated_blocks.reading import find_rating, read_block
from rivalscope.models import PageReading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from crawler.extract.repeated_blocks.marks import Marks
    from rivalscope.models import AggregateRating, Review

MISSING = "no repeated blocks that are reviews"
_SCALES = (5.0, 10.0, 100.0)


def read(page: Page) -> PageReading | None:
    """Reviews and the printed average of an HTML page; None where it shows neither.

    A review block has a date, a rating and a text, and is like its neighbors. A page that says it
    has no reviews gives a reading that says so.
    """
    if page.is_json or not page.markup:
        return None
    marks = find_marks(page.tree)
    found: list[Review] = []
    places: list[Element] = []
    for group in groups.find_groups(marks):
        lone = len(group) == 1
        kept = _lone(page, group[0], marks) if lone else _reviews(page, group, marks)
        found.extend(kept.values())
        places.extend(group[:1] if kept and lone else kept)
    reviews = tuple(_distinct(found))
    rating_of = marks.ratings.get
    rating = (
        average.find_average(places, rating_of)
        if places
        else average.find_only_average(page.tree, rating_of)
    )
    empty = None if reviews or rating else emptiness.find_emptiness(page.tree)
    if not reviews and rating is None and empty is None:
        return None
    return PageReading(reviews=reviews, rating=rating, empty_because=empty)


def read_average(page: Page, *, fewest: int) -> AggregateRating | None:
    """The only average that an HTML page prints, of *fewest* reviews or more; None without one.

    For a page whose reviews somebody else has read: looking for their blocks takes ten times as
    long.
    """
    if page.is_json or not page.markup:
        return None
    return average.find_only_average(page.tree, cache(ratings.stated_by), fewest=fewest)


def _reviews(page: Page, group: list[Element], marks: Marks) -> dict[Element, Review]:
    blocks = [cut(element, marks) for element in group]
    learned = template.learn(blocks)
    if learned is None or not are_reviews(blocks, learned, marks=marks):
        return {}
    stated = [rating for block in blocks if (rating := find_rating(block, marks))]
    scale = _scale([rating.value for rating in stated if rating.maximum is None])
    read_ones = {
        block.element: read_block(page, block, learned, marks=marks, scale=scale)
        for block in blocks
    }
    return {element: review for element, review in read_ones.items() if is_review(element, review)}


def _lone(page: Page, meeting: Element, marks: Marks) -> dict[Element, Review]:
    """Reviews in the only place where a date and a rating meet: one, or a list without blocks."""
    listed = flat.with_blocks(meeting, marks)
    if listed is not None:
        return _listed(page, listed) if names_reviews(meeting) else {}
    if not groups.is_one(meeting, marks):
        return {}
    around = groups.widened(meeting)
    for number, element in enumerate(around):
        if template.learn([cut(element, marks)]) is not None:
            outer = [one for one in around[number:] if names_one_review(one)]
            return _reviews(page, [outer[-1] if outer else element], marks)
    return {}


def _listed(page: Page, listed: Element) -> dict[Element, Review]:
    """Reviews of a list that has been given blocks."""
    marks = find_marks(listed)
    found = [_reviews(page, group, marks) for group in groups.find_groups(marks) if len(group) > 1]
    return {element: review for group in found for element, review in group.items()}


def _scale(values: list[float]) -> float:
    """The smallest usual maximum that fits all *values*."""
    highest = max(values, default=0.0)
    return next((scale for scale in _SCALES if highest <= scale), _SCALES[-1])


def _distinct(reviews: Iterable[Review]) -> Iterator[Review]:
    """*reviews* without those that a carousel or a second list repeats."""
    seen: set[object] = set()
    for review in reviews:
        key = (review.text, review.rating, review.published_at, review.author)
        if review.text and key in seen:
            continue
        seen.add(key)
        yield review
