"""Verdicts on goals: met only on the last day, at the target, and beyond chance."""

from dataclasses import replace
from datetime import date

import pytest

from analysis.goals import progress, sampled_before_after, typed_before_after, windows
from analysis.intervals import Sample, StratifiedDifference, wilson
from analysis.means import mean_of
from rivalscope.models import BeforeAfter, Figure, Goal, Interval, Measure, Period, StarSum

GOAL = Goal(
    id="goal",
    brand="us",
    metric="complaint_rate",
    theme="wait_time",
    title=None,
    baseline=20,
    target=10,
    started_on=date(2026, 7, 1),
    deadline=date(2026, 9, 30),
    owner="Jana",
    parent=None,
    tactic=None,
)
END = GOAL.deadline


def rate(n, of):
    bounds = wilson(n, of)
    return Figure(
        value=100 * n / of,
        interval=Interval(low=100 * bounds.low, high=100 * bounds.high),
        n=n,
        of=of,
    )


def judged(before, now, *, goal=GOAL, as_of=END, floor=30):
    one = progress(goal, sampled_before_after(before, now, floor=floor), as_of=as_of)
    return one.state, one.reason


def test_the_windows_lie_before_the_goal_and_at_its_latest_days():
    before, now = windows(GOAL, days=30, as_of=END)
    assert before == Period(since=date(2026, 6, 1), until=date(2026, 6, 30))
    assert now == Period(since=date(2026, 9, 1), until=date(2026, 9, 30))


def test_no_day_from_before_the_goal_or_after_its_end_counts_as_now():
    _, early = windows(GOAL, days=30, as_of=date(2026, 7, 10))
    assert early == Period(since=date(2026, 7, 1), until=date(2026, 7, 10))
    _, late = windows(GOAL, days=30, as_of=date(2026, 12, 1))
    assert late.until == END
    _, closed = windows(replace(GOAL, closed_on=date(2026, 8, 1)), days=30, as_of=END)
    assert closed.until == date(2026, 8, 1)


def test_the_change_of_two_rates_is_newcombes():
    figures = sampled_before_after(rate(40, 200), rate(18, 200), floor=30)
    exact = StratifiedDifference([(Sample(n=18, of=200), Sample(n=40, of=200))]).interval()
    assert figures.change.interval.low == pytest.approx(100 * exact.low)
    assert figures.change.interval.high == pytest.approx(100 * exact.high)


@pytest.mark.parametrize(
    ("before", "now", "verdict"),
    [
        (rate(40, 200), rate(18, 200), ("met", "reached")),
        (rate(40, 200), rate(30, 200), ("not_met", "missed")),
        (rate(8, 40), rate(4, 40), ("too_little_data", "may_be_chance")),
        (rate(4, 20), rate(0, 200), ("too_little_data", "below_floor")),
        (rate(40, 200), None, ("too_little_data", "no_figure")),
        (None, rate(18, 200), ("too_little_data", "no_figure")),
    ],
)
def test_verdicts_on_the_last_day(before, now, verdict):
    assert judged(before, now) == verdict


def test_before_the_deadline_it_is_too_early_whatever_the_figures_say():
    assert judged(rate(40, 200), rate(0, 200), as_of=date(2026, 9, 29)) == (
        "too_early",
        "before_deadline",
    )


def test_a_goal_closed_early_is_judged_at_once():
    closed = replace(GOAL, closed_on=date(2026, 8, 1))
    state, _ = judged(rate(40, 200), rate(18, 200), goal=closed, as_of=date(2026, 8, 1))
    assert state == "met"


def test_more_is_better_where_it_is():
    praise = replace(GOAL, metric="praise_rate", baseline=10, target=20)
    assert judged(rate(18, 200), rate(44, 200), goal=praise)[0] == "met"
    assert judged(rate(44, 200), rate(18, 200), goal=praise)[0] == "not_met"


def test_progress_is_the_share_of_the_way_and_may_go_back():
    figures = sampled_before_after(rate(40, 200), rate(30, 200), floor=30)
    assert progress(GOAL, figures, as_of=END).share == pytest.approx(0.5)
    worse = sampled_before_after(rate(40, 200), rate(50, 200), floor=30)
    assert progress(GOAL, worse, as_of=END).share == pytest.approx(-0.5)
    nothing = BeforeAfter(before=None, now=None, change=None, enough=False)
    assert progress(GOAL, nothing, as_of=END).share is None


class TestTypedIn:
    GOAL = replace(GOAL, metric="nps", theme=None, baseline=31, target=32)

    def judged(self, *measures, as_of=END):
        given = tuple(Measure(goal="goal", measured_on=on, value=value) for on, value in measures)
        return progress(self.GOAL, typed_before_after(self.GOAL, given, as_of=as_of), as_of=as_of)

    def test_the_latest_figure_of_its_days_is_taken_at_its_word(self):
        one = self.judged((date(2026, 9, 1), 30), (date(2026, 9, 20), 33))
        assert (one.state, one.reason) == ("met", "typed_in")
        assert one.figures.now.value == 33
        assert one.figures.change.interval is None

    def test_figures_after_the_day_looked_at_or_after_the_end_do_not_count(self):
        late = self.judged((date(2026, 9, 1), 30), (date(2026, 10, 1), 33), as_of=date(2026, 11, 1))
        assert (late.state, late.figures.now.value) == ("not_met", 30)
        early = self.judged((date(2026, 9, 20), 33), as_of=date(2026, 9, 19))
        assert early.figures.now is None

    def test_without_any_there_is_too_little_data(self):
        assert self.judged().reason == "no_figure"


class TestMeans:
    def test_independent_reviews_have_the_textbook_interval(self):
        # 50 times 1.0 and 50 times 0.5, the same every week
        weeks = [StarSum(reviews=10, total=7.5, squares=6.25)] * 10
        mean, around = mean_of(weeks, confidence=0.95)
        assert mean == pytest.approx(0.75)
        assert around.high - mean == pytest.approx(1.959964 * (0.0625 / 99) ** 0.5)

    def test_weeks_that_differ_make_it_wider(self):
        same = [StarSum(reviews=10, total=7.5, squares=6.25)] * 10
        bad = [StarSum(reviews=10, total=5.0, squares=2.5)] * 5
        good = [StarSum(reviews=10, total=10.0, squares=10.0)] * 5
        plain, clustered = (mean_of(weeks, confidence=0.95)[1] for weeks in (same, bad + good))
        assert clustered.high - clustered.low > 2 * (plain.high - plain.low)

    def test_one_review_tells_no_mean(self):
        assert mean_of([StarSum(reviews=1, total=1.0, squares=1.0)], confidence=0.95) is None
        assert mean_of([], confidence=0.95) is None

    def test_equal_stars_leave_no_doubt_and_no_division_by_zero(self):
        mean, around = mean_of([StarSum(reviews=5, total=5.0, squares=5.0)] * 2, confidence=0.95)
        assert (mean, around.low, around.high) == (1.0, 1.0, 1.0)
