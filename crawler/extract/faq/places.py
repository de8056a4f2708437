"""Finds where the answers to a list of questions stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice, takewhile
from statistics import mode
from typing import TYPE_CHECKING, Literal

from crawler.extract.faq.answers import Stretch
from crawler.extract.faq.pairs import is_link
from crawler.extract.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crawler.extract.markup import Element

End = Literal["question", "chapter", "nothing"]

_HIGHEST = 12
_HIGHEST_ALONE = 4
_MOST_SIBLINGS = 200
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LOWEST_RANK = 7
_ENDS = frozenset({"footer", "nav", "header", "aside", "form"})
_INLINE = frozenset(
    {"a", "b", "br", "code", "em", "hr", "i", "img", "small", "span", "strong", "u"}
)
_FEWEST_TELLING = 3


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an answer stands: beside its question, and beside what holds the question."""

    inside: list[Stretch]
    beside: Stretch
    end: End
    """What ends *beside*."""


def places_of_answers(asked: Sequence[Element]) -> list[tuple[Element, list[Stretch]]]:
    """What holds, and what answers, each of the questions *asked*, given in document order.

    Wrapped lists (an item holds question and answer) and flat ones (questions and answers take
    turns) are told apart by how high one climbs from a question before meeting another one. The
    last answer of a flat list has no more blocks than the longest of the others.
    """
    holders = Counter(above for one in asked for above in _and_above(one))
    heights = [_height(one, holders) for one in asked]
    known = [height for height in heights if height is not None]
    usual = mode(known) if known else None
    places = [
        _place(one, height, usual=usual, holders=holders)
        for one, height in zip(asked, heights, strict=True)
    ]
    goes_on = any(
        place.end == "question" and place.inside and _says(place.beside) for place in places
    )
    followed = [place.beside.elements for place in places[:-1] if place.end != "nothing"]
    longest, classes = _longest(followed), _classes(followed)
    return [
        (_holder(one, height), _chosen(_ended(place, longest, classes=classes), goes_on=goes_on))
        for one, height, place in zip(asked, heights, places, strict=True)
    ]


def _and_above(element: Element) -> Iterator[Element]:
    yield element
    yield from islice(element.iterancestors(), _HIGHEST)


def _height(element: Element, holders: Mapping[Element, int]) -> int | None:
    """How many levels above *element* its parent holds another question; None where none does."""
    for level, one in enumerate(_and_above(element)):
        above = one.getparent()
        if above is not None and holders.get(above, 0) > 1:
            return level
    return None


def _holder(element: Element, height: int | None) -> Element:
    """What holds *element* together with other questions, else what holds it alone."""
    above = islice(element.iterancestors(), height or 0, None)
    return next(above, element)


def _place(
    element: Element, height: int | None, *, usual: int | None, holders: Mapping[Element, int]
) -> _Place:
    chain = list(_and_above(element))
    rank = _rank(element)
    if usual is None:
        return _place_alone(chain[: _HIGHEST_ALONE + 1], rank, holders)
    top = min(usual if height is None else min(height, usual), len(chain) - 1)
    inside = [_following(one) for one in chain[:top]]
    elements, end = _until_end(chain[top], rank, holders)
    beside = Stretch(chain[top].tail or "", elements)
    return _Place([one for one in inside if _says(one)], beside, end)


def _place_alone(chain: Sequence[Element], rank: int, holders: Mapping[Element, int]) -> _Place:
    """The answer of a question without company: the nearest text that follows it."""
    for one in chain:
        elements, _ = _until_end(one, rank, holders)
        beside = Stretch(one.tail or "", elements)
        if _says(beside):
            return _Place([], beside, "nothing")
    return _Place([], Stretch("", []), "nothing")


def _ended(place: _Place, longest: int | None, *, classes: frozenset[str]) -> _Place:
    """*place*, ended where its answer begins to look unlike those with a question after them."""
    if place.end == "question":
        return place
    elements = place.beside.elements
    if longest is not None:
        elements = _first_blocks(elements, longest)
    named = bool(elements) and elements[0].get("class") in classes
    if named:
        elements = list(takewhile(lambda one: one.get("class") in classes, elements))
    if place.end == "nothing":
        elements = _without_last_links(elements)
    return _Place(place.inside, Stretch(place.beside.text, elements, not named), place.end)


def _chosen(place: _Place, *, goes_on: bool) -> list[Stretch]:
    if not place.inside:
        return [place.beside]
    return [*place.inside, place.beside] if goes_on else place.inside


def _without_last_links(elements: Sequence[Element]) -> list[Element]:
    """*elements* without blocks at their end that only lead elsewhere, where others stay."""
    end = len(elements)
    while end > 1 and elements[end - 1].tag not in _INLINE and is_link(elements[end - 1]):
        end -= 1
    return list(elements[:end])


def _classes(answers: Sequence[Sequence[Element]]) -> frozenset[str]:
    """Classes of the blocks of *answers*; none where a block goes without or few tell."""
    named = [one.get("class") for elements in answers for one in _blocks(elements)]
    return frozenset(named) if all(named) else frozenset()


def _longest(answers: Sequence[Sequence[Element]]) -> int | None:
    """How many blocks the longest of *answers* has; None where too few tell."""
    longest = max((len(_blocks(elements)) for elements in answers), default=None)
    return longest if longest == 0 or len(answers) >= _FEWEST_TELLING else None


def _first_blocks(elements: Sequence[Element], most: int) -> list[Element]:
    """*elements* up to their block number *most*, and what stands in line with it."""
    blocks = _blocks(elements)
    end = elements.index(blocks[most]) if len(blocks) > most else len(elements)
    return list(elements[:end])


def _blocks(elements: Sequence[Element]) -> list[Element]:
    return [one for one in elements if one.tag not in _INLINE]


def _following(element: Element) -> Stretch:
    return Stretch(element.tail or "", list(islice(element.itersiblings(), _MOST_SIBLINGS)))


def _until_end(
    element: Element, rank: int, holders: Mapping[Element, int]
) -> tuple[list[Element], End]:
    """Siblings after *element* up to the next question or chapter, and which of them ends these."""
    kept: list[Element] = []
    for sibling in islice(element.itersiblings(), _MOST_SIBLINGS):
        if sibling in holders:
            return kept, "question"
        if sibling.tag in _ENDS or _begins_chapter(sibling, rank, first=not kept):
            return kept, "chapter"
        kept.append(sibling)
    return kept, "nothing"


def _begins_chapter(element: Element, rank: int, *, first: bool) -> bool:
    if element.tag in _HEADINGS:
        return _HEADINGS.index(element.tag) < rank
    if first or not isinstance(element.tag, str):
        return False
    return any(_HEADINGS.index(one.tag) < rank for one in element.iter(*_HEADINGS))


def _rank(element: Element) -> int:
    """Rank of the heading that *element* is, holds, or stands in; else one below all."""
    for one in islice(_and_above(element), 3):
        if one.tag in _HEADINGS:
            return _HEADINGS.index(one.tag) + 1
    inner = next(element.iter(*_HEADINGS), None)
    return _LOWEST_RANK if inner is None else _HEADINGS.index(inner.tag) + 1


def _says(stretch: Stretch) -> bool:
    """Whether there is a letter or a digit in *stretch*, icons aside."""
    if _is_text(stretch.text):
        return True
    return any(
        _is_text(one.tail or "") or (not _is_icon(one) and _is_text(plain_text(one)))
        for one in stretch.elements
    )


def _is_icon(element: Element) -> bool:
    return element.tag in {"i", "svg"} or "icon" in (element.get("class") or "").lower()


def _is_text(text: str) -> bool:
    return any(letter.isalnum() for letter in text)
