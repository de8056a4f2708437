"""Reads questions and answers from plain lines of text, where no markup tells them apart."""

from __future__ import annotations

import re
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from crawler.extract.faq.pairs import copied, removed
from crawler.extract.faq.words import (
    asks_on,
    is_marked_answer,
    is_marked_question,
    without_answer_prefix,
)
from crawler.extract.markup import plain_text
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from crawler.extract.faq.surroundings import Surroundings
    from crawler.extract.markup import Element
    from crawler.extract.page import Page

_FEWEST = 2
_LONGEST_QUESTION = 300
_FEWEST_TELLING = 3
_MOST_LINES = 3000
_LABELED = re.compile(rb">\s{0,40}([^\s<>]{1,24}(?:\s\d{1,3})?\s?[:.)])")
# the parser puts what stands before any known element of a body into the head
_CONTENT = "//main | //body[not(.//main)] | //head[not(//main or //body)]"
_BULLET = re.compile(r"^[-*•\u2013\u2014]\s+")
_ONE_LINE = re.compile(
    r"(?P<question>[^?\uff1f]{8,300}[?\uff1f])[\s\u2013\u2014:-]{1,5}(?P<answer>\S.{2,})"
)


def lines(page: Page, surroundings: Surroundings) -> list[FaqEntry]:
    """Pairs of lines: marked ``Q:`` and ``A:`` on any page, ending with ``?`` on an FAQ page."""
    labeled = _has_labels(page.markup)
    body = next(iter(page.tree.xpath(_CONTENT)), None)
    if body is None or not (labeled or surroundings.is_faq_page):
        return []
    shown = [
        _BULLET.sub("", line)
        for line in plain_text(_content(body, surroundings)).split("\n")[:_MOST_LINES]
        if line
    ]
    if labeled and sum(map(is_marked_question, shown)) >= _FEWEST <= sum(
        map(is_marked_answer, shown)
    ):
        return _split(shown, is_marked_question)
    if not surroundings.is_faq_page:
        return []
    return _split(shown, _ends_asking) or _on_one_line(shown)


def _has_labels(markup: bytes) -> bool:
    """Whether texts of *markup* begin as marked questions do."""
    found = (match[1].decode("utf-8", "replace") for match in _LABELED.finditer(markup))
    return sum(map(is_marked_question, islice(found, _MOST_LINES))) >= _FEWEST


def _content(body: Element, surroundings: Surroundings) -> Element:
    """*body* without menus, footers and lists of links."""
    outside = [
        number
        for number, one in enumerate(body.iterdescendants("*"))
        if surroundings.is_outside(one) or _is_link_item(one)
    ]
    copy = copied(body)
    parts = list(copy.iterdescendants("*"))
    for number in outside:
        removed(parts[number])
    return copy


def _is_link_item(element: Element) -> bool:
    if element.tag != "li" or len(element) != 1 or element[0].tag != "a":
        return False
    return not ((element.text or "") + (element[0].tail or "")).strip()


def _ends_asking(line: str) -> bool:
    return line.endswith(("?", "\uff1f")) and len(line) <= _LONGEST_QUESTION and not asks_on(line)


def _split(shown: Sequence[str], begins: Callable[[str], bool]) -> list[FaqEntry]:
    """What stands between the lines that ask; the last answer is no longer than the longest."""
    starts = [number for number, line in enumerate(shown) if begins(line)]
    parts = [shown[start:end] for start, end in pairwise(starts)]
    if len(parts) >= _FEWEST_TELLING:
        longest = max(map(len, parts))
        parts.append(shown[starts[-1] :][:longest])
    elif starts:
        parts.append(shown[starts[-1] :])
    whole = [part for part in parts if len(part) > 1]
    if len(whole) < _FEWEST:
        return []
    return [
        FaqEntry(question=part[0], answer=without_answer_prefix("\n\n".join(part[1:])))
        for part in whole
    ]


def _on_one_line(shown: Sequence[str]) -> list[FaqEntry]:
    found = [match for match in map(_ONE_LINE.fullmatch, shown) if match]
    if len(found) < _FEWEST_TELLING:
        return []
    return [FaqEntry(question=one["question"], answer=one["answer"]) for one in found]
