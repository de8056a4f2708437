"""Stars as three kinds: negative, middle, positive."""

from __future__ import annotations

from typing import Final

KINDS: Final = ("negative", "neutral", "positive")
"""What the answers are called, in the order of the columns of every table here.

Middle stars are no neutral text: some of it is kind, some is not, most is both. What is learned
from them is when to say neither.
"""

NEGATIVE: Final = 0
MIDDLE: Final = 1
POSITIVE: Final = 2

_NEGATIVE_TO = 0.4  # 2 of 5
_POSITIVE_FROM = 0.8  # 4 of 5
_ROUNDING = 1e-9


def kind_of(stars: float) -> int:
    """The kind of a rating given as a share of its maximum, 0 to 1."""
    if stars <= _NEGATIVE_TO + _ROUNDING:
        return NEGATIVE
    return POSITIVE if stars >= _POSITIVE_FROM - _ROUNDING else MIDDLE
