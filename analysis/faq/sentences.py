"""The sentences and words of an answer."""

from __future__ import annotations

import re

_END = re.compile(
    r"(?<=[.!?\u2026])[\"'\u201c\u201d\u00bb)]*\s+"
    r"(?=[\"'\u201e\u201c\u00ab(]?[^\W_a-z\u00df-\u00f6\u00f8-\u00ff\u0430-\u044f])|\n+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def sentences(text: str) -> list[str]:
    """The text in sentences: a mark that ends one, before a capital or a figure; or a new line."""
    return [part for raw in _END.split(text) if (part := raw.strip())]


def words(text: str) -> list[str]:
    """The words of a text; figures are none."""
    return _WORD.findall(text)
