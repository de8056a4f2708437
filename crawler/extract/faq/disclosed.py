"""Finds pairs in the two elements that HTML has for them: ``<details>`` and ``<dl>``."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from crawler.extract.faq.answers import Stretch, answer_text
from crawler.extract.faq.pairs import Pair, is_menu, question_text
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from crawler.extract.markup import Element

_NAVIGATION = (
    "ancestor::nav or ancestor::template"
    " or ancestor::header[not(ancestor::main or ancestor::article)]"
    " or ancestor::*[@role='navigation' or @role='menu' or @role='menubar']"
)


def disclosed(tree: Element) -> Iterator[Pair]:
    """``<details>``: the summary asks, the rest answers; one that holds others is a chapter."""
    for element in tree.xpath(f"//details[summary][not(.//details)][not({_NAVIGATION})]"):
        summary = element.find("summary")
        question = question_text(summary)
        if not question or is_menu(element):
            continue
        held = [child for child in element if child is not summary]
        answer = answer_text([Stretch(summary.tail or "", held)])
        entry = FaqEntry(question=question, answer=answer)
        yield Pair(
            element=element,
            group=_list_of(element),
            entry=entry,
            kind="element",
            held=(summary, *held),
        )


def described(tree: Element) -> Iterator[Pair]:
    """``<dl>``: each ``dt`` asks, the ``dd`` elements up to the next ``dt`` answer."""
    for block in tree.xpath(f"//dl[not({_NAVIGATION})]"):
        question, answers = None, []
        for element in chain(_terms(block), [None]):
            if element is not None and element.tag == "dd":
                answers.append(element)
                continue
            if question is not None and answers and not any(map(is_menu, answers)):
                entry = FaqEntry(
                    question=question_text(question), answer=answer_text([Stretch("", answers)])
                )
                if entry.question:
                    yield Pair(
                        element=question, group=block, entry=entry, kind="element", held=answers
                    )
            question, answers = element, []


def _terms(block: Element) -> Iterator[Element]:
    """``dt`` and ``dd`` of a ``dl``, which may stand in ``div`` wrappers."""
    for child in block:
        if child.tag in {"dt", "dd"}:
            yield child
        elif child.tag == "div":
            yield from (inner for inner in child if inner.tag in {"dt", "dd"})


def _list_of(element: Element) -> Hashable:
    """What holds the list that *element* is one item of, whether it is wrapped or not."""
    parent: Hashable = element.getparent()
    neighbors = (element.getprevious(), element.getnext())
    alone = all(one is None or one.tag != "details" for one in neighbors)
    above: Hashable = next(islice(element.iterancestors(), 1, None), None) if alone else None
    return parent if above is None else above
