"""Learning from stars: what is learned, what is refused, and that it can be repeated."""

import random
from dataclasses import replace

from analysis.learning.lessons import learn


def shuffled(rows):
    stars = [row.stars for row in rows]
    # ruff: ignore[suspicious-non-cryptographic-random-usage] - an order, not a secret
    random.Random(3).shuffle(stars)
    return [replace(row, stars=each) for row, each in zip(rows, stars, strict=True)]


def test_words_that_only_the_stars_explain_are_learned(starred):
    taught = learn(starred(300), fewest=200)
    assert taught.figures.accepted
    assert taught.figures.learned_f1 > 0.95
    assert taught.figures.lexicon_f1 == 0.0
    assert taught.figures.gain_low > 0.9
    assert (taught.figures.negative, taught.figures.middle, taught.figures.positive) == (
        100,
        0,
        200,
    )
    assert taught.platforms == ("portal",)
    said = taught.model.opinions(["it was krungled", "it was zappity"], [0.0, 0.0])
    assert [one.sentiment for one in said] == ["negative", "positive"]


def test_it_is_asked_about_brands_it_never_saw(starred):
    rows = [replace(row, body=f"{row.brand} {row.brand}x") for row in starred(300)]
    rows = [replace(row, stars=1.0 if row.brand < "brand3" else 0.2) for row in rows]
    # within a brand its name says it all; of an unseen one it says nothing
    assert not learn(rows, fewest=200).figures.accepted
    alone = [replace(row, brand="one") for row in rows]
    assert learn(alone, fewest=200).figures.accepted


def test_stars_that_have_nothing_to_do_with_the_texts_are_refused(starred):
    taught = learn(shuffled(starred(600)), fewest=200)
    assert taught.figures.reason == "no better than the lexicon beyond chance"
    assert (taught.model, taught.platforms) == (None, ())


def test_who_was_to_be_beaten_is_told(starred):
    figures = learn(shuffled(starred(600)), fewest=200, first="transformer-1").figures
    assert figures.first == "transformer-1"
    assert figures.reason == "no better than transformer-1 beyond chance"
    assert learn(starred(10), fewest=200, first="transformer-1").figures.first == "transformer-1"
    assert learn(starred(300), fewest=200).figures.first == "lexicon"


def test_a_lexicon_that_is_right_is_kept(starred):
    rows = [replace(row, score=0.6 if row.stars > 0.5 else -0.6) for row in starred(300)]
    figures = learn(rows, fewest=200).figures
    assert figures.lexicon_f1 == 1.0
    assert not figures.accepted


def test_too_few_reviews_teach_nothing(starred):
    assert learn(starred(199), fewest=200).figures.reason == "fewer than 200"


def test_too_few_of_one_kind_teach_nothing(starred):
    rows = [replace(row, stars=1.0) if i > 60 else row for i, row in enumerate(starred(300))]
    figures = learn(rows, fewest=200).figures
    assert figures.reason == "only 21 of them negative"
    assert (figures.learned_f1, figures.held_back) == (None, None)


def test_the_same_reviews_give_the_same_model(starred):
    first, again = (learn(starred(300), fewest=200).model for _ in range(2))
    assert first.to_bytes() == again.to_bytes()
    assert first.version == again.version
    assert learn(starred(301), fewest=200).model.version != first.version


def test_many_reviews_are_learned_by_the_faster_method_and_repeatably(starred):
    first, again = (learn(starred(1_200), fewest=200) for _ in range(2))
    assert first.figures.learned_f1 > 0.95
    assert first.model.version == again.model.version


def test_middle_stars_on_texts_like_all_others_make_nothing_neutral(starred):
    rows = [replace(row, stars=0.6) if i % 10 == 0 else row for i, row in enumerate(starred(600))]
    taught = learn(rows, fewest=200)
    assert taught.figures.middle == 60
    assert taught.model.middle < 1
    said = taught.model.opinions([row.body for row in rows], [0.0] * len(rows))
    assert sum(one.sentiment == "neutral" for one in said) < 6


def test_middle_stars_on_texts_of_their_own_kind_are_told_by_neutral(starred):
    rows = [
        replace(row, stars=0.6, body=row.body.replace(" were ", " were so and so "))
        if i % 5 == 0
        else row
        for i, row in enumerate(starred(600))
    ]
    taught = learn(rows, fewest=200)
    said = taught.model.opinions([row.body for row in rows[::5]], [0.0] * 120)
    assert sum(one.sentiment == "neutral" for one in said) > 100


def test_only_platforms_with_enough_stars_are_spoken_of(starred):
    rows = [replace(row, platform="forum") if i < 49 else row for i, row in enumerate(starred(300))]
    assert learn(rows, fewest=200).platforms == ("portal",)
