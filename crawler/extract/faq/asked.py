"""Finds what on a page may be a question, by the ways pages are made to look like one."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract.faq.pairs import MOST_PAIRS, leads_elsewhere
from crawler.extract.faq.words import asks, folded_words, is_marked_question, is_question

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from crawler.extract.faq.pairs import Kind
    from crawler.extract.faq.surroundings import Surroundings
    from crawler.extract.markup import Element

_LONGEST_QUESTION = 400
_FEWEST_LETTERS = 4
_MOST_CANDIDATES = 4000
_LONGEST_NAME = 80
_MOST_PARTS = 20
_MOST_ICONS = 3
_FEWEST_ALIKE = 2
_MOST_ASK = 0.6
_TOGGLES = (
    "//*[@aria-controls or @aria-expanded or @data-toggle or @data-bs-toggle or @data-target"
    " or @data-bs-target or @role='button' or @role='tab' or self::button or self::label]"
)
_PANEL_NAMES = ("aria-controls", "data-target", "data-bs-target", "data-bs-collapse", "href")
_ASKING_WORD = (
    r"(?:question|otazka|dotaz|frage|vopros|kerdes|swali|pregunta|pytanie|domanda|pergunta|vraag)"
)
_PART = (
    r"(?:title|text|header|heading|head|name|label|link|btn|button|toggle|trigger|wrapper|inner)"
)
_OPENER = (
    r"(?:accordion|accordeon|akkordeon|toggle|toggler|collapse|collapsible|expander|expandable|spoiler"
    r"|panel|tab|tta panel|qa|qna|ea|sp ea)"
)
_NAMED = re.compile(
    rf"(?:^| )q$|(?:^| ){_ASKING_WORD}(?: {_PART}){{0,2}}$"
    rf"|^(?:\w+ )?u?faqs?(?: \w+)? (?:q|{_PART})(?: {_PART})?$"
    rf"|(?:^| ){_OPENER}(?: \w+)? {_PART}(?: {_PART})?$"
)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6", "h1")
_BOLD = "//*[self::strong or self::b or (self::span and contains(@style, 'bold'))]"
_BLOCKS = frozenset({"p", "div", "li", "td", "dd", "section", "article"})
_CELLS = "//tr[*[2]]/*[1][self::td or self::th]"


class Asked(NamedTuple):
    """What may be a list of questions: elements of one look, in document order."""

    kind: Kind
    elements: list[Element]
    panels: dict[Element, Element]
    """What opens from a question, where the markup says so."""


def asked_lists(tree: Element, surroundings: Surroundings) -> Iterator[Asked]:
    """What may be questions, the surest looks first; one question may come in several looks."""
    for kind, find in _FINDERS:
        lists: dict[str, list[Element]] = defaultdict(list)
        panels: dict[Element, Element] = {}
        for look, element, panel in islice(find(tree, surroundings), _MOST_CANDIDATES):
            if len(lists[look]) == MOST_PAIRS or surroundings.is_outside(element):
                continue
            if panel is not None:
                panels[element] = panel
            elif leads_elsewhere(element):
                continue
            lists[look].append(element)
        fullest_first = sorted(
            lists.values(),
            key=lambda one: sum(is_question(surroundings.question_of(each)) for each in one),
            reverse=True,
        )
        yield from (Asked(kind, elements, panels) for elements in fullest_first)


_Found = tuple[str, "Element", "Element | None"]


def _toggles(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    """What opens a panel: it names the panel, or is a button that asks."""
    used: set[Element] = set()
    for element in tree.xpath(_TOGGLES):
        panel = _panel(element, surroundings)
        if panel is not None and panel in used:
            continue
        text = _possible(element, surroundings)
        if text and (panel is not None or is_question(text)):
            if panel is not None:
                used.add(panel)
            yield f"{element.tag} {panel is not None}", element, panel


def _panel(element: Element, surroundings: Surroundings) -> Element | None:
    """What *element* opens, where it names that by id and neither stands in the other."""
    for name in _PANEL_NAMES:
        value = element.get(name) or ""
        panel = surroundings.by_id.get(value.removeprefix("#")) if value.strip("#") else None
        if panel is None or panel is element:
            continue
        if name == "href" and not value.startswith("#"):
            continue
        if any(one is element for one in panel.iterdescendants(element.tag)):
            continue
        if all(one is not panel for one in element.iterdescendants(panel.tag)):
            return panel
    return None


def _named(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    """Elements whose class calls them a question or the head of an accordion."""
    looks: dict[str, str] = {}
    for element in tree.xpath("//*[@class]"):
        names = element.get("class")
        if names not in looks:
            looks[names] = next(filter(None, map(_look, names.split()[:_MOST_PARTS])), "")
        if looks[names] and _possible(element, surroundings):
            yield looks[names], element, None


@lru_cache(maxsize=8192)
def _look(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME and _NAMED.search(folded_words(name).strip()) else ""


def _headings(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    for tag in _HEADINGS:
        for element in tree.iter(tag):
            if _possible(element, surroundings):
                yield tag, element, None


def _bold(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    """Bold beginnings of lines that ask, and whole bold paragraphs; the block where all is bold."""
    seen: set[Element] = set()
    for element in tree.xpath(_BOLD):
        block = _bold_block(element)
        candidate = element if block is None else block
        if candidate in seen or (block is None and not _begins_line(element)):
            continue
        seen.add(candidate)
        text = _possible(candidate, surroundings)
        marked = is_question(text) or is_marked_question(text)
        if marked or (block is not None and surroundings.is_faq_page and asks(text)):
            yield "bold", candidate, None


def _bold_block(element: Element) -> Element | None:
    """The paragraph around *element* where nothing in it stands outside of bold."""
    above = element.getparent()
    if above is None or above.tag not in _BLOCKS or _has_text(above.text):
        return None
    children = list(islice(above, _MOST_PARTS))
    bold = [one for one in children if one.tag in {"strong", "b", "span", "br"}]
    plain = any(_has_text(one.tail) for one in children)
    return above if len(bold) == len(children) and not plain and len(above) <= _MOST_PARTS else None


def _begins_line(element: Element) -> bool:
    before = element.getprevious()
    if before is None:
        return not _has_text(element.getparent().text)
    return not _has_text(before.tail) and before.tag in {"br", "hr", "p", "div", "ul", "ol"}


def _has_text(text: str | None) -> bool:
    return any(letter.isalnum() for letter in text or "")


def _cells(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    """First cells of rows that ask."""
    for element in tree.xpath(_CELLS):
        if is_question(_possible(element, surroundings)):
            yield "cell", element, None


def _alike(tree: Element, surroundings: Surroundings) -> Iterator[_Found]:
    """Short elements of a class most of which ask, whatever its name is."""
    classes: dict[str, list[Element]] = defaultdict(list)
    for element in tree.xpath("//*[@class][not(self::a)][not(ancestor::a)]"):
        if len(element) <= _MOST_ICONS and element.tag not in _HEADINGS:
            classes[element.get("class")].append(element)
    for name, elements in classes.items():
        if len(elements) < _FEWEST_ALIKE or len(elements) > MOST_PAIRS:
            continue
        asking = sum("".join(one.itertext()).rstrip().endswith("?") for one in elements)
        if asking > len(elements) * _MOST_ASK and not surroundings.is_outside(elements[0]):
            yield from ((name, one, None) for one in elements if _possible(one, surroundings))


def _possible(element: Element, surroundings: Surroundings) -> str:
    """The question *element* may hold; empty where it is too short or too long for one."""
    if (
        len(element) > _MOST_PARTS
        and len("".join(islice(element.itertext(), 200))) > _LONGEST_QUESTION
    ):
        return ""
    text = surroundings.question_of(element)
    return text if _FEWEST_LETTERS <= len(text) <= _LONGEST_QUESTION else ""


_FINDERS: Iterable[tuple[Kind, Callable[[Element, Surroundings], Iterator[_Found]]]] = (
    ("toggle", _toggles),
    ("named", _named),
    ("heading", _headings),
    ("bold", _bold),
    ("cell", _cells),
    ("alike", _alike),
)
