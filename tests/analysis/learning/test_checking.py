"""The measures, by tables worked out by hand, and the test whether answers are better."""

import numpy as np
import pytest

from analysis.learning.checking import compare, kappa, macro_f1, polar_f1

#: rows: negative, middle, positive stars; columns: what was answered
TABLE = np.array([[6, 2, 2], [1, 1, 2], [1, 1, 14]])
NEGATIVE_F1, MIDDLE_F1, POSITIVE_F1 = 2 * 6 / (10 + 8), 2 * 1 / (4 + 4), 2 * 14 / (16 + 18)


def test_f1_is_the_mean_over_kinds():
    assert macro_f1(TABLE) == pytest.approx((NEGATIVE_F1 + MIDDLE_F1 + POSITIVE_F1) / 3)


def test_middle_stars_count_only_where_they_are_called_something():
    assert polar_f1(TABLE) == pytest.approx((NEGATIVE_F1 + POSITIVE_F1) / 2)
    blamed = TABLE.copy()
    blamed[1] = 4, 0, 0
    unblamed = TABLE.copy()
    unblamed[1] = 0, 4, 0
    assert polar_f1(blamed) < polar_f1(TABLE) < polar_f1(unblamed)


def test_a_kind_that_does_not_occur_is_left_out_of_the_mean():
    assert macro_f1(np.array([[5, 0, 0], [0, 0, 0], [0, 0, 5]])) == 1.0


def test_kappa_is_agreement_beyond_chance():
    by_chance = (10 * 8 + 4 * 4 + 16 * 18) / 30**2
    assert kappa(TABLE) == pytest.approx((21 / 30 - by_chance) / (1 - by_chance))
    assert kappa(np.full((3, 3), 4)) == pytest.approx(0)


@pytest.fixture
def dice():
    return np.random.default_rng(5)


def spoiled(truth, share, dice):
    """*truth* with that share of it replaced by any kind."""
    return np.where(dice.random(len(truth)) < share, dice.integers(0, 3, len(truth)), truth)


def test_clearly_better_answers_are_better(dice):
    truth = dice.integers(0, 3, 500)
    outcome = compare(truth, spoiled(truth, 0.6, dice), spoiled(truth, 0.3, dice))
    assert outcome.better
    assert 0 < outcome.gain_low < outcome.new_f1 - outcome.old_f1


def test_equal_answers_are_not_better(dice):
    truth = dice.integers(0, 3, 500)
    answers = spoiled(truth, 0.4, dice)
    assert not compare(truth, answers, answers).better
    assert not compare(truth, answers, spoiled(truth, 0.4, dice)).better


def test_the_same_share_of_better_answers_is_too_little_of_few_texts(dice):
    truth = dice.integers(0, 3, 2_000)
    old, new = spoiled(truth, 0.5, dice), spoiled(truth, 0.42, dice)
    assert compare(truth, old, new).better
    few = slice(0, 100)
    assert not compare(truth[few], old[few], new[few]).better


def test_saying_neutral_less_often_is_no_merit_by_itself(dice):
    truth = np.where(dice.random(3_000) < 0.3, 0, 2)
    shy = np.where(dice.random(3_000) < 0.5, 1, dice.permutation(truth))
    outcome = compare(truth, shy, dice.permutation(truth))
    assert outcome.gain_low > 0.1
    assert outcome.agreement_low < 0
    assert not outcome.better
