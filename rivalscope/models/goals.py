"""Goals that can be checked: a metric, where it stands, where it should be, by when, and whose."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rivalscope.models.reported import Interval, Period

MetricId = Literal[
    "complaint_rate",
    "praise_rate",
    "rating",
    "reply_rate",
    "reply_delay",
    "net_recommend",
    "nps",
    "csat",
    "ces",
    "resolution_time",
]
Unit = Literal["per_100", "stars", "percent", "days", "points", "score", "hours"]
GoalState = Literal["met", "not_met", "too_early", "too_little_data"]
GoalReason = Literal[
    "reached", "typed_in", "missed", "before_deadline", "no_figure", "below_floor", "may_be_chance"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Metric:
    """What a goal can be set on."""

    id: MetricId
    unit: Unit
    better: Literal["up", "down"]
    low: float
    """Least value it can have, in its unit."""
    high: float | None
    """Greatest value it can have; None where there is no limit."""
    computed: bool
    """Read off the public reviews; False for figures that only the user knows and types in."""
    themed: bool = False
    """Needs a theme."""

    def reached(self, value: float, *, target: float) -> bool:
        """Whether *value* is at the target or beyond it."""
        return value >= target if self.better == "up" else value <= target

    def improves(self, change: float) -> bool:
        """Whether a change by so much is for the better."""
        return change > 0 if self.better == "up" else change < 0


METRICS: Final[Mapping[MetricId, Metric]] = MappingProxyType(
    {
        metric.id: metric
        for metric in (
            Metric(
                id="complaint_rate",
                unit="per_100",
                better="down",
                low=0,
                high=100,
                computed=True,
                themed=True,
            ),
            Metric(
                id="praise_rate",
                unit="per_100",
                better="up",
                low=0,
                high=100,
                computed=True,
                themed=True,
            ),
            Metric(id="rating", unit="stars", better="up", low=0, high=5, computed=True),
            Metric(id="reply_rate", unit="per_100", better="up", low=0, high=100, computed=True),
            Metric(id="reply_delay", unit="days", better="down", low=0, high=None, computed=True),
            Metric(
                id="net_recommend", unit="points", better="up", low=-100, high=100, computed=True
            ),
            Metric(id="nps", unit="points", better="up", low=-100, high=100, computed=False),
            Metric(id="csat", unit="percent", better="up", low=0, high=100, computed=False),
            # the second version of the score: 1 "strongly disagree" to 7 "strongly agree" that it
            # was easy
            Metric(id="ces", unit="score", better="up", low=1, high=7, computed=False),
            Metric(
                id="resolution_time", unit="hours", better="down", low=0, high=None, computed=False
            ),
        )
    }
)
"""In the order they are offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """One promise; kept forever, open until it is closed."""

    id: str
    """Made of what is promised, so that saying it again is the same goal."""
    brand: str
    metric: MetricId
    theme: str | None
    title: str | None
    """None where the metric says it all."""
    baseline: float
    target: float
    started_on: date
    deadline: date
    owner: str
    parent: str | None
    tactic: str | None
    """Id in the playbook."""
    closed_on: date | None = None

    @property
    def ends_on(self) -> date:
        """The last day that counts."""
        return min(self.deadline, self.closed_on) if self.closed_on else self.deadline


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure that the user typed in."""

    goal: str
    measured_on: date
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """The value of a metric, in its unit."""

    value: float
    interval: Interval | None
    """95 %, in the same unit; None where the figure was typed in, or has too few values."""
    n: int | None = None
    """Reviews that complain, praise or were answered; None where it is no share."""
    of: int | None = None
    """Reviews or replies behind it; None for what was typed in."""
    period: Period | None = None
    """Days it was read off; None for what was typed in as the baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BeforeAfter:
    """A metric before a goal and now."""

    before: Figure | None
    now: Figure | None
    change: Figure | None
    """Now minus before."""
    enough: bool
    """Both rest on enough to be judged."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalProgress:
    """How a goal stands on one day."""

    goal: Goal
    figures: BeforeAfter
    share: float | None
    """Of the way from the baseline to the target, below 0 where it went back; None without a
    figure."""
    state: GoalState
    reason: GoalReason
    tactic: str | None = None
    """Title of its tactic."""
    parent: str | None = None
    """Title of the goal it is part of; None where that one has none."""
