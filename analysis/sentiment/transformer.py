"""The engine that a user brings along: a classifier of texts, such as a transformer.

It answers with one number a class; this makes a score of them. Where the numbers come from is not
known here, so no file is read and no library needed.
"""

from __future__ import annotations

from functools import cached_property
from math import exp
from typing import TYPE_CHECKING, NamedTuple, Protocol

from analysis.sentiment.scale import MAX_CHARACTERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

VERSION = "1"
"""Raised by hand whenever the same model would be made to say something else of a text."""

_DIGITS = 4


class Answer(NamedTuple):
    """What a classifier says of one part of a text."""

    tokens: int
    """How long the part is."""
    logits: Sequence[float]
    """One finite number a class, larger where the class is likelier."""


class Classifier(Protocol):
    """What is asked of a model."""

    def answers(self, text: str) -> Iterable[Answer]:
        """One for each part of *text* that fits the model, in order; none for an empty text."""


class TransformerEngine:
    """Scores texts by the classes a model sorts them into."""

    def __init__(
        self, load: Callable[[], Classifier], *, name: str, worths: Sequence[float]
    ) -> None:
        """``load`` is called when the first text comes, and what it raises is raised then.

        ``worths`` says what each class is worth, -1 to 1; ``name`` stands for exactly this model.
        """
        self.name = name
        self._load = load
        self._worths = tuple(worths)

    def score(self, text: str) -> float:
        """How positive a text is, -1 to 1: what its classes are worth, each as likely as it is.

        A text longer than the model's window is the average of its parts, by their length. A text
        without a token is 0.0. Only the first 5,000 characters are read.
        """
        total, length = 0.0, 0
        for answer in self._classifier.answers(text[:MAX_CHARACTERS]):
            total += self._expected(answer.logits) * answer.tokens
            length += answer.tokens
        return round(total / length, _DIGITS) if length else 0.0

    @cached_property
    def _classifier(self) -> Classifier:
        return self._load()

    def _expected(self, logits: Sequence[float]) -> float:
        largest = max(logits)
        shares = [exp(logit - largest) for logit in logits]
        worth = sum(share * worth for share, worth in zip(shares, self._worths, strict=True))
        return worth / sum(shares)
