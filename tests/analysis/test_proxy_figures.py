"""The figures of the proxies: net shares, delays, and what is gathered of daily counts."""

import math
from datetime import date, timedelta
from itertools import product
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.intervals import wilson
from analysis.proxies.delays import delay_of, median_interval
from analysis.proxies.gathering import Counted, gather, topic_of
from analysis.proxies.shares import net_interval
from rivalscope.models import (
    Brand,
    DailyAdvice,
    DailyCount,
    DailyVolume,
    Evidence,
    Period,
    SourceReplies,
    Stratum,
)

UNTIL = date(2026, 9, 30)
PERIOD = Period(since=UNTIL - timedelta(days=89), until=UNTIL)
BRANDS = tuple(Brand(slug=s, name=s.title(), is_us=s == "us") for s in ("us", "kestrel", "halden"))
STRATUM = Stratum(platform="portal", language="en")


def trinomial(a, b, n, p, q):
    return comb(n, a) * comb(n - a, b) * p**a * q**b * (1 - p - q) ** (n - a - b)


@pytest.mark.parametrize(
    ("p", "q"), [(0.5, 0.2), (0.8, 0.15), (0.3, 0.3), (0.1, 0.6), (0.9, 0.05), (0.05, 0.05)]
)
def test_the_interval_of_a_net_share_holds_it_about_as_often_as_it_says(p, q):
    n = 40
    covered = sum(
        trinomial(a, b, n, p, q)
        for a, b in product(range(n + 1), repeat=2)
        if a + b <= n and (got := net_interval(a, b, n, confidence=0.95)).low <= p - q <= got.high
    )
    assert 0.93 <= covered <= 0.99


def test_where_all_take_a_side_the_net_share_is_twice_the_share_less_one():
    share, net = wilson(30, 40), net_interval(30, 10, 40, confidence=0.95)
    assert net.low == pytest.approx(2 * share.low - 1)
    assert net.high == pytest.approx(2 * share.high - 1)


@given(
    st.integers(0, 60), st.integers(0, 60), st.integers(1, 60), st.sampled_from([0.8, 0.95, 0.99])
)
def test_a_net_share_lies_in_its_interval_and_sides_are_alike(a, b, rest, confidence):
    n = a + b + rest
    got, other = (net_interval(x, y, n, confidence=confidence) for x, y in ((a, b), (b, a)))
    assert -1 <= got.low <= (a - b) / n + 1e-12
    assert (a - b) / n - 1e-12 <= got.high <= 1
    assert (got.low, got.high) == pytest.approx((-other.high, -other.low))


def test_sides_that_do_not_fit_are_refused():
    with pytest.raises(ValueError, match="more than there are"):
        net_interval(6, 5, 10, confidence=0.95)


def test_a_delay_has_median_quartiles_and_n():
    got = delay_of((0, 1, 2, 3, 10), confidence=0.95)
    assert (got.n, got.median, got.lower_quartile, got.upper_quartile) == (5, 2, 1, 3)
    assert got.interval is None


def test_one_delay_is_all_of_its_quartiles():
    got = delay_of((4,), confidence=0.95)
    assert (got.n, got.median, got.lower_quartile, got.upper_quartile) == (1, 4, 4, 4)


def test_no_delay_is_no_delay():
    assert delay_of((), confidence=0.95) is None


@pytest.mark.parametrize(("n", "place"), [(6, 1), (9, 2), (20, 6), (100, 40)])
def test_the_interval_of_a_median_lies_between_the_tabled_order_statistics(n, place):
    got = median_interval(tuple(range(1, n + 1)), confidence=0.95)
    assert (got.low, got.high) == (place, n + 1 - place)


def day(number):
    return UNTIL - timedelta(days=number)


def volumes(brand, reviews):
    return [
        DailyVolume(brand=brand, stratum=STRATUM, day=day(n), reviews=1) for n in range(reviews)
    ]


def signals(brand, topic, days):
    return [
        DailyCount(
            brand=brand, stratum=STRATUM, day=day(n), themes=(topic,), complaints=(1,), praises=(0,)
        )
        for n in days
    ]


def quote(brand, topic, words):
    return Evidence(
        review_id=f"review:{words}",
        brand=brand,
        platform="portal",
        language="en",
        theme=topic,
        polarity="neutral",
        quote=words,
        rule="proxy",
        published_on=UNTIL,
        url=None,
    )


def counted(**parts):
    nothing = dict.fromkeys(
        ("replies", "volumes", "signals", "all_volumes", "advice", "evidence"), ()
    )
    return Counted(**{**nothing, **parts})


def gathered(**parts):
    return gather(counted(**parts), BRANDS, period=PERIOD, confidence=0.95)


def test_nothing_counted_is_no_data():
    got = gathered()
    assert (got.replies, got.effort, got.recommend, got.flows, got.compared) == ((),) * 5
    assert got.read == {"us": 0, "kestrel": 0, "halden": 0}


def test_a_move_is_told_by_either_side():
    got = gathered(
        volumes=[*volumes("us", 50), *volumes("kestrel", 40)],
        signals=[
            *signals("us", topic_of("leaving", "kestrel"), [1, 20]),
            *signals("kestrel", topic_of("coming", "us"), [3, 30, 39]),
        ],
        evidence=[quote("us", topic_of("leaving", "kestrel"), "Off to Kestrel.")],
    )
    (flow,) = got.flows
    assert (flow.origin, flow.target, flow.n) == ("us", "kestrel", 5)
    assert (flow.leaving.n, flow.leaving.of) == (2, 50)
    assert (flow.coming.n, flow.coming.of) == (3, 40)
    assert flow.leaving.interval.low < 4 < flow.leaving.interval.high
    assert [one.quote for one in flow.quotes] == ["Off to Kestrel."]


def test_a_side_without_reviews_has_no_rate():
    (flow,) = gathered(
        volumes=volumes("us", 50), signals=signals("us", topic_of("leaving", "kestrel"), [1])
    ).flows
    assert flow.coming is None


def test_effort_is_told_by_language_and_together():
    swahili = Stratum(platform="portal", language="sw")
    got = gathered(
        volumes=[
            *volumes("us", 30),
            DailyVolume(brand="us", stratum=swahili, day=UNTIL, reviews=10),
        ],
        signals=signals("us", topic_of("effort", "us"), [2, 12, 22]),
    )
    assert [(one.language, one.rate.n, one.rate.of) for one in got.effort] == [
        (None, 3, 40),
        ("en", 3, 30),
        ("sw", 0, 10),
    ]


def test_reviews_outside_the_period_do_not_count():
    got = gathered(volumes=volumes("us", 200))
    assert got.read["us"] == 90


def test_those_who_say_both_stand_on_neither_side():
    advice = [
        DailyAdvice(brand="us", stratum=STRATUM, day=day(7 * n), willing=3, unwilling=1, torn=1)
        for n in range(10)
    ]
    (one,) = gathered(all_volumes=volumes("us", 90), advice=advice).recommend
    assert (one.willing, one.unwilling, one.torn) == (30, 10, 10)
    assert (one.speaking.n, one.speaking.of) == (50, 90)
    assert one.net == pytest.approx(40)
    assert 0 < one.interval.low < 40 < one.interval.high < 80


def test_a_campaign_of_one_week_widens_the_net_share():
    def net(rows):
        advice = [
            DailyAdvice(brand="us", stratum=STRATUM, day=day(7 * n), willing=w, unwilling=u, torn=0)
            for n, (w, u) in enumerate(rows)
        ]
        # counted on the same days as the advice
        volume = [
            DailyVolume(brand="us", stratum=STRATUM, day=day(7 * n), reviews=20)
            for n in range(len(rows))
        ]
        (one,) = gathered(all_volumes=volume, advice=advice).recommend
        return one

    steady, bursty = net([(4, 4)] * 10), net([(8, 0), (0, 8)] * 5)
    assert steady.net == bursty.net == 0
    assert bursty.interval.high > 1.5 * steady.interval.high


def test_replies_are_told_by_source_and_together():
    rows = [
        SourceReplies(
            brand="us", source=s, platform="portal", reviews=20, replied=n, delays=(1,) * n
        )
        for s, n in (("a", 4), ("b", 10))
    ]
    got = gathered(replies=rows).replies
    assert [(one.source, one.rate.n, one.rate.of, one.delay.n) for one in got] == [
        (None, 14, 40, 14),
        ("a", 4, 20, 4),
        ("b", 10, 20, 10),
    ]
    assert got[1].rate.interval.low == pytest.approx(100 * wilson(4, 20).low)


def test_a_median_of_thousands_has_the_bounds_of_its_normal_approximation():
    low, high = 2_000 - 1.96 * math.sqrt(4_000) / 2, 2_000 + 1.96 * math.sqrt(4_000) / 2
    got = median_interval(range(4_000), confidence=0.95)
    assert got.low == pytest.approx(low, abs=2)
    assert got.high == pytest.approx(high, abs=2)
