"""Cuts a stream into lists."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """*values* in lists of at most *size*, each as soon as it is full."""
    left = iter(values)
    while some := list(islice(left, size)):
        yield some
