"""What the shipped Hungarian lexicon and themes make of sentences customers might write."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text

LANGUAGE = "hu"


def said(reader: Understander, body: str) -> list[tuple[str, str]]:
    understood = reader.understand(Text(id="t", body=body, language_hint="hu"))
    return [(mention.theme, mention.polarity) for mention in understood.mentions]


def felt(reader: Understander, body: str) -> str:
    return reader.understand(Text(id="t", body=body, language_hint="hu")).sentiment


@pytest.mark.parametrize(
    "body", ["40 percet vártam a vonalban.", "Negyven percig várakoztam a telefonban."]
)
def test_waiting_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("wait_time", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Alig várom, hogy újra rendeljek!", "Alig várom a következő rendelést!"]
)
def test_looking_forward_is_no_waiting(reader: Understander, body: str) -> None:
    assert "wait_time" not in [theme for theme, _ in said(reader, body)]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize(
    "body",
    ["Nincs probléma vagy panasz, egyáltalán nem kellett várni.", "Várakozás nélkül, gond nélkül."],
)
def test_no_waiting_is_praise(reader: Understander, body: str) -> None:
    assert [p for theme, p in said(reader, body) if theme == "wait_time"] == ["positive"]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize("body", ["Az alkalmazás nem jó.", "Az alkalmazás nem működik."])
def test_an_app_that_is_not_good_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("app", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["A visszatérítés három hétig tartott.", "Három hétbe telt a pénzvisszafizetés."]
)
def test_a_refund_that_took_weeks_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("returns_refunds", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body",
    [
        "A kiszállítás gyors volt, de az ügyfélszolgálat megváratott.",
        "A szállítás gyors volt, de az ügyfélszolgálat sokáig várakoztatott.",
    ],
)
def test_quick_delivery_and_slow_support_are_two_mentions(reader: Understander, body: str) -> None:
    mentions = said(reader, body)
    assert [p for theme, p in mentions if theme == "delivery_speed"] == ["positive"]
    assert [p for theme, p in mentions if theme == "wait_time"] == ["negative"]


@pytest.mark.parametrize(
    ("body", "feeling"),
    [
        ("Ez az, amit tegnap kaptam", "neutral"),  # not "ámít", to delude
        ("Egy klasszikus darab", "neutral"),  # not "klassz", great
        ("Egyszerűen rossz", "negative"),
        ("Nagy szenvedéllyel dolgoznak", "positive"),  # not "szenved", to suffer
        ("Nagyon szenvedtem vele", "negative"),
        ("Erre utal a cím is", "neutral"),  # not "utál", to hate
        ("Utálom ezt a boltot", "negative"),
        ("Kár a pénzért, untam az egészet", "negative"),
    ],
)
def test_words_that_look_alike_feel_different(
    reader: Understander, body: str, feeling: str
) -> None:
    assert felt(reader, body) == feeling
