"""Decides which pairs of a list are questions: by their mark, their company, or their place."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from crawler.extract.faq.words import is_question

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.extract.faq.asked import Asked
    from crawler.extract.faq.pairs import Pair
    from crawler.extract.faq.surroundings import Surroundings

FEWEST_UNANNOUNCED = 3
"""So many headings must ask before a page that nothing calls an FAQ counts as one."""

_FEWEST_WORDS = 3
_FEWEST_MARKED = 2
_MOST_TRIED = 40
_LONGEST_USUAL_ANSWER = 700
_FEWEST_TOGGLES = 2
_FEWEST_BOLD = 4
_HALF = 0.5
_MOST = 0.6


def may_pass(asked: Asked, surroundings: Surroundings) -> bool:
    """Whether any of *asked* can be accepted at all, told from the questions alone."""
    marked = sum(is_question(surroundings.question_of(one)) for one in asked.elements)
    if surroundings.is_faq_page or marked >= _FEWEST_MARKED:
        return True
    return any(map(surroundings.is_faq_block, asked.elements[:_MOST_TRIED]))


def judged(group: Sequence[Pair], surroundings: Surroundings) -> list[Pair]:
    """Those of *group*, pairs of one list and one kind, that are questions with answers."""
    if not group:
        return []
    announced = surroundings.is_faq_page or surroundings.is_faq_block(group[0].element)
    kind = group[0].kind
    if kind == "element":
        return [
            pair
            for pair in group
            if _is_question(pair, group) or (announced and _tells(pair, group))
        ]
    if kind == "alike" and not announced:
        return []
    if kind in {"toggle", "named", "alike"}:
        return _opened(group, announced=announced)
    if announced:
        near = _of_one_chapter(group, surroundings)
        mostly = _share_asking(near) >= _HALF and kind == "heading"
        return [pair for pair in near if pair.asks or mostly]
    return _unannounced(group, surroundings)


def _is_question(pair: Pair, group: Sequence[Pair]) -> bool:
    return pair.has_mark or _share_marked(group) >= _HALF


def _opened(group: Sequence[Pair], *, announced: bool) -> list[Pair]:
    """Accordions hold descriptions of a product as often as questions."""
    if announced:
        return [
            pair for pair in group if _is_question(pair, group) or pair.asks or _tells(pair, group)
        ]
    enough = sum(pair.has_mark for pair in group) >= _FEWEST_TOGGLES
    return list(group) if enough and _share_marked(group) >= _HALF else []


def _of_one_chapter(group: Sequence[Pair], surroundings: Surroundings) -> Sequence[Pair]:
    """Those of *group* that the FAQ goes on to: a page may have other chapters after it."""
    if surroundings.is_faq_page:
        return group
    chapter = surroundings.chapter_of(group[0].element)
    return [
        pair
        for pair in group
        if surroundings.chapter_of(pair.element) is chapter
        or surroundings.is_faq_block(pair.element)
    ]


def _unannounced(group: Sequence[Pair], surroundings: Surroundings) -> list[Pair]:
    """Headings and rows where most of what the page heads asks and is answered shortly.

    Long answers are an article's chapters. Bold lines count only where all ask, as interviews do
    not.
    """
    marked = [pair for pair in group if pair.has_mark]
    bold = group[0].kind == "bold"
    if len(marked) < (_FEWEST_BOLD if bold else FEWEST_UNANNOUNCED):
        return []
    share = min(_share_marked(group), surroundings.share_of_asking_headings(group[0]))
    short = median(len(pair.entry.answer) for pair in marked) <= _LONGEST_USUAL_ANSWER
    return marked if short and share >= (1 if bold else _MOST) else []


def _tells(pair: Pair, group: Sequence[Pair]) -> bool:
    """Whether a statement says enough to be answered, as against the name of a chapter.

    In a list that opens and asks nothing at all, all are names.
    """
    if len(pair.entry.question.split()) >= _FEWEST_WORDS:
        return True
    return pair.element.tag != "dt" and len(group) > 1 and not any(one.asks for one in group)


def _share_marked(group: Sequence[Pair]) -> float:
    return sum(pair.has_mark for pair in group) / len(group)


def _share_asking(group: Sequence[Pair]) -> float:
    return sum(pair.asks for pair in group) / len(group)
