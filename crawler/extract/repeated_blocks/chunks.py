"""Cuts a block into the lines and paragraphs that a reader sees, each with its place."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from crawler.extract.markup import UNSEEN, plain_text
from crawler.extract.repeated_blocks import words
from crawler.extract.repeated_blocks.buttons import is_furniture
from crawler.extract.repeated_blocks.roles import own_roles, roles_of
from crawler.extract.review_block import names_reply

if TYPE_CHECKING:
    from collections.abc import Iterator

    from crawler.extract.markup import Element
    from crawler.extract.repeated_blocks.marks import Marks

Path: TypeAlias = tuple[str, ...]
"""Tags and first classes from the block down to an element: the same place in another block."""

_Step: TypeAlias = "tuple[Element | tuple[str, Element, Path], Path]"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "strong", "b", "dt", "legend"})
_SKIPPED = UNSEEN | {"form", "input", "nav", "img"}
_UNHEARD = re.compile(
    r"(?<![a-z])(?:sr-only|visually-?hidden|screen-?reader(?:-text)?|offscreen|a11y"
    r"|assistive)(?![a-z])",
    re.IGNORECASE,
)
_WORD_CHARACTER = re.compile(r"\w|[\U0001f300-\U0001faff❤☹☺]")
_ANSWERING = frozenset({"div", "section", "blockquote", "aside", "article", "ul", "dl", "p"})
_TEXTS_LOOKED_AT = 8
_MOST_CHUNKS = 150
_MOST_VISITED = 1500
_LONGEST_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Chunk:
    """A line or paragraph."""

    text: str
    element: Element
    path: Path
    roles: frozenset[str]
    """What the classes of its element call it; of what it lies in where its own say nothing."""


def chunks_of(block: Element, marks: Marks) -> list[Chunk]:
    """What *block* says, in reading order; *marks* are the dates and ratings of the page."""
    found: list[Chunk] = []
    for number, (text, element, path) in enumerate(_texts(block, marks)):
        if number >= _MOST_CHUNKS:
            break
        if text and _WORD_CHARACTER.search(text):
            found.append(Chunk(text, element, path, roles_of(element, block)))
    return found


def _texts(block: Element, marks: Marks) -> Iterator[tuple[str, Element, Path]]:
    stack: list[_Step] = [(block, ())]
    visited = 0
    while stack and visited < _MOST_VISITED:
        visited += 1
        node, path = stack.pop()
        if isinstance(node, tuple):
            yield node
            continue
        if node is not block and _is_skipped(node):
            continue
        running = _is_running(node) and not _is_mixed(node, marks)
        inner = _running(node, path) if running else _children(node, path)
        stack.extend(reversed(list(inner)))


def _children(node: Element, path: Path) -> Iterator[_Step]:
    own = (*path, "#text")
    if node.text and node.text.strip():
        yield (" ".join(node.text.split()), node, own), own
    for child in node.iterchildren("*"):
        step = _step(child)
        yield child, (*path, step)
        if child.tail and child.tail.strip():
            yield (" ".join(child.tail.split()), node, own), own


def _step(element: Element) -> str:
    return f"{element.tag}.{(element.get('class') or '').partition(' ')[0]}"


def _is_skipped(element: Element) -> bool:
    if element.tag == "button" and element.find("div") is not None:  # a card that opens something
        return False
    return (
        element.tag in _SKIPPED
        or bool(_UNHEARD.search(element.get("class") or ""))
        or element.get("role") in {"button", "tooltip", "img"}
    )


def _is_running(node: Element) -> bool:
    """Whether *node* itself holds words, so that what lies in it is part of its sentence."""
    if node.text and _WORD_CHARACTER.search(node.text):
        return True
    return any(child.tail and _WORD_CHARACTER.search(child.tail) for child in node)


def _is_mixed(node: Element, marks: Marks) -> bool:
    """Whether *node* lays out a date or stars between its words."""
    if not len(node):
        return False
    return any(marks.lays_out(child) for child in node) or (
        marks.shows(node) and any(child.tag in {"br", "p", "div"} for child in node)
    )


def _running(node: Element, path: Path) -> Iterator[_Step]:
    """The text of *node* in one piece, and apart from it titles, buttons and answers in it."""
    if not len(node):
        yield (plain_text(node)[:_LONGEST_CHUNK], node, path), path
        return
    answers = [inner for inner in node.iterdescendants(*_ANSWERING) if _answers(inner)]
    apart = [inner for inner in node.iterdescendants("*") if _stands_apart(inner, node)]
    before = [inner for inner in apart if _leads(inner, node)]
    for inner in before:
        yield (plain_text(inner), inner, (*path, _step(inner))), path
    yield (plain_text(_without(node, [*apart, *answers]))[:_LONGEST_CHUNK], node, path), path
    for inner in apart:
        if inner not in before and not _is_skipped(inner):
            yield (plain_text(inner), inner, (*path, _step(inner))), path
    for inner in answers[:1]:
        yield inner, (*path, _step(inner))


def _answers(inner: Element) -> bool:
    """Whether *inner* is an owner's answer that stands inside the customer's text."""
    if names_reply(inner.get("class") or ""):
        return True
    first = next((text for text in islice(inner.itertext(), _TEXTS_LOOKED_AT) if text.strip()), "")
    return words.reply_label_end(first.strip()) is not None


def _stands_apart(inner: Element, node: Element) -> bool:
    if _is_skipped(inner) or _leads_line(inner, node):
        return True
    roles = own_roles(inner)
    if roles & {"title", "date", "author", "badge"} and "body" not in roles:
        return True
    return bool(inner.tag in {"a", "span", "div", "p"} and is_furniture(_beginning(inner)))


def _beginning(element: Element) -> str:
    return " ".join(" ".join(islice(element.itertext(), _TEXTS_LOOKED_AT)).split())


def _leads(inner: Element, node: Element) -> bool:
    return inner is next(node.iterchildren("*"), None) and not (node.text or "").strip()


def _leads_line(inner: Element, node: Element) -> bool:
    """A bold first line that a break sets off: a title."""
    after = inner.getnext()
    return bool(
        inner.tag in HEADINGS
        and _leads(inner, node)
        and not (inner.tail or "").strip()
        and after is not None
        and after.tag == "br"
    )


def _without(node: Element, apart: list[Element]) -> Element:
    """A copy of *node* that lacks the elements *apart*, but nothing of the text around them."""
    places = {element: number for number, element in enumerate(node.iter())}
    copied = deepcopy(node)
    copies = list(copied.iter())
    for element in apart:
        _remove(copies[places[element]])
    return copied


def _remove(element: Element) -> None:
    parent, tail = element.getparent(), element.tail or ""
    if parent is None:
        return
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)
