from __future__ import annotations

import math
import random
from itertools import starmap

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from analysis.discoveries import between, discoveries, excluding_p, selected_confidence
from analysis.intervals import (
    Sample,
    StratifiedDifference,
    design_effects,
    pool_equally,
    wilson,
)
from rivalscope.models import Interval


def sample(n: float, of: float) -> Sample:
    return Sample(n=n, of=of)


# Six strata, first side's successes and trials, then the second's.
SIX_STRATA = [
    (sample(a, b), sample(c, d))
    for a, b, c, d in [
        (4, 4, 6, 12),
        (8, 9, 3, 6),
        (2, 5, 2, 5),
        (5, 8, 3, 5),
        (6, 7, 3, 8),
        (5, 7, 3, 4),
    ]
]

shares = st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of)))


class TestWilson:
    @pytest.mark.parametrize(
        ("n", "of", "low", "high"),
        [
            # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0000, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ],
    )
    def test_gives_the_values_of_the_literature(
        self, n: int, of: int, low: float, high: float
    ) -> None:
        interval = wilson(n, of)
        assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)

    @given(shares, st.sampled_from([0.8, 0.95, 0.999]))
    def test_agrees_with_scipy(self, counts: tuple[int, int], confidence: float) -> None:
        interval = wilson(*counts, confidence=confidence)
        expected = stats.binomtest(*counts).proportion_ci(confidence, method="wilson")
        assert (interval.low, interval.high) == pytest.approx(tuple(expected), abs=1e-9)

    def test_takes_effective_counts(self) -> None:
        assert wilson(10.0, 40.0) == wilson(20 / 2, 80 / 2)

    @pytest.mark.parametrize(("n", "of"), [(0, 0), (-1, 10), (11, 10)])
    def test_refuses_counts_that_make_no_share(self, n: int, of: int) -> None:
        with pytest.raises(ValueError, match="n="):
            wilson(n, of)

    @pytest.mark.parametrize("confidence", [0.0, 1.0, 95])
    def test_refuses_levels_outside_0_to_1(self, confidence: float) -> None:
        with pytest.raises(ValueError, match="confidence"):
            wilson(1, 2, confidence=confidence)


class TestScoreTest:
    @given(shares, shares)
    def test_is_pearsons_test_in_one_stratum(
        self, first: tuple[int, int], second: tuple[int, int]
    ) -> None:
        table = [[n, of - n] for n, of in (first, second)]
        p = StratifiedDifference([(sample(*first), sample(*second))]).p
        if not all(map(sum, zip(*table, strict=True))):
            assert p == pytest.approx(1.0)
        else:
            expected = stats.chi2_contingency(table, correction=False).pvalue
            assert p == pytest.approx(expected, rel=1e-6, abs=1e-12)

    def test_is_not_fooled_by_strata_of_different_size(self) -> None:
        # Equal in either stratum, yet 60 % against 40 % where the strata are thrown together.
        strata = [(sample(72, 90), sample(8, 10)), (sample(2, 10), sample(18, 90))]
        assert StratifiedDifference(strata).difference == pytest.approx(0.0)
        assert StratifiedDifference(strata).p == pytest.approx(1.0)

    def test_errs_as_often_as_it_says(self) -> None:
        rng = random.Random(7)  # ruff: ignore[suspicious-non-cryptographic-random-usage]

        def draw(of: int, share: float) -> Sample:
            return sample(sum(rng.random() < share for _ in range(of)), of)

        markets = (
            [(draw(60, 0.1), draw(90, 0.1)), (draw(40, 0.3), draw(50, 0.3))] for _ in range(1000)
        )
        errors = sum(StratifiedDifference(strata).p <= 0.05 for strata in markets)
        assert 30 <= errors <= 70

    def test_needs_a_stratum(self) -> None:
        with pytest.raises(ValueError, match="stratum"):
            StratifiedDifference([])


class TestNewcombe:
    @pytest.mark.parametrize(
        ("first", "second", "low", "high"),
        [
            # Newcombe 1998, Statistics in Medicine 17:873, table II, method 10
            ((56, 70), (48, 80), 0.0524, 0.3339),
            ((9, 10), (3, 10), 0.1705, 0.8090),
            ((6, 7), (2, 7), 0.0582, 0.8062),
            ((5, 56), (0, 29), -0.0381, 0.1926),
            ((10, 10), (0, 10), 0.6075, 1.0000),
        ],
    )
    def test_gives_the_values_of_the_literature(
        self, first: tuple[int, int], second: tuple[int, int], low: float, high: float
    ) -> None:
        interval = StratifiedDifference([(sample(*first), sample(*second))]).interval()
        assert (interval.low, interval.high) == pytest.approx((low, high), abs=5e-5)

    def test_gives_what_other_implementations_of_yan_and_su_publish(self) -> None:
        # Six strata of 80 patients; limits published with the R package tern, checked with SAS.
        interval = StratifiedDifference(SIX_STRATA).interval()
        assert StratifiedDifference(SIX_STRATA).difference == pytest.approx(0.2539, abs=5e-5)
        assert (interval.low, interval.high) == pytest.approx((0.0347, 0.4454), abs=5e-5)

    def test_turns_its_sign_with_the_sides(self) -> None:
        turned = StratifiedDifference([(second, first) for first, second in SIX_STRATA]).interval()
        there = StratifiedDifference(SIX_STRATA).interval()
        assert (turned.low, turned.high) == pytest.approx((-there.high, -there.low))

    def test_knows_that_nothing_seen_is_not_nothing_there(self) -> None:
        interval = StratifiedDifference(
            [(sample(0, 40), sample(0, 50)), (sample(0, 10), sample(0, 10))]
        ).interval()
        assert interval.low < -0.02
        assert interval.high > 0.02

    def test_covers_the_truth_as_often_as_it_says(self) -> None:
        rng = random.Random(11)  # ruff: ignore[suspicious-non-cryptographic-random-usage]

        def draw(of: int, share: float) -> Sample:
            return sample(sum(rng.random() < share for _ in range(of)), of)

        hits = 0
        for _ in range(800):
            strata = [(draw(50, 0.15), draw(70, 0.1)), (draw(30, 0.35), draw(40, 0.3))]
            interval = StratifiedDifference(strata).interval()
            hits += interval.low <= 0.05 <= interval.high
        assert 0.93 <= hits / 800 <= 0.975

    @given(st.lists(st.tuples(shares, shares), min_size=1, max_size=4))
    def test_holds_the_difference_and_stays_in_range(
        self, counts: list[tuple[tuple[int, int], tuple[int, int]]]
    ) -> None:
        strata = [(sample(*first), sample(*second)) for first, second in counts]
        interval = StratifiedDifference(strata).interval()
        tiny = 1e-9
        assert -1 <= interval.low <= StratifiedDifference(strata).difference + tiny
        assert StratifiedDifference(strata).difference - tiny <= interval.high <= 1


class TestPoolEqually:
    def test_weighs_brands_and_not_reviews(self) -> None:
        pool = pool_equally([sample(10, 100), sample(3000, 10_000)])
        assert pool.share == pytest.approx(0.2)
        assert pool.of < 4 / (1 / 100)

    def test_is_one_brand_where_there_is_one(self) -> None:
        pool = pool_equally([sample(7, 50)])
        assert (pool.n, pool.of) == pytest.approx((7, 50))

    def test_has_the_variance_of_the_mean(self) -> None:
        brands = [sample(20, 100), sample(20, 100), sample(20, 100)]
        assert pool_equally(brands).variance == pytest.approx(0.2 * 0.8 / 300)

    @given(st.lists(shares, min_size=1, max_size=5))
    def test_never_looks_surer_than_its_brands_by_themselves(
        self, counts: list[tuple[int, int]]
    ) -> None:
        brands = list(starmap(sample, counts))
        by_themselves = math.fsum(brand.variance for brand in brands) / len(brands) ** 2
        assert pool_equally(brands).variance >= by_themselves * (1 - 1e-9)

    def test_needs_a_brand(self) -> None:
        with pytest.raises(ValueError, match="pool"):
            pool_equally([])


def design_effect(series: list[list[tuple[int, int]]]) -> float:
    """Of several shares together, each as (n, N) by cluster."""
    table = np.array(series, dtype=np.int64).reshape(len(series), -1, 2)
    each, together = design_effects(table[:, :, 0], table[0, :, 1])
    if len(series) == 1:
        assert each.tolist() == [together]
    return together


class TestDesignEffect:
    @pytest.mark.parametrize(
        "clusters", [[], [(3, 10)], [(0, 10), (0, 20)], [(10, 10), (5, 5)], [(0, 0), (2, 9)]]
    )
    def test_is_1_where_nothing_can_be_learned(self, clusters: list[tuple[int, int]]) -> None:
        assert design_effect([clusters]) == pytest.approx(1.0)

    def test_is_never_under_1_though_weeks_are_more_alike_than_chance(self) -> None:
        assert design_effect([[(2, 10)] * 13]) == pytest.approx(1.0)

    def test_follows_its_formula(self) -> None:
        # share 0.3; squared distances 4 + 4; between 8 x 2/1; binomial 20 x 0.21
        raw = 16 / (20 * 0.21)
        assert design_effect([[(1, 10), (5, 10)]]) == pytest.approx(1 + (raw - 1) / 3)

    def test_weighs_several_shares_by_their_variance(self) -> None:
        steady, bursty = [(3, 10), (3, 10)], [(1, 10), (5, 10)]
        raw = 16 / (2 * 20 * 0.21)
        assert design_effect([steady, bursty]) == pytest.approx(1 + (raw - 1) / 3)

    def test_grows_with_bad_weeks(self) -> None:
        calm = [(4, 20)] * 12 + [(5, 20)]
        assert design_effect([[*calm[:-1], (18, 20)]]) > 3 > design_effect([calm])

    def test_keeps_intervals_honest_where_reviews_come_in_bursts(self) -> None:
        rng = random.Random(3)  # ruff: ignore[suspicious-non-cryptographic-random-usage]
        naive = honest = 0
        for _ in range(400):
            weeks = []
            for _ in range(13):
                share = rng.betavariate(0.2 * 9, 0.8 * 9)  # design effect 1 + 29 / 10
                weeks.append((sum(rng.random() < share for _ in range(30)), 30))
            n, of = sum(n for n, _ in weeks), 13 * 30
            effect = design_effect([weeks])
            plain, wide = wilson(n, of), wilson(n / effect, of / effect)
            naive += plain.low <= 0.2 <= plain.high
            honest += wide.low <= 0.2 <= wide.high
        assert naive / 400 < 0.8
        assert honest / 400 > 0.88


class TestDiscoveries:
    @given(st.lists(st.floats(0, 1), max_size=60), st.sampled_from([0.005, 0.05, 0.2]))
    def test_are_those_of_benjamini_and_hochberg(self, ps: list[float], q: float) -> None:
        found = discoveries(ps, false_discovery=q)
        if not ps:
            assert found == ()
            return
        adjusted = stats.false_discovery_control(ps)
        clear = [abs(p - q) > 1e-9 for p in adjusted]
        assert [f for f, ok in zip(found, clear, strict=True) if ok] == [
            bool(p <= q) for p, ok in zip(adjusted, clear, strict=True) if ok
        ]

    def test_give_the_worked_example_of_1995(self) -> None:
        # Benjamini and Hochberg 1995, section 3.2: four of fifteen at 5 %
        ps = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
        ps += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
        assert sum(discoveries(ps, false_discovery=0.05)) == 4

    def test_make_their_intervals_wider_the_fewer_they_are(self) -> None:
        assert selected_confidence(20, 20, false_discovery=0.05) == pytest.approx(0.95)
        assert selected_confidence(1, 20, false_discovery=0.05) == pytest.approx(0.9975)
        with pytest.raises(ValueError, match="0 of 20"):
            selected_confidence(0, 20, false_discovery=0.05)

    @given(st.lists(st.floats(0, 1), min_size=4, max_size=40))
    def test_with_weights_are_those_of_the_weighed_p_values(self, ps: list[float]) -> None:
        weights = [1.75, *([0.75] * 3)] * (len(ps) // 4) + [1.0] * (len(ps) % 4)
        weighed = [p / w for p, w in zip(ps, weights, strict=True)]
        found = discoveries(ps, false_discovery=0.05, weights=weights)
        assert found == discoveries(weighed, false_discovery=0.05)

    def test_with_weights_are_no_oftener_false(self) -> None:
        chance = np.random.default_rng(1)
        weights = [5.5] * 10 + [0.5] * 90
        false = [
            any(discoveries(list(chance.random(100)), false_discovery=0.05, weights=weights))
            for _ in range(2_000)
        ]
        assert sum(false) / len(false) == pytest.approx(0.05, abs=0.015)

    def test_of_more_weight_have_narrower_intervals(self) -> None:
        heavy, plain = (
            selected_confidence(2, 100, false_discovery=0.05, weight=weight)
            for weight in (5.0, 1.0)
        )
        assert (heavy, plain) == (pytest.approx(0.995), pytest.approx(0.999))


class TestBetween:
    def test_is_newcombes_method_for_two_shares(self) -> None:
        ours, theirs = (56, 70), (48, 80)
        interval = between((56 / 70, wilson(*ours)), (48 / 80, wilson(*theirs)))
        direct = StratifiedDifference([(sample(*ours), sample(*theirs))]).interval()
        assert (interval.low, interval.high) == pytest.approx((direct.low, direct.high))

    @pytest.mark.parametrize("difference", [0.3, -0.9, 2.5])
    def test_p_is_that_of_the_normal_where_intervals_are_normal(self, difference: float) -> None:
        def interval_at(confidence: float) -> Interval:
            reach = float(stats.norm.ppf((1 + confidence) / 2))
            return Interval(low=difference - reach, high=difference + reach)

        p = excluding_p(difference, interval_at)
        assert p == pytest.approx(2 * stats.norm.sf(abs(difference)), rel=1e-3)

    def test_p_is_1_without_a_difference(self) -> None:
        p = excluding_p(0.0, lambda level: Interval(low=-level, high=level))
        assert p == pytest.approx(1.0, abs=1e-2)

    def test_p_is_where_the_interval_touches_zero(self) -> None:
        strata = [(sample(30, 100), sample(18, 110))]
        compared = StratifiedDifference(strata)
        p = excluding_p(compared.difference, compared.interval)
        assert compared.interval(1 - p).low == pytest.approx(0.0, abs=1e-4)
