"""The scale all engines share: -1 to 1, cut into three by two thresholds."""

from __future__ import annotations

from math import copysign, sqrt
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.themes.alphabet import Alphabet
    from analysis.themes.passage import Spelled
    from rivalscope.models import Polarity

POSITIVE_FROM = 0.05
NEGATIVE_TO = -0.05
"""Where the authors of VADER put them (Hutto & Gilbert 2014)."""

MAX_CHARACTERS = 5_000
"""What an engine reads of a text; the rest of a longer one changes nothing."""

_ALPHA = 15.0  # VADER's approximation of the largest sum to expect
_OF_A_WORD, _OF_A_CHARGE = 1.0, 5.0
"""What a word, and a charged one beyond that, adds to the square of the sum to expect: about what
a lexicon's valences are when squared. The more there is to read, the less one word of it weighs."""
_DIGITS = 4
_LARGEST = 0.9999  # the score of no finite sum is 1


class Feeling(NamedTuple):
    """What an engine makes of a text before it is brought into -1 to 1."""

    valence: float
    """The sum of the valences after all rules."""
    charges: int
    """Words and phrases that have any."""
    words: int
    """Words in all, as blanks part them."""

    @property
    def compound(self) -> float:
        """VADER's score, which takes a text of any length for the same."""
        return compound(self.valence)

    @property
    def score(self) -> float:
        """The sum beside what words so many and so charged would add up to at random, -1 to 1.

        It says the same as *compound* of which way a text points, and more of how far.
        """
        plain = self.compound
        if NEGATIVE_TO < plain < POSITIVE_FROM:
            return plain
        expected = _OF_A_WORD * self.words + _OF_A_CHARGE * self.charges
        size = abs(self.valence) / sqrt(self.valence * self.valence + expected)
        return copysign(max(round(size, _DIGITS), POSITIVE_FROM), plain)

    def moved(self, valences: Sequence[float]) -> Feeling:
        """The same with charges of another kind added."""
        return Feeling(self.valence + sum(valences), self.charges + len(valences), self.words)


class SentimentEngine(Protocol):
    """What is asked of the engine of one language."""

    alphabet: Alphabet
    """How it reads texts; whoever looks for cues in the same texts shares it."""

    def score(self, text: str) -> float:
        """How positive a text is, -1 to 1; 0.0 where it holds nothing of the kind."""

    def feeling(self, text: str) -> Feeling:
        """What *score* is the compound of."""

    def is_plain(self, text: str) -> bool:
        """Whether the engine reads this text, and any part of it, as it stands.

        Else it masks or rewrites something first.
        """

    def score_as_is(self, passage: Spelled) -> float:
        """The score of a plain text, or of an excerpt of one, that is already spelled."""


def sentiment(score: float) -> Polarity:
    """The word for a score."""
    if score >= POSITIVE_FROM:
        return "positive"
    return "negative" if score <= NEGATIVE_TO else "neutral"


def compound(valence_sum: float) -> float:
    """A sum of valences brought into -1 to 1, rounded to four digits (VADER's *compound*)."""
    if not valence_sum:
        return 0.0
    return round(valence_sum / sqrt(valence_sum * valence_sum + _ALPHA), _DIGITS)


def moved(score: float, valence: float) -> float:
    """A score after one more valence is added to the sum it came from."""
    if not valence:
        return score
    inner = max(-_LARGEST, min(_LARGEST, score))
    return compound(inner * sqrt(_ALPHA / (1 - inner * inner)) + valence)
