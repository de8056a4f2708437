from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.numbers import read_class_rating, read_count, read_number, read_rating


@pytest.mark.parametrize(
    ("raw", "rating"),
    [
        ("4,5", (4.5, None)),
        (4, (4.0, None)),
        ("4.5 out of 5", (4.5, 5.0)),
        ("Rated 4 stars out of 5", (4.0, 5.0)),
        ("4,5 von 5 Sternen", (4.5, 5.0)),
        ("8/10", (8.0, 10.0)),
        ("4.5/5", (4.5, 5.0)),
        ("4,5 / 5", (4.5, 5.0)),
        ("97%", (97.0, 100.0)),
        ("80 %", (80.0, 100.0)),
        ("5.0 star rating", (5.0, None)),
        ("★★★★☆", (4.0, 5.0)),
        ("4 hvězdičky", (4.0, None)),
        ("Hodnocení 3 z 5", (3.0, 5.0)),
    ],
)
def test_ratings_are_read_as_printed(raw, rating):
    assert read_rating(raw) == rating


@pytest.mark.parametrize(
    "raw", ["", "nice", "7/5", "120 %", "12 of 15 people, 3 days", None, True, []]
)
def test_what_is_no_rating_is_none(raw):
    assert read_rating(raw) is None


@pytest.mark.parametrize(
    ("names", "value"),
    [
        ("stars-line star4", 4.0),
        ("star-img stars_5", 5.0),
        ("rating rating-3-5", 3.5),
        ("stars star0", None),
        ("star-rating-16px", None),
        ("restart5", None),
    ],
)
def test_class_names_may_hold_the_stars(names, value):
    rating = read_class_rating(names)

    assert (rating and rating.value) == value


@pytest.mark.parametrize(
    ("raw", "count"),
    [
        ("1,204 reviews", 1204),
        ("1 204", 1204),
        ("1.204", 1204),
        (59, 59),
        ("none", None),
        (-1, None),
    ],
)
def test_counts_keep_their_thousands(raw, count):
    assert read_count(raw) == count


def test_numbers_accept_a_decimal_comma_and_nothing_else_around_them():
    assert read_number(" 4,5 ") == 4.5
    assert read_number("4.5 stars") is None
    assert read_number(float("inf")) is None


@given(st.text(max_size=80))
def test_no_text_breaks_the_readers(raw):
    rating = read_rating(raw)

    assert rating is None or rating.maximum is None or 0 <= rating.value <= rating.maximum
    assert (read_count(raw) or 0) >= 0
