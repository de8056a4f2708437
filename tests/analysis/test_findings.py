from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from analysis.days import covered_by, days_before, hull
from analysis.findings import everywhere, gather
from analysis.tallies import Tallies
from rivalscope.models import (
    Coverage,
    DailyCount,
    DailyVolume,
    Finding,
    Period,
    Polarity,
    Stratum,
    Thresholds,
)

UNTIL = date(2026, 11, 20)
WINDOW = Period(since=UNTIL - timedelta(days=89), until=UNTIL)
TRUSTPILOT = Stratum(platform="trustpilot", language="en")
APP_STORE = Stratum(platform="app_store", language="en")


class Shop:
    """Collects the rows of some brands; mentions are spread evenly over the days of a period."""

    def __init__(self) -> None:
        self.volumes: list[DailyVolume] = []
        self.counts: list[DailyCount] = []
        self.coverage: list[Coverage] = []

    def cover(self, brand: str, platform: str = "trustpilot", since: date | None = None) -> None:
        row = Coverage(brand=brand, platform=platform, since=since, until=UNTIL)
        self.coverage.append(row)

    def add(
        self,
        brand: str,
        period: Period,
        *,
        per_day: int = 4,
        complaints: int = 0,
        praises: int = 0,
        theme: str = "wait_time",
        stratum: Stratum = TRUSTPILOT,
    ) -> None:
        """Rates are per 100 reviews."""
        for index in range(period.days):
            day = period.since + timedelta(days=index)
            self.volumes.append(DailyVolume(brand=brand, stratum=stratum, day=day, reviews=per_day))
            first, second = index * per_day, (index + 1) * per_day
            row = DailyCount(
                brand=brand,
                stratum=stratum,
                day=day,
                themes=(theme,),
                complaints=(second * complaints // 100 - first * complaints // 100,),
                praises=(second * praises // 100 - first * praises // 100,),
            )
            if row.complaints or row.praises:
                self.counts.append(row)

    def findings(self, thresholds: Thresholds | None = None) -> dict[str, Finding]:
        tallies, covered = Tallies(self.volumes, self.counts), covered_by(self.coverage)
        scope = everywhere(tallies, covered, period=WINDOW)
        found = gather(tallies, scope, covered=covered, thresholds=thresholds or Thresholds())
        return {finding.id: finding for finding in found}


@pytest.fixture
def shop() -> Shop:
    shop = Shop()
    shop.cover("acme")
    return shop


def test_a_finding_counts_distinct_reviews_of_the_window(shop: Shop) -> None:
    shop.add("acme", WINDOW, complaints=25)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert (finding.rate.n, finding.rate.of, finding.rate.per_100) == (90, 360, 25.0)
    assert finding.rate.interval.low == pytest.approx(20.81, abs=0.01)
    assert finding.rate.interval.high == pytest.approx(29.72, abs=0.01)
    assert finding.rate.design_effect == pytest.approx(1.0)
    assert finding.period == WINDOW
    assert finding.strata == (TRUSTPILOT,)
    assert finding.enough


@pytest.mark.parametrize(("complaints", "per_day", "enough"), [(2, 4, False), (3, 4, True)])
def test_both_floors_decide_whether_it_is_enough(
    shop: Shop, complaints: int, per_day: int, *, enough: bool
) -> None:
    shop.add("acme", WINDOW, complaints=complaints, per_day=per_day)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert finding.enough is enough


def test_few_reviews_are_not_enough_though_all_complain(shop: Shop) -> None:
    shop.add("acme", Period(since=UNTIL - timedelta(days=28), until=UNTIL), per_day=1)
    assert shop.findings() == {}
    shop.add("acme", Period(since=UNTIL, until=UNTIL), per_day=29, complaints=100)
    strict = Thresholds(min_reviews=100)
    assert not shop.findings(strict)["finding:acme:wait_time:complaint"].enough


def test_the_change_is_this_window_minus_the_one_before(shop: Shop) -> None:
    shop.add("acme", days_before(WINDOW), complaints=10)
    shop.add("acme", WINDOW, complaints=25)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert finding.previous
    assert (finding.previous.n, finding.previous.of) == (36, 360)
    assert finding.change
    assert finding.change.points == pytest.approx(15.0)
    assert finding.change.significant
    assert 0 < finding.change.interval.low < 15 < finding.change.interval.high


def test_an_even_rate_is_no_change(shop: Shop) -> None:
    shop.add("acme", hull([days_before(WINDOW), WINDOW]), complaints=20)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert finding.change
    assert not finding.change.significant


@pytest.mark.parametrize(("covered", "told"), [(27, False), (28, True)])
def test_no_change_is_told_without_28_covered_days_before(covered: int, *, told: bool) -> None:
    shop = Shop()
    shop.cover("acme", since=WINDOW.since - timedelta(days=covered))
    shop.add("acme", hull([days_before(WINDOW), WINDOW]), complaints=20)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert (finding.change is not None) is told
    assert (finding.previous is not None) is told
    if finding.previous:
        assert finding.previous.of == covered * 4


def test_only_covered_days_count() -> None:
    shop = Shop()
    shop.cover("acme", since=UNTIL - timedelta(days=9))
    shop.add("acme", WINDOW, complaints=25)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert (finding.rate.n, finding.rate.of) == (10, 40)
    assert finding.period.days == 10


def test_several_sources_of_one_platform_prove_only_what_all_of_them_prove() -> None:
    shop = Shop()
    shop.cover("acme")
    shop.cover("acme", since=UNTIL - timedelta(days=9))
    shop.add("acme", WINDOW, complaints=25)
    assert shop.findings()["finding:acme:wait_time:complaint"].rate.of == 40
    shop.cover("acme", since=UNTIL - timedelta(days=4))
    assert shop.findings()["finding:acme:wait_time:complaint"].rate.of == 20


def test_an_uncovered_platform_counts_nothing(shop: Shop) -> None:
    shop.add("acme", WINDOW, complaints=25)
    shop.add("acme", WINDOW, complaints=100, stratum=APP_STORE)
    assert shop.findings()["finding:acme:wait_time:complaint"].rate.of == 360


def test_strata_add_up(shop: Shop) -> None:
    shop.cover("acme", "app_store")
    shop.add("acme", WINDOW, complaints=25)
    shop.add("acme", WINDOW, complaints=50, per_day=2, stratum=APP_STORE)
    finding = shop.findings()["finding:acme:wait_time:complaint"]
    assert (finding.rate.n, finding.rate.of) == (180, 540)
    assert finding.strata == (APP_STORE, TRUSTPILOT)


def test_one_bad_week_widens_the_interval(shop: Shop) -> None:
    week = Period(since=UNTIL - timedelta(days=6), until=UNTIL)
    shop.add("acme", Period(since=WINDOW.since, until=week.since - timedelta(days=1)))
    shop.add("acme", week, complaints=100)
    rate = shop.findings()["finding:acme:wait_time:complaint"].rate
    assert rate.design_effect > 10
    assert rate.interval.high - rate.interval.low > 15


def test_bursts_of_one_theme_make_the_whole_stratum_less_sure(shop: Shop) -> None:
    shop.add("acme", WINDOW, complaints=25)
    calm = shop.findings()["finding:acme:wait_time:complaint"].rate
    for age in range(28):
        row = DailyCount(
            brand="acme", stratum=TRUSTPILOT, day=UNTIL - timedelta(days=age),
            themes=("app",), complaints=(3,), praises=(0,),
        )  # fmt: skip
        shop.counts.append(row)
    unsure = shop.findings()["finding:acme:wait_time:complaint"].rate
    assert (unsure.n, unsure.of) == (calm.n, calm.of)
    assert unsure.design_effect > calm.design_effect
    assert unsure.interval.low < calm.interval.low


def test_silence_is_a_finding_where_another_brand_is_complained_of(shop: Shop) -> None:
    shop.cover("bolt")
    shop.add("acme", WINDOW, complaints=25)
    shop.add("bolt", WINDOW)
    finding = shop.findings()["finding:bolt:wait_time:complaint"]
    assert (finding.rate.n, finding.rate.of, finding.enough) == (0, 360, False)
    assert "finding:bolt:wait_time:praise" not in shop.findings()


def test_the_most_frequent_comes_first(shop: Shop) -> None:
    rates: list[tuple[str, Polarity, int]] = [
        ("price_value", "negative", 30),
        ("app", "positive", 20),
        ("crew", "negative", 10),
    ]
    for theme, polarity, rate in rates:
        shop.add(
            "acme", WINDOW, theme=theme, per_day=4,
            complaints=rate if polarity == "negative" else 0,
            praises=rate if polarity == "positive" else 0,
        )  # fmt: skip
    assert [finding.theme for finding in shop.findings().values()] == [
        "price_value",
        "app",
        "crew",
    ]


def test_the_order_of_rows_plays_no_part(shop: Shop) -> None:
    shop.cover("bolt")
    for brand, rate in (("acme", 20), ("bolt", 7)):
        shop.add(brand, hull([days_before(WINDOW), WINDOW]), complaints=rate, praises=9)
    expected = list(shop.findings().values())
    rng = random.Random(1)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
    for rows in (shop.volumes, shop.counts, shop.coverage):
        rng.shuffle(rows)
    assert list(shop.findings().values()) == expected


def test_nothing_in_gives_nothing_out() -> None:
    assert Shop().findings() == {}
