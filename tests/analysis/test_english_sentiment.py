"""English: the package's scores where our supplement is silent, ours where it speaks."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

from analysis.sentiment import SentimentEngine, engine_for, sentiment
from rivalscope.models import Lexicon

BARE = Lexicon(
    language="en",
    stemmer="english",
    valence={},
    boosters={},
    negators=(),
    negation_prefixes=(),
    negation_scope=3,
    contrast=(),
    conjunctions=(),
    digest="bare",
)
ORACLE = SentimentIntensityAnalyzer()
BARE_ENGINE = engine_for(BARE)

CHARGED = sorted(word for word in ORACLE.lexicon if " " not in word and "@" not in word)
RULED = sorted({*NEGATE, *" ".join(BOOSTER_DICT).split(), *" ".join(SPECIAL_CASES).split()})
PLAIN = [
    "the",
    "I",
    "A",
    "but",
    "no",
    "or",
    "nor",
    "so",
    "this",
    "doubt",
    "least",
    "at",
    "very",
    "kind",
    "of",
    "never",
    "without",
    "(",
    "\ufe0f",
    "naïve",
    *"😍👍😡❤",
]


def dressed(word: str, style: str) -> str:
    styles = {"caps": word.upper(), "title": word.title(), "quoted": f'"{word}"', "plain": word}
    return styles.get(style, word + style)


WORDS = st.lists(
    st.builds(
        dressed,
        st.one_of(st.sampled_from(CHARGED), st.sampled_from(RULED), st.sampled_from(PLAIN)),
        st.sampled_from(["plain", "plain", "caps", "title", "quoted", "!", "?", "!!!", ",", "👍"]),
    ),
    max_size=20,
)
TEXTS = st.builds(str.join, st.sampled_from([" ", " ", "  ", "\n", "\u00a0"]), WORDS)


@settings(max_examples=1_000)
@given(TEXTS)
@example("At least it was the shit, but never so BAD and without a doubt not good!!! ???? kind of")
@example("good but good good but bad good")
@example("no good or bad nor great least happy very least happy")
def test_scores_equal_those_of_the_package(text: str) -> None:
    assert BARE_ENGINE.score(text) == ORACLE.polarity_scores(text)["compound"]


@given(st.text(max_size=300))
def test_any_text_has_a_score_between_minus_one_and_one(text: str) -> None:
    assert -1 <= BARE_ENGINE.score(text) <= 1


@pytest.fixture(scope="module")
def engine(lexicons: dict[str, Lexicon]) -> SentimentEngine:
    return engine_for(lexicons["en"], brand_names=("United", "Best Buy"))


def test_a_curly_apostrophe_negates_like_a_straight_one(engine: SentimentEngine) -> None:
    assert engine.score("The app isn’t good") == engine.score("The app isn't good") < 0


def test_words_of_the_supplement_count_in_all_their_forms(engine: SentimentEngine) -> None:
    assert sentiment(engine.score("Deliveries were slow")) == "negative"
    assert sentiment(engine.score("They refunded it")) == "negative"


def test_a_word_worth_zero_counts_for_nothing(engine: SentimentEngine) -> None:
    assert ORACLE.polarity_scores("I asked for help")["compound"] > 0
    assert engine.score("I asked for help") == 0


def test_a_phrase_counts_once_and_as_a_whole(engine: SentimentEngine) -> None:
    assert engine.score("I could not be happier.") > 0.5
    assert engine.score("I COULD NOT BE HAPPIER with it") > engine.score("I could not be happier")
    assert engine.score("We sat on hold.") < 0
    assert engine.score("Hold on to it") == 0


def test_adding_a_phrase_of_nothing_stops_its_negator(engine: SentimentEngine) -> None:
    assert engine.score("not only good but also cheap") > 0
    assert BARE_ENGINE.score("not only good but also cheap") < 0


def test_a_booster_may_be_a_feeling_of_its_own(lexicons: dict[str, Lexicon]) -> None:
    boosting = engine_for(replace(lexicons["en"], boosters={"=pretty": 0.3}))
    assert boosting.score("a pretty box") == BARE_ENGINE.score("a pretty box") > 0
    assert boosting.score("pretty awful") < boosting.score("awful")


def test_emoji_of_the_lexicon_are_worth_what_it_says(engine: SentimentEngine) -> None:
    assert BARE_ENGINE.score("served🙏") == 0
    assert engine.score("served🙏🙏") > engine.score("served🙏") > 0
    assert engine.score("served 👍🏽") == engine.score("served 👍") > 0


def test_boosters_and_negators_of_the_supplement_work(lexicons: dict[str, Lexicon]) -> None:
    plain = engine_for(replace(lexicons["en"], boosters={}))
    boosted = engine_for(lexicons["en"])
    assert boosted.score("mega good") > plain.score("mega good")
    denying = engine_for(replace(lexicons["en"], negators=("zilch",)))
    assert denying.score("zilch good") < 0 < plain.score("zilch good")


@pytest.mark.parametrize(
    "text",
    [
        "@united landed",
        "see https://great.example/best",
        "United landed",
        "UNITED landed",
        "Best Buy",
    ],
)
def test_handles_addresses_and_brand_names_carry_no_feeling(
    engine: SentimentEngine, text: str
) -> None:
    assert engine.score(text) == 0


def test_a_brand_name_inside_another_word_stays(engine: SentimentEngine) -> None:
    assert engine.score("unitedly good") == engine.score("so-called good")


def test_nobody_can_forge_a_phrase(engine: SentimentEngine) -> None:
    assert engine.score("\ue000a0\ue000 \ue000a99999\ue000 \ue000\ue000") <= 1


def test_what_stands_beyond_five_thousand_characters_changes_nothing(
    engine: SentimentEngine,
) -> None:
    start = "The box was fine. " * 300
    assert engine.score(start) == engine.score(start + "horrible " * 100_000)
