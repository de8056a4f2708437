"""Our walk over the language model against the model's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from analysis.likelihood import likelihood

OURS = likelihood()
MODEL = LanguageIdentifier.from_model_file(MODEL_FILE)
WORDS = st.sampled_from(
    [
        *("the", "parcel", "was", "late", "a", "objednávka", "přišla", "και", "το", "ΟΧΙ"),
        *("посылка", "ОЧЕНЬ", "és", "késett", "kifurushi", "très", "配送", "الطلب"),
        *("👍", "12:30", "ﬁ", "İ"),
    ]
)


@given(st.one_of(st.text(max_size=250), st.lists(WORDS, max_size=40).map(" ".join)))
def test_language_and_likelihood_are_those_of_the_model(text: str) -> None:
    assert OURS.most_likely(text) == MODEL.classify(text)


@pytest.mark.parametrize(
    "text", ["", "\x00", "THE PARCEL WAS LATE", "e\u0301te\u0301", "\ud800 ok"]
)
def test_odd_texts_are_classified_as_by_the_model(text: str) -> None:
    assert OURS.most_likely(text) == MODEL.classify(text)
