"""Take out what carries a feeling only by accident: handles, addresses and the names of brands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MASK = "_"
"""Stands where something was taken out: no word in any language."""

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|@\w+", re.IGNORECASE)
_CURLY = "\u2018\u2019\u02bc\u00b4\uff07"
_TO_STRAIGHT = str.maketrans(dict.fromkeys(_CURLY, "'"))


class Mask:
    """Replaces handles, URLs and brand names ("united" is a kind word to a lexicon)."""

    def __init__(self, brand_names: Iterable[str]) -> None:
        self._names = tuple({name.strip().casefold() for name in brand_names if name.strip()})
        longest_first = sorted(self._names, key=lambda name: (-len(name), name))
        alternatives = "|".join(map(re.escape, longest_first))
        self._name = re.compile(rf"(?<!\w)#?(?:{alternatives})(?!\w)", re.IGNORECASE)

    def applied(self, text: str) -> str:
        """The text with masks, and with plain apostrophes; itself where there is nothing to do."""
        if _may_hold_address(text):
            text = _ADDRESS.sub(MASK, text)
        if not text.isascii() and any(mark in text for mark in _CURLY):
            text = text.translate(_TO_STRAIGHT)
        if self._names:
            folded = text.casefold()
            if any(name in folded for name in self._names):
                text = self._name.sub(MASK, text)
        return text

    def is_idle(self, text: str) -> bool:
        """Whether nothing is to be done, whichever part of the text is read.

        A name inside a longer word counts as something to do: a part may begin within that word.
        """
        if _may_hold_address(text) and _ADDRESS.search(text):
            return False
        if not text.isascii() and any(mark in text for mark in _CURLY):
            return False
        folded = text.casefold() if self._names else ""
        return not any(name in folded for name in self._names)


def without_addresses(text: str) -> str:
    """The text without handles and URLs, which look like English in every language."""
    return _ADDRESS.sub(" ", text) if _may_hold_address(text) else text


def _may_hold_address(text: str) -> bool:
    """Whether it is worth looking for one: cheap, and never wrongly no."""
    if "@" in text or "://" in text:
        return True
    return ("w." in text or "W." in text) and "www." in text.lower()
