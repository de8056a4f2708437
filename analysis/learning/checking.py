"""How well answers agree with stars, and whether one set of answers is better beyond chance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.learning.kinds import KINDS

if TYPE_CHECKING:
    from numpy.typing import NDArray

_KINDS = len(KINDS)
_DRAWS = 4_000
_SEED = 0
_ONE_SIDED = 0.01
LEAST_GAIN: Final = 0.01
"""A smaller gain in macro-F1 is not worth answers that nobody can look up in a lexicon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two sets of answers to the same texts, held against their stars."""

    old_f1: float
    new_f1: float
    gain_low: float
    """Lower end of the gain in macro-F1, one-sided 99 %."""
    agreement_low: float
    """The same of the gain in Cohen's kappa, which mere luck with frequencies does not raise."""

    @property
    def better(self) -> bool:
        """Whether the new answers are better beyond chance, by more than a trifle."""
        gain = self.new_f1 - self.old_f1
        return gain >= LEAST_GAIN and self.gain_low > 0 and self.agreement_low > 0


def compare(
    truth: NDArray[np.intp], old: NDArray[np.intp], new: NDArray[np.intp]
) -> Comparison:
    """Paired bootstrap: the texts are drawn again, with both answers to each.

    Texts with equal stars and answers are alike, so that drawing texts is drawing how many fall
    into each of the 27 cells.
    """
    cells = np.bincount((truth * _KINDS + old) * _KINDS + new, minlength=_KINDS**3)
    dice = np.random.default_rng(_SEED)
    drawn = dice.multinomial(len(truth), cells / len(truth), size=_DRAWS)
    tables = np.concatenate([cells[np.newaxis], drawn]).reshape(-1, _KINDS, _KINDS, _KINDS)
    by_old, by_new = tables.sum(axis=3), tables.sum(axis=2)
    gain = macro_f1(by_new) - macro_f1(by_old)
    agreement = kappa(by_new) - kappa(by_old)
    return Comparison(
        old_f1=float(macro_f1(by_old)[0]),
        new_f1=float(macro_f1(by_new)[0]),
        gain_low=float(np.quantile(gain[1:], _ONE_SIDED)),
        agreement_low=float(np.quantile(agreement[1:], _ONE_SIDED)),
    )


def macro_f1(tables: NDArray[np.int64]) -> NDArray[np.float64]:
    """Mean F1 of the kinds that occur; tables of (..., stars, answers)."""
    right = np.diagonal(tables, axis1=-2, axis2=-1)
    occurring = tables.sum(axis=-1)
    both = occurring + tables.sum(axis=-2)
    f1 = np.where(occurring > 0, 2 * right / np.maximum(both, 1), 0.0)
    return np.asarray(f1.sum(axis=-1) / np.maximum((occurring > 0).sum(axis=-1), 1))


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
