"""Results that are kept for the last object asked about: one report is shown in many formats."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")
R = TypeVar("R")

_KEPT = 4


class _Itself(Generic[T]):
    """Equal to nothing but another of the very same object, however large or unhashable it is."""

    __slots__ = ("value",)

    def __init__(self, value: T) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value


def remembered(function: Callable[[T], R]) -> Callable[[T], R]:
    """*function* of one object that never changes, run once for each of the last few objects."""

    @lru_cache(maxsize=_KEPT)
    def kept(itself: _Itself[T]) -> R:
        return function(itself.value)

    @wraps(function)
    def asked(value: T) -> R:
        return kept(_Itself(value))

    return asked
