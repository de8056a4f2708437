"""The rule engine of the other languages, one rule at a time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import SentimentEngine, engine_for, sentiment
from rivalscope.models import Lexicon


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("cs", "Skvělá obsluha", "positive"),
        ("cs", "skvela obsluha", "positive"),
        ("cs", "Aplikace není dobrá", "negative"),
        ("cs", "Nedoporučuji", "negative"),
        ("cs", "Žádné problémy ani stížnosti", "positive"),
        ("cs", "Nikdy více", "negative"),
        ("cs", "Objednal jsem knihu", "neutral"),
        ("ru", "Приложение не очень хорошее", "negative"),
        ("ru", "Всё отлично, без проблем", "positive"),
        ("ru", "Не только быстро", "positive"),
        ("hu", "Az alkalmazás nem jó", "negative"),
        ("hu", "Nagyon jó és kedves", "positive"),
        ("hu", "Nem csak gyors", "positive"),
        ("sw", "Huduma nzuri sana", "positive"),
        ("sw", "Programu si nzuri", "negative"),
        ("sw", "Chakula kibaya", "negative"),
    ],
)
def test_texts_are_felt_in_their_own_language(
    engines: dict[str, SentimentEngine], language: str, text: str, expected: str
) -> None:
    assert sentiment(engines[language].score(text)) == expected


@pytest.fixture(scope="module")
def czech(lexicons: dict[str, Lexicon]) -> SentimentEngine:
    return engine_for(lexicons["cs"], brand_names=("Skvělá Móda",))


def test_boosters_strengthen_and_dampeners_weaken(czech: SentimentEngine) -> None:
    assert czech.score("velmi dobrý") > czech.score("dobrý") > czech.score("trochu dobrý") > 0


def test_a_booster_far_away_boosts_less(czech: SentimentEngine) -> None:
    assert czech.score("velmi dobrý") > czech.score("velmi ten dobrý") > czech.score("dobrý")
    assert czech.score("velmi ten to tam dobrý") == czech.score("dobrý")


def test_a_negator_reaches_three_words_and_no_comma(czech: SentimentEngine) -> None:
    assert czech.score("není to tak dobrý") < 0
    assert czech.score("není to tak úplně dobrý") > 0
    assert czech.score("ne, je to dobrý") > 0


def test_two_negators_deny_once(czech: SentimentEngine) -> None:
    assert czech.score("nikdy nedoporučuji") < 0


def test_what_follows_a_contrast_weighs_more(czech: SentimentEngine) -> None:
    assert czech.score("dobrý, ale pomalý") < czech.score("pomalý, ale dobrý")
    assert czech.score("dobrý, ale pomalý") < 0


def test_a_contrast_stays_in_its_sentence(czech: SentimentEngine) -> None:
    assert czech.score("skvělý. Ale co") == czech.score("skvělý")


def test_exclamation_and_capitals_add_a_little(czech: SentimentEngine) -> None:
    assert czech.score("je to dobrý!") > czech.score("je to dobrý")
    assert czech.score("je to DOBRÝ") > czech.score("je to dobrý")
    assert czech.score("JE TO DOBRÝ") == czech.score("je to dobrý")
    assert czech.score("je to hrozný!!!!") == czech.score("je to hrozný!!!!!!!!")


def test_emoji_and_emoticons_count_in_every_language(
    engines: dict[str, SentimentEngine],
) -> None:
    for language in ("cs", "ru", "hu", "sw"):
        assert engines[language].score("👍👍") > engines[language].score("👍") > 0
        assert engines[language].score("😡") < 0 < engines[language].score("❤")
        assert engines[language].score(":)") > 0 > engines[language].score(":-(")
    assert engines["ru"].score("Спасибо)") > 0
    assert engines["ru"].score("Спасибо (оператору)") == 0


def test_a_bracket_that_smiles_is_politeness_in_russian_and_joy_elsewhere(
    engines: dict[str, SentimentEngine],
) -> None:
    for smile in (":)", "))", "=)"):
        assert 0 < engines["ru"].score(f"пришло {smile}") < 0.05
        assert engines["cs"].score(f"přišlo {smile}") > 0.3


def test_a_brand_name_carries_no_feeling(czech: SentimentEngine) -> None:
    assert czech.score("Skvělá móda poslala balík @dobry https://dobry.example") == 0


@pytest.mark.parametrize(
    ("text", "expected"), [("Das gefällt mir nicht", "negative"), ("Das gefällt mir", "positive")]
)
def test_german_negates_at_the_end_of_the_clause(text: str, expected: str) -> None:
    lexicon = Lexicon(
        language="de",
        stemmer="german",
        valence={"gefällt": 2.0},
        boosters={},
        negators=("nicht",),
        negation_prefixes=(),
        negation_scope=3,
        contrast=("aber",),
        conjunctions=("und",),
        digest="test",
    )
    assert sentiment(engine_for(lexicon).score(text)) == expected


def test_the_more_exact_entry_of_a_lexicon_is_believed(lexicons: dict[str, Lexicon]) -> None:
    lexicon = Lexicon(
        language="sw",
        stemmer=None,
        valence={"care*": 2.0, "=careless": -2.0},
        boosters={},
        negators=(),
        negation_prefixes=(),
        negation_scope=3,
        contrast=(),
        conjunctions=(),
        digest="test",
    )
    assert engine_for(lexicon).score("careless") < 0 < engine_for(lexicon).score("careful")


@given(text=st.text(max_size=300), language=st.sampled_from(["cs", "ru", "hu", "sw"]))
def test_any_text_has_a_score_in_range(
    engines: dict[str, SentimentEngine], text: str, language: str
) -> None:
    assert -1 <= engines[language].score(text) <= 1


def test_negation_passes_an_and_only_between_opinions_of_one_sign(czech: SentimentEngine) -> None:
    assert czech.score("není dobrý a rychlý") < czech.score("není dobrý") < 0
    assert czech.score("není dobrý a pomalý") < czech.score("není dobrý")
    assert czech.score("není pomalý a dobrý") > czech.score("není pomalý") > 0
    assert czech.score("není tam a dobrý") == czech.score("dobrý")
    assert czech.score("není tam nebo dobrý") < 0


def test_a_verb_that_closes_its_clause_denies_what_stands_before_it(czech: SentimentEngine) -> None:
    assert czech.score("problém tam nebyl") > 0 > czech.score("dobrý to není, pane")
    assert czech.score("dobrý, není") > 0
    assert czech.score("dobrý bez, ehm") > 0


def test_the_longest_phrase_wins_over_the_first(lexicons: dict[str, Lexicon]) -> None:
    lexicon = replace(lexicons["cs"], valence={"tak dobrý": 1.0, "dobrý jako nikdy": -3.0})
    assert engine_for(lexicon).score("tak dobrý jako nikdy") < 0
