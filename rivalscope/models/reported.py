"""What a report says: rates with intervals, comparisons, SWOT cells and their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rivalscope.models.proxies import Proxies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rivalscope.models.judged import ThemePrecision
    from rivalscope.models.packs import Tactic
    from rivalscope.models.understood import Evidence, Polarity, Stratum

Quadrant = Literal["strength", "weakness", "opportunity", "threat"]
Rule = Literal[
    "better_than_rivals",
    "worse_than_rivals",
    "market_gap",
    "faq_gap",
    "channel_gap",
    "rival_rising",
    "rival_spiking",
    "rival_better",
    "rival_improving",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A confidence interval, in the unit of the figure it stands beside."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Published days, both ends included."""

    since: date
    until: date

    def __contains__(self, day: date) -> bool:
        return self.since <= day <= self.until

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.until - self.since).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """n of N distinct reviews, as reviews per 100."""

    n: int
    of: int
    per_100: float
    interval: Interval
    """95 % Wilson, per 100, on N over the design effect."""
    design_effect: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One rate minus another, in reviews per 100 (points)."""

    points: float
    interval: Interval
    p: float
    significant: bool
    """After Benjamini-Hochberg over all comparisons of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a brand's customers together say of one theme in one period."""

    brand: str
    theme: str
    polarity: Polarity
    period: Period
    rate: Rate
    previous: Rate | None
    """The same in the period of equal length before; None where that was not covered."""
    change: Difference | None
    """This period minus the one before."""
    strata: tuple[Stratum, ...]
    enough: bool
    """Both floors (mentions and reviews) are reached."""

    @property
    def id(self) -> str:
        """Stable name that ``explain`` takes."""
        kind = "complaint" if self.polarity == "negative" else "praise"
        return f"finding:{self.brand}:{self.theme}:{kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """One theme of one brand that customers suddenly complain of more."""

    finding: Finding
    """The recent days, and what they are held against as its ``previous`` and ``change``."""
    before: Period
    """Days asked for as the past; only the covered ones among them were counted."""
    expected: float
    """Complaints that the recent reviews would hold at the rates before."""
    p: float
    """One-sided mid-p of so many or more; small is surprising."""
    market_wide: bool | None
    """At least half of the other brands rise in the same theme; None where none can be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotCell:
    """One claim in one quadrant: the rule that made it and the findings it stands on."""

    quadrant: Quadrant
    rule: Rule
    theme: str
    polarity: Polarity
    subject: str | None
    """The rival it is about; None where it is about us against the rivals together."""
    findings: tuple[Finding, ...]
    """Ours first, then the rivals' in the order of the configuration."""
    difference: Difference | None
    """Ours minus theirs; the rival's own change for ``rival_rising`` and ``rival_spiking``; their
    change minus ours for ``rival_improving``."""
    importance: float
    """Share of complaints (or praise) x size of difference; cells are ordered by it."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Extra values a sentence of this rule needs (a channel's name, an FAQ's address)."""
    quotes: tuple[Evidence, ...] = ()

    @property
    def id(self) -> str:
        """Stable name that ``explain`` takes: ``opportunity:market_gap:wait_time``."""
        parts = [self.quadrant, self.rule, self.theme, self.subject]
        return ":".join(part for part in parts if part)


@dataclass(frozen=True, slots=True, kw_only=True)
class Withheld:
    """A comparison not made, and why: too little evidence is said, not hidden."""

    brand: str
    theme: str
    polarity: Polarity
    n: int
    of: int


SourceState = Literal[
    "ok",
    "partial",
    "empty",
    "blocked",
    "robots_denied",
    "layout_changed",
    "error",
    "missed",
    "imported",
    "never_run",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """How one source stands."""

    brand: str
    id: str
    platform: str
    kind: str
    state: SourceState
    reason: str | None
    reviews: int
    """Stored in all, up to the as-of date."""
    rating: float | None
    """The page's own average as a share of its maximum, 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandReport:
    """One brand by itself, compared with nobody."""

    slug: str
    name: str
    is_us: bool
    period: Period | None
    """Where its findings look: the report's window, or all its history where that holds too few
    reviews. None without a dated review."""
    reviews: int
    """Distinct reviews with text in a supported language, in that period."""
    unknown_language: int
    undated: int
    positive: int
    negative: int
    neutral: int
    stars: float | None
    """Mean rating as a share of its maximum, 0 to 1."""
    reply_share: Rate | None
    findings: tuple[Finding, ...]
    """Most frequent first."""
    quotes: Mapping[str, tuple[Evidence, ...]]
    """By finding id."""
    sources: tuple[SourceReport, ...]
    chat: tuple[str, ...]
    faq_entries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report shows; renderers add words and nothing else."""

    market: str
    synthetic: bool
    """True for made-up data: every format says so."""
    industry: str
    us: str
    as_of: date
    window: Period
    compared: Period | None
    """From the first to the last day compared in any stratum; None without a comparison."""
    strata: tuple[Stratum, ...]
    """Those in which we and at least one rival were compared."""
    brands: tuple[BrandReport, ...]
    cells: tuple[SwotCell, ...]
    withheld: tuple[Withheld, ...]
    not_compared: tuple[str, ...]
    """Plain sentences: why a brand, or everything, was left out of the comparison."""
    labels: Mapping[str, str]
    """Theme id -> its name in the report's language."""
    places: Mapping[str, tuple[str, str]]
    """Theme id -> (touchpoint, journey stage)."""
    tactics: Mapping[str, tuple[Tactic, ...]]
    """Cell id -> what to do about it; only weaknesses and opportunities have any."""
    proxies: Proxies = field(default_factory=Proxies)
    """What hints at the figures that only surveys know."""
    method: tuple[tuple[str, str], ...]
    """Threshold or version -> value, in the order to print."""
    precision: tuple[ThemePrecision, ...] = ()
    """How right the tagging is by the answers of people, by theme and language."""
    language: str = "en"
    """Of its words; quotes stay in theirs."""
