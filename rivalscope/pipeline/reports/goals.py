"""Goals as they are set: refused, with everything that is wrong at once, until they can be checked.

Specific and measurable by the metric, its baseline and its target, assigned by the owner, limited
by the deadline; whether a target is realistic is the owner's to know.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import blake2b
from math import isfinite
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from analysis.goals import days_before
from rivalscope import clock
from rivalscope.errors import UsageError
from rivalscope.models import METRICS, Goal, Measure
from rivalscope.pipeline.reports.gauging import gauge_of
from rivalscope.reports.goals import unit_text
from rivalscope.settings.mistakes import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from rivalscope.models import Figure, Metric, MetricId, Tactic
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

_QUARTER: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalWish:
    """A goal as somebody asks for it; what is None was not said."""

    brand: str
    started_on: date
    metric: MetricId | None = None
    theme: str | None = None
    baseline: float | None = None
    target: float | None = None
    deadline: date | None = None
    owner: str | None = None
    title: str | None = None
    parent: str | None = None
    tactic: str | None = None
    follows_baseline: bool = False
    """Whether a template works the target out as soon as it has a baseline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A goal that only lacks its baseline and its owner; it ends with the quarter."""

    metric: MetricId
    title: str
    factor: float = 1.0
    plus: float = 0.0

    def fill(self, wish: GoalWish) -> GoalWish:
        """*wish* with what it leaves open; raises UsageError where it is of another metric."""
        if wish.metric not in {None, self.metric}:
            message = f"--metric {wish.metric}: the template is about {self.metric}; leave one out"
            raise UsageError(message)
        target = wish.target
        if target is None and wish.baseline is not None:
            target = round(wish.baseline * self.factor + self.plus, 1)
        return replace(
            wish,
            metric=self.metric,
            title=wish.title or self.title,
            target=target,
            follows_baseline=True,
            deadline=wish.deadline or quarter_end(wish.started_on),
        )


TEMPLATES: Final[Mapping[str, Template]] = MappingProxyType(
    {
        "nps+1": Template(metric="nps", title="NPS +1 this quarter", plus=1.0),
        "resolution-20": Template(
            metric="resolution_time", title="Time to resolution -20 % this quarter", factor=0.8
        ),
    }
)


def quarter_end(start: date) -> date:
    """The last day of the quarter of the day after *start*, so that there is a day to work."""
    day = start + timedelta(days=1)
    month = (day.month - 1) // _QUARTER * _QUARTER + _QUARTER
    first_after = date(day.year + month // 12, month % 12 + 1, 1)
    return first_after - timedelta(days=1)


def add_goal(
    settings: Settings,
    store: Store,
    wish: GoalWish,
    *,
    themes: Collection[str],
    playbook: Sequence[Tactic],
) -> tuple[Goal, bool]:
    """Keeps the goal that is wished for; says whether it is new.

    A missing baseline is read off the window before the goal where the metric is computed. Raises
    UsageError that names everything missing and everything wrong, and what to do about each.
    """
    wish = _with_baseline(settings, store, wish, themes=themes)
    problems = [
        *_missing(wish, themes=themes),
        *_unknown(wish, store, themes=themes, playbook=playbook),
        *_wrong(wish),
    ]
    goal = None if problems else _goal(wish)
    if goal is None:
        lines = "".join(f"\n  {problem}" for problem in problems)
        message = f"goal: not one that can be checked yet:{lines}"
        raise UsageError(message)
    is_new = store.goals.save(goal, at=clock.now())
    return store.goals.find(goal.id) or goal, is_new


def find_goal(store: Store, key: str) -> Goal:
    """The goal with that id; raises UsageError where there is none."""
    goal = store.goals.find(key)
    if goal is None:
        known = [one.id for one in store.goals.all()]
        message = f"no goal {key!r}{did_you_mean(key, known)}: `goal list --all` names them"
        raise UsageError(message)
    return goal


def close_goal(store: Store, key: str, *, on: date) -> tuple[Goal, bool]:
    """Closes a goal; says whether it was open. Raises UsageError as find_goal, or for a bad day."""
    goal = find_goal(store, key)
    if on < goal.started_on:
        message = f"goal {key}: it began on {goal.started_on} and can't be closed on {on}"
        raise UsageError(message)
    was_open = store.goals.close(key, on=on, at=clock.now())
    return find_goal(store, key), was_open


def measure_goal(store: Store, key: str, *, value: float, on: date) -> bool:
    """Keeps a typed-in figure; says whether it is new.

    Raises UsageError as find_goal, for a metric that is read off reviews, and for a figure or a
    day that can't be.
    """
    goal = find_goal(store, key)
    metric = METRICS[goal.metric]
    if metric.computed:
        message = f"goal {key}: {metric.id} is read off the reviews: `goal verdict {key}` says it"
        raise UsageError(message)
    problem = _out_of_range(metric, "the figure", value)
    if problem:
        message = f"goal {key}: {problem}"
        raise UsageError(message)
    if on < goal.started_on:
        message = (
            f"goal {key}: it began on {goal.started_on}; what was before is its baseline"
            f" ({goal.baseline:g})"
        )
        raise UsageError(message)
    measure = Measure(goal=key, measured_on=on, value=value)
    return store.goals.measure(measure, at=clock.now())


def _with_baseline(
    settings: Settings, store: Store, wish: GoalWish, *, themes: Collection[str]
) -> GoalWish:
    found = _latest(settings, store, wish, themes=themes)
    if found is None or (found.of or 0) < settings.thresholds.min_reviews:
        return wish
    return replace(wish, baseline=round(found.value, 1))


def _latest(
    settings: Settings, store: Store, wish: GoalWish, *, themes: Collection[str]
) -> Figure | None:
    """What a computed metric says in the window before the goal, where nobody said it."""
    if wish.metric is None or wish.baseline is not None or not METRICS[wish.metric].computed:
        return None
    if METRICS[wish.metric].themed and wish.theme not in themes:
        return None
    period = days_before(wish.started_on, days=settings.thresholds.window_days)
    gauge = gauge_of(settings, store, as_of=period.until)
    return gauge.figure(wish.metric, brand=wish.brand, theme=wish.theme, period=period)


def _missing(wish: GoalWish, *, themes: Collection[str]) -> Iterator[str]:
    metric = METRICS[wish.metric] if wish.metric else None
    unit = f" ({unit_text(metric)})" if metric else ""
    if metric is None:
        yield f"--metric is missing: what is measured, one of {', '.join(METRICS)}"
    if metric and metric.themed and not wish.theme:
        yield "--theme is missing: what customers speak of, such as wait_time"
    needs_theme = metric and metric.themed and wish.theme not in themes
    if wish.baseline is None and not needs_theme:
        yield f"--baseline is missing: {_no_baseline(metric)}{unit}"
    if wish.target is None and not wish.follows_baseline:
        yield f"--target is missing: the figure to reach{unit}"
    if wish.deadline is None:
        yield "--deadline is missing: the day by which, as YYYY-MM-DD"
    if not (wish.owner or "").strip():
        yield "--owner is missing: who answers for it, a person or a team"


def _no_baseline(metric: Metric | None) -> str:
    if metric and metric.computed:
        return "the reviews before the goal don't tell it, so say where it stands"
    return "where it stands today"


def _unknown(
    wish: GoalWish, store: Store, *, themes: Collection[str], playbook: Sequence[Tactic]
) -> Iterator[str]:
    tactics = [tactic.id for tactic in playbook]
    if wish.theme and wish.theme not in themes:
        yield f"--theme {wish.theme}: no such theme{did_you_mean(wish.theme, themes)}"
    if wish.theme and wish.metric and not METRICS[wish.metric].themed:
        yield f"--theme {wish.theme}: {wish.metric} is not about one theme; leave it out"
    if wish.tactic and wish.tactic not in tactics:
        yield f"--tactic {wish.tactic}: not in the playbook{did_you_mean(wish.tactic, tactics)}"
    if wish.parent and not store.goals.find(wish.parent):
        known = [one.id for one in store.goals.all()]
        yield f"--parent {wish.parent}: no such goal{did_you_mean(wish.parent, known)}"


def _wrong(wish: GoalWish) -> Iterator[str]:
    metric = METRICS[wish.metric] if wish.metric else None
    if metric:
        for name, value in (("--baseline", wish.baseline), ("--target", wish.target)):
            problem = None if value is None else _out_of_range(metric, name, value)
            if problem:
                yield problem
    if metric and wish.baseline is not None and wish.target is not None:
        gain = wish.target - wish.baseline
        if isfinite(gain) and not metric.improves(gain):
            way = "above" if metric.better == "up" else "below"
            yield f"--target {wish.target:g}: must lie {way} the baseline of {wish.baseline:g}"
    if wish.deadline and wish.deadline <= wish.started_on:
        yield f"--deadline {wish.deadline}: must come after {wish.started_on}, when the goal begins"


def _out_of_range(metric: Metric, name: str, value: float) -> str | None:
    high = metric.high
    if isfinite(value) and metric.low <= value and (high is None or value <= high):
        return None
    reach = f"from {metric.low:g} to {high:g}" if high is not None else f"{metric.low:g} or more"
    return f"{name} {value:g}: {metric.id} is {reach} ({unit_text(metric)})"


def _goal(wish: GoalWish) -> Goal | None:
    """The goal, once nothing of it is missing."""
    if (
        wish.metric is None
        or wish.baseline is None
        or wish.target is None
        or wish.deadline is None
        or wish.owner is None
    ):
        return None
    owner = wish.owner.strip()
    promised = (wish.brand, wish.metric, wish.theme, wish.target, wish.deadline.isoformat(), owner)
    digest = blake2b(repr(promised).encode(), digest_size=4).hexdigest()
    return Goal(
        id=f"goal:{wish.metric}:{digest}",
        brand=wish.brand,
        metric=wish.metric,
        theme=wish.theme,
        title=wish.title,
        baseline=wish.baseline,
        target=wish.target,
        started_on=wish.started_on,
        deadline=wish.deadline,
        owner=owner,
        parent=wish.parent,
        tactic=wish.tactic,
    )
