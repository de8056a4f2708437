"""What people say of mentions when they are asked, and how right the tagging was by that."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

    from rivalscope.models.reported import Interval
    from rivalscope.models.understood import Polarity, Sentiment, ThemeMention

Verdict = Literal["right", "wrong_theme", "wrong_polarity", "skipped"]
Drawn = Literal["random", "doubtful"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionToJudge:
    """A mention with what a person needs to judge it."""

    review: str
    brand: str
    platform: str
    language: str
    published_on: date | None
    stars: float | None
    """Share of the maximum, 0 to 1."""
    sentiment: Sentiment
    """Of the whole text."""
    text: str
    mention: ThemeMention
    drawn: Drawn
    doubt: str | None
    """Why it is doubtful, in words; None where it is not."""

    @property
    def key(self) -> tuple[str, str, str]:
        """What a judgment belongs to: review, theme and the words quoted."""
        return self.review, self.mention.theme, self.mention.quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgment:
    """What a person said of one mention."""

    review: str
    theme: str
    quote: str
    tagged: Polarity
    """The polarity that was judged."""
    verdict: Verdict
    polarity: Polarity | None
    """The right one; None where the words are not about the theme, or nobody can say."""
    drawn: Drawn
    """Only the random ones tell how right the tagging is: doubtful ones were picked for that."""
    judged_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedMention:
    """One answer about a mention that was drawn at random."""

    review: str
    theme: str
    language: str
    verdict: Verdict
    version: str
    """Of the understanding that was judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePrecision:
    """How many of a theme's mentions in one language are right, theme and polarity both."""

    theme: str
    language: str
    judged: int
    """Mentions drawn at random and judged; 0 where it was not measured."""
    right: int
    wrong_theme: int
    wrong_polarity: int
    earlier: int
    """Of those judged, how many were tagged by an earlier pack or version."""
    share: float | None
    """Right of judged, 0 to 1; None where it was not measured."""
    interval: Interval | None
    """Wilson, 0 to 1, on the number judged over the design effect of mentions in one review."""
