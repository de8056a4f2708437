"""Reads JSON as it really stands in pages: strictly first, then as forgivingly as it takes."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from html import unescape

import chompjs
import orjson

from crawler.extract import torn_json

# Beyond these a broken script is not worth repairing.
_LARGEST_REPAIR = 2_000_000
_DEEPEST_REPAIR = 100
_WRAPPING = re.compile(r"<!--|-->|(?://|/\*)?[ \t]{0,9}(?:<!\[CDATA\[|\]\]>)[ \t]{0,9}(?:\*/)?")
_CURLY_QUOTE = re.compile(r"[\u201c-\u201f\u2033]")
_LONE_PAIR = re.compile(r'\s*+"[^"\n]{1,80}"\s*:')


def strict(text: bytes) -> object:
    """The value of *text*; None where it is no JSON (or is JSON's own null)."""
    try:
        return orjson.loads(text)
    except (ValueError, RecursionError):
        return None


def lenient(text: bytes) -> list[object]:
    """The values in *text*: one where it is JSON, several where objects follow each other.

    Repairs what pages get wrong: raw line breaks and quotes in strings, missing and trailing
    commas, bare words, CDATA and comment wrappings, escaped quotes, missing outer braces, a missing
    end. Empty where nothing can be made of it.
    """
    value = strict(text)
    if value is not None:
        return [value]
    repaired = _WRAPPING.sub("", text.decode("utf-8", "replace")).replace("\xa0", " ")
    repaired = repaired.strip("\ufeff \t\r\n;")
    if len(repaired) > _LARGEST_REPAIR or _depth(repaired) > _DEEPEST_REPAIR:
        return []
    if '"' not in repaired:
        repaired = _CURLY_QUOTE.sub('"', unescape(repaired) if "&" in repaired else repaired)
    if _LONE_PAIR.match(repaired):
        repaired = f"{{{repaired}}}"
    return _repaired_values(repaired)


def _repaired_values(text: str) -> list[object]:
    with suppress(ValueError, RecursionError):
        return [json.loads(text, strict=False)]
    found: list[object] = []
    with suppress(ValueError, RecursionError):
        found = list(chompjs.parse_js_objects(text, loader_kwargs={"strict": False}))
    return found or torn_json.values(text)


def _depth(text: str) -> int:
    """How deep brackets nest at most, counting those inside strings too."""
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest
