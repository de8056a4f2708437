"""The knowledge that is data: theme packs and sentiment lexicons, as loaded from config/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.models.goals import MetricId

Touchpoint = Literal[
    "awareness", "word_of_mouth", "reviews_media", "website", "purchase", "delivery", "support"
]
Stage = Literal["information", "purchase", "after_sale"]
Need = Literal[
    "decision", "people", "training", "writing", "data", "development", "tool", "budget", "partner"
]
"""What a tactic takes: a decision of the management, working time, a course, texts, figures of our
own, software made or bought, money, somebody outside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """How one language speaks of one theme; each cue in the notation of docs/cues.md."""

    complaint: tuple[str, ...] = ()
    """A complaint wherever it stands un-negated, whatever the sentiment around it."""
    praise: tuple[str, ...] = ()
    """Praise wherever it stands un-negated."""
    topic: tuple[str, ...] = ()
    """Names the theme only; the clause's sentiment decides."""
    exclude: tuple[str, ...] = ()
    """Phrases that use the theme's words for something else; what they cover is no cue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What customers speak of."""

    id: str
    label: Mapping[str, str]
    """Name by language code; always has ``en``."""
    touchpoint: Touchpoint
    stage: Stage
    cues: Mapping[str, Cues]
    """By language code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemePack:
    """Themes of one industry, core included."""

    id: str
    themes: tuple[Theme, ...]
    digest: str
    """Changes whenever a cue does, so that stored mentions know they are out of date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """What words of one language are worth, and how it boosts, negates and contrasts."""

    language: str
    stemmer: str | None
    """Name of a Snowball algorithm; None where words are matched as they are or by wildcards."""
    valence: Mapping[str, float]
    """Cue notation without gaps -> -4 (worst) to 4 (best); 0 makes a word count for nothing."""
    boosters: Mapping[str, float]
    """Word -> what it adds to the size of the next valence; below 0 for words that dampen."""
    negators: tuple[str, ...]
    negation_prefixes: tuple[str, ...]
    """Prefixes that negate the word they are written to (Czech ``ne``)."""
    negation_scope: int
    """Number of words after a negator that it reaches."""
    contrast: tuple[str, ...]
    """Words such as ``but``: what follows weighs more, and a new clause begins."""
    conjunctions: tuple[str, ...]
    """Words such as ``and``: a new clause begins where both sides speak of a theme."""
    digest: str
    telltale: frozenset[str] = frozenset()
    """Frequent words, in lower case, that no related language has: a few of them tell it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tactic:
    """What a brand can do about a theme, in the words of one language."""

    id: str
    title: str
    effort: Literal["quick_win", "structural"]
    themes: tuple[str, ...]
    """The first one is what it was written for."""
    steps: tuple[str, ...]
    """A checklist, in order."""
    needs: tuple[Need, ...] = ()
    measures: tuple[MetricId, ...] = ()
    """What shows whether it helps; a goal can be set on each."""
