from __future__ import annotations

import pytest

from analysis.gaps import SiteFacts, answered_themes
from rivalscope.models import FaqEntry

THEMES = {"delivery": "delivery_speed", "refund": "returns_refunds", "wait": "wait_time"}


def themes_in(entry: FaqEntry) -> set[str]:
    return {theme for word, theme in THEMES.items() if word in entry.question + entry.answer}


def test_an_answered_question_answers_its_themes() -> None:
    entries = [
        FaqEntry(question="When is my delivery due?", answer="In two days."),
        FaqEntry(question="Can I have my money back?", answer="Yes, a refund takes a day."),
    ]
    assert answered_themes(entries, themes_in) == {"delivery_speed", "returns_refunds"}


@pytest.mark.parametrize("answer", ["", " \n"])
def test_a_question_without_an_answer_answers_nothing(answer: str) -> None:
    entries = [FaqEntry(question="Why do I wait?", answer=answer)]
    assert answered_themes(entries, themes_in) == frozenset()


def test_no_entries_answer_nothing() -> None:
    assert answered_themes([], themes_in) == frozenset()


def test_only_a_faq_that_was_read_leaves_anything_open() -> None:
    assert not SiteFacts(brand="ant").leaves_open("wait_time")
    read = SiteFacts(brand="ant", faq_read=True, faq_themes=frozenset({"app"}))
    assert read.leaves_open("wait_time")
    assert not read.leaves_open("app")
    assert not read.leaves_open("food")


def test_only_a_site_that_was_read_lacks_a_chat() -> None:
    assert not SiteFacts(brand="ant").lacks_chat
    assert SiteFacts(brand="ant", site_read=True).lacks_chat
    assert not SiteFacts(brand="ant", site_read=True, chat=("tawk",)).lacks_chat
