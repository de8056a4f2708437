"""Turns markup into a tree, and elements of the tree into the text a reader sees."""

from __future__ import annotations

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterable

Element: TypeAlias = Any
"""An lxml element; lxml carries no types."""

_PARAGRAPHS = frozenset(
    {
        *(
            "address",
            "article",
            "aside",
            "blockquote",
            "dd",
            "details",
            "div",
            "dl",
            "dt",
            "fieldset",
        ),
        *(
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "main",
            "nav",
        ),
        *("ol", "p", "pre", "section", "summary", "table", "ul"),
    }
)
_LINES = frozenset({"br", "li", "tr", "option"})
UNSEEN = frozenset(
    {
        *(
            "audio",
            "button",
            "canvas",
            "datalist",
            "head",
            "iframe",
            "noscript",
            "object",
            "script",
        ),
        *("select", "style", "svg", "template", "textarea", "video"),
    }
)
"""Elements whose content is no part of a text."""

_KNOWN_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|pre|small|span|strong|sub"
    r"|sup|table|tbody|td|th|tr|u|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_MOST_ESCAPES = 3
_MOST_EVENTS = 20_000
# Only what changes something: a single blank, which most are, is left alone.
_INNER_BLANKS = re.compile(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")


def parse(markup: bytes) -> Element:
    """Root of the tree of UTF-8 *markup*; an empty ``html`` element where there is nothing."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(markup, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return etree.Element("html") if root is None else root


def plain_text(element: Element, *, without: frozenset[str] = UNSEEN) -> str:
    """What a reader sees of *element*: paragraphs by an empty line, items and breaks by a new one.

    Elements named in *without* are left out, *element* itself never is.
    """
    # Without the breaks around it, a text of one paragraph is clean as it is.
    return clean_text("".join(_pieces(element, without)).strip())


def text_of_markup(text: str) -> str:
    """Plain text of a string that may carry HTML, as the strings of structured data often do.

    Only tags that HTML knows count as such, so ``I <3 this`` stays what it is.
    """
    if "&" in text:
        text = _unescaped(text)
    if "<" in text and _KNOWN_TAG.search(text):
        return plain_text(parse(b"<div>" + text.encode("utf-8", "replace") + b"</div>"))
    return clean_text(text)


def _unescaped(text: str) -> str:
    """*text* without entities, which programs that pass it on may have escaped again."""
    for _ in range(_MOST_ESCAPES):
        if not _ENTITY.search(text):
            break
        text = unescape(text)
    return text


def _pieces(element: Element, without: frozenset[str]) -> Iterable[str]:
    """The texts of *element* in order, with breaks between them; no recursion, however deep."""
    skipped = None
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in islice(walk, _MOST_EVENTS):
        if skipped is not None:
            if event == "end" and node is skipped:
                skipped = None
                yield from _tail(node, element)
            continue
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if tag in without and node is not element:
                skipped = node
                continue
            yield _break_before(tag)
            if node.text:
                yield node.text if tag == "pre" else _INNER_BLANKS.sub(" ", node.text)
        else:
            yield _break_after(tag)
            if tag == "span" and node is not element:
                yield _gap_after(node)
            yield from _tail(node, element)


def _tail(node: Element, element: Element) -> Iterable[str]:
    if node is not element and node.tail:
        yield _INNER_BLANKS.sub(" ", node.tail)


def _gap_after(span: Element) -> str:
    """A blank where styles set spans apart: between two of them, and after a label's colon."""
    if not span.tail:
        following = span.getnext()
        return " " if following is not None and following.tag == "span" else ""
    return " " if (span.text or "").rstrip().endswith(":") else ""


def _break_before(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else "\n" if tag in _LINES else ""


def _break_after(tag: str) -> str:
    return "\n\n" if tag in _PARAGRAPHS else " " if tag in {"td", "th"} else ""
