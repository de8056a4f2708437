"""Finds question and answer pairs in what a page shows: ``<details>`` and ``<dl>``."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from crawler.extract.faq_words import is_question, names_faq
from crawler.extract.markup import UNSEEN, plain_text
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_MOST_PAIRS = 1000
_LONGEST_QUESTION = 1500
_MOST_LINKED = 0.6
_FEWEST_LINKS_OF_MENU = 2
_FEWEST_WORDS = 3
_NEAR = 6
_NO_QUESTION = UNSEEN | {"time"}
_CONTROLS = ".//*[self::form or self::select or self::input[not(@type='hidden')]]"
_NAVIGATION = (
    "ancestor::nav or ancestor::template"
    " or ancestor::header[not(ancestor::main or ancestor::article)]"
    " or ancestor::*[@role='navigation' or @role='menu' or @role='menubar']"
)


class _Pair(NamedTuple):
    element: Element
    group: object
    """Pairs of one group are judged together."""
    entry: FaqEntry


def pairs(page: Page) -> Iterator[FaqEntry]:
    """Pairs in document order that are questions by their mark, their company or their place."""
    lowered = page.markup.lower()
    found = [
        pair
        for tag, reader in _READERS.items()
        if b"<" + tag in lowered
        for pair in islice(reader(page.tree), _MOST_PAIRS)
    ]
    if not found:
        return
    on_faq_page = _is_faq_page(page)
    asked: dict[object, list[bool]] = defaultdict(list)
    for pair in found:
        asked[pair.group].append(is_question(pair.entry.question))
    for pair in found:
        marks = asked[pair.group]
        mostly_asked = sum(marks) * 2 >= len(marks)
        if is_question(pair.entry.question) or mostly_asked or _belongs(pair, on_faq_page):
            yield pair.entry


def _belongs(pair: _Pair, on_faq_page: bool) -> bool:  # ruff: ignore[boolean-type-hint-positional-argument]
    """Whether a pair without a question mark stands where questions are answered."""
    if len(pair.entry.question.split()) < _FEWEST_WORDS:
        return False
    return on_faq_page or _in_faq_block(pair.element)


def _is_faq_page(page: Page) -> bool:
    headings = page.tree.xpath("//*[self::title or self::h1]")[:_NEAR]
    return names_faq(unquote(page.url)) or any(names_faq(plain_text(one)) for one in headings)


def _in_faq_block(element: Element) -> bool:
    near = [
        element,
        *(above for _, above in zip(range(_NEAR), element.iterancestors(), strict=False)),
    ]
    return any(
        names_faq(f"{one.get('class', '')} {one.get('id', '')}")
        for one in near
        if one.tag not in {"html", "body"}
    )


def _disclosed(tree: Element) -> Iterator[_Pair]:
    """``<details>``: the summary asks, the rest answers; one that holds others is a chapter."""
    for element in tree.xpath(f"//details[summary][not(.//details)][not({_NAVIGATION})]"):
        summary = element.find("summary")
        question = _question_text(summary)
        if not question or _is_menu(element):
            continue
        answer = plain_text(element, without=UNSEEN | {"summary"})
        yield _Pair(element, _group_of(element), FaqEntry(question=question, answer=answer))


def _described(tree: Element) -> Iterator[_Pair]:
    """``<dl>``: each ``dt`` asks, the ``dd`` elements up to the next ``dt`` answer."""
    for block in tree.xpath(f"//dl[not({_NAVIGATION})]"):
        question, answers = None, []
        for element in chain(_terms(block), [None]):
            if element is not None and element.tag == "dd":
                answers.append(element)
                continue
            if question is not None and answers and not any(map(_is_menu, answers)):
                text = "\n\n".join(map(plain_text, answers))
                entry = FaqEntry(question=_question_text(question), answer=text)
                if entry.question:
                    yield _Pair(question, block, entry)
            question, answers = element, []


def _terms(block: Element) -> Iterator[Element]:
    """``dt`` and ``dd`` of a ``dl``, which may stand in ``div`` wrappers."""
    for child in block:
        if child.tag in {"dt", "dd"}:
            yield child
        elif child.tag == "div":
            yield from (inner for inner in child if inner.tag in {"dt", "dd"})


_READERS: dict[bytes, Callable[[Element], Iterator[_Pair]]] = {
    b"details": _disclosed,
    b"dl": _described,
}


def _question_text(element: Element) -> str:
    """The question in *element*: its heading or marked name where it has one, without icons."""
    named = element.xpath(".//*[contains(concat(' ', @itemprop, ' '), ' name ')]") or element.xpath(
        ".//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6]"
    )
    text = plain_text(named[0] if len(named) == 1 else element, without=_NO_QUESTION)
    text = text.strip("+-–−▼▾▸►▶›»✕×\u2795\u2796 \n")  # ruff: ignore[ambiguous-unicode-character-string]
    return " ".join(text.split()) if len(text) <= _LONGEST_QUESTION else ""


def _group_of(element: Element) -> object:
    """What holds the list that *element* is one item of, whether it is wrapped or not."""
    parent = element.getparent()
    neighbors = (element.getprevious(), element.getnext())
    alone = all(one is None or one.tag != "details" for one in neighbors)
    above = parent.getparent() if parent is not None and alone else None
    return parent if above is None else above


def _is_menu(element: Element) -> bool:
    """Whether *element* is there to go or to choose somewhere, not to be read."""
    if element.xpath(_CONTROLS):
        return True
    links = [len(plain_text(link)) for link in element.xpath(".//a[@href]")]
    whole = len(plain_text(element, without=UNSEEN | {"summary"}))
    return len(links) >= _FEWEST_LINKS_OF_MENU and sum(links) > _MOST_LINKED * whole
