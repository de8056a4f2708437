"""Weighs whether blocks that look like reviews are reviews, not products, teasers or posts."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.repeated_blocks import words
from crawler.extract.repeated_blocks.reading import find_rating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.extract.markup import Element
    from crawler.extract.repeated_blocks.lines import Block
    from crawler.extract.repeated_blocks.marks import Marks
    from crawler.extract.repeated_blocks.template import Template
    from rivalscope.models import Review

_PLACEHOLDER = re.compile(r"\{\{|\$\{|<%|%s|\[\[")
_TEMPLATE = re.compile(
    r"(?<![a-z])(?:template|placeholder|skeleton|prototype|clone-me)(?![a-z])", re.IGNORECASE
)
_ONE_REVIEW = re.compile(
    r"(?:^|\s|[-_])(?:review|feedback|testimonial|comment|recenze|bewertung|rezension|avis|opinion)"
    r"(?:[-_]{0,2}(?:item|card|box|block|entry|row))?(?=$|\s)",
    re.IGNORECASE,
)
# Not "rating" and "comment": articles have those.
_SURELY = re.compile(
    r"review|feedback|testimonial|opinion|bewertung|rezension|recen[zsc]|hodnocen|отзыв|vélemény|velemeny"
    r"|értékelés|\bavis\b|rese[nñ]a|opini|maoni|tathmini",
    re.IGNORECASE,
)
_MOST_LINES_OF_ONE = 25
_LISTING = re.compile(
    r"(?<![a-z])(?:teaser|related|forum|thread|topic|recommend|cross-?sell|up-?sell|bestseller)",
    re.IGNORECASE,
)
_LEVELS = 6
_HALF, _MOST = 0.5, 0.6
_FEWEST_UNNAMED = 3
_ENOUGH_WORDS = 5
_NAMES = (
    "class",
    "id",
    "data-testid",
    "data-test",
    "data-hook",
    "aria-label",
    "data-auto",
    "data-section",
)


def are_reviews(blocks: Sequence[Block], template: Template, *, marks: Marks) -> bool:
    """Whether a group of blocks holds customers' reviews.

    Most need a rating and a date, few a price. Blocks that nothing around calls reviews need to be
    three or more, with running text and no link over it; a lone block needs to be called a review.
    """
    rated = sum(find_rating(block, marks) is not None for block in blocks)
    dated = sum(block.element in marks.dated for block in blocks)
    priced = sum(any(line.kind == "price" for line in block.lines) for block in blocks)
    if min(rated, dated) < _MOST * len(blocks) or priced >= _HALF * len(blocks):
        return False
    if len(blocks) == 1:
        return _is_surely_one(blocks[0])
    if names_reviews(blocks[0].element):
        return True
    texts = [
        line.chunk
        for block in blocks
        for line in block.lines
        if line.kind == "text" and line.chunk.path == template.body
    ]
    linked = sum(_is_linked(chunk.element) for chunk in texts)
    spoken = sum(len(chunk.text.split()) for chunk in texts)
    return (
        len(blocks) >= _FEWEST_UNNAMED
        and linked < _HALF * len(texts)
        and spoken >= _ENOUGH_WORDS * len(texts)
        and not _LISTING.search(_names_around(blocks[0].element))
    )


def names_one_review(element: Element) -> bool:
    """Whether its tag or class calls *element* one review, not a list of them."""
    return element.tag in {"article", "li"} or bool(_ONE_REVIEW.search(element.get("class") or ""))


def is_review(element: Element, review: Review) -> bool:
    """Whether *review*, read from *element*, is one: neither an empty nor an unfilled template."""
    if _PLACEHOLDER.search(review.text[:200]) or (
        review.rating is None and review.published_at is None
    ):
        return False
    if review.text:
        return True
    if review.rating is None or review.published_at is None:
        return False
    return not _TEMPLATE.search(element.get("class") or "")


def names_reviews(element: Element) -> bool:
    """Whether the block, what it lies in or the heading above it speaks of reviews."""
    return words.speaks_of_reviews(_names_around(element)) or words.speaks_of_reviews(
        _heading(element)
    )


def _is_surely_one(block: Block) -> bool:
    """Whether a lone block is called a review itself, and is no article that somebody has rated."""
    chapter = next(block.element.iter("h1", "h2"), None)
    if len(block.lines) > _MOST_LINES_OF_ONE or chapter is not None:
        return False
    near = [block.element, *islice(block.element.iterancestors(), 2)]
    named = " ".join(value for one in near for name in _NAMES if (value := one.get(name)))
    return bool(_SURELY.search(named) or _SURELY.search(_heading(block.element)))


def _names_around(element: Element) -> str:
    around = [
        element,
        *islice(element.iterdescendants("*"), 8),
        *islice(element.iterancestors(), _LEVELS),
    ]
    return " ".join(
        value[:200]
        for one in around
        if one.tag not in {"html", "body"}
        for name in _NAMES
        if (value := one.get(name))
    )


def _heading(element: Element) -> str:
    """The nearest heading before *element*, in what it lies in."""
    for above in islice((element, *element.iterancestors()), _LEVELS):
        for before in islice(above.itersiblings(preceding=True), _LEVELS):
            if before.tag in {"h1", "h2", "h3", "h4", "h5"}:
                return " ".join(before.itertext())[:200]
            inner = before.find(".//h2") if before.tag in {"div", "header", "section"} else None
            inner = (
                before.find(".//h3") if inner is None and before.tag in {"div", "header"} else inner
            )
            if inner is not None:
                return " ".join(inner.itertext())[:200]
    return ""


def _is_linked(element: Element) -> bool:
    return any(one.tag == "a" for one in islice((element, *element.iterancestors()), 4))
