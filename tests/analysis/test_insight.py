"""Policies, journey, position, best in set, delight, and what limits an entry."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from analysis.caveats import with_caveats
from analysis.journey import best_in_set, delights, heat, positions, proportion
from analysis.policies import channels, is_better, policy_changes
from rivalscope.models import (
    BrandReport,
    Caveat,
    Evidence,
    Finding,
    Period,
    Polarity,
    PolicyChange,
    Rate,
    Rule,
    SeenSignal,
    SourceReport,
    SourceState,
    Stratum,
    SwotCell,
    Thresholds,
)

BEGIN = datetime(2026, 6, 1, tzinfo=UTC)
AS_OF = date(2026, 9, 30)
PERIOD = Period(since=date(2026, 7, 3), until=AS_OF)


def signal(value: str, day: int, **rest: Any) -> SeenSignal:
    return SeenSignal(
        **{
            "brand": "ant",
            "source": "home",
            "kind": "return_days",
            "value": value,
            "proof": f"Return it within {value} days.",
            "url": "https://ant.example/",
            "since": BEGIN + timedelta(days=day),
            "until": None,
            "fetches": 2,
            "first": day == 0,
        }
        | rest
    )


class TestPolicyChanges:
    def test_a_promise_that_two_fetches_showed_in_place_of_another(self) -> None:
        (change,) = policy_changes([signal("14", 0), signal("30", 9)])
        assert (change.before, change.after, change.on) == ("14", "30", date(2026, 6, 10))
        assert (change.theme, change.sentence) == ("returns_refunds", "Return it within 30 days.")

    def test_one_fetch_alone_is_none_and_what_stood_there_first_is_no_news(self) -> None:
        assert policy_changes([signal("14", 0), signal("30", 9, fetches=1)]) == ()

    def test_other_kinds_and_other_sources_are_no_past_of_it(self) -> None:
        found = policy_changes(
            [
                signal("999 CZK", 0, kind="free_shipping_from"),
                signal("30", 9),
                signal("7", 0, source="shop"),
            ]
        )
        assert [one.before for one in found] == [None]

    def test_a_phone_number_is_no_promise(self) -> None:
        assert policy_changes([signal("+420 1", 9, kind="phone")]) == ()

    def test_a_channel_stands_there_until_it_is_gone(self) -> None:
        gone = signal("Crisp", 0, kind="chat", until=BEGIN + timedelta(days=9))
        (phone,) = channels([gone, signal("+420 1", 4, kind="phone")])
        assert (phone.kind, phone.value, phone.since) == ("phone", "+420 1", date(2026, 6, 5))

    def test_the_newest_comes_first(self) -> None:
        found = policy_changes([signal("14", 0), signal("30", 9), signal("60", 20)])
        assert [(one.before, one.after) for one in found] == [("30", "60"), ("14", "30")]

    @pytest.mark.parametrize(
        ("kind", "before", "after", "better"),
        [
            ("return_days", "14", "30", True),
            ("return_days", "30", "14", False),
            ("response_hours", "24", "0.5", True),
            ("response_hours", "24", "24", False),
            ("free_shipping_from", "999 CZK", "500 CZK", True),
            ("free_shipping_from", "999 CZK", "50 EUR", False),
            ("free_shipping_from", None, "50 EUR", True),
            ("free_shipping_from", "some", "50 EUR", False),
        ],
    )
    def test_better_is_what_gives_customers_more(
        self,
        kind: Any,
        before: str | None,
        after: str,
        better: bool,  # ruff: ignore[boolean-type-hint-positional-argument]
    ) -> None:
        change = PolicyChange(
            brand="ant",
            kind=kind,
            theme="t",
            before=before,
            after=after,
            sentence="",
            url="",
            on=AS_OF,
        )
        assert is_better(change) is better


def finding(
    brand: str, theme: str, n: int, of: int = 100, *, polarity: Polarity = "negative"
) -> Finding:
    return Finding(
        brand=brand,
        theme=theme,
        polarity=polarity,
        period=PERIOD,
        rate=proportion(n, of),
        previous=None,
        change=None,
        strata=(Stratum(platform="trustpilot", language="en"),),
        enough=n >= 8 and of >= 30,
    )


class TestHeat:
    def test_every_place_has_a_cell_for_each_brand_that_is_known(self) -> None:
        cells = heat(
            {
                ("ant", ("touchpoint:support", "negative")): proportion(30, 100),
                ("ant", ("touchpoint:support", "positive")): proportion(5, 100),
            },
            ("ant", "bee"),
            themed=("touchpoint:support", "stage:purchase", "touchpoint:purchase"),
        )
        assert len(cells) == 3 + 7
        assert {one.brand for one in cells} == {"ant"}
        support = next(one for one in cells if one.place == "support")
        assert (counted(support.complaints), counted(support.praise)) == ((30, 100), (5, 100))
        purchase = [one for one in cells if one.place == "purchase"]
        assert [(one.axis, counted(one.complaints)) for one in purchase] == [
            ("stage", (0, 100)),
            ("touchpoint", (0, 100)),
        ]

    def test_a_place_without_a_theme_has_no_figure(self) -> None:
        rates = {("ant", ("stage:purchase", "negative")): proportion(3, 100)}
        cells = heat(rates, ("ant",), themed=("stage:purchase",))
        awareness = next(one for one in cells if one.place == "awareness")
        assert (awareness.complaints, awareness.praise) == (None, None)


def counted(rate: Rate | None) -> tuple[int, int] | None:
    return (rate.n, rate.of) if rate else None


def brand(slug: str = "ant", **rest: Any) -> BrandReport:
    return BrandReport(
        **{
            "slug": slug,
            "name": slug,
            "is_us": False,
            "period": PERIOD,
            "reviews": 120,
            "unknown_language": 0,
            "undated": 0,
            "positive": 60,
            "negative": 40,
            "neutral": 20,
            "stars": None,
            "reply_share": None,
            "findings": (),
            "quotes": {},
            "sources": (),
            "chat": (),
            "faq_entries": 0,
        }
        | rest
    )


class TestPositions:
    def test_tell_how_much_is_written_and_how_content(self) -> None:
        (found,) = positions([brand()], effects={}, confidence=0.95)
        assert (found.reviews, found.per_30_days) == (120, 40.0)
        assert (found.content.n, found.content.of) == (60, 120)
        assert found.content.interval.low == pytest.approx(41.2, abs=0.1)

    def test_clustered_reviews_are_worth_less(self) -> None:
        (wide,) = positions([brand()], effects={"ant": 4.0}, confidence=0.95)
        assert wide.content.interval.low == pytest.approx(33.2, abs=0.1)

    def test_leave_out_a_brand_of_which_nothing_was_judged(self) -> None:
        nothing = brand(positive=0, negative=0, neutral=0)
        assert positions([nothing, brand(period=None)], effects={}, confidence=0.95) == ()


class TestBestInSet:
    def test_is_fewest_complaints_and_most_praise(self) -> None:
        found = best_in_set(
            [
                finding("ant", "app", 40),
                finding("bee", "app", 5),
                finding("ant", "app", 30, polarity="positive"),
                finding("bee", "app", 28, polarity="positive"),
            ],
            thresholds=Thresholds(),
        )
        assert [(one.polarity, one.brand, one.runner_up, one.clear) for one in found] == [
            ("negative", "bee", "ant", True),
            ("positive", "ant", "bee", False),
        ]

    def test_needs_two_brands_with_enough_reviews_and_one_with_enough_mentions(self) -> None:
        limits = Thresholds()
        assert best_in_set([finding("ant", "app", 40)], thresholds=limits) == ()
        thin = finding("bee", "app", 5, 20)
        assert best_in_set([finding("ant", "app", 40), thin], thresholds=limits) == ()
        few = [finding("ant", "app", 4), finding("bee", "app", 2)]
        assert best_in_set(few, thresholds=limits) == ()


def test_delights_are_praise_of_small_things_with_quotes() -> None:
    small = finding("ant", "delight", 9, polarity="positive")
    quote = Evidence(
        review_id="1",
        brand="ant",
        platform="p",
        language="en",
        theme="delight",
        polarity="positive",
        quote="A handwritten note lay in the box.",
        rule="praise_cue",
        published_on=AS_OF,
        url=None,
    )
    found = delights([brand(findings=(small,)), brand("bee")], {small.id: [quote]})
    assert [(one.brand, one.rate, one.quotes) for one in found] == [("ant", small.rate, (quote,))]


def cell(*findings: Finding, rule: Rule = "worse_than_rivals", **rest: Any) -> SwotCell:
    return SwotCell(
        **{
            "quadrant": "weakness",
            "rule": rule,
            "theme": "app",
            "polarity": "negative",
            "subject": None,
            "findings": findings,
            "difference": None,
            "importance": 1.0,
        }
        | rest
    )


def source(
    owner: str, state: SourceState, *, kind: str = "reviews", platform: str = "trustpilot"
) -> SourceReport:
    return SourceReport(
        brand=owner,
        id=kind,
        platform=platform,
        kind=kind,
        state=state,
        reason="page 3" if state == "partial" else None,
        reviews=0,
        rating=None,
    )


def caveats(one: SwotCell, *sources: SourceReport, **rest: Any) -> tuple[Caveat, ...]:
    given = {"last_ok": {}, "as_of": AS_OF} | rest
    return with_caveats(one, sources=sources, **given).caveats


class TestCaveats:
    def test_name_a_source_that_is_not_well_where_it_touches(self) -> None:
        one = cell(finding("us", "app", 30), finding("ant", "app", 10))
        found = caveats(
            one,
            source("ant", "partial"),
            source("us", "ok"),
            source("ant", "blocked", platform="elsewhere"),
            source("bee", "blocked"),
            source("ant", "blocked", kind="faq", platform="own_site"),
        )
        assert found == (
            Caveat(
                kind="source", brand="ant", platform="trustpilot", state="partial", reason="page 3"
            ),
        )

    @pytest.mark.parametrize(("rule", "kind"), [("faq_gap", "faq"), ("channel_gap", "site")])
    def test_name_the_brands_own_pages_where_the_rule_rests_on_them(
        self, rule: Rule, kind: str
    ) -> None:
        one = cell(finding("ant", "app", 10), rule=rule, subject="ant")
        broken = source("ant", "layout_changed", kind=kind, platform="own_site")
        assert [caveat.state for caveat in caveats(one, broken)] == ["layout_changed"]
        other = replace(broken, kind="faq" if kind == "site" else "site")
        assert caveats(one, other) == ()

    def test_name_rivals_of_a_merged_entry_too(self) -> None:
        one = cell(finding("us", "app", 9), rule="rival_policy", facts={"rivals": "ant,bee"})
        broken = source("bee", "blocked", kind="site", platform="own_site")
        assert [caveat.brand for caveat in caveats(one, broken)] == ["bee"]

    @pytest.mark.parametrize(("age", "told"), [(14, False), (15, True)])
    def test_tell_a_reading_that_is_old(self, age: int, told: bool) -> None:  # ruff: ignore[boolean-type-hint-positional-argument]
        one = cell(finding("us", "app", 30))
        read_on = AS_OF - timedelta(days=age)
        found = caveats(one, source("us", "ok"), last_ok={("us", "reviews"): read_on})
        assert [(each.kind, each.last_ok) for each in found] == [("stale", read_on)] * told

    def test_tell_a_brand_with_too_few_reviews_beside_rivals_taken_together(self) -> None:
        thin = [
            finding("bee", "app", 4, 21),
            finding("bee", "wait", 4, 21),
            finding("cat", "app", 0, 9),
        ]
        one = cell(finding("us", "app", 30))
        assert caveats(one, thin=thin) == (Caveat(kind="insufficient", brand="bee", n=4, of=21),)
        assert caveats(replace(one, subject="ant"), thin=thin) == ()
