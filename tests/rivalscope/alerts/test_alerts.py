"""What is told of what was seen, and in what words."""

from datetime import date

import pytest

from rivalscope.alerts.rules import (
    Alert,
    Context,
    LeftOut,
    OurSide,
    change_signals,
    shift_signal,
    spike_signal,
)
from rivalscope.alerts.why import reasons
from rivalscope.alerts.wording import fact_lines, render_alert, statement
from rivalscope.models import (
    Difference,
    FaqChange,
    Finding,
    Interval,
    Judging,
    Period,
    PolicyChange,
    Rate,
    Shift,
    Spike,
    WeekFigures,
)
from rivalscope.settings import AlertRule

WEEK = Period(since=date(2026, 9, 24), until=date(2026, 9, 30))
BEFORE = Period(since=date(2026, 7, 30), until=date(2026, 9, 23))
JUDGING = Judging(on=date(2026, 9, 29), threshold=2e-4, false_discovery=5e-3, series=24, floor=8)
CONTEXT = Context(
    platforms=("portal",),
    sources=("rival/portal",),
    left_out=(LeftOut("portal", WEEK.until, WEEK.until, "waited_for"),),
)
NAMES, LABELS = {"rival": "Rival"}, {"wait_time": "Waiting times"}


def rate(n, of):
    return Rate(n=n, of=of, per_100=100 * n / of, interval=Interval(low=1.0, high=90.0))


def spike(*, polarity="negative", market_wide=False, n=27, p=3e-6):
    finding = Finding(
        brand="rival",
        theme="wait_time",
        polarity=polarity,
        period=WEEK,
        rate=rate(n, 50),
        previous=rate(14, 134),
        change=Difference(
            points=43.6, interval=Interval(low=28.0, high=57.0), p=p, significant=True
        ),
        strata=(),
        enough=True,
    )
    return Spike(
        finding=finding,
        before=BEFORE,
        expected=4.0,
        p=p,
        market_wide=market_wide,
        also=(),
        judging=JUDGING,
    )


def rule(kind="complaint_spike"):
    return AlertRule(id="all", brands=("rival",), themes=None, kind=kind, floor=8, sensitivity=0.15)


def shift(kind, *, now, before=4.5, reviews=40, expected=12.0, p=1e-7):
    return Shift(
        kind=kind,
        brand="rival",
        subject="all" if kind == "rating_drop" else "portal",
        now=WeekFigures(
            period=WEEK, reviews=reviews, stars=now, interval=Interval(low=2.0, high=4.0)
        ),
        before=WeekFigures(
            period=BEFORE, reviews=90, stars=before, interval=Interval(low=4.0, high=5.0)
        ),
        expected=expected,
        p=p,
        market_wide=None,
        strata=(),
        judging=JUDGING,
    )


def entry(signal, label):
    return {
        "kind": signal.kind,
        "brand_name": "Rival",
        "subject": signal.subject,
        "label": label,
        "facts": signal.facts,
        "rule": signal.rule,
        "state": "open",
        "severity": signal.severity,
        "opened_on": "2026-09-30",
        "last_on": "2026-09-30",
    }


def test_an_alert_says_what_rose_against_what_and_where_else():
    ours = OurSide(complaints=1, reviews=9, is_rising=False)
    signal = spike_signal(rule(), spike(), context=CONTEXT, ours=ours)
    alert = Alert(signal=signal, opened_on=WEEK.until, is_new=True)
    assert render_alert(alert, names=NAMES, labels=LABELS).splitlines() == [
        "ALERT (new): Rival: complaints about waiting times have jumped",
        "  27 of 50 reviews (54.0 per 100, 95 % interval 1.0-90.0) from 2026-09-24 to",
        "    2026-09-30, 4.0 expected",
        "  before: 14 of 134 reviews (10.4 per 100, 95 % interval 1.0-90.0) from",
        "    2026-07-30 to 2026-09-23",
        "  p = 3e-06, where 0.0002 was enough",
        "  read from: rival/portal",
        "  elsewhere: only there; at us 1 of 9 reviews in those days, not rising",
        "  rule all",
    ]


def test_an_alert_told_before_says_since_when():
    signal = spike_signal(rule(), spike(market_wide=True), context=CONTEXT, ours=None)
    alert = Alert(signal=signal, opened_on=date(2026, 9, 28), is_new=False, held_back="it is ill")
    assert render_alert(alert, names=NAMES, labels=LABELS).startswith("ALERT (held back): Rival:")
    told = Alert(signal=signal, opened_on=date(2026, 9, 28), is_new=False)
    text = render_alert(told, names=NAMES, labels=LABELS)
    assert text.startswith("ALERT (since 2026-09-28): Rival:")
    assert "at least half of the other brands rise too" in text


@pytest.mark.parametrize(
    ("signal", "severity", "said", "figures"),
    [
        (
            spike_signal(
                rule("praise_surge"),
                spike(polarity="positive", n=40, p=1e-9),
                context=CONTEXT,
                ours=None,
            ),
            "warning",
            "Rival: praise of waiting times has jumped",
            "40 of 50 reviews",
        ),
        (
            spike_signal(rule(), spike(n=40, p=1e-9), context=CONTEXT, ours=None),
            "critical",
            "Rival: complaints about waiting times have jumped",
            "40 of 50 reviews",
        ),
        (
            shift_signal(rule("rating_drop"), shift("rating_drop", now=3.2), context=CONTEXT),
            "critical",
            "Rival: stars have dropped",
            "3.20 stars in 40 reviews (95 % interval 2.00-4.00)",
        ),
        (
            shift_signal(rule("rating_drop"), shift("rating_drop", now=4.0), context=CONTEXT),
            "warning",
            "Rival: stars have dropped",
            "4.00 stars in 40 reviews",
        ),
        (
            shift_signal(rule("volume_surge"), shift("volume_surge", now=None), context=CONTEXT),
            "critical",
            "Rival: unusually many reviews on portal",
            "40 reviews from 2026-09-24 to 2026-09-30, 12.0 expected",
        ),
        (
            shift_signal(
                rule("volume_drop"), shift("volume_drop", now=None, reviews=5), context=CONTEXT
            ),
            "warning",
            "Rival: unusually few reviews on portal",
            "5 reviews from 2026-09-24 to 2026-09-30, 12.0 expected",
        ),
    ],
)
def test_each_kind_has_its_words_and_its_severity(signal, severity, said, figures):
    told = entry(signal, "Waiting times" if signal.subject == "wait_time" else signal.subject)
    assert signal.severity == severity
    assert statement(told) == said
    assert next(fact_lines(told)).startswith(figures)


def test_why_says_threshold_floor_and_the_days_left_out():
    told = list(
        reasons(entry(spike_signal(rule(), spike(), context=CONTEXT, ours=None), "Waiting"))
    )
    assert "volume: 50 reviews in these days; 134 in those before" in told
    assert "judged: the week up to 2026-09-29, the newest day that was complete" in told
    assert (
        "threshold: p of at most 0.0002, by Benjamini-Hochberg at 0.005 over 24 series that"
        " complain of a theme" in told
    )
    assert (
        "rule all: sensitivity 0.15 (expected false alerts a month), at least 8 complaints" in told
    )
    assert told[-1] == (
        "left out: portal, 2026-09-30 to 2026-09-30: more reviews of these days are still to come"
    )


def policy(**changed):
    values = {
        "brand": "rival",
        "kind": "return_days",
        "theme": "returns_refunds",
        "before": "30",
        "after": "60",
        "sentence": "Return within 60 days",
        "url": "http://rival.example/",
        "on": date(2026, 9, 20),
    }
    return PolicyChange(**values | changed)


def question(name, **changed):
    values = {
        "brand": "rival",
        "question": name,
        "before": None,
        "after": "A day",
        "on": date(2026, 9, 20),
        "url": "http://rival.example/faq",
        "themes": (),
    }
    return FaqChange(**values | changed)


def test_changes_of_one_day_and_kind_are_one_incident():
    watching = rule("policy_change")
    signals = change_signals(
        watching,
        [policy(), question("How fast?"), question("How dear?"), policy(brand="somebody")],
    )
    assert [one.fingerprint for one in signals] == [
        "policy_change:rival:return_days@2026-09-20",
        "policy_change:rival:faq@2026-09-20",
    ]
    assert [len(one.facts["changes"]) for one in signals] == [1, 2]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (policy(), "changed on 2026-09-20: Return within 60 days: 30 -> 60"),
        (question("How fast?"), "new on 2026-09-20: How fast?: A day"),
        (question("How fast?", before="A day", after=None), "gone on 2026-09-20: How fast?"),
    ],
)
def test_what_changed_is_told(change, said):
    (signal,) = change_signals(rule("policy_change"), [change])
    assert list(fact_lines(entry(signal, "questions and answers"))) == [said]
