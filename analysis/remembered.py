"""A dictionary that works out what it is asked for, once, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")

_LONGEST = 60
"""Characters; longer words are rarely met twice."""


class Remembered(dict[str, Value]):  # ruff: ignore[subclass-builtin] - a UserDict is slow
    """Word -> ``make(word)``, kept for words of up to 60 characters.

    All is forgotten when ``most`` values are kept: words worth remembering come again soon.
    """

    def __init__(self, make: Callable[[str], Value], *, most: int) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, word: str) -> Value:
        value = self._make(word)
        if len(word) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[word] = value
        return value
