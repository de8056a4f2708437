"""How much room a text takes, without the font: for boxes and rows that cannot grow by themselves.

Widths are those of Helvetica (https://www.adobe.com/go/afm), which Arial and Liberation Sans share,
in thousandths of the font size; scripts that it lacks are taken as wide as they get.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from math import ceil
from typing import Final

_WIDTHS: Final = {
    character: width
    for width, characters in {
        222: "ijl'\u2018\u2019",
        278: " !,./:;I[\\]ft\u00a0",
        333: "()-`r\u201c\u201d",
        389: '"*{}|^',
        500: "cksvxyzJ",
        556: "0123456789abdeghnopquL_$#?\u2013",
        611: "FTZ",
        667: "ABEKPSVXY&+<=>~",
        722: "CDHNRUw",
        778: "GOQ",
        833: "mM",
        889: "%",
        944: "W",
        1000: "\u2014\u2026@",
    }.items()
    for character in characters
}
_LOWER, _OTHER, _WIDE = 640, 800, 1050
_BOLD: Final = 1.08
_SLACK: Final = 1.04
"""Another font of the same name may be a little wider."""
ELLIPSIS: Final = "\u2026"


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Points that a text takes on one line, rather too many than too few."""
    units = sum(map(_units, text))
    return units / 1000 * size * _SLACK * (_BOLD if bold else 1)


def lines_of(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """The text as it breaks in a box of that many points; words longer than a line are broken."""
    return [
        line
        for paragraph in text.split("\n")
        for line in _broken(paragraph, width, size=size, bold=bold)
    ]


def fitted(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> str:
    """The text on one line break less paragraph, ended by an ellipsis where it is too long."""
    flat = " ".join(text[: _most_characters(width, size) * lines].split())
    broken = lines_of(flat, width, size, bold=bold)
    if len(broken) <= lines and flat == " ".join(text.split()):
        return flat
    last = broken[lines - 1] if len(broken) >= lines else broken[-1]
    while last and width_of(last + ELLIPSIS, size, bold=bold) > width:
        last = last[:-1]
    kept = [*broken[: min(lines, len(broken)) - 1], last.rstrip() + ELLIPSIS]
    return " ".join(kept)


def _broken(paragraph: str, width: float, *, size: float, bold: bool) -> list[str]:
    lines, line = [], ""
    for word in paragraph.split():
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, bold=bold) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, width, size=size, bold=bold)
        lines.extend(full)
    return [*lines, line]


def _pieces(word: str, width: float, *, size: float, bold: bool) -> list[str]:
    """A word in stretches that fit; a stretch holds at least one character."""
    pieces, start, used = [], 0, 0.0
    for place, character in enumerate(word):
        taken = width_of(character, size, bold=bold)
        if used + taken > width and place > start:
            pieces.append(word[start:place])
            start, used = place, 0.0
        used += taken
    return [*pieces, word[start:]]


def _most_characters(width: float, size: float) -> int:
    """More than a line can hold, so that a very long text is not measured to its end."""
    return ceil(width / (size * min(_WIDTHS.values()) / 1000)) + 1


@cache
def _units(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    base = unicodedata.normalize("NFD", character)[0]
    if base in _WIDTHS:
        return _WIDTHS[base]
    if unicodedata.east_asian_width(character) in {"W", "F"}:
        return _WIDE
    return _LOWER if character.islower() else _OTHER
