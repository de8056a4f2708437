"""Joins what a page shows and what it declares into its questions, each once."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from crawler.extract.candidates import folded
from crawler.extract.faq import declared, help_center, shown
from crawler.extract.faq.words import asks_on, without_answer_prefix, without_question_prefix
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from crawler.extract.page import Page

_TELLING_ANSWER = 40
_MOST_PAIRS = 2000
_NUMBERED = re.compile(r"[(#]?(?:\d{1,2}\.)?(\d{1,3})\s*[.):]?\s*(?=\D)")


def read(page: Page) -> tuple[FaqEntry, ...]:
    """Question and answer pairs of the page in its order, each question once.

    An article of a help center is one pair: its title and its text. Left out: menus, contents
    lists, pairs without an answer, and the closing "didn't find your answer?". Where the page shows
    as many pairs as its FAQPage declares, only the shown ones count; where it shows fewer, the
    declared ones fill in.
    """
    if page.is_json:
        return tuple(_clean(help_center.listed(page)))
    if page.xml is not None:
        return ()
    article = help_center.article(page)
    if article:
        return article
    visible = _clean(shown.pairs(page))
    stated = _clean(declared.pairs(page))
    if len(visible) >= len(stated):
        return tuple(visible)
    questions = {folded(entry.question) for entry in visible}
    beginnings = {folded(entry.answer)[:_TELLING_ANSWER] for entry in visible}
    missing = (
        entry
        for entry in stated
        if folded(entry.question) not in questions and not _is_told(entry, beginnings)
    )
    return (*visible, *missing)


def _clean(entries: Iterable[FaqEntry]) -> list[FaqEntry]:
    """*entries* that ask and answer, without what only counts or labels them."""
    kept: dict[str, FaqEntry] = {}
    for entry in _unnumbered([_unlabeled(one) for one in islice(entries, _MOST_PAIRS)]):
        question = folded(entry.question)
        if question and folded(entry.answer) and not asks_on(entry.question):
            kept.setdefault(question, entry)
    return list(kept.values())


def _unlabeled(entry: FaqEntry) -> FaqEntry:
    return FaqEntry(
        question=without_question_prefix(entry.question),
        answer=without_answer_prefix(entry.answer),
    )


def _unnumbered(entries: Sequence[FaqEntry]) -> list[FaqEntry]:
    """*entries* without the numbers of their questions, where neighbors are numbered in a row."""
    matches = [_NUMBERED.match(entry.question) for entry in entries]
    numbers = [int(match[1]) if match else None for match in matches]
    return [
        replace(entry, question=entry.question[match.end() :])
        if match and _in_a_row(numbers, place)
        else entry
        for place, (entry, match) in enumerate(zip(entries, matches, strict=True))
    ]


def _in_a_row(numbers: Sequence[int | None], place: int) -> bool:
    number = numbers[place]
    if number is None:
        return False
    before = numbers[place - 1] if place else None
    after = numbers[place + 1] if place + 1 < len(numbers) else None
    return before == number - 1 or after == number + 1


def _is_told(entry: FaqEntry, beginnings: Container[str]) -> bool:
    """Whether the page shows the answer of *entry*, be it to another wording of the question."""
    beginning = folded(entry.answer)[:_TELLING_ANSWER]
    return len(beginning) == _TELLING_ANSWER and beginning in beginnings
