"""Which spikes are told, and in what words."""

from dataclasses import replace
from datetime import date

import pytest

from rivalscope.alerts.rules import Alert, fired
from rivalscope.alerts.wording import render_alert
from rivalscope.models import Difference, Finding, Interval, Period, Rate, Spike
from rivalscope.settings import AlertRule

WEEK = Period(since=date(2026, 9, 24), until=date(2026, 9, 30))
BEFORE = Period(since=date(2026, 7, 30), until=date(2026, 9, 23))


def rate(n, of):
    return Rate(n=n, of=of, per_100=100 * n / of, interval=Interval(low=1.0, high=90.0))


def spike(brand="rival", theme="wait_time", n=27):
    finding = Finding(
        brand=brand,
        theme=theme,
        polarity="negative",
        period=WEEK,
        rate=rate(n, 50),
        previous=rate(14, 134),
        change=Difference(
            points=43.6, interval=Interval(low=28.0, high=57.0), p=3e-6, significant=True
        ),
        strata=(),
        enough=True,
    )
    return Spike(finding=finding, before=BEFORE, expected=4.0, p=3e-6, market_wide=False)


def rule(key="all", brands=("rival",), themes=None, min_complaints=8):
    return AlertRule(id=key, brands=brands, themes=themes, min_complaints=min_complaints)


def test_a_spike_is_told_by_the_first_rule_that_watches_it():
    rules = [rule("other", brands=("somebody",)), rule("first"), rule("second")]
    assert fired(rules, [spike()]) == (("first", spike()),)


@pytest.mark.parametrize(
    "watching",
    [
        rule(brands=("somebody",)),
        rule(themes=("price_value",)),
        rule(min_complaints=28),
    ],
    ids=["another brand", "another theme", "too few"],
)
def test_a_spike_that_nobody_watches_is_not_told(watching):
    assert fired([watching], [spike()]) == ()


def test_a_rule_for_one_theme_hears_of_it():
    assert fired([rule(themes=("wait_time",))], [spike()]) == (("all", spike()),)


def test_an_alert_says_what_rose_against_what_and_where_else():
    alert = Alert(rule="all", spike=spike(), opened_on=WEEK.until, is_new=True)
    assert render_alert(
        alert, names={"rival": "Rival"}, labels={"wait_time": "Waiting times"}
    ).splitlines() == [
        "ALERT (new): Rival: complaints about waiting times have jumped",
        "  27 of 50 reviews in 7 days to 2026-09-30,",
        "  where 4.0 complaints were expected",
        "  before: 14 of 134 reviews in 56 days",
        "  p = 3e-06; only there; rule all",
    ]


def test_an_alert_told_before_says_since_when():
    told = replace(spike(), market_wide=True)
    alert = Alert(rule="all", spike=told, opened_on=date(2026, 9, 28), is_new=False)
    text = render_alert(alert, names={"rival": "R"}, labels={"wait_time": "Waiting"})
    assert text.startswith("ALERT (since 2026-09-28): R:")
    assert "at least half of the other brands rise too" in text
