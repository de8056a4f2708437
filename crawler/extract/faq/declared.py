"""Reads the questions that a page's structured data declares: schema.org's FAQPage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract import json_ld, schema_values
from crawler.extract.json_ld import as_list, types_of
from rivalscope.models import FaqEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from crawler.extract.json_ld import Node
    from crawler.extract.page import Page


def pairs(page: Page) -> Iterator[FaqEntry]:
    """Pairs of the page's microdata and JSON-LD, those without an answer too."""
    if b"FAQPage" in page.body:
        yield from _declared(page.microdata)
        yield from _declared(page.json_ld)


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
