"""An incident from its first day to its last, a night at a time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rivalscope.alerts.lifecycle import Reminding, advance
from rivalscope.models import Signal

FIRST = date(2026, 9, 1)
SPIKE = Signal(
    kind="complaint_spike",
    brand="rival",
    subject="wait_time",
    rule="all",
    severity="warning",
    facts={"platforms": ["portal"]},
)
SICK = Signal(kind="source_health", brand="rival", subject="shop", rule="h", severity="warning")
ILL = {("rival", "portal"): "rival/portal"}


class Market:
    """Keeps what the nights leave, as the database does."""

    def __init__(self):
        self.incidents = []

    def night(self, day, *signals, blind=None, unjudged=()):
        """What happened, as words; what is told has a ``!``."""
        steps = advance(
            self.incidents,
            signals,
            on=FIRST + timedelta(days=day),
            blind=blind or {},
            unjudged=unjudged,
            reminding=Reminding(every_days=7, most=2),
        )
        for step in steps:
            life = (step.incident.fingerprint, step.incident.first_on)
            others = [one for one in self.incidents if (one.fingerprint, one.first_on) != life]
            self.incidents = [*others, step.incident]
        return [f"{step.what}{'!' if step.is_told else ''}" for step in steps if step.what]

    @property
    def states(self):
        return [one.state for one in self.incidents]


@pytest.fixture
def market():
    return Market()


def test_a_spike_opens_goes_on_recovers_and_closes(market):
    assert market.night(0, SPIKE) == ["seen", "opened!"]
    assert market.states == ["open"]
    assert market.night(1, SPIKE) == ["ongoing"]
    assert market.night(2, SPIKE) == []
    assert market.night(3) == ["recovering"]
    assert [market.night(day) for day in range(4, 9)] == [[]] * 5
    assert market.night(9) == ["closed!"]
    assert market.states == ["closed"]
    assert market.night(10) == []


def test_a_second_run_on_the_same_date_changes_nothing(market):
    nights = [(0, SPIKE), (1, SPIKE), (2,), (3, SPIKE), (4,), (8, SPIKE), (15,), (16,), (17, SPIKE)]
    for day, *signals in nights:
        market.night(day, *signals)
        before = market.incidents
        assert market.night(day, *signals) == []
        assert market.incidents == before


def test_a_look_back_changes_nothing(market):
    market.night(5, SPIKE)
    before = market.incidents
    assert market.night(3, replace(SPIKE, severity="critical")) == []
    assert market.incidents == before


def test_a_spike_that_comes_and_goes_is_told_once(market):
    told = [market.night(day, *([SPIKE] if day % 2 == 0 else [])) for day in range(6)]
    assert [what for night in told for what in night if "!" in what] == ["opened!"]


def test_one_that_returns_within_its_cool_down_is_the_same_and_told(market):
    market.night(0, SPIKE)
    market.night(8)
    assert market.states == ["closed"]
    assert market.night(14, SPIKE) == ["reopened!"]
    assert market.states == ["ongoing"]
    assert market.night(15, SPIKE) == []


def test_one_that_comes_and_goes_is_told_each_time(market):
    nights = [market.night(day, *([SPIKE] if day % 10 < 2 else [])) for day in range(30)]
    assert [what for night in nights for what in night if "!" in what] == [
        "opened!",
        "closed!",
        "reopened!",
        "closed!",
        "reopened!",
        "closed!",
    ]


def test_one_that_returns_is_spoken_of_anew(market):
    """That somebody had seen to it, and was reminded, was before it was over."""
    for day in range(15):
        market.night(day, SPIKE)
    market.incidents = [replace(market.incidents[0], acknowledged_on=FIRST)]
    market.night(21)
    told = {day: market.night(day, SPIKE) for day in range(22, 50)}
    assert [day for day, what in told.items() if what] == [22, 29, 36]
    assert told[36] == ["reminded!"]


def test_one_that_ended_without_a_word_returns_without_one(market):
    market.night(0, SPIKE)
    market.incidents = [replace(market.incidents[0], snoozed_until=FIRST + timedelta(days=9))]
    assert market.night(8) == ["recovering", "closed"]
    worse = replace(SPIKE, severity="critical")
    assert market.night(9, worse) == ["reopened", "worse!"]


def test_nothing_returns_where_a_source_is_ill(market):
    market.night(0, SPIKE)
    market.night(8)
    assert market.night(9, SPIKE, blind=ILL) == []
    assert market.states == ["closed"]
    assert market.night(10, SPIKE) == ["reopened!"]


def test_one_that_returns_after_its_cool_down_is_a_new_one(market):
    market.night(0, SPIKE)
    market.night(8)
    assert market.night(15, SPIKE) == ["seen", "opened!"]
    assert market.states == ["closed", "open"]


def test_a_rule_may_ask_for_several_nights(market):
    patient = replace(SPIKE, confirm_nights=3)
    assert market.night(0, patient) == ["seen"]
    assert market.night(0, patient) == []
    assert market.night(1, patient) == []
    assert market.states == ["pending"]
    assert market.night(2, patient) == ["opened!"]


def test_what_is_gone_before_it_was_confirmed_is_never_told(market):
    patient = replace(SPIKE, confirm_nights=2)
    market.night(0, patient)
    assert market.night(1) == ["closed"]
    assert market.night(2, patient) == ["seen"]


def test_reminders_come_weekly_and_end(market):
    told = {day: market.night(day, SPIKE) for day in range(40)}
    assert [day for day, what in told.items() if "reminded!" in what] == [7, 14]


@pytest.mark.parametrize(
    "quieted",
    [{"acknowledged_on": FIRST}, {"snoozed_until": FIRST + timedelta(days=10)}],
    ids=["acknowledged", "snoozed"],
)
def test_nobody_is_reminded_of_what_was_seen_to_or_silenced(market, quieted):
    market.night(0, SPIKE)
    market.incidents = [replace(market.incidents[0], **quieted)]
    assert market.night(8, SPIKE) == ["ongoing"]


def test_a_snooze_ends_on_its_day(market):
    market.night(0, SPIKE)
    market.incidents = [replace(market.incidents[0], snoozed_until=FIRST + timedelta(days=10))]
    assert market.night(9, SPIKE) == ["ongoing"]
    assert market.night(10, SPIKE) == ["reminded!"]


def test_one_that_is_silenced_before_it_opens_opens_silently(market):
    market.night(0, SPIKE, blind=ILL)
    market.incidents = [replace(market.incidents[0], snoozed_until=FIRST + timedelta(days=8))]
    assert market.night(1, SPIKE) == ["opened"]
    assert market.night(7, SPIKE) == ["ongoing"]
    assert market.night(8, SPIKE) == ["reminded!"]


def test_what_ends_while_it_is_silenced_ends_silently(market):
    market.night(0, SPIKE)
    market.incidents = [replace(market.incidents[0], snoozed_until=FIRST + timedelta(days=30))]
    assert market.night(9) == ["recovering", "closed"]


def test_worse_is_told_even_of_what_was_acknowledged(market):
    market.night(0, SPIKE)
    market.incidents = [replace(market.incidents[0], acknowledged_on=FIRST)]
    worse = replace(SPIKE, severity="critical")
    assert market.night(1, worse) == ["ongoing", "worse!"]
    assert market.night(2, worse) == []


def test_a_spike_where_a_source_is_ill_waits(market):
    assert market.night(0, SPIKE, blind=ILL) == ["seen"]
    assert market.night(1, SPIKE, blind=ILL) == []
    assert market.night(1, SPIKE) == ["opened!"]


def test_a_spike_elsewhere_is_told_all_the_same(market):
    assert market.night(0, SPIKE, blind={("rival", "shop"): "rival/s"}) == ["seen", "opened!"]
    other = replace(SPIKE, brand="other")
    assert market.night(0, SPIKE, other, blind=ILL) == ["seen", "opened!"]


def test_nothing_gets_better_because_nobody_looked(market):
    market.night(0, SPIKE)
    assert [market.night(day, blind=ILL) for day in range(1, 12)] == [[]] * 11
    assert market.states == ["open"]


@pytest.mark.parametrize("confirm_nights", [1, 2], ids=["open", "pending"])
def test_what_can_not_be_judged_stays_what_it_is_until_it_can(market, confirm_nights):
    patient = replace(SPIKE, confirm_nights=confirm_nights)
    market.night(0, patient)
    before = market.states
    unknown = [market.night(day, unjudged={SPIKE.fingerprint}) for day in range(1, 12)]
    assert (unknown, market.states) == ([[]] * 11, before)
    assert market.night(12)[-1].strip("!") == "closed"


def test_nobody_is_reminded_of_what_can_not_be_seen(market):
    market.night(0, SPIKE)
    assert market.night(8, SPIKE, blind=ILL) == ["ongoing"]


def test_an_ill_source_is_told_at_once_and_well_at_once(market):
    assert market.night(0, SICK, blind=ILL) == ["seen", "opened!"]
    assert market.night(1) == ["recovering", "closed!"]
    assert market.night(3, SICK) == ["reopened!"]


def test_signals_of_one_night_do_not_mix(market):
    others = [replace(SPIKE, subject=f"theme_{number:03}") for number in range(200)]
    assert market.night(0, *others) == ["seen", "opened!"] * 200
    assert market.night(1, *others[:100]) == ["ongoing"] * 100 + ["recovering"] * 100


def test_a_change_is_told_once_and_ends_without_a_word(market):
    change = Signal(
        kind="policy_change",
        brand="rival",
        subject="return_days@2026-09-01",
        rule="pages",
        severity="warning",
        facts={"changes": [], "platforms": []},
    )
    assert market.night(0, change, blind=ILL) == ["seen", "opened!"]
    assert market.night(1, change) == ["ongoing"]
    assert market.night(9, change) == []
    assert market.night(10) == ["recovering", "closed"]


def test_each_kind_that_looks_at_a_week_is_held_back_where_a_source_is_ill(market):
    for kind in ("praise_surge", "rating_drop", "volume_surge", "volume_drop"):
        signal = replace(SPIKE, kind=kind, subject=kind)
        assert market.night(0, signal, blind=ILL) == ["seen"]
        assert market.night(0, signal) == ["opened!"]
