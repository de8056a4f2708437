"""Groups of themes: distinct reviews, and no sums of counts."""

from datetime import date
from typing import Any

from analysis.groups import counts_of_groups, groups
from rivalscope.models import DailyCombination, DailyCount, Stratum, Theme

PLACE = ("ant", Stratum(platform="trustpilot", language="en"), date(2026, 9, 7))
GROUPS = {"stage:information": ("app",), "touchpoint:support": ("chatbot", "wait_time")}


def theme(name: str, touchpoint: Any, stage: Any) -> Theme:
    return Theme(id=name, label={"en": name}, touchpoint=touchpoint, stage=stage, cues={})


def test_groups_are_stages_and_touchpoints_with_their_themes() -> None:
    themes = [theme("wait", "support", "after_sale"), theme("bot", "support", "information")]
    assert groups(themes) == {
        "stage:after_sale": ("wait",),
        "stage:information": ("bot",),
        "touchpoint:support": ("bot", "wait"),
    }


def test_a_review_of_two_themes_of_a_group_is_one_review() -> None:
    rows = [
        DailyCombination(
            *PLACE, "negative", ["app,chatbot", "chatbot,wait_time", "price"], [2, 3, 9]
        ),
        DailyCombination(*PLACE, "positive", ["wait_time"], [4]),
    ]
    assert counts_of_groups(rows, GROUPS) == (
        DailyCount(*PLACE, tuple(GROUPS), complaints=[2, 5], praises=(0, 0)),
        DailyCount(*PLACE, tuple(GROUPS), complaints=(0, 0), praises=[0, 4]),
    )


def test_nothing_said_is_nothing_counted() -> None:
    assert counts_of_groups([], GROUPS) == ()
    (count,) = counts_of_groups([DailyCombination(*PLACE, "negative", ["app"], [1])], {})
    assert count.themes == ()
