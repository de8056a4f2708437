"""Reads an answer as a person would: its whole text without the furniture of the page."""

from __future__ import annotations

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here
import re
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from crawler.extract.faq.pairs import copied, removed
from crawler.extract.faq.words import any_of, asks_on, folded_words
from crawler.extract.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.extract.markup import Element

_FURNITURE = re.compile(
    (
        r"(?:^|[-_\s])(?:share|sharing|social|helpful|votes?|voting|feedback|breadcrumbs?"
        r"|permalink|newsletter|related|back-?to-?top|totop|post-meta|categories|tags|symbol"
        r"|sr-only|visually-hidden|screen-reader-text)(?:$|[-_\s])"
    ),
    re.IGNORECASE,
)
_LONGEST_FURNITURE = 300
_LAST_LINES = 6
_LONGEST_FURNITURE_LINE = 120
_WAS_HELPFUL = any_of(
    r"(?:was|did|is) (?:this|that|the)\b.{0,30}\b(?:helpful|useful|help you|answer your question)",
    r"(?:byl\w?|pomohl\w?|bola)\b.{0,30}\b(?:odpověď|odpoveď|článek|článok|informace|to)\b"
    r".{0,20}(?:užitečn\w+|užitočn\w+|pomohl\w*|\?$)",
    r"(?:war|hat|fanden)\b.{0,40}\b(?:hilfreich|geholfen|nützlich)",
    r"(?:помогла?|был[аo]?)\b.{0,30}\b(?:стать|ответ|информаци)\w*.{0,20}(?:полез\w*|\?$)",
    r"чи була\b.{0,30}корисн",
    r"(?:hasznos volt|segített)\b.{0,30}",
    r"je,? .{0,30}\b(?:imekusaidia|imesaidia|ilisaidia|yamekusaidia|limekusaidia)",
    (
        r"(?:cet\w* .{0,20}utile|¿?(?:fue|te ha sido|te resultó)\b.{0,20}útil"
        r"|czy .{0,30}(?:pomocn|przydatn)\w+|(?:questo|è stato|ti è stat)\b.{0,30}\b(?:utile"
        r"|aiuto)|este artigo.{0,20}útil|(?:was|heeft) dit\b.{0,30}\b(?:nuttig|geholpen))"
    ),
    r"(?:(?:↑|\^) )?(?:back to (?:the )?top|zpět nahoru|späť hore|nach oben|(?:вернуться )?наверх"
    r"|vissza (?:a tetejére|az elejére)|rudi juu|(?:vers le )?haut de page|volver arriba|do góry)$",
)


class Stretch(NamedTuple):
    """One block of an answer."""

    text: str
    elements: list[Element]
    """What follows *text*, each with the text after it."""
    loose: bool = True
    """Whether the text after the last element belongs to it too."""


def answer_text(stretches: Iterable[Stretch]) -> str:
    """Text of an answer, its blocks apart, without sharing buttons and "was this helpful?"."""
    return text_of(whole_answer(stretches))


def whole_answer(stretches: Iterable[Stretch]) -> Element:
    """The answer as one element of its own, without the page's furniture."""
    root = etree.Element("div")
    for stretch in stretches:
        block = etree.SubElement(root, "div")
        block.text = stretch.text
        for element in stretch.elements:
            copy = copied(element)
            copy.tail = element.tail
            block.append(copy)
        if stretch.elements and not stretch.loose:
            block[-1].tail = None
    for one in [one for one in root.iterdescendants("*") if _is_furniture(one)]:
        removed(one)
    return root


def text_of(answer: Element) -> str:
    """Text of what `whole_answer` gives, without the closing lines that every answer has."""
    lines = plain_text(answer).split("\n")
    for number in range(max(1, len(lines) - _LAST_LINES), len(lines)):
        if _is_closing(lines[number]):
            return "\n".join(lines[:number]).rstrip()
    return "\n".join(lines)


def _is_closing(line: str) -> bool:
    if not line or len(line) > _LONGEST_FURNITURE_LINE:
        return False
    return bool(_WAS_HELPFUL.match(folded_words(line).strip())) or asks_on(line)


def _is_furniture(element: Element) -> bool:
    name = element.get("class")
    return bool(
        name
        and _FURNITURE.search(name)
        and len("".join(element.itertext()).strip()) <= _LONGEST_FURNITURE
    )
