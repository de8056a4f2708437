"""From a text to everything said of it, hostile texts included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import Feeling, moved, sentiment
from analysis.understanding import VERSION, Understander
from rivalscope.models import Lexicon, Text, ThemePack, Understanding


def test_a_text_is_understood_from_language_to_mentions(understander: Understander) -> None:
    body = "The delivery was quick but they made me wait on hold for hours."
    got = understander.understand(Text(id="7", body=body))
    assert (got.id, got.language) == ("7", "en")
    assert [(m.theme, m.polarity) for m in got.mentions] == [
        ("delivery_speed", "positive"),
        ("wait_time", "negative"),
    ]


def test_an_unknown_language_gets_no_score_and_no_mention(understander: Understander) -> None:
    finnish = "Odotin puhelimessa kaksi tuntia eikä kukaan vastannut, todella huono app."
    got = understander.understand(Text(id="1", body=finnish, language_hint="en", stars=0.2))
    assert got == Understanding(id="1", language="unknown", sentiment="unknown", score=None)


def test_a_short_text_is_read_in_the_language_of_its_source(understander: Understander) -> None:
    got = understander.understand(Text(id="1", body="Skvělý", language_hint="cs"))
    assert (got.language, got.sentiment) == ("cs", "positive")


def test_a_short_text_belongs_to_the_only_lexicon_with_a_word_for_it(
    understander: Understander,
) -> None:
    assert understander.understand(Text(id="1", body="nice")).language == "en"
    assert understander.understand(Text(id="1", body="kiva 👍")).language == "unknown"


def test_what_the_themes_know_moves_the_score(understander: Understander) -> None:
    got = understander.understand(Text(id="1", body="I was waiting there for a whole afternoon."))
    assert (got.sentiment, got.score) == ("negative", -0.2673)


@given(st.floats(-1, 1), st.floats(-100, 100))
def test_moving_a_score_keeps_it_in_range_and_in_direction(score: float, valence: float) -> None:
    there = moved(score, valence)
    assert -1 <= there <= 1
    assert (there - round(score, 3)) * valence >= -0.01 * abs(valence)


@given(st.floats(-100, 100), st.integers(1, 500), st.integers(0, 4_000))
def test_a_score_points_where_the_compound_does(valence: float, charges: int, more: int) -> None:
    feeling = Feeling(valence, charges, charges + more)
    assert sentiment(feeling.score) == sentiment(feeling.compound)
    assert -1 <= feeling.score <= 1


def test_one_kind_word_weighs_less_the_more_is_said() -> None:
    short, long = Feeling(1.9, 1, 2), Feeling(1.9, 1, 60)
    assert short.score > long.score > 0
    assert short.compound == long.compound


def test_a_cue_is_a_charge_like_any_other() -> None:
    assert Feeling(1.9, 1, 8).moved([-1.0, -1.0]) == Feeling(1.9 - 2, 3, 8)
    assert Feeling(1.9, 1, 8).moved([]).score == Feeling(1.9, 1, 8).score


def test_a_language_without_a_lexicon_is_never_answered(
    pack: ThemePack, lexicons: dict[str, Lexicon]
) -> None:
    understander = Understander(pack, lexicons, languages=("en", "de"))
    german = "Die Lieferung war gut und schnell, und niemand musste warten."
    assert understander.understand(Text(id="1", body=german)).language == "unknown"


@pytest.mark.parametrize("language", ["en", "cs", "ru", "hu", "sw"])
@pytest.mark.parametrize(
    "body",
    [
        "waiting and rude app but no refund. " * 30_000,
        "x" * 1_000_000,
        "😍" * 10_000,
        "good but " * 600,
        "waiting " * 2_000,
        "čekal jsem velmi dobrý, ale " * 500,
        "\x00\x07\u202e\ud800 on hold" * 500,
        "(" * 5_000,
        "nenenene" * 1_000,
        "'" * 5_000,
        "a'" * 2_500,
        "1." * 2_500,
        "",
    ],
    ids=lambda body: repr(body[:12]),
)
def test_hostile_texts_get_an_answer(understander: Understander, body: str, language: str) -> None:
    got = understander.understand(Text(id="1", body=body, language_hint=language))
    assert got.language in {"unknown", "en", "cs", "ru", "hu", "sw"}
    assert all(body[m.start : m.end] == m.quote for m in got.mentions)


def test_the_version_is_a_word_that_can_be_stored() -> None:
    assert VERSION
