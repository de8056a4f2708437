"""Reads one block of a group into a review."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.numbers import Rating
from crawler.extract.repeated_blocks import words
from crawler.extract.repeated_blocks.marks import lineage
from crawler.extract.repeated_blocks.printed_dates import find_date
from crawler.extract.repeated_blocks.texts import find_author, find_body, find_title, joined
from crawler.extract.review_block import declared_id
from rivalscope.models import Reply, Review

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.dates import Moment
    from crawler.extract.markup import Element
    from crawler.extract.page import Page
    from crawler.extract.repeated_blocks.chunks import Chunk
    from crawler.extract.repeated_blocks.lines import Block, Line
    from crawler.extract.repeated_blocks.marks import Marks
    from crawler.extract.repeated_blocks.template import Template

_STATED_DATES = ("datetime", "content", "data-date", "data-time", "data-timestamp", "title")
_LABELED = ("aria-label", "title", "alt", "data-tooltip")
_MOST_DATES = 4
_SCALES = (5.0, 10.0, 100.0)
_LONGEST_BADGE = 60
_LANGUAGE = re.compile(r"[A-Za-z]{2}(?=$|[-_])")
_LONG_NUMBER = re.compile(r"\d{4}|^(?=.*\d)(?=.*[a-f])[0-9a-f-]{12,}$")
_MOST_ELEMENTS = 400


def read_block(
    page: Page, block: Block, template: Template, *, marks: Marks, scale: float
) -> Review:
    """The review that *block* shows; *scale* is the maximum where none is printed."""
    body = find_body(block, template)
    title = find_title(block, template, body)
    used = {id(line) for line in (*body, *([title] if title else []))}
    rating = find_rating(block, marks)
    moment = _moment(page, block, marks)
    return Review(
        body=joined(body),
        title=title.chunk.text if title else None,
        native_id=native_id(block.element),
        rating=rating.value if rating else None,
        rating_max=(rating.maximum or scale) if rating else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=_language(block, body),
        verified=_verified(block, used),
        reply=_reply(page, block, marks),
        author=find_author(block, template, used),
    )


def find_rating(block: Block, marks: Marks) -> Rating | None:
    """The first rating of *block*, with its maximum where a second one tells it."""
    found = [marks.ratings[element] for element in _elements(block) if element in marks.ratings]
    if not found:
        return None
    first = found[0]
    if first.maximum is not None:
        return first
    for other in found[1:]:
        for scale in _SCALES:
            if other.maximum and first.value <= scale and _same_share(first.value / scale, other):
                return Rating(first.value, scale)
    return first


def native_id(element: Element) -> str | None:
    """The id that the site gives the block, long enough not to be a mere position."""
    declared = declared_id(element)
    if declared:
        return declared
    for name in ("data-id", "id"):
        value = (element.get(name) or "").strip()
        if _LONG_NUMBER.search(value):
            return str(value)
    return None


def _same_share(share: float, other: Rating) -> bool:
    return bool(other.maximum) and abs(share - other.value / (other.maximum or 1.0)) < 0.01  # ruff: ignore[magic-value-comparison]


def _elements(block: Block) -> Iterator[Element]:
    """Elements of *block* but those of the answer."""
    for element in block.element.iter("*"):
        if not block.reply_area or not any(
            one in block.reply_area for one in (element, *islice(element.iterancestors(), 3))
        ):
            yield element


def _verified(block: Block, used: set[int]) -> bool | None:
    for line in block.lines:
        if id(line) not in used and len(line.chunk.text) <= _LONGEST_BADGE:
            told = words.says_verified(line.chunk.text)
            if told is not None:
                return told
    for element in islice(block.element.iter("*"), _MOST_ELEMENTS):
        for name in _LABELED:
            label = element.get(name)
            if label and len(label) <= _LONGEST_BADGE and words.says_verified(label):
                return True
    return None


def _moment(page: Page, block: Block, marks: Marks) -> Moment | None:
    dated = [element for element in _elements(block) if element in marks.dates]
    dated.sort(key=_dates_other)
    coarse: Moment | None = None
    for element in dated[:_MOST_DATES]:
        moment = _read_moment(page, element, marks)
        if moment is not None and moment.precision in {"second", "day"}:
            return moment
        # "2 nights in May 2025" beside "4 May 2025": the review is what has a day.
        coarse = coarse or moment
    return coarse


def _read_moment(page: Page, element: Element, marks: Marks) -> Moment | None:
    stated = [value for name in _STATED_DATES if (value := element.get(name))]
    for raw in [*(one for one in stated if one.isdigit() or find_date(one)), marks.dates[element]]:
        moment = page.moment(raw)
        if moment is not None:
            return moment
    return None


def _dates_other(element: Element) -> bool:
    around = element.getparent() if element.tag in {"time", "span", "b", "em"} else element
    around = element if around is None else around
    text = " ".join(islice(around.itertext(), 8))
    return len(text) <= 2 * _LONGEST_BADGE and words.is_other_date(text)


def _reply(page: Page, block: Block, marks: Marks) -> Reply | None:
    texts = [line.chunk.text for line in block.reply if line.kind == "text"]
    if not texts:
        return None
    moments = (
        _reply_moment(page, line.chunk, marks) for line in block.reply if line.kind == "date"
    )
    moment = next((one for one in moments if one is not None), None)
    return Reply(body="\n\n".join(texts), published_at=moment.at if moment else None)


def _reply_moment(page: Page, chunk: Chunk, marks: Marks) -> Moment | None:
    for element in chunk.element.iter("*"):
        if element in marks.dates:
            moment = _read_moment(page, element, marks)
            if moment is not None:
                return moment
    raw = find_date(chunk.text)
    return page.moment(raw) if raw else None


def _language(block: Block, body: list[Line]) -> str | None:
    """What the block or its text declares for itself."""
    inner = body[0].chunk.element if body else block.element
    for element in lineage(inner):
        declared = _LANGUAGE.match(
            element.get("lang") or element.get("data-lang") or element.get("data-language") or ""
        )
        if declared:
            return declared[0].lower()
        if element is block.element:
            break
    return None
