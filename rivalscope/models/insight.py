"""What brands say and how they stand: FAQ, promises, channels, journey, position, delight."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

    from rivalscope.models.collected import SignalKind
    from rivalscope.models.packs import Stage, Touchpoint
    from rivalscope.models.reported import Finding, Rate
    from rivalscope.models.understood import Evidence, Polarity

CONFIRMING_FETCHES = 2
"""Successful fetches that must have shown something before it counts as said."""

FaqState = Literal["answered", "open", "unread"]
"""``open`` is read and not answered; ``unread`` says nothing, not "no"."""
Ease = Literal[
    "flesch", "amstad", "szigriszt_pazos", "kandel_moles", "oborneva", "bendova_cinkova", "plain"
]
Axis = Literal["stage", "touchpoint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenAnswer:
    """One answer of an FAQ, for as long as it stood there."""

    brand: str
    source: str
    question: str
    answer: str
    url: str
    since: datetime
    until: datetime | None
    """When another answer was read in its place, or the question was gone; None while it stands."""
    replaced: bool
    """Whether another answer took its place; False for one that stands or is gone."""
    fetches: int
    """Successful fetches of its source in that time."""
    first: bool
    """It stood there when its source was first read: no news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenSignal:
    """A channel or a promise on a brand's own pages, for as long as it stood there."""

    brand: str
    source: str
    kind: SignalKind
    value: str
    proof: str
    url: str
    since: datetime
    until: datetime | None
    fetches: int
    first: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqPair:
    """A question as a brand answers it now, and what it is about."""

    brand: str
    question: str
    answer: str
    url: str
    language: str
    """ISO 639-1 of the answer, or ``unknown``."""
    themes: tuple[str, ...]
    """Of the question and of the answer, sorted."""
    first_seen: date
    changed_on: date | None
    """When the answer last became another one, confirmed; None where it never did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqChange:
    """A question or answer that is not what it was, confirmed by two successful fetches."""

    brand: str
    question: str
    before: str | None
    """None for a new question."""
    after: str | None
    """None for a question that is gone."""
    on: date
    url: str
    themes: tuple[str, ...]
    """Of the question; where that names none, of the answer; sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqCell:
    """One theme at one brand."""

    theme: str
    brand: str
    state: FaqState
    pairs: int
    """Questions that speak of it."""
    changed_on: date | None
    contradicted: bool
    """A promise of it stands against high complaints."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """A promise in an FAQ, and the complaints of the same brand that speak against it."""

    brand: str
    theme: str
    sentence: str
    """As it stands in the answer."""
    question: str
    url: str
    finding: Finding
    """The brand's complaints in the theme: high, even at the interval's lower end."""
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingEase:
    """How easy the answers of one brand in one language are to read."""

    language: str
    words: int
    words_per_sentence: float
    long_words: float
    """Words of more than six letters, per 100."""
    formula: Ease
    """``plain`` where no formula is published for the language."""
    score: float | None
    """0 to 100 in most texts, higher is easier; None without a formula or on too few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqProfile:
    """One brand's FAQ as a whole."""

    brand: str
    read: bool
    pairs: int
    first_seen: date | None
    """When any of it was first read."""
    newest: date | None
    """When its newest question was first read."""
    last_changed: date | None
    """The latest confirmed change of a question or answer."""
    ease: tuple[ReadingEase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqReport:
    """What the brands' FAQs say and leave open."""

    profiles: tuple[FaqProfile, ...] = ()
    themes: tuple[str, ...] = ()
    """Rows of the coverage, the most complained of first."""
    coverage: tuple[FaqCell, ...] = ()
    contradictions: tuple[Contradiction, ...] = ()
    changes: tuple[FaqChange, ...] = ()
    """Of the report's window, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyChange:
    """A promise on a brand's pages that is new or changed, confirmed by two fetches."""

    brand: str
    kind: SignalKind
    theme: str
    before: str | None
    after: str
    sentence: str
    url: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to reach a brand, or a promise, as it stands on its pages now."""

    brand: str
    kind: SignalKind
    value: str
    proof: str
    """The piece of the page that shows it."""
    url: str
    since: date
    """When it was first read there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """One stage or touchpoint at one brand: distinct reviews, whatever themes of it they name."""

    axis: Axis
    place: Stage | Touchpoint
    brand: str
    complaints: Rate | None
    praise: Rate | None
    """None where no theme of the pack is of this place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How much is written of a brand, and how content its writers are."""

    brand: str
    reviews: int
    per_30_days: float
    content: Rate
    """Reviews with a positive text, of those that were judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """Who does best in one theme."""

    theme: str
    polarity: Polarity
    """``negative``: fewest complaints; ``positive``: most praise."""
    brand: str
    rate: Rate
    runner_up: str
    runner_up_rate: Rate
    clear: bool
    """The intervals of the two do not overlap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delight:
    """Small things that customers of one brand praise."""

    brand: str
    rate: Rate
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Insight:
    """All of it in one report; empty where nothing is known."""

    faq: FaqReport = field(default_factory=FaqReport)
    policies: tuple[PolicyChange, ...] = ()
    """Of the report's window, newest first."""
    heat: tuple[HeatCell, ...] = ()
    heat_compared: bool = False
    """Counted where the brands are compared, else in all that was read of each."""
    channels: tuple[Channel, ...] = ()
    """Chat, contact channels and promises that stand on the brands' pages now."""
    sites_read: tuple[str, ...] = ()
    """Brands whose own pages were read."""
    positions: tuple[Position, ...] = ()
    compared: tuple[Finding, ...] = ()
    """Of every theme that the brands are compared in and that enough reviews of one speak of."""
    best: tuple[Best, ...] = ()
    delight: tuple[Delight, ...] = ()
