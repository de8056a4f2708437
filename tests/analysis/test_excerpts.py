"""Parts of a text scored from the pieces already cut against the same parts cut anew."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sentiment import SentimentEngine, engine_for
from analysis.themes.passage import Excerpt
from rivalscope.models import Lexicon

JOINT = " _ "
ENGLISH = "I could not be happier on hold very good bad but no never so GOOD slow was kind of"
WORDS = [
    *ENGLISH.split(),
    *("ne", "velmi", "dobrý", "HROZNÝ", "ale", "nedobrý", "problém", "bez", "a"),
    *("не", "очень", "хороший", "ужасный", "но", ":)", ":(", ")", "(", "!", "?", ".", ",", "-"),
    *("...", "\n", '"', "*", "2", "12:30", ":D", "2nd", "'", "_"),
]
TEXTS = st.builds(
    lambda words, glue: "".join(f"{word}{blank}" for word, blank in zip(words, glue, strict=False)),
    st.lists(st.sampled_from(WORDS), max_size=20),
    st.lists(st.sampled_from([" ", " ", " ", "", "\t"]), min_size=20, max_size=20),
)


Engines = dict[str, SentimentEngine]


@pytest.fixture(scope="module")
def branded(lexicons: dict[str, Lexicon]) -> Engines:
    names = ("United", "Best Buy")
    return {code: engine_for(lexicon, brand_names=names) for code, lexicon in lexicons.items()}


@pytest.mark.parametrize("language", ["en", "cs", "ru"])
@given(text=TEXTS, data=st.data())
def test_an_excerpt_is_worth_what_its_text_is(
    branded: Engines, language: str, text: str, data: st.DataObject
) -> None:
    engine = branded[language]
    assert engine.is_plain(text)
    passage = engine.alphabet.passage(text)
    place = st.integers(0, len(passage.letters))
    first, left, right, last = sorted(data.draw(st.tuples(place, place, place, place)))
    for parts in (((first, last),), ((first, left), (right, last))):
        excerpt = Excerpt(passage, parts, joint=JOINT)
        assert engine.score_as_is(excerpt) == engine.score(excerpt.text)
        for number, piece in enumerate(excerpt.pieces):
            start, end = excerpt.place(number)
            assert excerpt.text[start:end] == piece


def test_a_place_beyond_an_excerpt_is_refused(branded: Engines) -> None:
    passage = branded["en"].alphabet.passage("good and bad")
    with pytest.raises(IndexError):
        Excerpt(passage, ((0, 2),), joint=JOINT).place(2)


@pytest.mark.parametrize(
    "text",
    ["see www.x.com", "SEE WWW.X.COM", "http://x", "thanks @you", "isn’t", "unitedly 2United"],
)
def test_a_text_to_be_masked_is_not_plain(branded: Engines, text: str) -> None:
    assert not any(engine.is_plain(text) for engine in branded.values())


def test_only_english_spells_emoji_out(branded: Engines) -> None:
    assert not branded["en"].is_plain("good 👍")
    assert branded["cs"].is_plain("dobrý 👍")
    assert branded["en"].is_plain("a good café, now.")
