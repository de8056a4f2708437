"""Scores of what a classifier answers: by name of class, by likelihood, by length of part."""

from math import log

import pytest

from analysis.sentiment.labels import names_of, worths
from analysis.sentiment.scale import MAX_CHARACTERS
from analysis.sentiment.transformer import Answer, TransformerEngine


class Answering:
    """Answers a text with what it was given for it."""

    def __init__(self, **answers):
        self.answers_to = answers
        self.read = []

    def answers(self, text):
        self.read.append(text)
        return self.answers_to.get(text, ())


def engine(worths=(-1.0, 0.0, 1.0), **answers):
    return TransformerEngine(lambda: Answering(**answers), name="tried", worths=worths)


def shares(*parts):
    return Answer(tokens=1, logits=[log(part) + 7 for part in parts])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("negative", "neutral", "positive"), (-1, 0, 1)),
        (("POSITIVE", "NEGATIVE"), (1, -1)),
        (("Neg", "Neu", "Pos"), (-1, 0, 1)),
        (("1 star", "2 stars", "3 stars", "4 stars", "5 stars"), (-1, -0.5, 0, 0.5, 1)),
        (("3_stars", "1_star", "2_stars"), (1, -1, 0)),
        (
            ("Very Negative", "Negative", "Neutral", "Positive", "Very Positive"),
            (-1, -0.5, 0, 0.5, 1),
        ),
        (("very_positive", "negative"), (1, -0.5)),
    ],
)
def test_classes_are_worth_what_their_names_say(names, expected):
    assert worths(names) == expected


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("LABEL_0", "LABEL_1"), "class 'LABEL_0', 'LABEL_1' says nothing of sentiment"),
        (("negative", "toxic"), "class 'toxic' says nothing of sentiment"),
        (("neutral", "positive"), "needs one that is negative, one positive"),
        (("negative",), "needs one that is negative, one positive"),
        ((), "classes none"),
        (("1 star",), "needs each from 1 star on, once"),
        (("1 star", "3 stars"), "classes of 1, 3 stars: needs each"),
        (("1 star", "1 star"), "needs each from 1 star on, once"),
        (("1 star", "positive"), "class '1 star' says nothing"),
    ],
)
def test_other_classes_are_refused_rather_than_guessed(names, told):
    with pytest.raises(ValueError, match=told):
        worths(names)


def test_classes_are_in_the_order_of_their_numbers():
    many = {str(place): f"name {place}" for place in range(12)}
    assert names_of(dict(sorted(many.items()))) == tuple(many.values())
    for wrong in ({}, {"1": "positive"}, {"0": "a", "2": "b"}, {"0": "a", "one": "b"}):
        with pytest.raises(ValueError, match="needs 0, 1, 2"):
            names_of(wrong)


def test_a_score_is_what_is_to_be_expected():
    tried = engine(
        glad=[shares(0.1, 0.2, 0.7)],
        sad=[shares(0.8, 0.1, 0.1)],
        even=[shares(0.3, 0.4, 0.3)],
        sure=[Answer(tokens=3, logits=[-900.0, 0.0, 900.0])],
    )
    assert [tried.score(text) for text in ("glad", "sad", "even", "sure")] == [0.6, -0.7, 0, 1]
    assert engine((1.0, -1.0), glad=[shares(0.9, 0.1)]).score("glad") == 0.8


def test_the_parts_of_a_long_text_count_by_their_length():
    parts = [Answer(30, [-99, -99, 99]), Answer(10, [99, -99, -99])]
    tried = engine(long=parts)
    assert tried.score("long") == 0.5


def test_a_text_without_a_token_is_neither():
    assert engine().score("") == 0.0


def test_no_more_of_a_text_is_read_than_by_other_engines():
    answering = Answering()
    tried = TransformerEngine(lambda: answering, name="tried", worths=(-1.0, 1.0))
    tried.score("a" * (MAX_CHARACTERS + 1))
    assert answering.read == ["a" * MAX_CHARACTERS]


def test_a_model_is_loaded_when_the_first_text_comes_and_once():
    loaded = []

    def load():
        loaded.append(1)
        return Answering()

    tried = TransformerEngine(load, name="tried", worths=(-1.0, 1.0))
    assert not loaded
    tried.score("one")
    tried.score("two")
    assert loaded == [1]
