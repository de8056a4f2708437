"""Reads JSON as it really stands in pages: strictly first, then as forgivingly as it takes."""

from __future__ import annotations

import json
import re
from html import unescape

import chompjs
import orjson

# Beyond these a broken script is not worth repairing.
_LARGEST_REPAIR = 2_000_000
_DEEPEST_REPAIR = 100
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?\s*(?:<!\[CDATA\[|\]\]>)\s*(?:\*/)?")
_LONE_PAIR = re.compile(r'\s*"[^"\n]{1,80}"\s*:')


def strict(text: bytes) -> object:
    """The value of *text*; None where it is no JSON (or is JSON's own null)."""
    try:
        return orjson.loads(text)
    except (ValueError, RecursionError):
        return None


def lenient(text: bytes) -> list[object]:
    """The values in *text*: one where it is JSON, several where objects follow each other.

    Repairs what pages get wrong: raw line breaks in strings, trailing commas, bare words, CDATA and
    comment wrappings, escaped quotes, missing outer braces. Empty where nothing can be made of it.
    """
    value = strict(text)
    if value is not None:
        return [value]
    repaired = _WRAPPING.sub("", text.decode("utf-8", "replace")).strip().rstrip(";")
    if len(repaired) > _LARGEST_REPAIR or _depth(repaired) > _DEEPEST_REPAIR:
        return []
    if "&quot;" in repaired and '"' not in repaired:
        repaired = unescape(repaired)
    if _LONE_PAIR.match(repaired):
        repaired = f"{{{repaired}}}"
    return _repaired_values(repaired)


def _repaired_values(text: str) -> list[object]:
    try:
        return [json.loads(text, strict=False)]
    except (ValueError, RecursionError):
        pass
    try:
        return list(chompjs.parse_js_objects(text, loader_kwargs={"strict": False}))
    except (ValueError, RecursionError):
        return []


def _depth(text: str) -> int:
    """How deep brackets nest at most, counting those inside strings too."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
