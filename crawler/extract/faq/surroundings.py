"""Tells of a place on a page whether an FAQ stands there, and whether it belongs to the content."""

from __future__ import annotations

import re
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.faq.pairs import question_text
from crawler.extract.faq.words import is_question, names_faq
from crawler.extract.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.faq.pairs import Pair
    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_NEAR = 6
_MOST_ABOVE = 60
_LONGEST_TITLE = 90
_OUTSIDE_TAGS = frozenset({"nav", "template", "footer", "dialog", "noscript"})
_OUTSIDE_ROLES = frozenset(
    {"navigation", "menu", "menubar", "dialog", "alertdialog", "banner", "contentinfo", "search"}
)
_OUTSIDE_NAMES = re.compile(
    r"(?:^|\s)(?!(?:has|no|with|is|js|open)[-_])(?:[\w-]{1,40}[-_])?"
    r"(?:cookies?|consent|cmp|newsletter|subscribe|breadcrumbs?|navbar|nav|menu|comments?|reviews?"
    r"|testimonials?|toc|sidebar|footer|popup|modal|minicart|megamenu|related|pagination|widget-area)"
    r"(?:[-_](?:banner|bar|box|list|notice|popup|section|wrapper|container|widget|form|nav|area|block"
    r"|items?|content|main))*(?:\s|$)",
    re.IGNORECASE,
)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MOST_HEADINGS = 500
_PRECEDING = etree.XPath(
    "preceding::*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
)


class Surroundings:
    """What a page says around its possible questions; everything is worked out once."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._outside: dict[Element, bool] = {}
        self._questions: dict[Element, str] = {}

    @cached_property
    def is_faq_page(self) -> bool:
        """Whether title, first heading or address call the page an FAQ."""
        headings = self._page.tree.xpath("//*[self::title or self::h1]")[:_NEAR]
        return is_faq_address(self._page.url) or any(names_faq(plain_text(one)) for one in headings)

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """Elements by their id."""
        return {one.get("id"): one for one in reversed(self._page.tree.xpath("//*[@id]"))}

    def question_of(self, element: Element) -> str:
        """What `question_text` gives for *element*, which several looks may ask for."""
        if element not in self._questions:
            self._questions[element] = question_text(element)
        return self._questions[element]

    def is_outside(self, element: Element) -> bool:
        """Whether *element* stands in a menu, a footer, a cookie notice or the like."""
        passed: list[Element] = []
        outside = False
        for one in (element, *islice(element.iterancestors(), _MOST_ABOVE)):
            if one in self._outside:
                outside = self._outside[one]
                break
            passed.append(one)
            if _is_outside(one):
                outside = True
                break
        self._outside.update(dict.fromkeys(passed, outside))
        return outside

    def is_faq_block(self, element: Element) -> bool:
        """Whether the names of what holds *element*, or the titles above it, speak of an FAQ."""
        near = [element, *islice(element.iterancestors(), _NEAR)]
        return any(
            names_faq(f"{one.get('class', '')} {one.get('id', '')}") or _has_faq_title(one)
            for one in near
            if one.tag not in {"html", "body"}
        ) or self._is_below_faq_heading(element)

    def share_of_asking_headings(self, pair: Pair) -> float:
        """How many of the content's headings ask, 0 to 1; 1 where *pair* is no heading's."""
        if pair.kind != "heading":
            return 1.0
        headings = [one for one in self._headings if one.tag != "h1" and not self.is_outside(one)]
        asking = sum(is_question(plain_text(one)) for one in headings)
        return asking / len(headings) if headings else 0.0

    @cached_property
    def _headings(self) -> list[Element]:
        return list(islice(self._page.tree.iter(*_HEADINGS), _MOST_HEADINGS))

    @cached_property
    def _faq_headings(self) -> frozenset[Element]:
        return frozenset(one for one in self._headings if names_faq(plain_text(one)))

    def chapter_of(self, element: Element) -> Element | None:
        """The heading that *element* stands below; None where there is none."""
        return next(self._chapters_above(element), None)

    def _is_below_faq_heading(self, element: Element) -> bool:
        """Whether the chapter that *element* stands in, or a chapter around it, is named FAQ."""
        if not self._faq_headings:
            return False
        return any(one in self._faq_headings for one in self._chapters_above(element))

    @staticmethod
    def _chapters_above(element: Element) -> Iterator[Element]:
        """Headings before *element*, each of a higher rank than the one it follows."""
        rank = len(_HEADINGS) if element.tag not in _HEADINGS else _HEADINGS.index(element.tag)
        for heading in reversed(_PRECEDING(element)):
            if _HEADINGS.index(heading.tag) < rank:
                rank = _HEADINGS.index(heading.tag)
                yield heading


def is_faq_address(url: str) -> bool:
    """Whether *url* calls its page an FAQ; of a saved file only the name counts, not its folder."""
    name = url.rpartition("/")[2] if url.startswith("file:") else url
    return names_faq(unquote(name))


def _has_faq_title(element: Element) -> bool:
    """Whether the block before *element* is a short text that speaks of an FAQ."""
    before = element.getprevious()
    if before is None or not isinstance(before.tag, str) or len(before) > _NEAR:
        return False
    text = "".join(islice(before.itertext(), 20)).strip()
    return len(text) <= _LONGEST_TITLE and names_faq(text)


def _is_outside(element: Element) -> bool:
    tag = element.tag
    if tag in _OUTSIDE_TAGS or element.get("role") in _OUTSIDE_ROLES:
        return True
    if tag == "header":
        return not any(one.tag in {"main", "article"} for one in element.iterancestors())
    names = f"{element.get('class', '')} {element.get('id', '')}"
    named = tag == "aside" or _OUTSIDE_NAMES.search(names)
    if tag in {"html", "body", "main"} or not named or names_faq(names):
        return False
    return not element.xpath("boolean(.//h1 or .//main)")
