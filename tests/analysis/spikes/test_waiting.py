"""How long reviews take to be there."""

from datetime import date, timedelta

import pytest

from analysis.spikes import reporting_delay
from rivalscope.models import Arrival

FIRST = date(2026, 6, 1)


def nights(*shares, count=40):
    """Each night brings so many reviews of 0, 1, 2 ... days ago."""
    return [
        Arrival(FIRST + timedelta(days=night), days, reviews)
        for night in range(count)
        for days, reviews in enumerate(shares)
        if reviews
    ]


@pytest.mark.parametrize(
    ("shares", "days"),
    [((10,), 0), ((1, 9), 1), ((5, 4, 1), 1), ((4, 4, 2), 2), ((1, 0, 0, 9), 3)],
)
def test_nine_in_ten_are_there_by_then(shares, days):
    assert reporting_delay(nights(*shares)) == days


def test_a_night_that_brings_in_the_past_does_not_count_more_than_others():
    filled = [Arrival(FIRST + timedelta(days=41), days, 300) for days in range(60)]
    assert reporting_delay([*nights(2, 8), *filled]) == 1


def test_longer_than_six_days_nothing_is_waited_for():
    assert reporting_delay(nights(*([0] * 30), 10)) == 6


@pytest.mark.parametrize(
    "arrivals", [[], nights(0, 0, 0, 9, count=6), nights(0, 0, 0, 1, count=19)]
)
def test_of_a_source_that_is_little_known_one_day_is_waited_for(arrivals):
    assert reporting_delay(arrivals) == 1


def test_reviews_dated_after_they_were_seen_say_nothing():
    later = [Arrival(FIRST + timedelta(days=night), -2, 50) for night in range(40)]
    assert reporting_delay([*nights(0, 10), *later]) == 1
