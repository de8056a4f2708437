"""A linear model of texts: what it holds, and how likely it finds each kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.learning.features import scores_as_numbers, weighed

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What each place and each number of the lexicon's score adds to each kind."""

    rarity: NDArray[np.float32]
    """PLACES; 0.0 where a place is not used."""
    of_places: NDArray[np.float32]
    """PLACES x kinds."""
    of_scores: NDArray[np.float32]
    """SCORES x kinds."""
    base: NDArray[np.float32]
    """One a kind; a kind that was not learned lies far below the others."""

    def shares(self, counts: Any, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """How likely each text is of each kind, were all kinds as frequent: rows that sum to 1."""
        sums = (
            weighed(counts, self.rarity) @ self.of_places
            + scores_as_numbers(scores) @ self.of_scores
            + self.base
        )
        raised = np.exp(sums - sums.max(axis=1, keepdims=True))
        return np.asarray(raised / raised.sum(axis=1, keepdims=True), np.float32)
