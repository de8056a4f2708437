"""Goals in every format and language; nothing of them where there are none."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from rivalscope.models import METRICS, BeforeAfter, Figure, Goal, GoalProgress, Interval, Period
from rivalscope.reports.goals import goal_row, goal_rows
from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown
from rivalscope.reports.messages import LANGUAGES
from rivalscope.reports.terminal import render_terminal

PERIOD = Period(since=date(2026, 7, 1), until=date(2026, 9, 28))


def goal_progress(**changes) -> GoalProgress:
    """Waiting complaints from 20 to 10 per 100, half of the way gone."""
    goal = Goal(
        id="goal:complaint_rate:1",
        brand="norvia",
        metric="complaint_rate",
        theme="wait_time",
        title=None,
        baseline=20.0,
        target=10.0,
        started_on=date(2026, 7, 1),
        deadline=date(2026, 12, 31),
        owner="Jana",
        parent=None,
        tactic="callback",
    )
    return GoalProgress(
        goal=replace(goal, **changes),
        figures=BeforeAfter(
            before=Figure(value=20.0, interval=Interval(low=15.0, high=26.1), n=40, of=200),
            now=Figure(
                value=15.0, interval=Interval(low=10.7, high=20.6), n=30, of=200, period=PERIOD
            ),
            change=Figure(value=-5.0, interval=Interval(low=-12.4, high=2.5)),
            enough=True,
        ),
        share=0.5,
        state="too_early",
        reason="before_deadline",
        tactic="Call back",
    )


@pytest.fixture
def report(whole_report):
    return replace(whole_report, goals=(goal_progress(),))


def test_html_and_markdown_tell_where_the_goal_stands(report):
    for text in (render_html(report), render_markdown(report).replace("\\", "")):
        assert "Complaint rate: Waiting times" in text
        assert "20.0 to 10.0 (per 100 reviews)" in text
        assert "15.0 (95 % interval 10.7 to 20.6), 30 of 200 reviews" in text
        assert "-5.0 (95 % interval -12.4 to +2.5)" in text
        assert "too early to say" in text
        assert "50 % of the way" in text
        assert "Owner: Jana" in text
        assert "Tactic: Call back" in text


def test_the_terminal_tells_it_in_short(report):
    text = " ".join(render_terminal(report, width=100, color=False).split())
    assert "Complaint rate: Waiting times: 20.0 to 10.0 (per 100 reviews), 2026-12-31" in text
    assert "too early to say; 50 % of the way; Now: 15.0" in text


def test_json_holds_the_figures(report):
    (goal,) = json.loads(render_json(report))["goals"]
    assert goal["goal"]["target"] == 10
    assert goal["figures"]["now"]["interval"] == {"low": 10.7, "high": 20.6}
    assert goal["state"] == "too_early"


def test_without_goals_nothing_is_said_of_them(whole_report):
    assert 'id="goals"' not in render_html(whole_report)
    assert "## Goals" not in render_markdown(whole_report)
    assert "\nGoals\n" not in render_terminal(whole_report, width=80, color=False)


def test_a_typed_in_figure_says_that_it_has_no_interval():
    now = Figure(value=33.0, interval=None, period=Period(since=PERIOD.until, until=PERIOD.until))
    one = replace(
        goal_progress(metric="nps", theme=None),
        figures=BeforeAfter(
            before=now, now=now, change=Figure(value=2.0, interval=None), enough=True
        ),
    )
    row = goal_row(one, labels={})
    assert row.now == "33.0 (typed in, interval not known), 2026-09-28"
    assert row.change == "+2.0 (typed in, interval not known)"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("metric", METRICS)
def test_every_metric_has_words_in_every_language(language, metric):
    row = goal_row(goal_progress(metric=metric, theme=None), labels={}, language=language)
    english = goal_row(goal_progress(metric=metric, theme=None), labels={})
    assert row.title
    assert (row.reason == english.reason) == (language == "en")


def test_words_from_outside_are_escaped(whole_report):
    attack = "<script>alert(1)</script>|"
    hostile = goal_progress(owner=attack, title=attack)
    report = replace(whole_report, goals=(replace(hostile, tactic=attack, parent=attack),))
    assert "<script" not in render_html(report)
    assert "\\<script\\>alert(1)\\</script\\>\\|" in render_markdown(report)
    (row,) = goal_rows(report)
    assert row.title == attack
