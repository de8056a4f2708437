"""Judgments: what they change in the counts, and how they outlive what they were made of."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rivalscope.models import Judgment, Period, ThemeMention, Understanding

NOON = datetime(2026, 9, 30, 12, tzinfo=UTC)
DAY = date(2026, 9, 7)


@pytest.fixture
def understand(store):
    """Understands all reviews anew: ``understand("v2", app="positive")``, one mention a theme."""

    def understanding(version, *, sentiment="neutral", quote="Slow", **themes):
        store.understandings.save(
            [
                (
                    Understanding(
                        id=text.id,
                        language="en",
                        sentiment=sentiment,
                        score=0.0,
                        mentions=tuple(
                            ThemeMention(
                                theme=theme,
                                polarity=polarity,
                                start=place,
                                end=place + len(quote),
                                quote=quote,
                                rule="complaint_cue",
                            )
                            for place, (theme, polarity) in enumerate(themes.items())
                        ),
                    ),
                    content,
                )
                for text, content in store.reviews.to_understand(version)
            ],
            version=version,
        )

    return understanding


@pytest.fixture
def add(store, source, snapshot, review):
    """Stores reviews of one day, numbered; gives their ids in the order they are drawn."""

    def adding(*numbers, **changes):
        moment = datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)
        reviews = [
            replace(review, native_id=str(number), published_at=moment, **changes)
            for number in numbers
        ]
        return sorted(store.reviews.save(reviews, source=source, snapshot=snapshot).keys)

    return adding


def drawn(store, *, how="random", theme=None, language=None, count=100):
    return store.corrections.draw(
        drawn=how, theme=theme, language=language, count=count, satisfied=0.8, dissatisfied=0.4
    )


def judged(review, verdict="right", *, theme="app", polarity=None, how="random"):
    return Judgment(
        review=review,
        theme=theme,
        quote="Slow",
        tagged="negative",
        verdict=verdict,
        polarity="negative" if verdict == "right" else polarity,
        drawn=how,
        judged_at=NOON,
    )


def counts(store):
    return {
        theme: (complaints, praises)
        for one in store.understandings.daily_counts(until=DAY)
        for theme, complaints, praises in zip(one.themes, one.complaints, one.praises, strict=True)
    }


def quoted(store, polarity):
    """Review -> rule, of those that offer a quote on the app."""
    period = Period(since=DAY, until=DAY)
    found = store.understandings.evidence("rival", theme="app", polarity=polarity, period=period)
    return {one.review_id: one.rule for one in found}


def test_a_mention_judged_wrong_is_not_counted(store, add, understand):
    first, _ = add(1, 2)
    understand("v1", app="negative")
    store.corrections.save([judged(first, "wrong_theme")])
    assert counts(store) == {"app": (1, 0)}
    assert first not in quoted(store, "negative")
    assert store.understandings.mentions_of(first) == ()


def test_a_mention_judged_to_be_praise_counts_as_praise(store, add, understand):
    first, _ = add(1, 2)
    understand("v1", app="negative")
    store.corrections.save([judged(first, "wrong_polarity", polarity="positive")])
    assert counts(store) == {"app": (1, 1)}
    assert quoted(store, "positive") == {first: "corrected"}


def test_other_themes_of_the_same_words_are_left_alone(store, add, understand):
    (first,) = add(1)
    understand("v1", app="negative", price_value="negative")
    store.corrections.save([judged(first, "wrong_theme")])
    assert counts(store) == {"price_value": (1, 0)}


@pytest.mark.parametrize("verdict", ["right", "skipped"])
def test_what_is_right_or_skipped_counts_as_it_was(store, add, understand, verdict):
    (first,) = add(1)
    understand("v1", app="negative")
    store.corrections.save([judged(first, verdict)])
    assert counts(store) == {"app": (1, 0)}


def test_judgments_outlive_another_tagging(store, add, understand):
    first, second = add(1, 2)
    understand("v1", app="negative")
    store.corrections.save([judged(first, "wrong_theme"), judged(second)])
    understand("v2", app="positive")
    # the one was judged to be a complaint, whatever the new pack says
    assert counts(store) == {"app": (1, 0)}
    assert store.corrections.count() == {"right": 1, "wrong_theme": 1}


def test_a_judgment_is_about_the_words_and_not_about_others(store, add, understand):
    (first,) = add(1)
    understand("v1", app="negative")
    store.corrections.save([judged(first, "wrong_theme")])
    understand("v2", quote="The parcel", app="negative")
    assert counts(store) == {"app": (1, 0)}


def test_an_erased_review_takes_its_judgments_along(store, path, add, understand):
    (first,) = add(1)
    understand("v1", app="negative")
    store.corrections.save([judged(first)])
    store.privacy.erase([first], at=NOON)
    assert store.corrections.count() == {}
    assert store.corrections.save([judged(first)]) == 0


def test_the_next_to_judge_are_the_same_until_they_are_judged(store, add, understand):
    keys = add(1, 2, 3, 4)
    understand("v1", app="negative")
    assert [one.review for one in drawn(store, count=2)] == keys[:2]
    assert [one.review for one in drawn(store, count=2)] == keys[:2]
    store.corrections.save([judged(keys[0])])
    assert [one.review for one in drawn(store)] == keys[1:]


def test_what_was_skipped_comes_last(store, add, understand):
    keys = add(1, 2, 3)
    understand("v1", app="negative")
    store.corrections.save([judged(keys[0], "skipped")])
    assert [one.review for one in drawn(store)] == [keys[1], keys[2], keys[0]]


def test_theme_and_language_narrow_the_draw(store, add, understand):
    add(1, 2)
    understand("v1", app="negative", price_value="negative")
    assert {one.mention.theme for one in drawn(store, theme="app")} == {"app"}
    assert len(drawn(store, language="en")) == 4
    assert drawn(store, language="cs") == ()


def test_what_no_finding_counts_is_not_asked(store, add, understand):
    (key,) = add(1)
    add(2, date_precision="year")
    understand("v1", app="negative")
    assert [one.review for one in drawn(store)] == [key]


@pytest.mark.parametrize(
    ("polarity", "sentiment", "stars", "word"),
    [
        ("neutral", "neutral", None, "nothing told"),
        ("negative", "positive", None, "sounds pleased"),
        ("positive", "negative", None, "sounds displeased"),
        ("negative", "negative", 5.0, "many stars"),
        ("positive", "positive", 1.0, "few stars"),
        ("negative", "negative", 1.0, None),
        ("positive", "positive", 3.0, None),
        ("negative", "neutral", None, None),
    ],
)
def test_doubtful_is_what_something_else_contradicts(
    store, add, understand, polarity, sentiment, stars, word
):
    add(1, rating=stars, rating_max=5.0 if stars else None)
    understand("v1", sentiment=sentiment, app=polarity)
    found = drawn(store, how="doubtful")
    assert [word in one.doubt for one in found] == ([True] if word else [])


def test_only_what_was_drawn_at_random_measures(store, add, understand):
    keys = add(1, 2, 3)
    understand("v1", app="neutral")
    store.corrections.save(
        [
            judged(keys[0]),
            judged(keys[1], "skipped"),
            judged(keys[2], "wrong_theme", how="doubtful"),
        ]
    )
    assert [one.review for one in store.corrections.sampled()] == [keys[0]]


def test_a_sample_does_not_lose_what_was_judged_as_doubtful_before(store, add, understand):
    keys = add(1, 2, 3)
    understand("v1", app="neutral")
    store.corrections.save([judged(keys[0], "wrong_theme", how="doubtful")])
    store.corrections.save([judged(keys[2], "wrong_theme", how="doubtful")])
    assert store.corrections.sampled() == ()
    store.corrections.save([judged(keys[1])])
    assert [one.review for one in store.corrections.sampled()] == keys[:2]


def test_a_second_answer_replaces_the_first_and_stays_in_the_sample(store, add, understand):
    (key,) = add(1)
    understand("v1", app="negative")
    store.corrections.save([judged(key)])
    store.corrections.save([judged(key, "wrong_theme", how="doubtful")])
    (one,) = store.corrections.sampled()
    assert (one.verdict, one.version) == ("wrong_theme", "v1")


def test_all_texts_come_with_their_mentions_as_tagged(store, add, understand):
    keys = add(1, 2)
    understand("v1", app="negative", price_value="positive")
    store.corrections.save([judged(keys[0], "wrong_theme")])
    found = list(store.tagged_texts.all())
    assert [one.text.id for one in found] == keys
    assert {m.theme for m in found[0].mentions} == {"app", "price_value"}
    assert list(store.tagged_texts.all(language="cs")) == []
    assert store.tagged_texts.count() == 2
