"""Cutting texts into words, pauses and sentence ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.themes.tokens import ends_sentence, fold, is_word, pieces, spans


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I waited 2.5 hours.", ["I", "waited", "2.5", "hours", "."]),
        ("It isn’t open 24/7", ["It", "isn’t", "open", "24", "7"]),
        ("40min, 1,000 calls", ["40", "min", ",", "1,000", "calls"]),
        ("slow... really?!", ["slow", "...", "really", "?!"]),
        ("Skvělé 👍 :) super", ["Skvělé", "👍", ":)", "super"]),
        ("well-known - really", ["well", "known", "-", "really"]),
        ("cafe\u0301 closed", ["cafe\u0301", "closed"]),
    ],
)
def test_a_text_is_cut_into_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(max_size=200))
def test_spans_give_back_the_pieces_and_leave_out_no_letter(text: str) -> None:
    places = spans(text)
    assert [text[start:end] for start, end in places] == pieces(text)
    edges = [0, *(edge for place in places for edge in place), len(text)]
    assert edges == sorted(edges)
    between = "".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))
    assert not any(letter.isalpha() for letter in between)


@given(st.text(min_size=1, max_size=20))
def test_folding_twice_changes_nothing(word: str) -> None:
    assert fold(fold(word)) == fold(word)


@pytest.mark.parametrize(
    ("word", "folded"),
    [
        ("Čekání", "cekani"),
        ("ISN’T", "isn't"),
        ("Ёлка", "елка"),
        ("хороший", "хороший"),
        ("Straße", "strasse"),
        ("późno łatwo", "pozno latwo"),
        ("ŐSZINTE", "oszinte"),
    ],
)
def test_folding_takes_case_and_accents_but_no_letter_of_its_own(word: str, folded: str) -> None:
    assert fold(word) == folded


def test_three_dots_pause_and_one_ends_the_sentence() -> None:
    assert ends_sentence(".")
    assert ends_sentence("?!")
    assert ends_sentence("\n")
    assert not ends_sentence("...")
    assert not ends_sentence(",")
    assert is_word("40")
    assert not is_word(":)")
