"""One attempt to learn a language from stars, checked on stars held back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn import __version__ as sklearn_version

from analysis.learning.checking import compare
from analysis.learning.deciding import decide, middle_weight
from analysis.learning.features import Featurizer
from analysis.learning.fitting import fit, fit_confidence
from analysis.learning.folds import fifths
from analysis.learning.kinds import KINDS, MIDDLE, NEGATIVE, POSITIVE, kind_of
from analysis.learning.model import LearnedSentiment, certainties
from analysis.sentiment import sentiment
from rivalscope.models import LessonFigures

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from numpy.typing import NDArray

    from analysis.learning.checking import Comparison
    from rivalscope.models import HeldBack, Starred

_FEWEST_OF_A_KIND = 25
"""Negative reviews, and positive ones, without which nothing is learned."""
_FEWEST_ON_PLATFORM = 50
"""Starred reviews on a platform whose texts the model may then speak of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What an attempt came to."""

    figures: LessonFigures
    model: LearnedSentiment | None
    """None where the first engine is kept."""
    platforms: tuple[str, ...]
    """Where the model may speak: nobody has checked it anywhere else."""


def learn(rows: Sequence[Starred], *, fewest: int, first: str = "lexicon") -> Taught:
    """A model of those reviews' stars, if it is better than the *first* engine on stars held back.

    From fewer than *fewest* reviews nothing is learned. Same reviews in the same order, same model.
    Each fifth is held back once, and the model that answers for it is learned from the others.
    """
    kinds = np.array([kind_of(row.stars) for row in rows], np.intp)
    reason = _too_few(kinds, fewest=fewest)
    if reason:
        figures = _figures(kinds, first=first, reason=reason)
        return Taught(figures=figures, model=None, platforms=())
    scores = np.array([row.score for row in rows], np.float32)
    counts = Featurizer().counts([row.body for row in rows])
    unit, fold = fifths(rows)
    shares = _held_back_shares(counts, scores, kinds, fold)
    lexicon = np.array([KINDS.index(sentiment(row.score)) for row in rows], np.intp)
    answers = _held_back_answers(shares, kinds, fold)
    outcome = compare(kinds, lexicon, answers)
    if not outcome.better:
        named = f"the {first}" if first == "lexicon" else first
        reason = f"no better than {named} beyond chance"
        figures = _figures(kinds, first=first, unit=unit, outcome=outcome, reason=reason)
        return Taught(figures=figures, model=None, platforms=())
    certainty, right = fit_confidence(certainties(shares, answers), answers == kinds)
    return Taught(
        figures=_figures(kinds, first=first, unit=unit, outcome=outcome),
        model=LearnedSentiment(
            weights=fit(counts, scores, kinds),
            middle=middle_weight(shares, kinds),
            certainty=certainty,
            right=right,
        ),
        platforms=_platforms(rows),
    )


def _too_few(kinds: NDArray[np.intp], *, fewest: int) -> str | None:
    if len(kinds) < fewest:
        return f"fewer than {fewest}"
    sizes = np.bincount(kinds, minlength=len(KINDS))
    for kind in (NEGATIVE, POSITIVE):
        if sizes[kind] < _FEWEST_OF_A_KIND:
            return f"only {sizes[kind]} of them {KINDS[kind]}"
    return None


def _held_back_shares(
    counts: Any, scores: NDArray[np.float32], kinds: NDArray[np.intp], fold: NDArray[np.intp]
) -> NDArray[np.float32]:
    shares = np.zeros((len(kinds), len(KINDS)), np.float32)
    for number in np.unique(fold):
        back, rest = np.flatnonzero(fold == number), np.flatnonzero(fold != number)
        weights = fit(counts[rest], scores[rest], kinds[rest])
        shares[back] = weights.shares(counts[back], scores[back])
    return shares


def _held_back_answers(
    shares: NDArray[np.float32], kinds: NDArray[np.intp], fold: NDArray[np.intp]
) -> NDArray[np.intp]:
    """Each fifth is answered with the weight on neither that suits the other four."""
    answers = np.zeros(len(kinds), np.intp)
    for number in np.unique(fold):
        back, rest = fold == number, fold != number
        answers[back] = decide(shares[back], middle_weight(shares[rest], kinds[rest]))
    return answers


def _platforms(rows: Sequence[Starred]) -> tuple[str, ...]:
    sizes = Counter(row.platform for row in rows)
    return tuple(sorted(name for name, size in sizes.items() if size >= _FEWEST_ON_PLATFORM))


def _figures(
    kinds: NDArray[np.intp],
    *,
    first: str,
    unit: HeldBack | None = None,
    outcome: Comparison | None = None,
    reason: str | None = None,
) -> LessonFigures:
    sizes = np.bincount(kinds, minlength=len(KINDS))
    return LessonFigures(
        rows=len(kinds),
        negative=int(sizes[NEGATIVE]),
        middle=int(sizes[MIDDLE]),
        positive=int(sizes[POSITIVE]),
        held_back=unit,
        lexicon_f1=outcome.old_f1 if outcome else None,
        learned_f1=outcome.new_f1 if outcome else None,
        lexicon_f1_of_three=outcome.old_f1_of_three if outcome else None,
        learned_f1_of_three=outcome.new_f1_of_three if outcome else None,
        gain_low=outcome.gain_low if outcome else None,
        fitted_with=f"scikit-learn {sklearn_version}" if outcome else None,
        reason=reason,
        first=first,
    )
