"""One calibrated p a series and day: rare where nothing happened, small where something did."""

import numpy as np
import pytest
from scipy import stats

from analysis.spikes.judging import DailySeries, judgments, upper_mid_p

DAYS = 200
JUDGED = 60


def market(rng, *, rows=40, reviews=20.0, share=0.15, dispersion=1.5, days=DAYS):
    """Complaints (negative binomial) and other reviews (Poisson), with quiet weekends."""
    week = np.array([1.2, 1.1, 1.1, 1.0, 1.0, 0.8, 0.8])[np.arange(days) % 7]
    mean = np.tile(reviews * share * week, (rows, 1))
    levels = rng.gamma(mean / (dispersion - 1), dispersion - 1)
    others = rng.poisson(mean / share * (1 - share))
    return rng.poisson(levels).astype(float), others.astype(float)


def p_values(complaints, others, *, series=None, since=DAYS - JUDGED):
    rows = len(complaints)
    daily = DailySeries(
        complaints=complaints,
        others=others,
        weekday=0,
        series=np.arange(rows) if series is None else series,
        peers=np.zeros(rows, dtype=np.intp),
    )
    return np.array([judgment.p for judgment in judgments(daily, since=since)]).T


@pytest.mark.parametrize(("reviews", "dispersion"), [(3.0, 1.2), (20.0, 1.5), (150.0, 2.5)])
def test_one_day_in_a_hundred_surprises_at_one_percent(reviews, dispersion):
    rng = np.random.default_rng(1)
    p = p_values(*market(rng, rows=200, reviews=reviews, dispersion=dispersion))
    assert 0.004 <= (p <= 0.01).mean() <= 0.015
    assert 0.4 <= p.mean() <= 0.6


def test_complaints_that_grow_with_the_reviews_surprise_no_more():
    rng = np.random.default_rng(2)
    quiet, others = market(rng, rows=200)
    many, many_others = market(np.random.default_rng(3), rows=200, reviews=60.0)
    campaign = slice(DAYS - 20, DAYS - 10)
    quiet[:, campaign], others[:, campaign] = many[:, campaign], many_others[:, campaign]
    p = p_values(quiet, others)
    assert (p <= 0.01).mean() <= 0.015
    assert (p[:, -20:-10] <= 0.01).mean() <= 0.03  # without the volume it were nearly all


def test_an_outbreak_surprises_and_does_not_excuse_the_next():
    rng = np.random.default_rng(4)
    complaints, others = market(rng, rows=100)
    for first in (DAYS - 50, DAYS - 10):
        complaints[:, first : first + 3] += 9
    p = p_values(complaints, others)
    found = [
        (p[:, JUDGED - back : JUDGED - back + 8] <= 0.01).any(axis=1).mean() for back in (50, 10)
    ]
    assert min(found) > 0.95


def test_what_comes_later_changes_nothing_before():
    rng = np.random.default_rng(5)
    complaints, others = market(rng, rows=5)
    whole = p_values(complaints, others)
    part = p_values(complaints[:, :-10], others[:, :-10])
    assert np.array_equal(whole[:, :-10], part)


def test_a_missing_night_is_missing_and_never_zero():
    rng = np.random.default_rng(6)
    complaints, others = market(rng, rows=100)
    full = p_values(complaints, others)
    complaints[:, -30:-20] = others[:, -30:-20] = np.nan
    p = p_values(complaints, others)
    assert np.isnan(p[:, -30:-20]).all()
    assert not np.isnan(p[:, -20:]).any()
    assert (p[:, -20:] <= 0.01).mean() <= (full[:, -20:] <= 0.01).mean() + 0.01


def test_a_young_series_waits_and_then_borrows_from_its_peers():
    rng = np.random.default_rng(7)
    complaints, others = market(rng, rows=60)
    complaints[30:, :-16] = others[30:, :-16] = np.nan
    p = p_values(complaints, others)
    assert np.isnan(p[30:, -16:-9]).all()
    assert not np.isnan(p[30:, -9:]).any()
    assert (p[30:, -9:] <= 0.01).mean() <= 0.02


def test_rows_of_one_series_are_judged_together():
    rng = np.random.default_rng(8)
    complaints, others = market(rng, rows=80, reviews=4.0)
    complaints[:, -3:] += 1
    apart = p_values(complaints, others)[:, -1]
    together = p_values(complaints, others, series=np.arange(80) // 4)[:, -1]
    assert together.shape == (20,)
    assert np.median(together) < np.median(apart)


def test_no_series_gives_no_p():
    assert p_values(np.empty((0, DAYS)), np.empty((0, DAYS))).shape == (0, JUDGED)


@pytest.mark.parametrize(
    ("count", "mean", "variance"), [(0, 0.3, 0.4), (3, 0.3, 0.75), (50, 25, 60), (1000, 900, 2000)]
)
def test_mid_p_agrees_with_scipy(count, mean, variance):
    extra = variance / mean - 1
    law = stats.nbinom(mean / extra, 1 / (1 + extra))
    ours = upper_mid_p(np.array([float(count)]), np.array([mean]), np.array([variance]))
    assert ours[0] == pytest.approx(law.sf(count) + law.pmf(count) / 2)


def test_mid_p_of_hardly_any_spread_is_poisson():
    ours = upper_mid_p(np.array([7.0]), np.array([5.0]), np.array([5.0]))
    assert ours[0] == pytest.approx(stats.poisson(5).sf(7) + stats.poisson(5).pmf(7) / 2, rel=1e-4)
