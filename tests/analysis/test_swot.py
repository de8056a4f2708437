from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from analysis.comparison import compare
from analysis.days import covered_by
from analysis.evidence import brands_to_quote, illustrate
from analysis.findings import gather
from analysis.gaps import SiteFacts
from analysis.ground import ground
from analysis.swot import cells, withheld
from analysis.tallies import Tallies
from rivalscope.models import (
    Brand,
    Coverage,
    DailyCount,
    DailyVolume,
    Difference,
    Evidence,
    FaqChange,
    Finding,
    Interval,
    Judging,
    Period,
    PolicyChange,
    Rate,
    Spike,
    Stratum,
    SwotCell,
    Thresholds,
    Withheld,
)

UNTIL = date(2026, 11, 20)
WINDOW = Period(since=UNTIL - timedelta(days=89), until=UNTIL)
TRUSTPILOT = Stratum(platform="trustpilot", language="en")
PER_DAY = 4
"""360 reviews in the window, and 360 before."""

Rates = tuple[int, int]


class Market:
    """Brands that share one stratum; rates per 100 reviews are spread evenly over the days."""

    def __init__(self, *rivals: str) -> None:
        self.brands = [
            Brand(slug=slug, name=slug.upper(), is_us=slug == "us") for slug in ("us", *rivals)
        ]
        self.sites: dict[str, SiteFacts] = {}
        self.spikes: tuple[Spike, ...] = ()
        self.news: tuple[FaqChange | PolicyChange, ...] = ()
        self.limits = Thresholds()
        self.counts: list[DailyCount] = []
        self.volumes = [
            DailyVolume(
                brand=brand.slug,
                stratum=TRUSTPILOT,
                day=UNTIL - timedelta(days=age),
                reviews=PER_DAY,
            )
            for brand in self.brands
            for age in range(180)
        ]

    def complain(self, theme: str = "wait_time", /, **rates: int | Rates) -> Market:
        """One rate for all days, or (before, now)."""
        return self._speak(theme, rates, polarity="negative")

    def praise(self, theme: str = "wait_time", /, **rates: int | Rates) -> Market:
        return self._speak(theme, rates, polarity="positive")

    def _speak(self, theme: str, rates: dict[str, int | Rates], *, polarity: str) -> Market:
        for brand, rate in rates.items():
            then, now = rate if isinstance(rate, tuple) else (rate, rate)
            for age in range(180):
                rank, percent = age % 90, now if age < 90 else then
                n = (rank + 1) * PER_DAY * percent // 100 - rank * PER_DAY * percent // 100
                self.counts.append(
                    DailyCount(
                        brand=brand,
                        stratum=TRUSTPILOT,
                        day=UNTIL - timedelta(days=age),
                        themes=(theme,),
                        complaints=(n if polarity == "negative" else 0,),
                        praises=(n if polarity == "positive" else 0,),
                    )
                )
        return self

    def read(self, facts: SiteFacts) -> Market:
        self.sites[facts.brand] = facts
        return self

    def swot(self) -> tuple[tuple[SwotCell, ...], tuple[Withheld, ...]]:
        tallies = Tallies(self.volumes, self.counts)
        covered = covered_by(
            Coverage(brand=brand.slug, platform="trustpilot", since=None, until=UNTIL)
            for brand in self.brands
        )
        common = ground(tallies, covered, brands=self.brands, window=WINDOW, thresholds=self.limits)
        found = gather(tallies, common.scope, covered=covered, thresholds=self.limits)
        thin = gather(tallies, common.thin, covered=covered, thresholds=self.limits)
        made = cells(
            found,
            compare(tallies, common, covered=covered, thresholds=self.limits),
            common=common,
            sites=self.sites,
            spikes=self.spikes,
            news=self.news,
            thresholds=self.limits,
        )
        return made, withheld(found, made, thin=thin)

    @property
    def ids(self) -> list[str]:
        return [cell.id for cell in self.swot()[0]]

    def cell(self, cell_id: str) -> SwotCell:
        (found,) = [cell for cell in self.swot()[0] if cell.id == cell_id]
        return found


class TestStrength:
    def test_is_fewer_complaints_than_the_rivals(self) -> None:
        cell = (
            Market("ant", "bee")
            .complain(us=5, ant=25, bee=15)
            .cell("strength:better_than_rivals:wait_time")
        )
        assert cell.polarity == "negative"
        assert [finding.brand for finding in cell.findings] == ["us", "ant", "bee"]
        assert cell.difference
        assert cell.difference.points == pytest.approx(-15.0)
        assert cell.difference.interval.high < 0
        assert cell.importance == pytest.approx(15.0)

    def test_is_more_praise_than_the_rivals(self) -> None:
        cell = Market("ant").praise(us=25, ant=10).cell("strength:better_than_rivals:wait_time")
        assert cell.polarity == "positive"

    def test_stands_on_silence_too(self) -> None:
        market = Market("ant").complain(us=0, ant=20)
        assert market.ids == ["strength:better_than_rivals:wait_time"]
        assert market.swot()[1] == ()

    def test_is_none_where_the_difference_may_be_chance(self) -> None:
        assert Market("ant", "bee").complain(us=9, ant=12, bee=11).ids == []

    def test_is_none_where_one_rival_is_better_still(self) -> None:
        market = Market("ant", "bee").complain(us=9, ant=40, bee=2)
        assert "strength:better_than_rivals:wait_time" not in market.ids

    def test_is_none_where_one_rival_is_better_in_praise(self) -> None:
        market = Market("ant", "bee").complain(us=5, ant=25, bee=15).praise(us=5, ant=30)
        assert "strength:better_than_rivals:wait_time" not in market.ids

    def test_is_told_once_by_the_polarity_that_weighs_more(self) -> None:
        market = Market("ant").complain(us=10, ant=22).praise(us=40, ant=10)
        cell = market.cell("strength:better_than_rivals:wait_time")
        assert cell.polarity == "positive"


class TestWeakness:
    def test_is_more_complaints_than_the_rivals(self) -> None:
        market = Market("ant", "bee").complain(us=25, ant=10, bee=12)
        cell = market.cell("weakness:worse_than_rivals:wait_time")
        assert cell.difference
        assert cell.difference.points == pytest.approx(14.0, abs=0.1)

    def test_is_none_where_the_difference_may_be_chance(self) -> None:
        assert Market("ant", "bee").complain(us=13, ant=10, bee=11).ids == []

    def test_is_not_a_lack_of_praise(self) -> None:
        assert Market("ant", "bee").praise(us=5, ant=30, bee=30).ids == []


class TestMarketGap:
    def test_is_high_complaints_at_two_rivals_and_not_at_us(self) -> None:
        cell = (
            Market("ant", "bee")
            .complain(us=14, ant=20, bee=20)
            .cell("opportunity:market_gap:wait_time")
        )
        assert cell.facts == {"rivals": "ant,bee"}
        assert cell.difference
        assert cell.difference.interval.high < 2

    def test_is_none_where_we_may_be_worse(self) -> None:
        assert Market("ant", "bee").complain(us=19, ant=20, bee=20).ids == []

    def test_needs_two_rivals(self) -> None:
        market = Market("ant", "bee").complain(us=5, ant=30, bee=13)
        assert "opportunity:market_gap:wait_time" not in market.ids

    def test_needs_complaints_that_are_surely_high(self) -> None:
        # 13 of 100 among 360 reviews: surely more than 9.9
        market = Market("ant", "bee").complain(us=0, ant=13, bee=13)
        assert "opportunity:market_gap:wait_time" not in market.ids
        market = Market("ant", "bee").complain(us=0, ant=14, bee=14)
        assert "opportunity:market_gap:wait_time" in market.ids


class TestFaqGap:
    def test_is_a_high_complaint_that_the_rivals_faq_leaves_open(self) -> None:
        market = Market("ant").complain(us=20, ant=20).read(SiteFacts(brand="ant", faq_read=True))
        cell = market.cell("opportunity:faq_gap:wait_time:ant")
        assert cell.subject == "ant"
        assert [finding.brand for finding in cell.findings] == ["us", "ant"]

    @pytest.mark.parametrize(
        "facts",
        [
            SiteFacts(brand="ant"),
            SiteFacts(brand="ant", faq_read=True, faq_themes=frozenset({"wait_time"})),
            SiteFacts(brand="us", faq_read=True),
        ],
        ids=["unread", "answered", "ours"],
    )
    def test_is_none_otherwise(self, facts: SiteFacts) -> None:
        assert Market("ant").complain(us=20, ant=20).read(facts).ids == []

    def test_is_none_where_complaints_are_not_high(self) -> None:
        market = Market("ant").complain(us=13, ant=13).read(SiteFacts(brand="ant", faq_read=True))
        assert market.ids == []

    def test_is_none_for_what_no_faq_can_settle(self) -> None:
        market = Market("ant").complain("support_attitude", us=20, ant=20)
        assert market.read(SiteFacts(brand="ant", faq_read=True)).ids == []


class TestChannelGap:
    def test_is_a_rival_without_chat_whose_customers_wait(self) -> None:
        market = Market("ant").complain(us=20, ant=20).read(SiteFacts(brand="ant", site_read=True))
        cell = market.cell("opportunity:channel_gap:wait_time:ant")
        assert cell.facts == {"channel": "chat"}

    def test_is_told_once_by_the_more_frequent_complaint(self) -> None:
        market = Market("ant").complain(us=20, ant=20).complain("contact_channels", us=30, ant=30)
        market.read(SiteFacts(brand="ant", site_read=True))
        assert market.ids == ["opportunity:channel_gap:contact_channels:ant"]

    @pytest.mark.parametrize(
        "facts",
        [
            SiteFacts(brand="ant"),
            SiteFacts(brand="ant", site_read=True, chat=("intercom",)),
            SiteFacts(brand="us", site_read=True),
        ],
        ids=["unread", "has chat", "ours"],
    )
    def test_is_none_otherwise(self, facts: SiteFacts) -> None:
        assert Market("ant").complain(us=20, ant=20).read(facts).ids == []

    def test_is_none_for_complaints_that_no_channel_eases(self) -> None:
        market = Market("ant").complain("price_value", us=20, ant=20)
        assert market.read(SiteFacts(brand="ant", site_read=True)).ids == []


class TestRivalRising:
    def test_is_a_rivals_growing_complaint(self) -> None:
        cell = (
            Market("ant")
            .complain(us=10, ant=(4, 14))
            .cell("opportunity:rival_rising:wait_time:ant")
        )
        assert cell.difference
        assert cell.difference.points == pytest.approx(10.0, abs=0.3)
        assert cell.difference.significant

    @pytest.mark.parametrize("rates", [(10, 14), (14, 4)])
    def test_is_none_for_a_slight_or_a_falling_one(self, rates: Rates) -> None:
        market = Market("ant").complain(us=10, ant=rates)
        assert "opportunity:rival_rising:wait_time:ant" not in market.ids


class TestRivalSpiking:
    def test_is_a_rivals_complaint_that_jumped_within_days(self) -> None:
        market = Market("ant").complain(us=10, ant=10)
        market.spikes = (spike_of("ant"),)
        cell = market.cell("opportunity:rival_spiking:wait_time:ant")
        assert [finding.period.days for finding in cell.findings] == [7]
        assert cell.difference == market.spikes[0].finding.change

    def test_is_none_for_ours_or_for_a_brand_that_is_not_compared(self) -> None:
        market = Market("ant").complain(us=10, ant=10)
        market.spikes = (spike_of("us"), spike_of("stranger"))
        assert [key for key in market.ids if "rival_spiking" in key] == []

    def test_is_none_where_the_shown_days_differ_no_more_than_by_chance(self) -> None:
        market = Market("ant").complain(us=10, ant=10)
        spike = spike_of("ant")
        assert spike.finding.change
        change = replace(spike.finding.change, significant=False)
        market.spikes = (replace(spike, finding=replace(spike.finding, change=change)),)
        assert [key for key in market.ids if "rival_spiking" in key] == []


def spike_of(brand: str) -> Spike:
    rate = Rate(n=27, of=50, per_100=54.0, interval=Interval(low=40.0, high=67.0))
    change = Difference(
        points=44.0, interval=Interval(low=28.0, high=58.0), p=3e-6, significant=True
    )
    finding = Finding(
        brand=brand,
        theme="wait_time",
        polarity="negative",
        period=Period(since=UNTIL - timedelta(days=6), until=UNTIL),
        rate=rate,
        previous=rate,
        change=change,
        strata=(TRUSTPILOT,),
        enough=True,
    )
    return Spike(
        finding=finding,
        before=finding.period,
        expected=4.0,
        p=3e-6,
        market_wide=False,
        also=(),
        judging=Judging(
            on=finding.period.until, threshold=2e-4, false_discovery=5e-3, series=24, floor=8
        ),
    )


class TestRivalBetter:
    def test_is_a_rival_clearly_better_where_we_are_weak(self) -> None:
        cell = (
            Market("ant", "bee")
            .complain(us=25, ant=8, bee=24)
            .cell("threat:rival_better:wait_time")
        )
        assert cell.rivals == ("ant",)
        assert [finding.brand for finding in cell.findings] == ["us", "ant"]

    def test_counts_high_complaints_as_weak_though_another_rival_is_worse(self) -> None:
        market = Market("ant", "bee").complain(us=25, ant=8, bee=45)
        assert "weakness:worse_than_rivals:wait_time" not in market.ids
        assert market.cell("threat:rival_better:wait_time").rivals == ("ant",)

    def test_is_one_entry_of_all_such_rivals_the_farthest_ahead_first(self) -> None:
        cell = (
            Market("ant", "bee", "cat")
            .complain(us=30, ant=10, bee=5, cat=29)
            .cell("threat:rival_better:wait_time")
        )
        assert cell.subject is None
        assert cell.rivals == ("bee", "ant")
        assert [finding.brand for finding in cell.findings] == ["us", "bee", "ant"]
        assert cell.difference == cell.differences["bee"]
        assert cell.differences["bee"].points == pytest.approx(25.0, abs=0.3)
        assert cell.differences["ant"].points == pytest.approx(20.0, abs=0.3)

    def test_is_none_where_we_are_not_weak(self) -> None:
        market = Market("ant", "bee").complain(us=7, ant=0, bee=14)
        assert not any(cell_id.startswith("threat") for cell_id in market.ids)


class TestRivalImproving:
    def test_is_a_rival_that_improves_while_we_do_not(self) -> None:
        cell = Market("ant").complain(us=20, ant=(38, 20)).cell("threat:rival_improving:wait_time")
        assert cell.rivals == ("ant",)
        assert cell.difference
        assert cell.difference.points == pytest.approx(-18.0, abs=0.3)

    def test_is_a_rivals_growing_praise_too(self) -> None:
        cell = Market("ant").praise(us=20, ant=(8, 25)).cell("threat:rival_improving:wait_time")
        assert cell.polarity == "positive"

    def test_is_none_where_we_improve_alike(self) -> None:
        market = Market("ant").complain(us=(36, 20), ant=(38, 20))
        assert market.ids == []

    def test_is_none_where_we_improve_too_though_less(self) -> None:
        market = Market("ant").complain(us=(36, 20), ant=(66, 20))
        assert not any("rival_improving" in cell_id for cell_id in market.ids)

    def test_is_none_where_only_we_get_worse(self) -> None:
        market = Market("ant").complain(us=(20, 38), ant=20)
        assert not any("rival_improving" in cell_id for cell_id in market.ids)


def answer(
    brand: str, *, after: str | None = "Within an hour.", theme: str = "wait_time"
) -> FaqChange:
    return FaqChange(
        brand=brand,
        question="How fast do you answer?",
        before="Soon.",
        after=after,
        on=UNTIL,
        url=f"https://{brand}.example/faq",
        themes=(theme,),
    )


def promise(brand: str, before: str | None, after: str) -> PolicyChange:
    return PolicyChange(
        brand=brand,
        kind="response_hours",
        theme="wait_time",
        before=before,
        after=after,
        sentence=f"We answer within {after} hours.",
        url=f"https://{brand}.example/",
        on=UNTIL,
    )


class TestNews:
    def test_a_rivals_new_answer_is_a_threat_where_our_customers_complain(self) -> None:
        market = Market("ant", "bee").complain(us=15, ant=15, bee=15)
        market.news = (answer("bee"), answer("ant"))
        cell = market.cell("threat:rival_faq_answer:wait_time")
        assert (cell.rivals, cell.news) == (("bee", "ant"), market.news)
        assert [finding.brand for finding in cell.findings] == ["us", "ant", "bee"]
        assert cell.findings[0].rate.n == 54
        assert cell.difference is None
        assert brands_to_quote(cell) == ("us",)

    def test_an_answer_in_another_theme_or_one_that_is_gone_is_none(self) -> None:
        market = Market("ant").complain(us=15, ant=15)
        market.news = (answer("ant", theme="app"), answer("ant", after=None))
        assert market.ids == []

    def test_it_is_none_where_too_few_of_our_customers_complain(self) -> None:
        market = Market("ant").complain(us=2, ant=3)
        market.news = (answer("ant"), promise("ant", "48", "24"))
        assert market.ids == []

    def test_it_is_none_of_a_brand_that_is_not_compared(self) -> None:
        market = Market("ant").complain(us=15, ant=15)
        market.news = (answer("us"), answer("stranger"))
        assert market.ids == []

    @pytest.mark.parametrize("before", ["48", None])
    def test_a_rivals_better_promise_is_a_threat(self, before: str | None) -> None:
        market = Market("ant").complain(us=15, ant=15)
        market.news = (promise("ant", before, "24"),)
        assert market.cell("threat:rival_policy:wait_time").news == market.news

    @pytest.mark.parametrize("before", ["12", "24"])
    def test_a_promise_that_is_no_better_is_none(self, before: str) -> None:
        market = Market("ant").complain(us=15, ant=15)
        market.news = (promise("ant", before, "24"),)
        assert market.ids == []


class TestWithheld:
    @pytest.mark.parametrize(
        "rates",
        [{"us": 5, "ant": 1}, {"us": 1, "ant": 5}, {"us": 5, "ant": (0, 5)}],
        ids=["weakness", "strength", "rising"],
    )
    def test_holds_what_is_significant_but_rests_on_few_mentions(
        self, rates: dict[str, int | Rates]
    ) -> None:
        market = Market("ant").complain("crew", **rates)
        assert market.ids
        market.limits = Thresholds(min_mentions=20)
        made, kept = market.swot()
        assert made == ()
        assert {row.n for row in kept} <= {3, 18}
        assert len(kept) == 2

    def test_says_what_was_too_little(self) -> None:
        market = Market("ant").complain("crew", us=2, ant=1)
        assert market.swot() == (
            (),
            (
                Withheld(brand="ant", theme="crew", polarity="negative", n=3, of=360),
                Withheld(brand="us", theme="crew", polarity="negative", n=7, of=360),
            ),
        )

    def test_holds_a_rival_with_too_few_reviews(self) -> None:
        market = Market("ant", "bee").complain(us=25, ant=25, bee=25)
        late = UNTIL - timedelta(days=6)
        market.volumes = [v for v in market.volumes if v.brand != "bee" or v.day >= late]
        market.counts = [c for c in market.counts if c.brand != "bee" or c.day >= late]
        made, kept = market.swot()
        assert all(finding.brand != "bee" for cell in made for finding in cell.findings)
        assert kept == (Withheld(brand="bee", theme="wait_time", polarity="negative", n=7, of=28),)


class TestAll:
    def test_cells_come_by_quadrant_and_importance(self) -> None:
        market = Market("ant", "bee").complain("app", us=30, ant=10, bee=10)
        market.complain("website", us=40, ant=5, bee=5).complain(us=2, ant=30, bee=30)
        made = market.swot()[0]
        order = ["strength", "weakness", "opportunity", "threat"]
        ranks = [(order.index(cell.quadrant), -cell.importance) for cell in made]
        assert ranks == sorted(ranks)
        assert [cell.theme for cell in made if cell.quadrant == "weakness"] == ["website", "app"]
        assert len({cell.id for cell in made}) == len(made)

    def test_the_order_of_rows_plays_no_part(self) -> None:
        market = Market("ant", "bee").complain(us=25, ant=8, bee=(10, 24)).praise(us=9, ant=20)
        market.read(SiteFacts(brand="ant", faq_read=True, site_read=True))
        expected = market.swot()
        assert expected[0]
        random.Random(9).shuffle(market.counts)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        random.Random(9).shuffle(market.volumes)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        assert market.swot() == expected

    @pytest.mark.parametrize("rivals", [(), ("ant",)])
    def test_no_reviews_make_no_cells(self, rivals: tuple[str, ...]) -> None:
        market = Market(*rivals)
        market.volumes = []
        assert market.swot() == ((), ())

    def test_only_we_or_only_rivals_make_no_cells(self) -> None:
        assert Market().complain(us=40).swot() == ((), ())
        market = Market("ant", "bee").complain(ant=40, bee=5)
        market.brands = market.brands[1:]
        assert market.swot() == ((), ())

    def test_equal_brands_are_told_apart_in_hardly_any_of_200_markets(self) -> None:
        rng = random.Random(20261121)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        told = sum(bool(_chance_market(rng).swot()[0]) for _ in range(200))
        assert told <= 10

    def test_equal_brands_with_good_and_bad_weeks_are_not_told_apart_either(self) -> None:
        rng = random.Random(3)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        told = sum(bool(_chance_market(rng, steadiness=20).swot()[0]) for _ in range(60))
        assert told <= 6

    def test_quotes_show_the_side_with_more_of_it(self) -> None:
        market = Market("ant", "bee").complain(us=5, ant=30, bee=30).complain("app", us=30, ant=5)
        quotes = [
            Evidence(
                review_id=f"{brand}-{theme}", brand=brand, platform="trustpilot", language="en",
                theme=theme, polarity="negative", published_on=UNTIL, url=None,
                rule="complaint_cue",
                quote=f"the {theme} of {brand} is beyond all patience",
            )
            for brand in ("us", "ant", "bee")
            for theme in ("wait_time", "app")
        ]  # fmt: skip
        shown = {
            cell.id: [quote.review_id for quote in illustrate(cell, quotes).quotes]
            for cell in market.swot()[0]
        }
        assert shown["strength:better_than_rivals:wait_time"] == ["ant-wait_time"]
        assert shown["weakness:worse_than_rivals:app"] == ["us-app"]


def _chance_market(rng: random.Random, steadiness: float = 1e6) -> Market:
    """Two brands of equal customers: 4 themes, 20 reviews a week for 26 weeks.

    The share of a week varies by a beta law of that many pseudo-reviews: 20 doubles the variance.
    """

    def draw(share: float) -> int:
        weekly = rng.betavariate(share * steadiness, (1 - share) * steadiness)
        return sum(rng.random() < weekly for _ in range(20))

    market = Market("ant")
    market.volumes, days = [], [UNTIL - timedelta(days=7 * week) for week in range(26)]
    for brand, day in product(("us", "ant"), days):
        market.volumes.append(DailyVolume(brand=brand, stratum=TRUSTPILOT, day=day, reviews=20))
        market.counts += [
            DailyCount(
                brand=brand, stratum=TRUSTPILOT, day=day,
                themes=(theme,), complaints=(draw(0.12),), praises=(draw(0.2),),
            )
            for theme in ("wait_time", "app", "website", "crew")
        ]  # fmt: skip
    return market
