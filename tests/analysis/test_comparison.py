from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from analysis.comparison import Comparison, Kind, compare
from analysis.days import covered_by
from analysis.ground import Ground, ground
from analysis.tallies import Tallies
from rivalscope.models import (
    Brand,
    Coverage,
    DailyCount,
    DailyVolume,
    DaysRead,
    Excuse,
    ExcuseId,
    Period,
    Source,
    Stratum,
    Thresholds,
)

UNTIL = date(2026, 11, 20)
WINDOW = Period(since=UNTIL - timedelta(days=89), until=UNTIL)
LONG = Period(since=UNTIL - timedelta(days=179), until=UNTIL)
TRUSTPILOT = Stratum(platform="trustpilot", language="en")
CZECH = Stratum(platform="trustpilot", language="cs")
APP_STORE = Stratum(platform="app_store", language="en")
LIMITS = Thresholds()


def ago(days: int) -> date:
    return UNTIL - timedelta(days=days)


class Market:
    """We are ``us``; brands are compared in the order they are added."""

    def __init__(self) -> None:
        self.brands: list[Brand] = []
        self.volumes: list[DailyVolume] = []
        self.counts: list[DailyCount] = []
        self.coverage: list[Coverage] = []

    def add(
        self,
        slug: str,
        stratum: Stratum = TRUSTPILOT,
        *,
        complaints: int = 10,
        per_day: int = 4,
        period: Period = LONG,
        since: date | None = None,
        until: date = UNTIL,
        quotes_only: bool = False,
    ) -> Market:
        """Reviews per day, complaints per 100 of them, and what is proven to have been read."""
        source = Source(
            brand=slug, id=f"{slug}-{len(self.coverage)}", platform=stratum.platform,
            kind="reviews", url=None, quotes_only=quotes_only,
        )  # fmt: skip
        known = {brand.slug: brand for brand in self.brands}
        sources = (*known[slug].sources, source) if slug in known else (source,)
        known[slug] = Brand(slug=slug, name=slug.upper(), is_us=slug == "us", sources=sources)
        self.brands = list(known.values())
        self.coverage.append(
            Coverage(brand=slug, platform=stratum.platform, since=since, until=until)
        )
        for index in range(period.days):
            day = period.since + timedelta(days=index)
            bad = (index + 1) * per_day * complaints // 100 - index * per_day * complaints // 100
            self.volumes.append(DailyVolume(brand=slug, stratum=stratum, day=day, reviews=per_day))
            self.counts.append(
                DailyCount(
                    brand=slug, stratum=stratum, day=day,
                    themes=("wait_time",), complaints=(bad,), praises=(0,),
                )
            )  # fmt: skip
        return self

    @property
    def ground(self) -> Ground:
        return ground(
            Tallies(self.volumes, self.counts), covered_by(self.coverage),
            brands=self.brands, window=WINDOW, thresholds=LIMITS,
        )  # fmt: skip

    def comparisons(self) -> tuple[Comparison, ...]:
        return compare(
            Tallies(self.volumes, self.counts), self.ground,
            covered=covered_by(self.coverage), thresholds=LIMITS,
        )  # fmt: skip

    def comparison(self, kind: Kind, brand: str | None = None) -> Comparison:
        (found,) = [one for one in self.comparisons() if (one.kind, one.brand) == (kind, brand)]
        return found


class TestGround:
    def test_is_what_we_share_with_each_rival(self) -> None:
        market = Market().add("us").add("us", APP_STORE).add("us", CZECH)
        market.add("ant").add("ant", Stratum(platform="google", language="en"))
        common = market.add("bee", APP_STORE).add("bee", CZECH).ground
        assert common.rivals == ("ant", "bee")
        assert common.scope == {
            "us": {TRUSTPILOT: WINDOW, APP_STORE: WINDOW, CZECH: WINDOW},
            "ant": {TRUSTPILOT: WINDOW},
            "bee": {APP_STORE: WINDOW, CZECH: WINDOW},
        }
        assert common.strata == (APP_STORE, CZECH, TRUSTPILOT)
        assert common.compared == WINDOW
        assert common.not_compared == ()

    def test_has_only_days_that_both_prove(self) -> None:
        market = Market().add("us", since=ago(60)).add("ant", since=ago(39), until=ago(2))
        common = market.ground
        assert common.compared == Period(since=ago(39), until=ago(2))

    def test_one_short_coverage_does_not_spoil_it_for_the_others(self) -> None:
        market = Market().add("us", per_day=2).add("ant", per_day=2).add("bee", per_day=2)
        common = market.add("cat", per_day=100, since=ago(9)).ground
        last = Period(since=ago(9), until=UNTIL)
        assert common.rivals == ("ant", "bee")
        assert common.compared == WINDOW
        assert common.not_compared == (
            Excuse(
                id="displaced",
                rival="cat",
                days=(DaysRead(platform="trustpilot", theirs=last, ours=last),),
            ),
        )

    def test_is_cut_to_few_days_where_they_hold_reviews_enough_for_all(self) -> None:
        market = Market().add("us", per_day=20).add("ant", per_day=20)
        common = market.add("bee", per_day=20, since=ago(9)).ground
        assert common.rivals == ("ant", "bee")
        assert common.compared == Period(since=ago(9), until=UNTIL)

    def test_ignores_a_rival_too_thin_to_be_compared(self) -> None:
        sparse = Period(since=ago(8), until=UNTIL)
        market = Market().add("us").add("ant")
        common = market.add("bee", period=sparse, per_day=3, since=ago(8)).ground
        assert common.rivals == ("ant",)
        assert common.compared == WINDOW
        assert common.thin.keys() <= {"bee"}


class TestReasons:
    def test_no_shared_platform(self) -> None:
        market = Market().add("us").add("ant", Stratum(platform="yelp", language="en"))
        assert market.ground.not_compared == (
            Excuse(id="no_shared_platform", rival="ant", theirs=("yelp",), ours=("trustpilot",)),
        )

    def test_no_shared_language(self) -> None:
        assert Market().add("us").add("ant", CZECH).ground.not_compared == (
            Excuse(
                id="no_shared_language",
                rival="ant",
                platforms=("trustpilot",),
                theirs=("cs",),
                ours=("en",),
            ),
        )

    def test_a_platform_that_picks_by_relevance(self) -> None:
        google = Stratum(platform="google", language="en")
        market = Market().add("us", google).add("ant", google, quotes_only=True)
        assert market.ground.not_compared == (
            Excuse(id="picked_by_relevance", rival="ant", platforms=("google",)),
        )

    def test_days_that_do_not_overlap(self) -> None:
        market = Market().add("us", until=ago(50)).add("ant", since=ago(49))
        assert market.ground.not_compared == (
            Excuse(
                id="no_shared_day",
                rival="ant",
                days=(
                    DaysRead(
                        platform="trustpilot",
                        theirs=Period(since=ago(49), until=UNTIL),
                        ours=Period(since=WINDOW.since, until=ago(50)),
                    ),
                ),
            ),
        )

    def test_nothing_proven(self) -> None:
        market = Market().add("us").add("ant")
        market.coverage = [row for row in market.coverage if row.brand == "us"]
        assert market.ground.not_compared == (
            Excuse(id="never_read", rival="ant", platforms=("trustpilot",)),
        )

    def test_too_few_reviews(self) -> None:
        market = Market().add("us").add("ant", period=Period(since=ago(28), until=UNTIL), per_day=1)
        common = market.ground
        assert common.not_compared == (Excuse(id="too_few", rival="ant", counts=(29, 360, 30)),)
        assert common.thin["ant"] == {TRUSTPILOT: WINDOW}
        assert common.rivals == ()

    def test_no_reviews_on_those_days(self) -> None:
        old = Period(since=ago(179), until=ago(120))
        assert Market().add("us").add("ant", period=old).ground.not_compared == (
            Excuse(id="no_review", rival="ant", platforms=("trustpilot",)),
        )

    def test_no_source_at_all(self) -> None:
        market = Market().add("us")
        market.brands.append(Brand(slug="ant", name="ANT", is_us=False))
        assert market.ground.not_compared == (Excuse(id="no_source", rival="ant"),)

    @pytest.mark.parametrize(
        ("slugs", "reason"),
        [
            ([], "no_us"),
            (["ant", "bee"], "no_us"),
            (["us"], "no_rival"),
        ],
    )
    def test_nobody_to_compare(self, slugs: list[str], reason: ExcuseId) -> None:
        market = Market()
        for slug in slugs:
            market.add(slug)
        assert market.ground.not_compared == (Excuse(id=reason),)
        assert market.ground.compared is None
        assert market.comparisons() == ()

    def test_two_brands_that_are_us(self) -> None:
        market = Market().add("us").add("ant")
        market.brands.append(Brand(slug="we", name="WE", is_us=True))
        assert market.ground.not_compared == (Excuse(id="several_us"),)


class TestComparisons:
    def test_find_a_planted_difference(self) -> None:
        pooled = Market().add("us", complaints=25).add("ant", complaints=10).comparison("pooled")
        assert pooled.difference.points == pytest.approx(15.0)
        assert pooled.difference.significant
        assert pooled.difference.p < 1e-6

    def test_do_not_make_much_of_little(self) -> None:
        pooled = Market().add("us", complaints=12).add("ant", complaints=10).comparison("pooled")
        assert pooled.tested
        assert not pooled.difference.significant

    def test_weigh_each_rival_equally_however_many_reviews_it_has(self) -> None:
        market = Market().add("us", complaints=30).add("ant", complaints=10)
        pooled = market.add("bee", complaints=20, per_day=100).comparison("pooled")
        assert pooled.difference.points == pytest.approx(30 - (10 + 20) / 2)

    def test_stay_inside_shared_strata(self) -> None:
        # Everybody complains more in the app store, where only we are read much.
        market = Market().add("us", complaints=10).add("us", APP_STORE, complaints=60, per_day=20)
        market.add("ant", complaints=10, per_day=20).add("ant", APP_STORE, complaints=60)
        pooled = market.comparison("pooled")
        assert pooled.difference.points == pytest.approx(0.0, abs=1e-9)
        assert not pooled.difference.significant

    def test_are_not_tested_below_the_floor_of_mentions(self) -> None:
        pooled = Market().add("us", complaints=2).add("ant", complaints=0).comparison("pooled")
        assert not pooled.tested
        assert not pooled.difference.significant

    def test_widen_the_intervals_of_what_stands_out_of_many(self) -> None:
        few = Market().add("us", complaints=25).add("ant", complaints=10)
        alone = few.comparison("rival", "ant").difference.interval
        for slug in ("bee", "cat", "dog", "eel"):
            few.add(slug, complaints=25)
        crowded = few.comparison("rival", "ant").difference.interval
        assert crowded.low < alone.low < alone.high < crowded.high

    def test_tell_a_rival_that_moves_apart_from_us(self) -> None:
        before = Period(since=ago(179), until=ago(90))
        market = Market().add("us", complaints=20)
        market.add("ant", period=before, complaints=30).add("ant", period=WINDOW, complaints=10)
        apart = market.comparison("divergence", "ant").difference
        assert apart.points == pytest.approx(-20.0)
        assert apart.significant
        assert market.comparison("change", "ant").difference.points == pytest.approx(-20.0)
        assert not market.comparison("change", "us").difference.significant

    def test_do_not_depend_on_the_order_of_rows_or_brands(self) -> None:
        market = Market().add("us", complaints=25).add("us", APP_STORE)
        market.add("ant", complaints=9).add("bee", APP_STORE, complaints=31).add("cat")
        expected = market.comparisons()
        rng = random.Random(5)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        for rows in (market.volumes, market.counts, market.coverage, market.brands):
            rng.shuffle(rows)
        assert market.comparisons() == expected
