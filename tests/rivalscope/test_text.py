"""The one cleaner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rivalscope.text import clean_text, wording


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("  two  words\t", "two words"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("e\u0301", "é"),
        ("x\u202eevil\u202c", "xevil"),
        ("null\x00 bell\x07", "null bell"),
        ("\ud800 lone", "lone"),
        ("👩\u200d👧 family", "👩\u200d👧 family"),
    ],
)
def test_what_is_unwanted_goes_and_what_means_something_stays(raw, clean):
    assert clean_text(raw) == clean


@given(st.text())
def test_cleaning_twice_changes_nothing(raw):
    once = clean_text(raw)
    assert clean_text(once) == once


@given(st.text(alphabet=st.characters(codec=None)))
def test_what_is_clean_can_be_written_as_utf_8(raw):
    assert clean_text(raw).encode().decode() == clean_text(raw)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How long?", " how  LONG "),
        ("Within 5\u00a0days.", "within 5 days!"),
        ("„Да“, за 3 дня", "да за 3 дня."),
        ("oﬃce", "office"),
    ],
)
def test_wording_is_equal_for_another_look(one, other):
    assert wording(one) == wording(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("2.90", "290"), ("5 %", "5 €"), ("2 days", "3 days"), ("not free", "free"), (">5", "<5")],
)
def test_wording_differs_for_another_meaning(one, other):
    assert wording(one) != wording(other)
