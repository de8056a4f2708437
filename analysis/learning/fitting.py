"""The only place that needs scikit-learn: weights from counted texts and their stars."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.exceptions import ConvergenceWarning
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression, SGDClassifier
from threadpoolctl import threadpool_limits

from analysis.learning.features import PLACES, SCORES, scores_as_numbers, weighed
from analysis.learning.kinds import KINDS, MIDDLE
from analysis.learning.weights import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

MANY: Final = 1_000
"""From so many rows on stochastic descent finds weights that do better, in a tenth of the time."""

_FEWEST_TEXTS = 2
"""An n-gram of a single text teaches nothing, and would tell of one customer."""
_FEWEST_MIDDLE = 10
_SEED = 0
_NEVER = -1e4


def fit(counts: Any, scores: NDArray[np.float32], kinds: NDArray[np.intp]) -> Weights:
    """The weights those texts teach; negative and positive ones must be among them.

    Same rows in the same order, same weights. Middle stars are left out where there are hardly any.
    """
    if np.count_nonzero(kinds == MIDDLE) < _FEWEST_MIDDLE:
        rows = np.flatnonzero(kinds != MIDDLE)
        counts, scores, kinds = counts[rows], scores[rows], kinds[rows]
    texts = np.bincount(counts.indices, minlength=PLACES)
    used = np.flatnonzero(texts >= _FEWEST_TEXTS)
    rarity = np.zeros(PLACES, np.float32)
    rarity[used] = np.log((1 + len(kinds)) / (1 + texts[used])) + 1
    table = csr_matrix(
        hstack([weighed(counts, rarity)[:, used], csr_matrix(scores_as_numbers(scores))])
    )
    classes, found, base = _fitted(table, kinds)
    weights = Weights(
        rarity=rarity,
        of_places=np.zeros((PLACES, len(KINDS)), np.float32),
        of_scores=np.zeros((SCORES, len(KINDS)), np.float32),
        base=np.full(len(KINDS), _NEVER, np.float32),
    )
    for kind, column, constant in zip(classes, found, base, strict=True):
        weights.of_places[used, kind] = column[: len(used)]
        weights.of_scores[:, kind] = column[len(used) :]
        weights.base[kind] = constant
    return weights


def _fitted(table: Any, kinds: NDArray[np.intp]) -> tuple[Any, Any, Any]:
    """Kinds, one row of weights for each, and one constant for each."""
    shared = {"class_weight": "balanced", "random_state": _SEED}
    model = (
        LogisticRegression(C=5.0, tol=1e-3, max_iter=200, **shared)
        if len(kinds) < MANY
        else SGDClassifier(loss="log_loss", alpha=2e-4, max_iter=20, tol=None, **shared)
    )
    # sums of several threads differ in their last digits from run to run
    with warnings.catch_warnings(), threadpool_limits(limits=1):
        # one that was stopped early is judged on what was held back like any other
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit(table, kinds)
    if len(model.classes_) > len(model.coef_):  # of two kinds only the second has weights
        nothing = np.zeros_like(model.coef_[0])
        return model.classes_, [nothing, model.coef_[0]], [0.0, model.intercept_[0]]
    return model.classes_, model.coef_, model.intercept_


def fit_confidence(
    certainty: NDArray[np.float32], right: NDArray[np.bool_]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Certainties, and the share of held-back answers of such a certainty that were right.

    Both rise; between two of them a straight line is meant.
    """
    curve = IsotonicRegression(y_min=0.0, y_max=1.0).fit(certainty, right)
    return np.asarray(curve.X_thresholds_, np.float32), np.asarray(curve.y_thresholds_, np.float32)
