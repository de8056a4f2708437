"""Fifths to hold back: so that a model is asked about brands, or at least sources, it never saw."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from rivalscope.models import HeldBack, Starred

FOLDS: Final = 5
_FEWEST_UNITS = 4
_LARGEST_SHARE = 0.4
"""A brand with more of all reviews than this leaves too little to learn from when held back."""


def fifths(rows: Sequence[Starred]) -> tuple[HeldBack, NDArray[np.intp]]:
    """What is kept together, and the fifth of each row (0 to 4).

    Brands where there are enough of them, else sources, else each review by itself. Four
    brands make four parts. The same rows always fall into the same parts.
    """
    units: tuple[tuple[HeldBack, Callable[[Starred], str]], ...] = (
        ("brands", lambda row: row.brand),
        ("sources", lambda row: f"{row.brand}/{row.source}"),
    )
    for name, unit_of in units:
        sizes = Counter(map(unit_of, rows))
        if len(sizes) >= _FEWEST_UNITS and max(sizes.values()) <= _LARGEST_SHARE * len(rows):
            places = _dealt(sizes)
            return name, np.array([places[unit_of(row)] for row in rows], np.intp)
    return "reviews", np.array([_hash(row.id) % FOLDS for row in rows], np.intp)


def _dealt(sizes: Counter[str]) -> dict[str, int]:
    """Unit -> fifth: the largest first, each to the fifth that holds least so far."""
    filled = [0] * FOLDS
    places = {}
    for unit in sorted(sizes, key=lambda name: (-sizes[name], _hash(name), name)):
        fifth = filled.index(min(filled))
        filled[fifth] += sizes[unit]
        places[unit] = fifth
    return places


def _hash(name: str) -> int:
    return crc32(name.encode())
