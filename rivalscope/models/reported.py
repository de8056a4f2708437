"""What a report says: rates with intervals, comparisons, SWOT cells and their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from rivalscope.models.insight import Insight
from rivalscope.models.proxies import Proxies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rivalscope.models.goals import GoalProgress
    from rivalscope.models.insight import FaqChange, PolicyChange
    from rivalscope.models.judged import ThemePrecision
    from rivalscope.models.packs import Tactic
    from rivalscope.models.shifts import Judging
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
    "rival_policy",
    "rival_faq_answer",
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
    """One theme of one brand that customers suddenly complain of more, or praise more."""

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
    also: tuple[str, ...]
    """Brands at which it is likely to rise too."""
    judging: Judging
    """What p was held to."""


EndState = Literal[
    "ok",
    "partial",
    "empty",
    "blocked",
    "robots_denied",
    "layout_changed",
    "error",
    "missed",
    "imported",
]
"""How a source may end a run."""
SourceState = Literal[EndState, "never_run"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Caveat:
    """Why an entry may not hold all there is: a source that is not well, or too few reviews."""

    kind: Literal["source", "stale", "insufficient"]
    brand: str
    platform: str | None = None
    """None for ``insufficient``."""
    state: SourceState | None = None
    """How the source ended its last run; ``source`` only."""
    reason: str | None = None
    last_ok: date | None = None
    """When it was last read well; ``stale`` only."""
    n: int = 0
    of: int = 0
    """n of N reviews; ``insufficient`` only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwotCell:
    """One claim in one quadrant: the rule that made it and the findings it stands on."""

    quadrant: Quadrant
    rule: Rule
    theme: str
    polarity: Polarity
    subject: str | None
    """The rival it is about; None where it is about us, about the rivals together, or about those
    of ``facts["rivals"]``, whom the id does not name, so that it stays when one more joins them."""
    findings: tuple[Finding, ...]
    """Ours first, then the rivals' in the order of the configuration."""
    difference: Difference | None
    """Ours minus theirs; the rival's own change for ``rival_rising`` and ``rival_spiking``; their
    change minus ours for ``rival_improving``. Where several rivals are named, the first one's."""
    importance: float
    """Share of complaints (or praise) x size of difference; cells are ordered by it."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """Extra values a sentence of this rule needs (a channel's name, an FAQ's address)."""
    quotes: tuple[Evidence, ...] = ()
    differences: Mapping[str, Difference] = field(default_factory=dict)
    """By rival, for an entry that names several."""
    news: tuple[FaqChange | PolicyChange, ...] = ()
    """What rivals now say, newest first; of ``rival_faq_answer`` and ``rival_policy``."""
    caveats: tuple[Caveat, ...] = ()

    @property
    def rivals(self) -> tuple[str, ...]:
        """Slugs of the rivals it names, the most important first; empty where it names none."""
        return tuple(filter(None, self.facts.get("rivals", "").split(",")))

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


ReportLanguage = Literal["en", "cs", "de", "hu", "ru", "sw"]
"""Languages a report can be written in."""

ExcuseId = Literal[
    "no_us",
    "several_us",
    "no_rival",
    "no_source",
    "no_source_of_us",
    "no_shared_platform",
    "picked_by_relevance",
    "never_read",
    "never_read_of_us",
    "no_shared_day",
    "no_review_understood",
    "no_review_understood_of_us",
    "no_shared_language",
    "no_review",
    "no_review_of_us",
    "no_shared_language_then",
    "too_few",
    "displaced",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysRead:
    """The days of a platform that were read in full; None where there are none."""

    platform: str
    theirs: Period | None
    ours: Period | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Excuse:
    """Why a brand, or everything, was left out of the comparison."""

    id: ExcuseId
    rival: str | None = None
    """Slug of whom it is about; None where it is about everything."""
    platforms: tuple[str, ...] = ()
    """Where it holds, sorted."""
    theirs: tuple[str, ...] = ()
    """What the rival has, sorted: platforms or languages, as the id says."""
    ours: tuple[str, ...] = ()
    """The same of us."""
    days: tuple[DaysRead, ...] = ()
    """By platform; only for ``no_shared_day`` and ``displaced``."""
    counts: tuple[int, int, int] | None = None
    """Only for ``too_few``: reviews of theirs, of ours, and how many of each are needed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodLine:
    """One line of the method box: a threshold or version that the report was made with."""

    id: str
    """Of its message ``method-ID``; a language has a line of its own where values name one."""
    values: Mapping[str, str | float]


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
    not_compared: tuple[Excuse, ...]
    labels: Mapping[str, str]
    """Theme id -> its name in the report's language."""
    places: Mapping[str, tuple[str, str]]
    """Theme id -> (touchpoint, journey stage)."""
    tactics: Mapping[str, tuple[Tactic, ...]]
    """Cell id -> what to do about it; only weaknesses and opportunities have any."""
    proxies: Proxies = field(default_factory=Proxies)
    """What hints at the figures that only surveys know."""
    method: tuple[MethodLine, ...]
    """In the order to print."""
    precision: tuple[ThemePrecision, ...] = ()
    """How right the tagging is by the answers of people, by theme and language."""
    goals: tuple[GoalProgress, ...] = ()
    """Those still open, the next deadline first."""
    is_ours: bool = True
    """False where another brand of the market takes our place."""
    insight: Insight = field(default_factory=Insight)
    """What brands say of themselves, and how they stand along the customer's journey."""
    language: str = "en"
    """Of its words; quotes stay in theirs."""
