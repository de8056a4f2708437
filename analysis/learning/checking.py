"""How well answers agree with stars, and whether one set of answers is better beyond chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.learning.kinds import KINDS, NEGATIVE, POSITIVE

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KINDS = len(KINDS)
_DRAWS = 4_000
_SEED = 0
_ONE_SIDED = 0.025
_LEAST_GAIN = 0.01
"""A smaller gain is not worth answers that nobody can look up in a lexicon."""
_LEAST_AGREEMENT = 0.2
"""Kappa below which answers hardly follow the stars, however little the lexicon's do."""
_LARGEST_LOSS = 0.02
"""What may be lost in macro-F1 of all three kinds, a third of which is middle stars."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sets of answers to the same texts, held against their stars."""

    old_f1: float
    """Macro-F1 of negative and positive, over all texts (see ``polar_f1``)."""
    new_f1: float
    old_f1_of_three: float
    """Macro-F1 with middle stars as a kind of their own."""
    new_f1_of_three: float
    gain_low: float
    """Lower end of ``new_f1 - old_f1``, two-sided 95 %."""
    agreement: float
    """Cohen's kappa of the new answers, all three kinds."""
    agreement_low: float
    """Lower end of the gain in kappa, which mere luck with frequencies does not raise."""

    @property
    def better(self) -> bool:
        """Whether the new answers are better beyond chance, by more than a trifle."""
        return (
            self.new_f1 - self.old_f1 >= _LEAST_GAIN
            and self.old_f1_of_three - self.new_f1_of_three <= _LARGEST_LOSS
            and self.agreement >= _LEAST_AGREEMENT
            and min(self.gain_low, self.agreement_low) > 0
        )


def compare(truth: NDArray[np.intp], old: NDArray[np.intp], new: NDArray[np.intp]) -> Comparison:
    """Paired bootstrap: the texts are drawn again and again, each with both its answers.

    Texts of equal stars and answers are alike, so it is enough to draw how many fall into each of
    the 27 cells.
    """
    cells = np.bincount((truth * _KINDS + old) * _KINDS + new, minlength=_KINDS**3)
    dice = np.random.default_rng(_SEED)
    drawn = dice.multinomial(len(truth), cells / len(truth), size=_DRAWS)
    tables = np.concatenate([cells[np.newaxis], drawn]).reshape(-1, _KINDS, _KINDS, _KINDS)
    by_old, by_new = tables.sum(axis=3), tables.sum(axis=2)
    gain = polar_f1(by_new) - polar_f1(by_old)
    agreement = kappa(by_new) - kappa(by_old)
    return Comparison(
        old_f1=float(polar_f1(by_old)[0]),
        new_f1=float(polar_f1(by_new)[0]),
        old_f1_of_three=float(macro_f1(by_old)[0]),
        new_f1_of_three=float(macro_f1(by_new)[0]),
        gain_low=float(np.quantile(gain[1:], _ONE_SIDED)),
        agreement=float(kappa(by_new)[0]),
        agreement_low=float(np.quantile(agreement[1:], _ONE_SIDED)),
    )


def polar_f1(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean F1 of negative and positive; tables of (..., stars, answers).

    Texts with middle stars count where they are called either, and nothing is gained by calling
    them neutral: whether they are, no star says.
    """
    return np.asarray(_f1(tables)[..., [NEGATIVE, POSITIVE]].mean(axis=-1))


def macro_f1(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean F1 of the kinds that occur."""
    occurring = np.maximum((tables.sum(axis=-1) > 0).sum(axis=-1), 1)
    return np.asarray(_f1(tables).sum(axis=-1) / occurring)


def _f1(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    right = np.diagonal(tables, axis1=-2, axis2=-1)
    return np.asarray(2 * right / np.maximum(tables.sum(axis=-1) + tables.sum(axis=-2), 1))


def kappa(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Cohen's kappa: agreement beyond what the frequencies alone give, 0 to 1; below 0 is worse."""
    total = np.maximum(tables.sum(axis=(-2, -1)), 1)
    agreed = np.diagonal(tables, axis1=-2, axis2=-1).sum(axis=-1) / total
    by_chance = (tables.sum(axis=-1) * tables.sum(axis=-2)).sum(axis=-1) / total**2
    return np.asarray((agreed - by_chance) / np.maximum(1 - by_chance, 1e-9))


def table_of(truth: NDArray[np.intp], answers: NDArray[np.intp]) -> NDArray[np.int64]:
    """Counts of (stars, answers)."""
    cells = np.bincount(truth * _KINDS + answers, minlength=_KINDS**2)
    return np.asarray(cells.reshape(_KINDS, _KINDS), np.int64)
