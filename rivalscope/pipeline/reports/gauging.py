"""Where the metrics of goals stand: figures of the store, for the analysis that judges them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.days import covered_by
from analysis.findings import everywhere, rate_of, tallied
from analysis.goals import (
    figure_of,
    progress,
    sampled_before_after,
    theme_before_after,
    topic_of,
    typed_before_after,
    windows,
)
from analysis.means import mean_of
from analysis.tallies import Tallies
from rivalscope.models import METRICS, Figure, Interval
from rivalscope.pipeline.reports.gathering import gather_proxies

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from analysis.days import Covered
    from rivalscope.models import (
        BeforeAfter,
        DailyVolume,
        Goal,
        GoalProgress,
        MetricId,
        Period,
        Proxies,
        Tactic,
    )
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

_STARS = 5


class Gauge:
    """Reads the metrics of one market."""

    def __init__(
        self,
        settings: Settings,
        store: Store,
        *,
        tallies: Tallies,
        covered: Covered,
        volumes: Sequence[DailyVolume],
    ) -> None:
        self._settings = settings
        self._store = store
        self._tallies = tallies
        self._covered = covered
        self._volumes = volumes
        self._proxies: dict[Period, Proxies] = {}

    def open_goals(
        self, brand: str, *, as_of: date, playbook: Sequence[Tactic]
    ) -> tuple[GoalProgress, ...]:
        """The goals of *brand* that are open on that day, the next deadline first."""
        return tuple(
            self.progress(goal, as_of=as_of, playbook=playbook)
            for goal in self._store.goals.open_on(as_of, brand=brand)
        )

    def progress(self, goal: Goal, *, as_of: date, playbook: Sequence[Tactic]) -> GoalProgress:
        """How one goal stands on that day, with the titles of what it belongs to."""
        judged = progress(goal, self._before_after(goal, as_of=as_of), as_of=as_of)
        parent = self._store.goals.find(goal.parent) if goal.parent else None
        titles = {tactic.id: tactic.title for tactic in playbook}
        return replace(
            judged,
            tactic=titles.get(goal.tactic or ""),
            parent=parent.title if parent else None,
        )

    def figure(
        self, metric: MetricId, *, brand: str, theme: str | None, period: Period
    ) -> Figure | None:
        """A computed metric over the days of *period*; None where nothing tells it."""
        match metric:
            case "complaint_rate" | "praise_rate":
                return self._theme_rate(metric, brand=brand, theme=theme, period=period)
            case "rating":
                return self._rating(brand, period)
            case "reply_rate":
                return self._reply_rate(brand, period)
            case "reply_delay":
                return self._reply_delay(brand, period)
            case "net_recommend":
                return self._net_recommend(brand, period)
        message = f"{metric} is not read off reviews"
        raise ValueError(message)

    def _before_after(self, goal: Goal, *, as_of: date) -> BeforeAfter:
        metric, thresholds = METRICS[goal.metric], self._settings.thresholds
        if not metric.computed:
            return typed_before_after(goal, self._store.goals.measures(goal.id), as_of=as_of)
        periods = windows(goal, days=thresholds.window_days, as_of=as_of)
        if metric.themed:
            return theme_before_after(
                self._tallies,
                self._covered,
                goal=goal,
                periods=periods,
                thresholds=thresholds,
            )
        before, now = (
            self.figure(goal.metric, brand=goal.brand, theme=None, period=period)
            for period in periods
        )
        return sampled_before_after(before, now, floor=thresholds.min_reviews)

    def _theme_rate(
        self, metric: MetricId, *, brand: str, theme: str | None, period: Period
    ) -> Figure | None:
        strata = everywhere(self._tallies, self._covered, period=period).get(brand, {})
        found = tallied(self._tallies, brand, topic=topic_of(metric, theme), strata=strata)
        rate = rate_of(found, confidence=self._settings.thresholds.confidence)
        return figure_of(rate, period=period) if rate else None

    def _rating(self, brand: str, period: Period) -> Figure | None:
        without = {source.key for source in self._settings.sources if source.quotes_only}
        weeks = self._store.understandings.star_sums(
            brand, since=period.since, until=period.until, without=without
        )
        found = mean_of(weeks, confidence=self._settings.thresholds.confidence)
        if found is None:
            return None
        mean, around = found
        reviews = sum(week.reviews for week in weeks)
        return Figure(
            value=_STARS * mean,
            interval=Interval(low=_STARS * around.low, high=_STARS * around.high),
            of=reviews,
            period=period,
        )

    def _reply_rate(self, brand: str, period: Period) -> Figure | None:
        replies = self._proxies_of(period).replies
        # of several sources the first row is all of them together
        found = next((one for one in replies if one.brand == brand), None)
        return figure_of(found.rate, period=period) if found else None

    def _reply_delay(self, brand: str, period: Period) -> Figure | None:
        replies = self._proxies_of(period).replies
        found = next((one for one in replies if one.brand == brand), None)
        if found is None or found.delay is None:
            return None
        delay = found.delay
        return Figure(value=delay.median, interval=delay.interval, of=delay.n, period=period)

    def _net_recommend(self, brand: str, period: Period) -> Figure | None:
        found = next(
            (one for one in self._proxies_of(period).recommend if one.brand == brand), None
        )
        if found is None:
            return None
        speaking = found.willing + found.unwilling + found.torn
        return Figure(value=found.net, interval=found.interval, of=speaking, period=period)

    def _proxies_of(self, period: Period) -> Proxies:
        if period not in self._proxies:
            self._proxies[period] = gather_proxies(
                self._settings, self._store, period=period, volumes=self._volumes
            )
        return self._proxies[period]


def gauge_of(settings: Settings, store: Store, *, as_of: date) -> Gauge:
    """A gauge of everything published up to *as_of*."""
    without = {source.key for source in settings.sources if source.quotes_only}
    volumes = store.understandings.daily_volumes(until=as_of, without=without)
    counts = store.understandings.daily_counts(until=as_of, without=without)
    return Gauge(
        settings,
        store,
        tallies=Tallies(volumes, counts),
        covered=covered_by(store.runs.coverages(without=without)),
        volumes=volumes,
    )


def first_day_of_goals(settings: Settings, store: Store, *, as_of: date) -> date:
    """Where the figures of our open goals begin: some time before the oldest of them."""
    days = settings.thresholds.window_days
    goals = store.goals.open_on(as_of, brand=settings.us.slug)
    return min((windows(goal, days=days, as_of=as_of)[0].since for goal in goals), default=as_of)
