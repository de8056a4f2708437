"""Gives reviews that stand one after another without blocks of their own such blocks."""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.extract.markup import Element
    from crawler.extract.repeated_blocks.marks import Marks

_DIGITS = re.compile(r"\d+")
_FEWEST, _MOST = 2, 2000


def with_blocks(container: Element, marks: Marks) -> Element | None:
    """A copy of *container* whose children are wrapped, a ``section`` for each review.

    A review begins with each child of one kind if that leaves one dated and one rated stretch after
    another; None where no kind of child does.
    """
    children = list(container.iterchildren("*"))
    if len(children) > _MOST or len(children) <= _FEWEST:
        return None
    for kind in dict.fromkeys(map(_kind, children)):
        starts = [number for number, child in enumerate(children) if _kind(child) == kind]
        if len(starts) >= _FEWEST and _are_reviews(children, starts, marks):
            return _wrapped(container, starts)
    return None


def _kind(element: Element) -> tuple[str, str]:
    """Tag and first class, alike for stars-4 and stars-5."""
    name = (element.get("class") or "").partition(" ")[0]
    return element.tag, _DIGITS.sub("", name)


def _are_reviews(children: Sequence[Element], starts: Sequence[int], marks: Marks) -> bool:
    ends = [*starts[1:], len(children)]
    return all(
        sum(child in marks.dated for child in children[start:end]) == 1
        and any(child in marks.rated for child in children[start:end])
        for start, end in zip(starts, ends, strict=True)
    )


def _wrapped(container: Element, starts: Sequence[int]) -> Element:
    copied = deepcopy(container)
    children = list(copied.iterchildren("*"))
    for start, end in zip(starts, [*starts[1:], len(children)], strict=True):
        section = etree.Element("section")
        children[start].addprevious(section)
        section.extend(children[start:end])
    return copied
