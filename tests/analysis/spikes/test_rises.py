from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from analysis.spikes import SpikeLimits, spikes
from analysis.tallies import Tallies
from rivalscope.models import Coverage, DailyCount, DailyVolume, Spike, Stratum

AS_OF = date(2026, 11, 20)
TRUSTPILOT = Stratum(platform="trustpilot", language="en")


class Feed:
    def __init__(self) -> None:
        self.volumes: list[DailyVolume] = []
        self.counts: list[DailyCount] = []
        self.coverage: list[Coverage] = []

    def add(
        self,
        brand: str,
        *,
        recent: tuple[int, int],
        before: tuple[int, int],
        since: date | None = None,
        until: date = AS_OF,
    ) -> Feed:
        """Complaints and reviews a day, in the last 7 days and in the 56 before."""
        self.coverage.append(Coverage(brand=brand, platform="trustpilot", since=since, until=until))
        for age in range(63):
            complaints, reviews = recent if age < 7 else before
            self.put(brand, age=age, complaints=complaints, reviews=reviews)
        return self

    def put(self, brand: str, *, age: int, complaints: int, reviews: int) -> None:
        day = AS_OF - timedelta(days=age)
        self.volumes.append(DailyVolume(brand=brand, stratum=TRUSTPILOT, day=day, reviews=reviews))
        self.counts.append(
            DailyCount(
                brand=brand, stratum=TRUSTPILOT, day=day,
                themes=("wait_time",), complaints=(complaints,), praises=(0,),
            )
        )  # fmt: skip

    def spikes(self, limits: SpikeLimits | None = None) -> tuple[Spike, ...]:
        return spikes(
            Tallies(self.volumes, self.counts),
            as_of=AS_OF, coverage=self.coverage, limits=limits or SpikeLimits(),
        )  # fmt: skip


def test_complaints_that_jump_are_a_spike() -> None:
    (spike,) = Feed().add("ant", recent=(4, 20), before=(1, 20)).spikes()
    recent, before = spike.finding.rate, spike.finding.previous
    assert spike.finding.id == "finding:ant:wait_time:complaint"
    assert before is not None
    assert (recent.n, recent.of, before.n, before.of) == (28, 140, 56, 1120)
    assert spike.finding.change is not None
    assert spike.finding.change.points == pytest.approx(15.0)
    assert spike.finding.change.interval.low > 0
    assert spike.expected == pytest.approx(7.0, rel=0.15)  # a little less: fewer other reviews
    assert spike.p < 1e-6
    assert (spike.finding.period.days, spike.before.days) == (7, 56)


def test_complaints_that_grow_with_the_reviews_are_none() -> None:
    assert Feed().add("ant", recent=(4, 80), before=(1, 20)).spikes() == ()


def test_a_steady_rate_is_none() -> None:
    assert Feed().add("ant", recent=(2, 20), before=(2, 20)).spikes() == ()


def test_a_fall_is_none() -> None:
    assert Feed().add("ant", recent=(0, 20), before=(4, 20)).spikes() == ()


def test_few_complaints_are_none_however_new() -> None:
    feed = Feed().add("ant", recent=(1, 20), before=(0, 20))
    assert feed.spikes() == ()
    assert len(feed.spikes(SpikeLimits(min_complaints=7))) == 1


def test_a_spike_needs_recent_complaints_enough_and_not_only_past_ones() -> None:
    feed = Feed().add("ant", recent=(1, 1), before=(0, 20))
    feed.put("ant", age=20, complaints=3, reviews=3)
    assert feed.spikes() == ()
    assert len(feed.spikes(SpikeLimits(min_complaints=7))) == 1


@pytest.mark.parametrize(("covered", "found"), [(27, 0), (28, 1)])
def test_without_28_covered_days_before_there_is_no_verdict(covered: int, found: int) -> None:
    since = AS_OF - timedelta(days=6 + covered)
    feed = Feed().add("ant", recent=(5, 20), before=(1, 20), since=since)
    assert len(feed.spikes()) == found


def test_without_a_covered_recent_day_there_is_no_verdict() -> None:
    stale = AS_OF - timedelta(days=7)
    assert Feed().add("ant", recent=(9, 20), before=(1, 20), until=stale).spikes() == ()


def test_days_as_bad_as_these_before_excuse_them() -> None:
    feed = Feed().add("ant", recent=(4, 20), before=(1, 20))
    assert len(feed.spikes()) == 1
    feed = Feed()
    feed.coverage = [Coverage(brand="ant", platform="trustpilot", since=None, until=AS_OF)]
    for age in range(63):
        bad = age % 3 == 0
        feed.put("ant", age=age, complaints=4 if bad else 0, reviews=20)
    assert feed.spikes() == ()


def test_a_market_wide_spike_is_told_from_a_rivals_own() -> None:
    own = (
        Feed().add("ant", recent=(4, 20), before=(1, 20)).add("bee", recent=(1, 20), before=(1, 20))
    )
    assert [(spike.finding.brand, spike.market_wide) for spike in own.spikes()] == [("ant", False)]
    both = (
        Feed().add("ant", recent=(4, 20), before=(1, 20)).add("bee", recent=(3, 20), before=(1, 20))
    )
    assert {spike.market_wide for spike in both.spikes()} == {True}
    alone = Feed().add("ant", recent=(4, 20), before=(1, 20))
    assert [spike.market_wide for spike in alone.spikes()] == [None]


def test_chance_raises_hardly_any_alarm() -> None:
    rng = random.Random(4)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
    alarms = 0
    for _ in range(60):
        feed = Feed()
        for brand in ("ant", "bee", "cat"):
            feed.coverage.append(
                Coverage(brand=brand, platform="trustpilot", since=None, until=AS_OF)
            )
            for age in range(63):
                complaints = sum(rng.random() < 0.2 for _ in range(10))
                feed.put(brand, age=age, complaints=complaints, reviews=10)
        alarms += len(feed.spikes())
    assert alarms <= 2


def test_the_order_of_rows_plays_no_part() -> None:
    feed = (
        Feed().add("ant", recent=(4, 20), before=(1, 20)).add("bee", recent=(6, 20), before=(1, 20))
    )
    expected = feed.spikes()
    random.Random(1).shuffle(feed.volumes)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
    random.Random(1).shuffle(feed.counts)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
    assert feed.spikes() == expected
    assert [spike.finding.brand for spike in expected] == ["bee", "ant"]


def test_nothing_in_gives_nothing_out() -> None:
    assert Feed().spikes() == ()


def test_what_is_told_has_risen_as_it_is_shown_however_volumes_jump() -> None:
    """At a constant share, a hundred reviews on the first of each month and next to none after."""
    told = []
    for seed in range(20):
        chance = random.Random(seed)  # ruff: ignore[suspicious-non-cryptographic-random-usage] - the same each time
        feed = Feed()
        feed.coverage.append(Coverage(brand="ant", platform="trustpilot", since=None, until=AS_OF))
        for age in range(370):
            month_begins = (AS_OF - timedelta(days=age + 17)).day == 1
            reviews = chance.choice((0, 1, 1)) + 100 * month_begins
            complaints = sum(chance.random() < 0.2 for _ in range(reviews))
            feed.put("ant", age=age, complaints=complaints, reviews=reviews)
        told += [spike.finding.change for spike in feed.spikes()]
    assert told
    assert all(change and change.points > 0 for change in told)
    assert {change.significant == (change.interval.low > 0) for change in told if change} == {True}
