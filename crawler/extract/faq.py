"""Reads questions and answers: what a page shows before what its structured data says."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from crawler.extract import faq_markup, json_ld, schema_values
from crawler.extract.candidates import folded
from crawler.extract.faq_words import asks_on
from crawler.extract.json_ld import as_list, types_of
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.json_ld import Node
    from crawler.extract.page import Page

_TELLING_ANSWER = 40
_MOST_PAIRS = 2000


def read(page: Page) -> tuple[FaqEntry, ...]:
    """Question and answer pairs of the page in its order, each question once.

    Left out: menus, contents lists, pairs without an answer, and the closing "didn't find your
    answer?". Where the page shows as many pairs as its FAQPage declares, only the shown ones count;
    where it shows fewer, the declared ones fill in.
    """
    shown = _clean(faq_markup.pairs(page))
    layers = (page.microdata, page.json_ld) if b"FAQPage" in page.body else ()
    declared = _clean(chain.from_iterable(map(_declared, layers)))
    if len(shown) >= len(declared):
        return tuple(shown)
    return (*shown, *(entry for entry in declared if not _is_shown(entry, shown)))


def _clean(entries: Iterable[FaqEntry]) -> list[FaqEntry]:
    kept: dict[str, FaqEntry] = {}
    for entry in islice(entries, _MOST_PAIRS):
        question = folded(entry.question)
        if question and folded(entry.answer) and not asks_on(entry.question):
            kept.setdefault(question, entry)
    return list(kept.values())


def _is_shown(entry: FaqEntry, shown: Iterable[FaqEntry]) -> bool:
    """Whether the page shows *entry*, be it with another wording of the question."""
    question, answer = folded(entry.question), folded(entry.answer)[:_TELLING_ANSWER]
    return any(
        folded(other.question) == question
        or (len(answer) == _TELLING_ANSWER and folded(other.answer).startswith(answer))
        for other in shown
    )


def _declared(layer: Iterable[Node]) -> Iterator[FaqEntry]:
    """Pairs of the questions that stand, or are named, below an FAQPage of *layer*."""
    nodes = [node for node, _ in json_ld.placed(layer)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    for page_node in nodes:
        if "FAQPage" not in types_of(page_node):
            continue
        named = [
            by_id.get(one.get("@id"), one)
            for one in as_list(page_node.get("mainEntity"))
            if isinstance(one, dict)
        ]
        for node, _ in json_ld.placed([page_node, *named]):
            if "Question" in types_of(node):
                yield FaqEntry(
                    question=schema_values.first_text(node, "name", "text", "headline"),
                    answer=_answer(node),
                )


def _answer(question: Node) -> str:
    for name in ("acceptedAnswer", "suggestedAnswer"):
        for answer in as_list(question.get(name)):
            body = (
                schema_values.first_text(answer, "text", "description", "articleBody", "name")
                if isinstance(answer, dict)
                else schema_values.text(answer)
            )
            if body:
                return body
    return ""
