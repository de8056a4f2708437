"""Cutting and spelling by chunks against cutting the whole text at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.themes.alphabet import Alphabet
from analysis.themes.passage import END, PAUSE
from analysis.themes.tokens import ends_sentence, is_word, pieces, spans

ALPHABET = Alphabet(stemmer="english")
MARKED = st.text(alphabet="ab1'’. -!?:;()[]DPp/<3>^_\n\t,\u00a0\u2028👍", max_size=40)


@given(st.one_of(st.text(max_size=200), MARKED))
def test_a_passage_holds_the_pieces_of_its_text_where_they_stand(text: str) -> None:
    passage = ALPHABET.passage(text)
    assert passage.pieces == pieces(text)
    assert list(map(passage.place, range(len(passage.letters)))) == spans(text)
    assert len(passage.letters) == len(passage.pieces)
    assert passage.marks == [i for i, piece in enumerate(pieces(text)) if not is_word(piece)]


@pytest.mark.parametrize("text", ["- a", "a -", "-", " - ", "a - b", "-- -", "\n- a", "a -\n"])
def test_a_dash_is_a_pause_only_between_blanks(text: str) -> None:
    assert ALPHABET.passage(text).pieces == pieces(text)


@given(st.text(max_size=60))
def test_pauses_and_ends_have_a_letter_each(text: str) -> None:
    passage = ALPHABET.passage(text)
    for piece, letter in zip(passage.pieces, passage.letters, strict=True):
        assert (letter == END) == ends_sentence(piece)
        assert (letter > max(PAUSE, END)) == is_word(piece)


def test_a_text_read_twice_is_the_same_passage() -> None:
    assert ALPHABET.passage("on hold") is ALPHABET.passage("on hold")
    assert ALPHABET.passage("on hold") is not ALPHABET.passage("on holds")
