"""Before and after a goal, and whether it was met.

A figure from reviews is a sample, so that it counts as met only where it is at the target *and* its
change from before is not chance: the interval of the difference leaves zero outside. A typed-in
figure has no interval; it is taken at its word.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from analysis.contrasts import enough
from analysis.discoveries import between
from analysis.findings import change_of, everywhere, rate_of, tallied
from rivalscope.models import METRICS, BeforeAfter, Figure, GoalProgress, Interval, Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from analysis.days import Covered
    from analysis.tallies import Tallies, Topic
    from rivalscope.models import (
        Goal,
        GoalReason,
        GoalState,
        Measure,
        Metric,
        MetricId,
        Rate,
        Stratum,
        Thresholds,
    )


def days_before(start: date, *, days: int) -> Period:
    """So many days that end the day before *start*."""
    until = start - timedelta(days=1)
    return Period(since=until - timedelta(days=days - 1), until=until)


def windows(goal: Goal, *, days: int, as_of: date) -> tuple[Period, Period]:
    """The *days* before the goal, and the latest ones of it up to *as_of* or its end."""
    until = max(goal.started_on, min(as_of, goal.ends_on))
    since = max(goal.started_on, until - timedelta(days=days - 1))
    return days_before(goal.started_on, days=days), Period(since=since, until=until)


def topic_of(metric: MetricId, theme: str | None) -> Topic:
    """What is counted for a rate of complaints, or of praise."""
    return theme or "", "negative" if METRICS[metric].better == "down" else "positive"


def theme_before_after(
    tallies: Tallies,
    covered: Covered,
    *,
    goal: Goal,
    periods: tuple[Period, Period],
    thresholds: Thresholds,
) -> BeforeAfter:
    """The rate of a theme's complaints or praise, over the strata that both periods have.

    The change is weighed over these strata (stratified Newcombe on effective reviews), so that
    more reviews on a harsher platform are no change. Without common strata there is none.
    """
    topic = topic_of(goal.metric, goal.theme)
    scopes = [everywhere(tallies, covered, period=period).get(goal.brand, {}) for period in periods]
    before, now = scopes
    change = change_of(tallies, goal.brand, topic=topic, now=now, before=before)
    common = before.keys() & now.keys()
    if change is None:
        common = before.keys() | now.keys()
    figures = [
        _rate_figure(tallies, goal.brand, topic, _only(scope, common), period, thresholds)
        for scope, period in zip(scopes, periods, strict=True)
    ]
    if change is None:
        return BeforeAfter(before=figures[0], now=figures[1], change=None, enough=False)
    interval = change.interval(thresholds.confidence)
    return BeforeAfter(
        before=figures[0],
        now=figures[1],
        change=Figure(
            value=100 * change.difference,
            interval=Interval(low=100 * interval.low, high=100 * interval.high),
        ),
        enough=enough(change, thresholds),
    )


def sampled_before_after(before: Figure | None, now: Figure | None, *, floor: int) -> BeforeAfter:
    """Two figures of independent samples.

    The change's interval is put together from theirs (MOVER; of two Wilson intervals that is
    Newcombe's). Enough are *floor* reviews behind each.
    """
    if before is None or now is None:
        return BeforeAfter(before=before, now=now, change=None, enough=False)
    interval = None
    if before.interval and now.interval:
        interval = between((now.value, now.interval), (before.value, before.interval))
    return BeforeAfter(
        before=before,
        now=now,
        change=Figure(value=now.value - before.value, interval=interval),
        enough=interval is not None and min(before.of or 0, now.of or 0) >= floor,
    )


def typed_before_after(goal: Goal, measures: tuple[Measure, ...], *, as_of: date) -> BeforeAfter:
    """The baseline and the latest figure typed in for a day of the goal."""
    before = Figure(value=goal.baseline, interval=None)
    last = min(as_of, goal.ends_on)
    counted = [one for one in measures if goal.started_on <= one.measured_on <= last]
    if not counted:
        return BeforeAfter(before=before, now=None, change=None, enough=False)
    latest = max(counted, key=lambda one: one.measured_on)
    day = Period(since=latest.measured_on, until=latest.measured_on)
    return BeforeAfter(
        before=before,
        now=Figure(value=latest.value, interval=None, period=day),
        change=Figure(value=latest.value - goal.baseline, interval=None),
        enough=True,
    )


def progress(goal: Goal, figures: BeforeAfter, *, as_of: date) -> GoalProgress:
    """How the goal stands; only from its last day on it is met or not."""
    state, reason = _verdict(goal, figures, as_of=as_of)
    share = None
    if figures.now:
        share = (figures.now.value - goal.baseline) / (goal.target - goal.baseline)
    return GoalProgress(goal=goal, figures=figures, share=share, state=state, reason=reason)


def _verdict(goal: Goal, figures: BeforeAfter, *, as_of: date) -> tuple[GoalState, GoalReason]:
    if as_of < goal.ends_on:
        return "too_early", "before_deadline"
    if figures.now is None or figures.change is None:
        return "too_little_data", "no_figure"
    if not figures.enough:
        return "too_little_data", "below_floor"
    metric = METRICS[goal.metric]
    if not metric.reached(figures.now.value, target=goal.target):
        return "not_met", "missed"
    return _reached(metric, figures.change.interval)


def _reached(metric: Metric, around: Interval | None) -> tuple[GoalState, GoalReason]:
    """The verdict at the target, by the interval of the change."""
    if around is None:
        return "met", "typed_in"
    if not (metric.improves(around.low) and metric.improves(around.high)):
        return "too_little_data", "may_be_chance"
    return "met", "reached"


def _only(scope: Mapping[Stratum, Period], strata: set[Stratum]) -> dict[Stratum, Period]:
    return {stratum: days for stratum, days in scope.items() if stratum in strata}


def _rate_figure(
    tallies: Tallies,
    brand: str,
    topic: Topic,
    strata: Mapping[Stratum, Period],
    period: Period,
    thresholds: Thresholds,
) -> Figure | None:
    found = tallied(tallies, brand, topic=topic, strata=strata)
    rate = rate_of(found, confidence=thresholds.confidence)
    return figure_of(rate, period=period) if rate else None


def figure_of(rate: Rate, *, period: Period) -> Figure:
    """A rate as the figure of a goal, per 100."""
    return Figure(value=rate.per_100, interval=rate.interval, n=rate.n, of=rate.of, period=period)
