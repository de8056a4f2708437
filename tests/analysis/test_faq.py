"""FAQ pairs: themes, changes, coverage, promises against complaints, and how they read."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from analysis.faq.coverage import coverage, profiles, themes_to_cover
from analysis.faq.history import changes, pairs
from analysis.faq.promises import contradictions, promised
from analysis.faq.reading_ease import reading_ease
from analysis.faq.sentences import sentences, words
from analysis.faq.syllables import syllables
from rivalscope.models import (
    Evidence,
    FaqPair,
    Finding,
    Interval,
    Period,
    Rate,
    SeenAnswer,
    ThemeMention,
    Understanding,
)

BEGIN = datetime(2026, 6, 1, tzinfo=UTC)
THEMES = {"deliver": "delivery_speed", "refund": "returns_refunds", "phone": "wait_time"}


def understand(text: str) -> Understanding:
    """Finds a theme by one word, and takes everything for English."""
    return Understanding(
        id="",
        language="en",
        sentiment="neutral",
        score=0.0,
        mentions=tuple(
            ThemeMention(
                theme=theme, polarity="neutral", start=0, end=1, quote=text[:1], rule="topic"
            )
            for word, theme in THEMES.items()
            if word in text.lower()
        ),
    )


def seen(answer: str, day: int, until: int | None = None, **rest: Any) -> SeenAnswer:
    return SeenAnswer(
        **{
            "brand": "ant",
            "source": "faq",
            "question": "How fast do you deliver?",
            "answer": answer,
            "url": "https://ant.example/faq",
            "since": BEGIN + timedelta(days=day),
            "until": None if until is None else BEGIN + timedelta(days=until),
            "replaced": until is not None,
            "fetches": 2,
            "first": day == 0,
        }
        | rest
    )


def told(*answers: SeenAnswer) -> list[tuple[str | None, str | None, int]]:
    return [
        (one.before, one.after, (one.on - BEGIN.date()).days)
        for one in changes(answers, understand)
    ]


class TestChanges:
    def test_an_answer_that_stood_in_two_fetches_is_one(self) -> None:
        assert told(seen("In 3 days.", 0, 9), seen("In 2 days.", 9)) == [
            ("In 3 days.", "In 2 days.", 9)
        ]

    def test_one_fetch_alone_confirms_nothing(self) -> None:
        assert told(seen("In 3 days.", 0, 9), seen("In 2 days.", 9, fetches=1)) == []

    def test_an_answer_that_was_back_at_once_did_not_change(self) -> None:
        chain = (seen("A", 0, 9), seen("B", 9, 10, fetches=1), seen("A", 10))
        assert told(*chain) == []
        assert pairs(chain, understand)[0].changed_on is None

    def test_what_stood_there_at_the_first_reading_is_no_news(self) -> None:
        assert told(seen("A", 0)) == []

    def test_what_stood_there_at_first_is_what_a_change_changes(self) -> None:
        assert told(seen("A", 0, 1, fetches=1), seen("B", 1)) == [("A", "B", 1)]

    def test_a_question_that_came_later_is_new(self) -> None:
        assert told(seen("A", 4)) == [(None, "A", 4)]
        assert told(seen("A", 4, fetches=1)) == []

    def test_a_question_that_was_missed_twice_is_gone(self) -> None:
        assert told(seen("A", 0, 7, replaced=False)) == [("A", None, 7)]

    def test_a_question_seen_once_and_gone_never_was(self) -> None:
        assert told(seen("A", 3, 7, replaced=False, fetches=1)) == []

    def test_the_newest_comes_first_and_names_its_themes(self) -> None:
        found = changes(
            [seen("A", 4), seen("Call our phone.", 6, question="How to reach you?")], understand
        )
        assert [one.themes for one in found] == [("wait_time",), ("delivery_speed",)]


class TestPairs:
    def test_hold_the_answer_as_it_stands_its_themes_and_days(self) -> None:
        (pair,) = pairs([seen("A refund? In 3 days.", 0, 9), seen("In 2 days.", 9)], understand)
        assert (pair.answer, pair.language, pair.themes) == (
            "In 2 days.",
            "en",
            ("delivery_speed",),
        )
        assert (pair.first_seen, pair.changed_on) == (date(2026, 6, 1), date(2026, 6, 10))

    def test_leave_out_what_is_gone_and_what_is_blank(self) -> None:
        assert pairs([seen("A", 0, 7, replaced=False)], understand) == ()
        assert pairs([seen(" ", 0)], understand) == ()


def pair(answer: str, *, brand: str = "ant", question: str = "When?", **rest: Any) -> FaqPair:
    themes = {mention.theme for text in (question, answer) for mention in understand(text).mentions}
    return FaqPair(
        **{
            "brand": brand,
            "question": question,
            "answer": answer,
            "url": f"https://{brand}.example/faq",
            "language": "en",
            "themes": tuple(sorted(themes)),
            "first_seen": date(2026, 6, 1),
            "changed_on": None,
        }
        | rest
    )


def complaints(brand: str, theme: str, *, n: int, of: int, low: float = 0.0) -> Finding:
    day = date(2026, 9, 1)
    return Finding(
        brand=brand,
        theme=theme,
        polarity="negative",
        period=Period(since=day, until=day),
        rate=Rate(n=n, of=of, per_100=100 * n / of, interval=Interval(low=low, high=99.0)),
        previous=None,
        change=None,
        strata=(),
        enough=n >= 8,
    )


class TestPromises:
    @pytest.mark.parametrize(
        ("answer", "sentence"),
        [
            ("We deliver within two working days.", "We deliver within two working days."),
            ("Relax. We deliver in 3-5 days. Bye.", "We deliver in 3-5 days."),
            ("We deliver in three to five working days.",) * 2,
            ("We deliver overnight.", "We deliver overnight."),
            ("We deliver the next working day.", "We deliver the next working day."),
        ],
    )
    def test_are_sentences_that_tell_a_time(self, answer: str, sentence: str) -> None:
        assert list(promised(pair(answer), understand)) == [("delivery_speed", sentence)]

    @pytest.mark.parametrize(
        "answer",
        [
            "We deliver everywhere.",
            "We deliver 30 parcels a van.",
            "Our phone: 9 to 15.",
            "In time.",
            "We deliver one parcel a day.",
        ],
    )
    def test_are_none_without_a_time(self, answer: str) -> None:
        assert not list(promised(pair(answer), understand))

    def test_are_about_what_the_sentence_says_else_about_the_question(self) -> None:
        both = pair("In two days. A refund takes 5 days.", question="How fast do you deliver?")
        assert list(promised(both, understand)) == [
            ("delivery_speed", "In two days."),
            ("returns_refunds", "A refund takes 5 days."),
        ]

    @pytest.mark.parametrize(
        ("language", "answer"),
        [
            ("cs", "Odpovíme do dvou pracovních dnů."),
            ("de", "Wir antworten innerhalb von 24 Stunden."),
            ("es", "Respondemos en dos días hábiles."),
            ("fr", "Réponse sous 48 heures."),
            ("hu", "Három munkanapon belül válaszolunk."),
            ("pl", "Odpowiadamy w ciągu 24 godzin."),
            ("ru", "Ответим в течение двух рабочих дней."),
            ("sw", "Tunajibu ndani ya saa 24."),
        ],
    )
    def test_are_read_in_every_language(self, language: str, answer: str) -> None:
        one = pair(answer, question="Phone?", language=language)
        assert list(promised(one, understand)) == [("wait_time", answer)]

    def test_are_not_read_in_a_language_nobody_knows(self) -> None:
        assert not list(promised(pair("We deliver in 3 days.", language="unknown"), understand))

    def test_stand_against_high_complaints_of_the_same_brand_and_theme(self) -> None:
        slow = complaints("ant", "delivery_speed", n=30, of=100, low=21.0)
        few = complaints("bee", "delivery_speed", n=9, of=100, low=4.0)
        quote = Evidence(
            review_id="1",
            brand="ant",
            platform="p",
            language="en",
            theme="delivery_speed",
            polarity="negative",
            quote="It took them three weeks.",
            rule="complaint_cue",
            published_on=date(2026, 9, 1),
            url=None,
        )
        (found,) = contradictions(
            [pair("We deliver in 3 days."), pair("We deliver in 3 days.", brand="bee")],
            {("ant", "delivery_speed"): slow, ("bee", "delivery_speed"): few},
            quotes={slow.id: [quote]},
            is_high=lambda finding: finding.rate.interval.low >= 10,
            understand=understand,
        )
        assert (found.brand, found.sentence) == ("ant", "We deliver in 3 days.")
        assert (found.finding, found.quotes) == (slow, (quote,))


class TestCoverage:
    def test_tells_answered_open_and_unread(self) -> None:
        cells = coverage(
            [pair("We deliver in 3 days.", changed_on=date(2026, 9, 2))],
            themes=("delivery_speed", "wait_time"),
            brands=("ant", "bee"),
            read={"ant"},
        )
        assert [(one.theme, one.brand, one.state, one.pairs, one.changed_on) for one in cells] == [
            ("delivery_speed", "ant", "answered", 1, date(2026, 9, 2)),
            ("delivery_speed", "bee", "unread", 0, None),
            ("wait_time", "ant", "open", 0, None),
            ("wait_time", "bee", "unread", 0, None),
        ]

    def test_marks_what_complaints_speak_against(self) -> None:
        found = contradictions(
            [pair("We deliver in 3 days.")],
            {("ant", "delivery_speed"): complaints("ant", "delivery_speed", n=30, of=100)},
            quotes={},
            is_high=lambda _: True,
            understand=understand,
        )
        (cell,) = coverage(
            [pair("We deliver in 3 days.")],
            themes=("delivery_speed",),
            brands=("ant",),
            read=("ant",),
            contradictions=found,
        )
        assert cell.contradicted

    def test_has_a_row_for_what_is_answered_or_complained_of_and_can_be_answered(self) -> None:
        rates = {
            ("ant", "wait_time"): complaints("ant", "wait_time", n=30, of=100),
            ("ant", "food"): complaints("ant", "food", n=40, of=100),
            ("ant", "app"): complaints("ant", "app", n=3, of=100),
        }
        assert themes_to_cover([pair("We deliver.")], rates) == ("wait_time", "delivery_speed")

    def test_profiles_tell_age_and_freshness(self) -> None:
        early, late = date(2026, 6, 1), date(2026, 8, 1)
        gone = changes([seen("A", 0, 70, replaced=False)], understand)
        (ant, bee) = profiles(
            [pair("We deliver."), pair("By phone.", first_seen=late)],
            gone,
            brands=("ant", "bee"),
            read=("ant",),
        )
        assert (ant.pairs, ant.first_seen, ant.newest) == (2, early, late)
        assert ant.last_changed == date(2026, 8, 10)
        assert [one.language for one in ant.ease] == ["en"]
        assert (bee.read, bee.pairs, bee.first_seen, bee.ease) == (False, 0, None, ())


class TestReadingEase:
    def test_is_flesch_in_english(self) -> None:
        ease = reading_ease(["The cat sat on the mat. " * 20], "en")
        assert ease
        assert (ease.formula, ease.words, ease.words_per_sentence) == ("flesch", 120, 6.0)
        assert ease.score == pytest.approx(206.835 - 1.015 * 6 - 84.6)
        assert ease.long_words == 0.0

    def test_is_the_formula_published_for_the_language(self) -> None:
        ease = reading_ease(["Der Hund schläft im Garten. " * 30], "de")
        assert ease
        assert ease.formula == "amstad"
        assert ease.score == pytest.approx(180 - 5 - 58.5 * 6 / 5)

    def test_has_no_score_on_few_words_or_without_a_formula(self) -> None:
        few, plain = reading_ease(["One two."], "en"), reading_ease(["A posta lassú. " * 60], "hu")
        assert few
        assert (few.formula, few.score) == ("flesch", None)
        assert plain
        assert (plain.formula, plain.score, plain.words_per_sentence) == ("plain", None, 3.0)

    def test_harder_words_and_longer_sentences_lower_it(self) -> None:
        easy = reading_ease(["We bring it to your door. " * 20], "en")
        hard = reading_ease(
            [
                "Notwithstanding aforementioned considerations, reimbursement necessitates "
                "documentation of circumstances surrounding unsuccessful deliveries. " * 10
            ],
            "en",
        )
        assert easy and easy.score and hard and hard.score  # ruff: ignore[pytest-composite-assertion]
        assert easy.score > 80
        assert hard.score < 0

    @pytest.mark.parametrize("texts", [[], [""], ["12 34."]])
    def test_is_none_without_words(self, texts: list[str]) -> None:
        assert reading_ease(texts, "en") is None

    @pytest.mark.parametrize(
        ("language", "word", "count"),
        [
            ("en", "delivery", 4),
            ("en", "time", 1),
            ("en", "times", 1),
            ("en", "table", 2),
            ("en", "refunded", 3),
            ("en", "arrived", 2),
            ("en", "the", 1),
            ("cs", "vlk", 1),
            ("cs", "doručení", 4),
            ("cs", "koupě", 2),
            ("de", "Lieferung", 3),
            ("de", "Bestellung", 3),
            ("es", "devolución", 4),
            ("es", "aéreo", 4),
            ("es", "ciudad", 2),
            ("fr", "livraison", 3),
            ("fr", "colis", 2),
            ("fr", "table", 1),
            ("ru", "доставка", 3),
            ("ru", "в", 1),
        ],
    )
    def test_counts_syllables(self, language: str, word: str, count: int) -> None:
        assert syllables(word, language) == count


def test_sentences_end_at_a_mark_before_a_capital_or_at_a_line() -> None:
    text = "Ordered before 16.00, it comes today. Really! e.g. this\n- And a line"
    assert sentences(text) == [
        "Ordered before 16.00, it comes today.",
        "Really! e.g. this",
        "- And a line",
    ]
    assert words("It's 5 e-mails, naïve.") == ["It's", "e-mails", "naïve"]
