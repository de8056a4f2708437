"""How right the tagging is, from answers: shares, intervals, and silence where nobody answered."""

import pytest

from analysis.intervals import wilson
from analysis.precision import precisions
from rivalscope.models import JudgedMention


def answers(verdicts, *, theme="app", language="en", version="v2", review=None):
    return [
        JudgedMention(
            review=review or f"review:{number}",
            theme=theme,
            language=language,
            verdict=verdict,
            version=version,
        )
        for number, verdict in enumerate(verdicts)
    ]


def measured(judged, cells=()):
    return precisions(judged, cells, version="v2", confidence=0.95)


def test_a_share_of_right_answers_has_wilsons_interval():
    given = ["right"] * 18 + ["wrong_theme", "wrong_polarity"]
    (one,) = measured(answers(given))
    assert (one.judged, one.right, one.wrong_theme, one.wrong_polarity) == (20, 18, 1, 1)
    assert one.share == pytest.approx(0.9)
    assert one.interval == wilson(18, 20)


def test_what_nobody_judged_has_no_figure():
    (one,) = measured([], cells=[("app", "en")])
    assert (one.judged, one.share, one.interval) == (0, None, None)


def test_themes_and_languages_are_measured_apart():
    judged = [*answers(["right"]), *answers(["wrong_theme"], language="cs")]
    found = measured(judged, cells=[("app", "en"), ("price_value", "en")])
    assert [(one.theme, one.language, one.share) for one in found] == [
        ("app", "cs", 0.0),
        ("app", "en", 1.0),
        ("price_value", "en", None),
    ]


def test_mentions_of_one_review_tell_less_than_those_of_many():
    apart = answers(["right", "wrong_theme"] * 6)
    together = [
        one
        for number in range(6)
        for one in answers(
            ["right" if number % 2 else "wrong_theme"] * 2, review=f"review:{number}"
        )
    ]
    (loose,), (tight,) = measured(together), measured(apart)
    assert loose.share == tight.share == 0.5
    assert loose.interval.low < tight.interval.low
    assert loose.interval.high > tight.interval.high


def test_answers_about_an_earlier_tagging_are_told():
    (one,) = measured([*answers(["right"]), *answers(["right", "right"], version="v1")])
    assert (one.judged, one.earlier) == (3, 2)
