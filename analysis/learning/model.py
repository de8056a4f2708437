"""A learned model: what it says of texts, and its bytes, which are numbers and never code."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import blake2b
from math import isfinite
from typing import TYPE_CHECKING, Final

import numpy as np

from analysis.learning.deciding import decide
from analysis.learning.features import PLACES, SCORES, Featurizer
from analysis.learning.kinds import KINDS, NEGATIVE, POSITIVE
from analysis.learning.weights import Weights
from analysis.sentiment.scale import NEGATIVE_TO, POSITIVE_FROM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from rivalscope.models import Polarity

_MAGIC: Final = b"rivalscope-stars-1\n"
_NEARLY_NEUTRAL = 0.0499
_DIGITS = 4
_WHOLE, _REAL = np.dtype("<i4"), np.dtype("<f4")
_PER_PLACE = 2 + len(KINDS)
"""Numbers kept of a place: itself, its rarity, a weight for each kind."""
_ALWAYS = (SCORES + 1) * len(KINDS)


class BadModelError(ValueError):
    """Bytes that are no model of this version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What a learned model says of one text."""

    sentiment: Polarity
    score: float
    """-1 to 1; beyond the thresholds of analysis.sentiment exactly where the word says so."""
    confidence: float
    """Of held-back reviews answered as firmly, the share whose stars said the same."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LearnedSentiment:
    """What was learned of one language."""

    weights: Weights
    middle: float
    """Weight on neither."""
    certainty: NDArray[np.float32]
    """Rising; with ``right`` the points between which confidence is read off."""
    right: NDArray[np.float32]
    featurizer: Featurizer = field(default_factory=Featurizer, repr=False)

    def opinions(self, texts: Sequence[str], scores: Sequence[float]) -> list[Opinion]:
        """One for each text, given what the lexicon makes of it."""
        counts = self.featurizer.counts(texts)
        shares = self.weights.shares(counts, np.array(scores, np.float32))
        kinds = decide(shares, self.middle)
        confidences = np.interp(certainties(shares, kinds), self.certainty, self.right)
        leanings = shares[:, POSITIVE] - shares[:, NEGATIVE]
        return [
            Opinion(
                sentiment=KINDS[kind],
                score=_score(float(leaning), kind),
                confidence=round(float(confidence), _DIGITS),
            )
            for kind, leaning, confidence in zip(kinds, leanings, confidences, strict=True)
        ]

    @property
    def version(self) -> str:
        """Name of exactly this model: the same reviews give the same one."""
        return f"stars-{blake2b(self.to_bytes(), digest_size=6).hexdigest()}"

    def to_bytes(self) -> bytes:
        """Everything in it as plain numbers behind one line of JSON."""
        used = np.flatnonzero(self.weights.rarity)
        head = {"middle": self.middle, "places": len(used), "curve": len(self.certainty)}
        reals = (
            self.weights.rarity[used],
            self.weights.of_places[used],
            self.weights.of_scores,
            self.weights.base,
            self.certainty,
            self.right,
        )
        return b"".join(
            (
                _MAGIC,
                json.dumps(head).encode() + b"\n",
                used.astype(_WHOLE).tobytes(),
                *(each.astype(_REAL).tobytes() for each in reals),
            )
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> LearnedSentiment:
        """The model those bytes hold; raises BadModelError where they hold none."""
        head, places, reals = _read(data)
        count, curve = len(places), int(head["curve"])
        ends = np.cumsum([count, count * len(KINDS), SCORES * len(KINDS), len(KINDS), curve])
        rarity, of_places, of_scores, base, certainty, right = np.split(reals, ends)
        weights = Weights(
            rarity=np.zeros(PLACES, np.float32),
            of_places=np.zeros((PLACES, len(KINDS)), np.float32),
            of_scores=of_scores.reshape(SCORES, len(KINDS)),
            base=base,
        )
        weights.rarity[places] = rarity
        weights.of_places[places] = of_places.reshape(count, len(KINDS))
        return cls(weights=weights, middle=head["middle"], certainty=certainty, right=right)


def certainties(shares: NDArray[np.float32], kinds: NDArray[np.intp]) -> NDArray[np.float32]:
    """How likely each row is of the kind it was given."""
    return np.asarray(np.take_along_axis(shares, kinds[:, np.newaxis], axis=1)[:, 0], np.float32)


def _score(leaning: float, kind: int) -> float:
    if kind == POSITIVE:
        return round(max(leaning, POSITIVE_FROM), _DIGITS)
    if kind == NEGATIVE:
        return round(min(leaning, NEGATIVE_TO), _DIGITS)
    return round(min(max(leaning, -_NEARLY_NEUTRAL), _NEARLY_NEUTRAL), _DIGITS)


def _read(data: bytes) -> tuple[dict[str, float], NDArray[np.int32], NDArray[np.float32]]:
    line, newline, body = data.removeprefix(_MAGIC).partition(b"\n")
    try:
        head = json.loads(line)
        count, curve, middle = int(head["places"]), int(head["curve"]), float(head["middle"])
    except (ValueError, KeyError, TypeError) as error:
        message = "not a model of this version"
        raise BadModelError(message) from error
    size = count * _PER_PLACE + _ALWAYS + 2 * curve
    fits = min(count, curve - 1) >= 0 and len(body) == size * _REAL.itemsize
    if not (data.startswith(_MAGIC) and newline and fits and isfinite(middle)):
        message = "not a model of this version, or cut short"
        raise BadModelError(message)
    places = np.frombuffer(body, _WHOLE, count)
    reals = np.frombuffer(body, _REAL, offset=places.nbytes)
    if not (np.isfinite(reals).all() and ((places >= 0) & (places < PLACES)).all()):
        message = "a model with numbers that can't be"
        raise BadModelError(message)
    return {"curve": curve, "middle": middle}, places, reals
