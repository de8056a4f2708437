"""Picks the text, the title and the author of one block, by where its group has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.extract.repeated_blocks import words
from crawler.extract.repeated_blocks.lines import find_signature, is_name

if TYPE_CHECKING:
    from crawler.extract.repeated_blocks.chunks import Path
    from crawler.extract.repeated_blocks.lines import Block, Line
    from crawler.extract.repeated_blocks.template import Template

_INLINE = frozenset({"span", "a", "b", "strong", "em", "i", "font", "mark", "u", "small"})
_LONG = 8
_TELLING = 24
_LONGEST_AUTHOR = 80
_LONGEST_TITLE = 150
_EDGES = " ,·|:–—-"  # ruff: ignore[ambiguous-unicode-character-string] - dashes set names off


def find_body(block: Block, template: Template) -> list[Line]:
    """The lines of the text, all its parts and their labels, in reading order."""
    if template.shared:
        return _longest(block, template)
    found: list[Line] = []
    label: Line | None = None
    labeled: Path | None = None
    for line in block.lines:
        path = line.chunk.path
        if line.kind == "label":
            label, labeled = line, None
            continue
        told = line.kind == "text" and path not in template.fixed | {template.author}
        if label is not None and _answers(line, label):
            told = True  # "Cons: none" is no button, and many have none
        if _in_place(line, template) or (told and _is_labeled(line, label, labeled)):
            if label is not None:
                found.append(label)
                labeled = path
            found.append(line)
            label = None
        elif line.kind == "text":
            label = None
    return _once(found) or _orphan(block, template)


def _once(lines: list[Line]) -> list[Line]:
    """*lines* without previews and repetitions: a shortened text may stand beside the whole."""
    kept: list[Line] = []
    for line in lines:
        text = line.chunk.text.rstrip(" .…")
        whole = [other.chunk.text for other in lines if other is not line]
        preview = len(text) >= _TELLING and any(
            other.startswith(text) and len(other) > len(line.chunk.text) for other in whole
        )
        repeated = len(text) >= _TELLING and any(line.chunk.text == one.chunk.text for one in kept)
        if not preview and not repeated:
            kept.append(line)
    return kept


def _in_place(line: Line, template: Template) -> bool:
    path, root = line.chunk.path, template.body_root
    if path == template.body:
        return line.kind != "furniture"
    if (
        path[: len(root)] != root
        or path in template.fixed
        or path in {template.title, template.author}
    ):
        return False
    return line.kind == "text"


def _answers(line: Line, label: Line) -> bool:
    """Whether *line* stands in the same part of the block as *label*."""
    inline = label.chunk.element.tag in _INLINE
    around = label.chunk.path[: -2 if inline else -1]
    return line.chunk.path[: len(around)] == around and line.kind != "label"


def _is_labeled(line: Line, label: Line | None, labeled: Path | None) -> bool:
    if labeled == line.chunk.path or (label is not None and _answers(line, label)):
        return True
    return words.begins_with_part_label(line.chunk.text) or "parts" in line.chunk.roles


def _longest(block: Block, template: Template) -> list[Line]:
    """The longest text of the place that all share, and other long ones there."""
    texts = [
        line for line in block.lines if line.kind == "text" and line.chunk.path == template.body
    ]
    longest = max(texts, key=lambda line: len(line.chunk.text), default=None)
    return [
        line
        for line in texts
        if line is longest
        or (len(line.chunk.text.split()) >= _LONG and not is_name(line.chunk.text))
    ]


def _orphan(block: Block, template: Template) -> list[Line]:
    """The text of a block that lacks the usual place, if it is clearly one."""
    taken = {template.title, template.author} | template.fixed
    texts = [
        line
        for line in block.lines
        if line.kind == "text"
        and line.chunk.path not in taken
        and ("body" in line.chunk.roles or len(line.chunk.text.split()) >= _LONG)
        and not line.chunk.roles & {"side", "author", "title"}
    ]
    return [max(texts, key=lambda line: len(line.chunk.text))] if texts else []


def joined(lines: list[Line]) -> str:
    """The texts as one: parts of a paragraph side by side, paragraphs by an empty line."""
    told = ""
    before: Line | None = None
    for line in lines:
        told += _gap(before, line) if told else ""
        told += line.chunk.text
        before = line
    return told


def _gap(before: Line | None, line: Line) -> str:
    if before is None:
        return ""
    if before.kind == "label":
        return " " if before.chunk.text.endswith(":") else "\n"
    if line.chunk.path[-1:] == ("#text",) or before.chunk.path[-1:] == ("#text",):
        return "\n"
    left, right = before.chunk.element, line.chunk.element
    inline = left.tag in _INLINE and right.tag in _INLINE and left.getparent() is right.getparent()
    return " " if inline else "\n\n"


def find_title(block: Block, template: Template, body: list[Line]) -> Line | None:
    """The line of the title; None where the block has none."""
    used = {id(line) for line in body}
    for line in block.lines:
        if id(line) not in used and len(line.chunk.text) <= _LONGEST_TITLE:
            if line.chunk.path == template.title and line.kind != "badge":
                return line
            if _shares_place(line, template) and not is_name(line.chunk.text):
                return line
    return None


def _shares_place(line: Line, template: Template) -> bool:
    return template.shared and line.kind == "text" and line.chunk.path == template.body


def find_author(block: Block, template: Template, used: set[int]) -> str | None:
    """The author's name as printed, without ``by`` and badges; *used* are ids of lines taken."""
    for line in block.lines:
        text = line.chunk.text
        if id(line) in used or len(text) > _LONGEST_AUTHOR:
            continue
        placed = line.chunk.path == template.author
        if placed or (_shares_place(line, template) and is_name(text)):
            return words.without_badge(words.without_byline(text)).strip(_EDGES) or None
    return find_signature(block)
