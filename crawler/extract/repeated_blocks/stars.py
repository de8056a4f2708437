"""Reads a row of star icons: how many of them are filled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal
from zlib import crc32

from crawler.extract.numbers import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from crawler.extract.markup import Element

Fill = Literal["full", "half", "empty"]

ICONS = frozenset({"svg", "img", "i"})
_FULL_SYMBOLS, _EMPTY_SYMBOLS = "★⭐🌟✭✮✯\ue838", "☆✩✰"
_EMPTY = re.compile(
    r"empty|(?<![a-z0-9])(?:off|void|blank|out(?:line)?d?|border|gr[ae]y(?:ed)?|inactive|unactive"
    r"|disabled|unfilled"
    r"|unchecked|unselected|muted|hollow|none|regular|leer)(?![a-z0-9])|prazdn|not-?fill|no-?fill"
    r"|not-?active"
    r"|[-_][o0](?![\w-])|(?<![\w-])far(?![\w-])",
    re.IGNORECASE,
)
_HALF = re.compile(r"half|partial|polov|halb", re.IGNORECASE)
_FULL = re.compile(
    r"(?<![a-z0-9])(?:full|fill(?:ed)?|active|on|solid|fas|checked|selected|yellow|gold(?:en)?"
    r"|orange|voll)(?![a-z0-9])"
    r"|[-_]1(?![\w-])",
    re.IGNORECASE,
)
_STAR = re.compile(
    r"star|rat(?:e|ing)(?![a-z])|stern|hvezd|csillag|etoile|estrella|gwiazd|score", re.IGNORECASE
)
_TOLD = (
    "class",
    "alt",
    "src",
    "data-src",
    "fill",
    "style",
    "href",
    "name",
    "data-icon",
    "data-state",
    "d",
    "aria-checked",
)
_ADDRESSES = frozenset({"src", "data-src", "href"})
_NUMBERED = re.compile(r"url\([^)]*\)|\d{5,}")
_SCALES = (5, 10)
_MOST_ICONS = 10
_WORTH: Mapping[Fill, float] = {"full": 1.0, "half": 0.5, "empty": 0.0}
_MOST_LOOKS = 3
_MOST_PARTS = 6
_LONGEST_TOLD = 160


def read_row(row: Element) -> Rating | None:
    """Stars among the children of *row*; None where they are no row of stars.

    A row of 5 or 10 alike icons needs no name. Fewer, as where only the earned stars are drawn,
    need a name that speaks of stars.
    """
    icons = [child for child in row[: _MOST_ICONS + 2] if isinstance(child.tag, str)]
    if not icons or len(icons) > _MOST_ICONS or len({icon.tag for icon in icons}) > 1:
        return None
    looks = [_look(icon) for icon in icons]
    if None in looks:
        return None
    told = [look or "" for look in looks]
    named = bool(_STAR.search(f"{row.get('class') or ''} {told[0]}"))
    if len(icons) not in _SCALES and not named:
        return None
    value = _count(told)
    if not value:
        return None
    maximum = len(icons) if len(icons) in _SCALES else _SCALES[0]
    return Rating(value, float(maximum)) if value <= maximum else None


def read_symbols(text: str) -> Rating | None:
    """Stars that *text* prints as symbols and nothing else: ``★★★★☆``."""
    symbols = "".join(text.split())
    full = sum(symbols.count(one) for one in _FULL_SYMBOLS)
    empty = sum(symbols.count(one) for one in _EMPTY_SYMBOLS)
    plain = symbols.replace("\ufe0f", "").replace("½", "")
    if not full or full + empty != len(plain) or full + empty > _MOST_ICONS:
        return None
    half = 0.5 if "½" in symbols else 0.0
    return Rating(full + half, float(full + empty) if full + empty in _SCALES else 5.0)


def _look(icon: Element) -> str | None:
    """What tells one icon from another; None for what is no icon because it carries text."""
    told = [icon.tag]
    for number, part in enumerate(icon.iter()):
        if number > _MOST_PARTS:
            if icon.tag == "svg":
                break
            return None
        if not isinstance(part.tag, str):
            continue
        text = (part.text or "").strip() + ((part.tail or "").strip() if part is not icon else "")
        if text and text.strip(_FULL_SYMBOLS + _EMPTY_SYMBOLS + "\ufe0f"):
            return None
        told.append(text)
        told.extend(f"{name}={_told(name, value)}" for name in _TOLD if (value := part.get(name)))
        if (
            part.tag in {"img", "input"}
            and not part.get("class")
            and not part.get("src")
            and not part.get("alt")
        ):
            return None
    if icon.tag not in ICONS and len(told) == 1 + told.count(""):  # a bare element draws nothing
        return None
    return " ".join(told)


def _told(name: str, value: str) -> str:
    """A value without numbers that differ from icon to icon; drawings only by their checksum."""
    if name == "d" or value.startswith("data:"):
        return f"#{crc32(value.encode('utf-8', 'replace'))}"
    return _NUMBERED.sub(
        "",
        value[-_LONGEST_TOLD:].rpartition("/")[2] if name in _ADDRESSES else value[:_LONGEST_TOLD],
    )


def _count(looks: Sequence[str]) -> float | None:
    """Filled icons, by their names where these say so, else by the look of the first one."""
    said = [_fill(look) for look in looks]
    if "empty" in said or len(set(looks)) == 1:
        return sum(_WORTH[one or "full"] for one in said) if "empty" in said else float(len(looks))
    if None not in said or len(set(looks)) > _MOST_LOOKS:
        return sum(_WORTH[one or "empty"] for one in said)
    # Nothing tells the empty ones: the row begins with a filled one, what looks else is empty.
    return sum(
        _WORTH["half" if one == "half" else "full" if look == looks[0] else "empty"]
        for look, one in zip(looks, said, strict=True)
    )


def _fill(look: str) -> Fill | None:
    """What an icon calls itself; None where it doesn't say."""
    if _HALF.search(look):
        return "half"
    if "☆" in look or _EMPTY.search(look):
        return "empty"
    return "full" if _FULL.search(look) or "★" in look else None
