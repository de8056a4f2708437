"""Gives a site's own words, line by line: what customers wrote on the page is left out."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.markup import UNSEEN
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element

_MOST_EVENTS = 400_000
_MOST_LINES = 10_000
_LONGEST_LINE = 2000
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "em", "font", "i", "ins", "label", "mark", "small"),
        *("span", "strong", "sub", "sup", "time", "u"),
    }
)
# What a row holds stands in one line, and so does what a list defines.
_IN_ROW = frozenset({"td", "th", "dd"})
_CUSTOMERS = re.compile(
    r"(?:^|[\s_-])(?:reviews?|comments?|testimonials?|recenz\w*|hodnocen\w*|bewertung\w*|opini\w*"
    r"|velemeny\w*|otzyv\w*)(?:$|[\s_-])",
    re.IGNORECASE,
)
_WHOLE_PAGE = frozenset({"html", "body", "main"})


def visible_lines(tree: Element) -> tuple[str, ...]:
    """Lines of *tree* as a reader sees them, in order, none of them empty.

    Texts inside what calls itself a review, a comment or a testimonial are no words of the site.
    """
    text = clean_text("".join(_pieces(tree)))
    lines = (line.strip()[:_LONGEST_LINE] for line in text.split("\n"))
    return tuple(islice(filter(None, lines), _MOST_LINES))


def by_customers(element: Element) -> bool:
    """Whether *element* holds what customers wrote, by its type, class or id."""
    if element.tag in _WHOLE_PAGE:
        return False
    if "/Review" in element.get("itemtype", ""):
        return True
    return bool(_CUSTOMERS.search(f"{element.get('class', '')} {element.get('id', '')}"))


def _pieces(tree: Element) -> Iterator[str]:
    skipped = None
    for event, node in islice(etree.iterwalk(tree, events=("start", "end")), _MOST_EVENTS):
        ends = event == "end"
        if skipped is None and not ends:
            if node.tag in UNSEEN or by_customers(node):
                skipped = node
            else:
                yield _break(node.tag)
                yield (node.text or "").replace("\n", " ")
        elif ends and skipped in {None, node}:
            skipped = None
            yield " " if node.tag == "dt" else _break(node.tag)
            yield (node.tail or "").replace("\n", " ")


def _break(tag: object) -> str:
    if tag in _INLINE:
        return ""
    return " " if tag in _IN_ROW else "\n"
