"""How right the tagging is, by the answers of people about mentions drawn at random."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

from analysis.intervals import design_effects, wilson
from rivalscope.models import ThemePrecision

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from rivalscope.models import Interval, JudgedMention

Cell = tuple[str, str]
"""Theme and language."""


def precisions(
    judged: Iterable[JudgedMention], cells: Collection[Cell], *, version: str, confidence: float
) -> tuple[ThemePrecision, ...]:
    """One for each of *cells* and for each that anything was judged of, sorted.

    A mention is right where both its theme and its polarity are. The answers are taken as they were
    given: a cue that was mended since for the sake of the very mentions judged would otherwise pass
    for proven. *version* is that of the present understanding, to tell which answers are older.
    """
    answers: dict[Cell, list[JudgedMention]] = defaultdict(list)
    for one in judged:
        answers[one.theme, one.language].append(one)
    return tuple(
        _precision(cell, answers.get(cell, ()), version=version, confidence=confidence)
        for cell in sorted({*cells, *answers})
    )


def _precision(
    cell: Cell, answers: Sequence[JudgedMention], *, version: str, confidence: float
) -> ThemePrecision:
    theme, language = cell
    verdicts = Counter(one.verdict for one in answers)
    return ThemePrecision(
        theme=theme,
        language=language,
        judged=len(answers),
        right=verdicts["right"],
        wrong_theme=verdicts["wrong_theme"],
        wrong_polarity=verdicts["wrong_polarity"],
        earlier=sum(one.version != version for one in answers),
        share=verdicts["right"] / len(answers) if answers else None,
        interval=_interval(answers, confidence=confidence) if answers else None,
    )


def _interval(answers: Sequence[JudgedMention], *, confidence: float) -> Interval:
    """Mentions in one review are right and wrong together, so that they tell a little less."""
    reviews: dict[str, list[bool]] = defaultdict(list)
    for one in answers:
        reviews[one.review].append(one.verdict == "right")
    right = np.array([sum(answers) for answers in reviews.values()])
    effect = 1.0
    if len(reviews) < len(answers):
        of = np.array([len(answers) for answers in reviews.values()])
        effect = design_effects(right[np.newaxis], of)[1]
    return wilson(int(right.sum()) / effect, len(answers) / effect, confidence=confidence)
