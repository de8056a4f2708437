"""The goals of a report in words, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope.models import METRICS
from rivalscope.reports.wording import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.models import Figure, Goal, GoalProgress, GoalState, Metric, Period, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalRow:
    """One goal as a reader sees it; no markup, not escaped."""

    id: str
    title: str
    notes: tuple[str, ...]
    """What is measured, its owner, its tactic, the goal it is part of."""
    deadline: str
    way: str
    """From the baseline to the target."""
    before: str
    now: str
    change: str
    state: GoalState
    verdict: str
    reason: str
    share: float | None
    """Of the way to the target, kept between 0 and 1."""
    share_text: str


def goal_rows(report: Report) -> tuple[GoalRow, ...]:
    """The goals of a report, in its language and order."""
    return tuple(
        goal_row(one, labels=report.labels, language=report.language) for one in report.goals
    )


def goal_row(one: GoalProgress, *, labels: Mapping[str, str], language: str = "en") -> GoalRow:
    """One goal in words; *labels* are the names of themes."""
    say, goal, figures = Words(language), one.goal, one.figures
    share = None if one.share is None else min(max(one.share, 0.0), 1.0)
    return GoalRow(
        id=goal.id,
        title=goal.title or metric_text(goal, labels=labels, language=language),
        notes=_notes(one, labels=labels, language=language),
        deadline=say.date_text(goal.deadline),
        way=say(
            "goal-way",
            baseline=say.number(goal.baseline),
            target=say.number(goal.target),
            unit=unit_text(METRICS[goal.metric], language),
        ),
        before=_figure_text(say, figures.before),
        now=_figure_text(say, figures.now),
        change=_change_text(say, figures.change),
        state=one.state,
        verdict=say(f"goal-state-{one.state}"),
        reason=say(f"goal-reason-{one.reason}"),
        share=share,
        share_text=""
        if one.share is None
        else say("goal-share", percent=str(round(100 * one.share))),
    )


def metric_text(goal: Goal, *, labels: Mapping[str, str], language: str = "en") -> str:
    """What a goal measures: ``Complaints: Waiting times``."""
    name = Words(language)(f"goal-metric-{goal.metric}")
    theme = labels.get(goal.theme or "", goal.theme)
    return f"{name}: {theme}" if theme else name


def unit_text(metric: Metric, language: str = "en") -> str:
    """The unit that its figures are in."""
    return Words(language)(f"goal-unit-{metric.unit}")


def _notes(one: GoalProgress, *, labels: Mapping[str, str], language: str) -> tuple[str, ...]:
    say, goal = Words(language), one.goal
    metric = metric_text(goal, labels=labels, language=language)
    notes = [metric] if goal.title else []
    notes.append(say("goal-owner", owner=goal.owner))
    if one.tactic:
        notes.append(say("goal-tactic", title=one.tactic))
    if goal.parent:
        notes.append(say("goal-parent", title=one.parent or goal.parent))
    return tuple(notes)


def _figure_text(say: Words, figure: Figure | None) -> str:
    if figure is None:
        return say("goal-no-figure")
    parts = [say.number(figure.value), f"({_around(say, figure)})"]
    if figure.of is not None:
        parts.append(_counted_text(say, figure))
    if figure.period:
        parts.append(_period_text(say, figure.period))
    return ", ".join((" ".join(parts[:2]), *parts[2:]))


def _counted_text(say: Words, figure: Figure) -> str:
    if figure.n is None:
        return say("goal-sample", of=str(figure.of))
    return say("goal-counted", n=str(figure.n), of=str(figure.of))


def _period_text(say: Words, period: Period) -> str:
    since, until = say.date_text(period.since), say.date_text(period.until)
    return since if since == until else say("goal-period", since=since, until=until)


def _change_text(say: Words, change: Figure | None) -> str:
    if change is None:
        return say("goal-no-figure")
    if change.interval is None:
        return f"{say.signed(change.value)} ({say('goal-no-interval')})"
    low, high = say.signed(change.interval.low), say.signed(change.interval.high)
    return f"{say.signed(change.value)} ({say('goal-interval', low=low, high=high)})"


def _around(say: Words, figure: Figure) -> str:
    if figure.interval is None:
        return say("goal-no-interval")
    low, high = say.number(figure.interval.low), say.number(figure.interval.high)
    return say("goal-interval", low=low, high=high)
