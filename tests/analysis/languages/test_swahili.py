"""What the shipped Swahili lexicon and themes make of sentences customers might write."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text

LANGUAGE = "sw"


def said(reader: Understander, body: str) -> list[tuple[str, str]]:
    understood = reader.understand(Text(id="t", body=body, language_hint="sw"))
    return [(mention.theme, mention.polarity) for mention in understood.mentions]


def felt(reader: Understander, body: str) -> str:
    return reader.understand(Text(id="t", body=body, language_hint="sw")).sentiment


@pytest.mark.parametrize(
    "body", ["Nilisubiri dakika 40 kwenye simu.", "Nimengoja dakika arobaini kwenye laini."]
)
def test_waiting_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("wait_time", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Siwezi kusubiri kuagiza tena!", "Nasubiri kwa hamu kununua tena!"]
)
def test_looking_forward_is_no_waiting(reader: Understander, body: str) -> None:
    assert "wait_time" not in [theme for theme, _ in said(reader, body)]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize(
    "body", ["Hakuna tatizo wala malalamiko, hakuna kusubiri kabisa.", "Sikusubiri hata kidogo."]
)
def test_no_waiting_is_praise(reader: Understander, body: str) -> None:
    assert [p for theme, p in said(reader, body) if theme == "wait_time"] == ["positive"]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize("body", ["Programu si nzuri.", "App haifanyi kazi vizuri."])
def test_an_app_that_is_not_good_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("app", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Kurudishiwa pesa kulichukua wiki tatu.", "Kurejeshewa fedha kumechukua wiki tatu."]
)
def test_a_refund_that_took_weeks_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("returns_refunds", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body",
    [
        "Mzigo ulifika haraka lakini huduma kwa wateja walinifanya nisubiri.",
        "Usafirishaji ulikuwa wa haraka lakini huduma kwa wateja ilinifanya nisubiri.",
    ],
)
def test_quick_delivery_and_slow_support_are_two_mentions(reader: Understander, body: str) -> None:
    mentions = said(reader, body)
    assert [p for theme, p in mentions if theme == "delivery_speed"] == ["positive"]
    assert [p for theme, p in mentions if theme == "wait_time"] == ["negative"]


@pytest.mark.parametrize(
    ("body", "feeling"),
    [
        ("Siwezi kuja kesho", "neutral"),  # holds "wezi", thieves
        ("Hawa ni wezi", "negative"),
        ("Jinsi ya kutumia simu", "neutral"),  # holds "umia", to be hurt
        ("Tunaomba radhi, pole kwa usumbufu", "neutral"),  # what companies answer
        ("Usumbufu kila siku", "negative"),
        ("Ungependa kujua zaidi?", "neutral"),
        ("Naipenda app hii", "positive"),
        ("Filamu ya kutisha, upotevu wa wakati", "negative"),
    ],
)
def test_words_inside_words_and_courtesies_are_no_feelings(
    reader: Understander, body: str, feeling: str
) -> None:
    assert felt(reader, body) == feeling


def test_who_cannot_is_no_thief(reader: Understander) -> None:
    assert "trust" not in [theme for theme, _ in said(reader, "Siwezi kusubiri")]
    assert ("trust", "negative") in said(reader, "Hawa ni wezi")
