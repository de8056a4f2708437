"""What is learned from the stars that reviews carry, and how well it did on stars held back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

HeldBack = Literal["brands", "sources", "reviews"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Starred:
    """A review with stars, in a language we understand."""

    id: str
    brand: str
    source: str
    """Unique within the brand."""
    platform: str
    body: str
    """Title and body, as analysis reads them."""
    stars: float
    """Share of the maximum, 0 to 1."""
    score: float
    """What the language's first engine makes of the text, -1 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonFigures:
    """How one attempt to learn went."""

    rows: int
    """Reviews learned from; all figures are of these."""
    negative: int
    middle: int
    positive: int
    held_back: HeldBack | None
    """What no model had seen that was asked about it; None where nothing was fitted."""
    lexicon_f1: float | None
    """Macro-F1 of negative and positive stars, 0 to 1; each fifth held back once.

    Reviews with middle stars count where they are called either.
    """
    learned_f1: float | None
    lexicon_f1_of_three: float | None
    """Macro-F1 with middle stars as a kind of their own, to be answered by neutral."""
    learned_f1_of_three: float | None
    gain_low: float | None
    """Lower end of the 95 % interval of ``learned_f1 - lexicon_f1``."""
    fitted_with: str | None
    """Name and version of the library that fitted it."""
    reason: str | None
    """Why the first engine is kept; None where the learned model is used."""
    first: str = "lexicon"
    """The engine that was to be beaten; what is called the lexicon's here is that engine's."""

    @property
    def accepted(self) -> bool:
        """Whether the learned model is used."""
        return self.reason is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """The latest attempt to learn one language from stars."""

    language: str
    learned_at: datetime
    starred: int
    """Starred reviews there were; from so many on only some of them are learned from."""
    engine: str | None
    """Version of the model; None where the first engine is kept."""
    platforms: tuple[str, ...]
    """Where it is used: platforms whose stars it learned from."""
    made_with: str
    """Versions of everything that went into it besides the reviews."""
    figures: LessonFigures
