"""Which of what is seen on one night is told."""

from datetime import date

import pytest

from rivalscope.models import Incident, Signal
from rivalscope.pipeline.alerts.seeing import first_told

DAY = date(2026, 9, 30)


def signal(kind, *, brand="bolt", rule="r"):
    return Signal(kind=kind, brand=brand, subject="x", rule=rule, severity="warning")


def spike(state):
    return Incident(
        id=1,
        kind="complaint_spike",
        brand="bolt",
        subject="wait_time",
        rule="r",
        severity="warning",
        state=state,
        seen=1,
        first_on=DAY,
        last_on=DAY,
    )


def test_what_two_rules_see_is_told_by_the_first():
    first, second = signal("complaint_spike"), signal("complaint_spike", rule="other")
    assert first_told([first, second], ()) == (first,)


def test_stars_that_fall_with_complaints_are_those_complaints():
    stars, other = signal("rating_drop"), signal("rating_drop", brand="swift")
    spike_tonight = signal("complaint_spike")
    assert first_told([stars, other, spike_tonight], ()) == (other, spike_tonight)


@pytest.mark.parametrize(
    ("state", "told"), [("open", 0), ("recovering", 0), ("pending", 0), ("closed", 1)]
)
def test_not_until_what_is_told_of_the_complaints_is_over(state, told):
    assert len(first_told([signal("rating_drop")], [spike(state)])) == told
    assert len(first_told([signal("volume_surge")], [spike(state)])) == 1
