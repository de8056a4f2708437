"""From how likely each kind is to an answer, and how easily the answer is neither."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.learning.checking import macro_f1, table_of
from analysis.learning.kinds import KINDS, MIDDLE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_WEIGHTS: Final = (0.25, 0.5, 0.7, 1.0, 1.4)
_WORTH = 0.01
"""So much better in macro-F1 must a larger weight be."""


def decide(shares: NDArray[np.float32], middle: float) -> NDArray[np.intp]:
    """The kind of each row of *shares*, with that weight on neither."""
    weights = np.ones(len(KINDS), np.float32)
    weights[MIDDLE] = middle
    return np.asarray((shares * weights).argmax(axis=1), np.intp)


def middle_weight(shares: NDArray[np.float32], truth: NDArray[np.intp]) -> float:
    """The smallest weight that does about as well as any.

    Where texts with middle stars read like all others, saying neither helps nobody; where they are
    of a kind of their own, it does.
    """
    scores = {
        weight: float(macro_f1(table_of(truth, decide(shares, weight)))) for weight in _WEIGHTS
    }
    return min(weight for weight in _WEIGHTS if scores[weight] >= max(scores.values()) - _WORTH)
