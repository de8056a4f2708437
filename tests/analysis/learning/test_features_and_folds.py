"""Texts as counts, stars as kinds, and what is held back together."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.learning.features import Featurizer, scores_as_numbers, weighed
from analysis.learning.folds import fifths
from analysis.learning.kinds import MIDDLE, NEGATIVE, POSITIVE, kind_of


@pytest.mark.parametrize(
    ("rating", "maximum", "kind"),
    [
        (1, 5, NEGATIVE),
        (2, 5, NEGATIVE),
        (2.5, 5, MIDDLE),
        (3, 5, MIDDLE),
        (3.5, 5, MIDDLE),
        (4, 5, POSITIVE),
        (5, 5, POSITIVE),
        (4, 10, NEGATIVE),
        (6, 10, MIDDLE),
        (8, 10, POSITIVE),
        (0, 1, NEGATIVE),
        (1, 1, POSITIVE),
        (40, 100, NEGATIVE),
    ],
)
def test_stars_are_of_three_kinds(rating, maximum, kind):
    assert kind_of(rating / maximum) == kind


def counted(*texts):
    return Featurizer().counts(texts)


def test_a_word_is_itself_and_its_runs_of_letters():
    # ok, <o, ok, k>, <ok, ok>, <ok>
    assert counted("ok").sum() == 7


def test_two_words_are_also_a_pair():
    assert counted("ok ok").sum() == 15
    assert counted("ok no").sum() == counted("no ok").sum() == 15
    assert (counted("ok no") != counted("no ok")).nnz == 2


def test_case_and_blanks_do_not_matter_and_marks_do():
    assert (counted("ОЧЕНЬ  хорошо") != counted("очень хорошо\n")).nnz == 0
    assert (counted("fine!") != counted("fine")).nnz > 0


def test_a_text_without_words_is_a_row_of_nothing():
    assert counted("", "  ", "ok").sum(axis=1).tolist() == [[0], [0], [7]]
    assert counted().shape[0] == 0


def test_rows_are_of_length_one_and_unused_places_drop_out():
    counts = counted("a fine day", "")
    rarity = np.zeros(counts.shape[1], np.float32)
    rarity[counts.indices[:3]] = 2
    lengths = np.sqrt(weighed(counts, rarity).power(2).sum(axis=1))
    assert lengths.ravel().tolist()[0] == pytest.approx([1, 0], abs=1e-6)


def test_a_score_is_given_with_the_word_it_comes_to():
    rows = scores_as_numbers(np.array([0.5, 0.0, -0.5], np.float32))
    assert rows.tolist() == [[0.5, 0.5, 1, 0], [0, 0, 0, 0], [-0.5, 0, 0, 1]]


def kept_together(rows, unit):
    _, fold = fifths(rows)
    places = {}
    for row, number in zip(rows, fold, strict=True):
        places.setdefault(unit(row), set()).add(int(number))
    return all(len(numbers) == 1 for numbers in places.values())


def test_brands_are_held_back_whole_where_there_are_enough(starred):
    rows = starred(300, brands=7)
    assert fifths(rows)[0] == "brands"
    assert kept_together(rows, lambda row: row.brand)
    assert set(fifths(rows)[1].tolist()) == {0, 1, 2, 3, 4}


def test_sources_are_held_back_whole_where_there_are_few_brands(starred):
    rows = [replace(row, source=f"s{i % 4}") for i, row in enumerate(starred(300, brands=3))]
    assert fifths(rows)[0] == "sources"
    assert kept_together(rows, lambda row: (row.brand, row.source))


def test_one_large_brand_leaves_too_little_to_learn_from(starred):
    rows = [replace(row, brand="big") if i % 2 else row for i, row in enumerate(starred(300))]
    assert fifths(rows)[0] == "reviews"


def test_a_review_stays_in_its_fifth_whatever_is_added(starred):
    before, after = fifths(starred(300, brands=1)), fifths(starred(500, brands=1))
    assert before[0] == after[0] == "reviews"
    assert before[1].tolist() == after[1][:300].tolist()
    assert min(np.bincount(before[1])) > 30
