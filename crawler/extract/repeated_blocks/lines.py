"""Says of each line of a block what it is by its own words, and where the owner's answer stands."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from crawler.extract.repeated_blocks import words
from crawler.extract.repeated_blocks.buttons import is_furniture
from crawler.extract.repeated_blocks.chunks import Chunk, chunks_of
from crawler.extract.repeated_blocks.marks import lineage
from crawler.extract.repeated_blocks.printed_dates import find_date
from crawler.extract.repeated_blocks.rating_words import read_label
from crawler.extract.review_block import names_reply

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.extract.markup import Element
    from crawler.extract.repeated_blocks.marks import Marks

LineKind = Literal["text", "date", "rating", "badge", "furniture", "label", "price"]

_NUMBER = re.compile(r"[\W_]*\d{1,3}(?:[.,]\d{1,2})?\s?%?[\W_]*")
_NAME_WORD = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ŽА-ЯЁ][\w'’-]*\.?|(?:de|da|van|von|der|del|la|bin|al|z|y)|[\w.-]*[\d_][\w.-]*"
    r"|\([\w .,-]+\))"
)
_ANONYMOUS = re.compile(
    r"(?:an? |ein |un |der |verified |ověřený )*(?:anonym\w*|guest|customer|user|member|host"
    r"|zákazn\w+|kupující|аноним\w*|гость|покупатель|пользователь"
    r"|клиент|vendég|vásárló|névtelen|gast|kunde|kundin|nutzer\w*|cliente|usuario|client|invité"
    r"|utilisateur|mgeni|mteja|gość|klient|użytkownik)"
    r"(?:\s+\w+){0,2}$",
    re.IGNORECASE,
)
# What dates are introduced by, and no name.
_WRITTEN = re.compile(
    r"(?:reviewed|posted|published|written|added|submitted|updated|created|date|on|přidáno|vloženo"
    r"|napsáno"
    r"|hodnoceno|datum|dne|добавлен\w*|опубликован\w*|дата|отзыв|оставлен\w*|beküldve|dátum"
    r"|értékelve|közzétéve"
    r"|veröffentlicht|geschrieben|verfasst|bewertet|erstellt|publicad\w+|escrit\w+|fecha|publié\w*"
    r"|posté|déposé"
    r"|avis|dodano|wystawiono|data|imeandikwa|iliandikwa|tarehe|verified|vom|am|el"
    r"|le)\b(?!\s+(?:by|par|von|por)\b)",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\s+(?:on|am|vom|dne|le|el|il|w dniu|tarehe|от|в)$", re.IGNORECASE)
_EDGES = " ,·|:–—-"
_TOLD = frozenset({"body", "author", "title", "date", "badge"})
_LONGEST_SHORT = 60
_LONGEST_PRICE = 40
_MOST_NAME_WORDS = 4
_LONGEST_NAME = 40
_FEWEST_REPLY_WORDS = 2


@dataclass(frozen=True, slots=True)
class Line:
    """A chunk with what it is by its own words."""

    chunk: Chunk
    kind: LineKind


@dataclass(frozen=True, slots=True)
class Block:
    """One block cut into the customer's lines and the owner's."""

    element: Element
    lines: tuple[Line, ...]
    reply: tuple[Line, ...]
    reply_area: frozenset[Element]
    """Elements that belong to the answer, with their dates and stars."""


def cut(element: Element, marks: Marks) -> Block:
    """The lines of the block *element*; *marks* are the dates and ratings of the page."""
    lines = [Line(chunk, kind_of(chunk)) for chunk in chunks_of(element, marks)]
    answered = _reply_range(element, lines)
    answer = [lines[number] for number in answered]
    own = [line for number, line in enumerate(lines) if number not in answered]
    area = frozenset(line.chunk.element for line in answer)
    return Block(element, tuple(own), _after_label(answer), area)


def kind_of(chunk: Chunk) -> LineKind:
    """What a line is by its own words, whatever the line beside it says."""
    if len(chunk.text) > 2 * _LONGEST_SHORT:
        return "text"
    is_body = "body" in chunk.roles
    if is_furniture(chunk.text) or ("furniture" in chunk.roles and not chunk.roles & _TOLD):
        return "furniture"
    return _short_kind(chunk.text, is_body=is_body)


def _short_kind(text: str, *, is_body: bool) -> LineKind:
    if words.is_part_label(text):
        return "label"
    raw = find_date(text)
    if raw and (not is_body or raw == text.strip(" ()·|,–-")):
        return "date"
    if _NUMBER.fullmatch(text) or (not is_body and _is_rating(text)):
        return "rating"
    if _is_badge(text):
        return "badge"
    return "price" if _is_price(text) and not is_body else "text"


def is_name(text: str) -> bool:
    """Whether *text* looks like the name of a person."""
    parts = text.split()
    if len(text) == 1:  # the letter of an avatar
        return False
    if len(parts) <= _MOST_NAME_WORDS and _ANONYMOUS.match(text):
        return True
    if not 0 < len(parts) <= _MOST_NAME_WORDS or len(text) > _LONGEST_NAME:
        return False
    return not text.endswith(("!", "?", "…")) and all(
        _NAME_WORD.fullmatch(part.strip(",")) for part in parts
    )


def _is_badge(text: str) -> bool:
    if len(text) > _LONGEST_SHORT or words.says_verified(text) is None:
        return False
    return not words.without_badge(text)


def _is_price(text: str) -> bool:
    return len(text) <= _LONGEST_PRICE and words.has_price(text)


def find_signature(block: Block) -> str | None:
    """The name in a line such as ``By Ann on 3 May 2025``; None without one."""
    for line in block.lines:
        raw = find_date(line.chunk.text) if line.kind == "date" else None
        before = line.chunk.text.partition(raw)[0] if raw else ""
        if not before or before.rstrip().endswith(":") or _WRITTEN.match(before):
            continue
        name = words.without_badge(words.without_byline(before.strip(_EDGES)))
        name = _PREPOSITION.sub("", name).strip(_EDGES)
        if name and is_name(name):
            return name
    return None


def _is_rating(text: str) -> bool:
    return len(text) <= _LONGEST_PRICE and read_label(text) is not None


def _is_reply_label(text: str) -> bool:
    """Whether *text* begins with the heading of an answer; a sentence about an answer is none."""
    end = words.reply_label_end(text)
    return end is not None and not text[:end].rstrip().endswith((".", "!", "?"))


def _reply_range(block: Element, lines: Sequence[Line]) -> range:
    """Which of *lines* are the owner's answer; none where there is no answer."""
    for number, line in enumerate(lines):
        if number and line.kind in {"text", "date"} and _is_reply_label(line.chunk.text):
            return range(number, _reply_end(block, lines, start=number))
    return _named_reply(block, lines)


def _named_reply(block: Element, lines: Sequence[Line]) -> range:
    """The lines in an element that its class calls an answer."""
    areas = [_reply_area(line.chunk.element, block) for line in lines]
    area = next((one for one in areas if one is not None), None)
    inside = [number for number, one in enumerate(areas) if area is not None and one is area]
    told = sum(
        len(lines[number].chunk.text.split()) for number in inside if lines[number].kind == "text"
    )
    if told <= _FEWEST_REPLY_WORDS or not inside[0]:
        return range(0)
    return range(inside[0], inside[-1] + 1)


def _reply_area(inner: Element, block: Element) -> Element | None:
    """The outermost element around *inner* whose class calls it an answer."""
    found = None
    for element in lineage(inner):
        if element is block:
            return found
        if names_reply(element.get("class") or ""):
            found = element
    return None


def _reply_end(block: Element, lines: Sequence[Line], *, start: int) -> int:
    """Where the answer ends that begins with a label: with the smallest element that holds more."""
    label = lines[start].chunk
    said = label.text[words.reply_label_end(label.text) or 0 :]
    if len(said.split()) >= _FEWEST_REPLY_WORDS:
        return start + 1
    around = [set(lineage(line.chunk.element)) for line in lines[start:]]
    for area in lineage(label.element):
        inside = [start + number for number, above in enumerate(around) if area in above]
        if area is block or any(lines[number].kind == "text" for number in inside[1:]):
            return inside[-1] + 1 if inside else start + 1
    return start + 1


def _after_label(lines: Sequence[Line]) -> tuple[Line, ...]:
    """*lines* of an answer without its heading and the short line that names who answers."""
    if not lines:
        return ()
    first = lines[0].chunk
    end = words.reply_label_end(first.text)
    if end is None:
        rest = list(lines)
    else:
        left = first.text[end:].strip()
        kept = Chunk(left, first.element, first.path, first.roles)
        rest = [Line(kept, "text")] if left else []
        rest += [Line(first, "date")] if find_date(first.text[:end]) else []
        rest += lines[1:]
    texts = [line for line in rest if line.kind == "text"]
    if len(texts) > 1 and is_name(texts[0].chunk.text):
        rest.remove(texts[0])
    return tuple(rest)
