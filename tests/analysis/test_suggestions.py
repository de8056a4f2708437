"""Phrases that no theme knows: counted once a text, compared by stem, outside of mentions."""

from string import ascii_lowercase

import pytest

from analysis.phrases import ReadText
from analysis.suggestions import MAX_EXAMPLE, suggestions

CALM = [
    "The box was nice and came quickly.",
    "Thank you for the kind words and the good price.",
    "I would order here again, lovely people.",
    "Everything went well from start to finish.",
    "My mother likes the color of it.",
] * 12


def texts(*negative, calm=CALM):
    return [
        *(ReadText(body=body, is_negative=True, covered=()) for body in negative),
        *(ReadText(body=body, is_negative=False, covered=()) for body in calm),
    ]


def found(lexicons, read, **options):
    return suggestions(read, lexicons["en"], most=options.pop("most", 10), **options)


@pytest.fixture
def doors():
    """Complaints of one kind, in words that no two share but those of the matter."""
    return [
        "They leave parcels at a stranger's door.",
        "Somebody left my parcel by the bins!",
        "Parcels get lost with this firm.",
        "Where is that parcel now?",
        "Our parcel had been opened.",
    ]


def test_a_word_of_negative_texts_is_found_in_all_its_forms(lexicons, doors):
    (first, *_) = found(lexicons, texts(*doors))
    assert first.words == "parcel"
    assert (first.negative, first.of_negative) == (5, 5)
    assert (first.rest, first.of_rest) == (0, 60)
    assert first.examples == tuple(doors[:2])


def test_what_a_mention_quotes_is_known_already(lexicons, doors):
    known = [ReadText(body=body, is_negative=True, covered=((0, len(body)),)) for body in doors]
    assert found(lexicons, [*known, *texts()]) == ()


def test_a_word_that_is_as_frequent_elsewhere_does_not_stand_out(lexicons, doors):
    calm = [*CALM, *["The parcel is here."] * 40]
    assert all("parcel" not in one.words for one in found(lexicons, texts(*doors, calm=calm)))


def test_a_word_that_only_boosts_others_is_no_phrase(lexicons, doors):
    told = ["It really rained.", "They really shrugged.", "We really left.", "A really wet day."]
    words = {word for one in found(lexicons, texts(*doors, *told)) for word in one.words.split()}
    assert "parcel" in words
    assert "really" not in words


def test_a_word_of_feeling_or_a_name_is_no_phrase(lexicons):
    negative = [f"{word} Horrible Acme {word}" for word in ("one", "two", "six", "ten", "red")]
    assert [one.words for one in found(lexicons, texts(*negative))] == ["horrible acme"]
    assert found(lexicons, texts(*negative), brand_names=["Acme"]) == ()


def test_a_part_of_a_phrase_is_not_told_again(lexicons):
    matters = ("shoes", "kettle", "lamp", "phone", "chair", "rug")
    negative = [f"{matter}: hidden subscription billed" for matter in matters]
    shown = [one.words for one in found(lexicons, texts(*negative))]
    assert shown == ["hidden subscription billed"]


def test_a_number_is_any_number(lexicons):
    matters = ("shoes", "kettle", "lamp", "phone")
    negative = [
        f"{matter} rang {number} times daily" for number, matter in enumerate(matters, start=7)
    ]
    assert "rang # times" in [one.words for one in found(lexicons, texts(*negative))]


def test_a_phrase_in_two_texts_only_is_chance(lexicons, doors):
    assert found(lexicons, texts(*doors[:2])) == ()


def test_no_texts_are_no_suggestions(lexicons):
    assert found(lexicons, []) == ()
    assert found(lexicons, [ReadText(body="", is_negative=True, covered=())]) == ()


def test_an_example_of_an_endless_sentence_is_cut_at_words(lexicons):
    around = [" ".join(f"{letter}{other}x" for other in ascii_lowercase) for letter in "abcdefgh"]
    negative = [f"{one} oven {one}" for one in around]
    (oven,) = (one for one in found(lexicons, texts(*negative)) if one.words == "oven")
    assert len(oven.examples[0]) <= MAX_EXAMPLE
    assert " oven " in oven.examples[0]
    assert oven.examples[0] in negative[0]


def test_a_language_without_a_stemmer_is_read_as_written(lexicons):
    negative = ["Mzigo wangu", "mzigo huo!", "Ule mzigo?", "kwanini mzigo"]
    read = texts(*negative)
    (first, *_) = suggestions(read, lexicons["sw"], most=5)
    assert first.words == "mzigo"
