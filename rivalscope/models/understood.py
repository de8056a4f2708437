"""What analysis makes of texts: language, sentiment, mentions, and the counts over them."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

Sentiment = Literal["positive", "negative", "neutral", "unknown"]
Polarity = Literal["positive", "negative", "neutral"]

CUE_RULES = frozenset({"complaint_cue", "praise_cue", "negated_cue"})
"""Rules of a mention's polarity by which the theme itself decided: the text says it outright."""

READABLE = range(30, 161)
"""Characters of a quote that is neither a scrap nor a story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A customer's words on their way into analysis."""

    id: str
    body: str
    language_hint: str | None = None
    """Language of the source, believed only where the text is too short to tell."""
    stars: float | None = None
    """Rating as a share of its maximum, 0 to 1; breaks ties of polarity, nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeMention:
    """A stretch of one text about one theme."""

    theme: str
    polarity: Polarity
    start: int
    """Code points from the start of the text; ``text[start:end] == quote``."""
    end: int
    quote: str
    rule: str
    """What decided its polarity; analysis.themes.mentions names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understanding:
    """What one text says."""

    id: str
    language: str
    """ISO 639-1, or ``unknown``."""
    sentiment: Sentiment
    score: float | None
    """-1 to 1; None where the language is unknown."""
    mentions: tuple[ThemeMention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Stratum:
    """Where brands may be compared: one platform in one language."""

    platform: str
    language: str


class DailyVolume(NamedTuple):
    """Distinct reviews with text in a supported language: one brand, stratum and published day."""

    brand: str
    stratum: Stratum
    day: date
    reviews: int


class DailyCount(NamedTuple):
    """Distinct reviews of one brand, stratum and day that complain of themes, and that praise them.

    A review that does both counts in both. All three have an entry a theme.
    """

    brand: str
    stratum: Stratum
    day: date
    themes: Sequence[str]
    complaints: Sequence[int]
    praises: Sequence[int]


class DailyCombination(NamedTuple):
    """Distinct reviews of one brand, stratum and day by what they complain of, or praise, together.

    Both lists have an entry a combination.
    """

    brand: str
    stratum: Stratum
    day: date
    polarity: Polarity
    combinations: Sequence[str]
    """Theme ids, sorted, with commas between."""
    reviews: Sequence[int]


class DailyStars(NamedTuple):
    """The stars that a brand got in one stratum on one day, each as a share of its maximum."""

    brand: str
    stratum: Stratum
    day: date
    reviews: int
    """Those with stars."""
    total: float
    squares: float
    """Sum of the squared shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StarSum:
    """The stars of some reviews of one brand, each as a share of its maximum, 0 to 1."""

    reviews: int
    total: float
    squares: float
    """Sum of the squared shares."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """The days for which a brand's reviews on a platform are known to have been read in full."""

    brand: str
    platform: str
    since: date | None
    """None where the source was read to its very first review."""
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One mention with what a reader needs to check it."""

    review_id: str
    brand: str
    platform: str
    language: str
    theme: str
    polarity: Polarity
    quote: str
    """The mention's clause or sentence: a substring of the review's text."""
    rule: str
    """What decided the mention's polarity."""
    published_on: date | None
    url: str | None

    @property
    def id(self) -> str:
        """Stable name that ``explain`` takes."""
        return mention_id(self.review_id, self.theme, self.quote)


def mention_id(review_id: str, theme: str, quote: str) -> str:
    """Name of what one review says of one theme: the same however often it is tagged."""
    digest = blake2b(quote.encode(errors="replace"), digest_size=4).hexdigest()
    return f"mention:{review_id.removeprefix('review:')}:{theme}:{digest}"
