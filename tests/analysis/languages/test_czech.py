"""What the shipped Czech lexicon and themes make of sentences customers might write."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text

LANGUAGE = "cs"


def said(reader: Understander, body: str) -> list[tuple[str, str]]:
    understood = reader.understand(Text(id="t", body=body, language_hint="cs"))
    return [(mention.theme, mention.polarity) for mention in understood.mentions]


def felt(reader: Understander, body: str) -> str:
    return reader.understand(Text(id="t", body=body, language_hint="cs")).sentiment


@pytest.mark.parametrize(
    "body", ["Čekal jsem 40 minut na lince.", "Čekala jsem čtyřicet minut na telefonu."]
)
def test_waiting_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("wait_time", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Nemůžu se dočkat, až si zase objednám!", "Už se těším na další objednávku!"]
)
def test_looking_forward_is_no_waiting(reader: Understander, body: str) -> None:
    assert "wait_time" not in [theme for theme, _ in said(reader, body)]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize(
    "body", ["Žádné problémy ani stížnosti, žádné čekání.", "Vůbec jsme nemuseli čekat."]
)
def test_no_waiting_is_praise(reader: Understander, body: str) -> None:
    assert [p for theme, p in said(reader, body) if theme == "wait_time"] == ["positive"]
    assert felt(reader, body) == "positive"


@pytest.mark.parametrize("body", ["Aplikace není dobrá.", "Aplikace vůbec nefunguje."])
def test_an_app_that_is_not_good_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("app", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body", ["Vrácení peněz trvalo tři týdny.", "Na vrácení peněz jsem čekal tři týdny."]
)
def test_a_refund_that_took_weeks_is_a_complaint(reader: Understander, body: str) -> None:
    assert ("returns_refunds", "negative") in said(reader, body)
    assert felt(reader, body) == "negative"


@pytest.mark.parametrize(
    "body",
    [
        "Doručení bylo rychlé, ale podpora mě nechala čekat.",
        "Dodání bylo rychlé, ale zákaznická podpora mě nechala dlouho čekat.",
    ],
)
def test_quick_delivery_and_slow_support_are_two_mentions(reader: Understander, body: str) -> None:
    mentions = said(reader, body)
    assert [p for theme, p in mentions if theme == "delivery_speed"] == ["positive"]
    assert [p for theme, p in mentions if theme == "wait_time"] == ["negative"]


def test_words_that_share_a_stem_name_no_theme(restaurants: Understander) -> None:
    assert said(restaurants, "Šli jsme večer přes most") == []
    assert said(restaurants, "Zašli jsme na pivo") == []
    assert said(restaurants, "Máme voucher pro dva") == []
    assert ("drinks", "positive") in said(restaurants, "Mají výborné pivo a výběr vína")
    assert ("ambience", "positive") in said(restaurants, "Útulná hospůdka")


@pytest.mark.parametrize(
    "body",
    [
        "Už nikdy",
        "Poprvé a naposledy.",
        "Příště raději jinam",
        "Nikdo se neomluvil",
        "Polévka jako z pytlíku",
        "Účtovali nám víc",
    ],
)
def test_let_downs_said_without_an_unkind_word(reader: Understander, body: str) -> None:
    assert felt(reader, body) == "negative"


def test_thanks_are_kind_and_thanks_to_something_is_not(reader: Understander) -> None:
    assert felt(reader, "Díky!") == "positive"
    assert felt(reader, "Díky tomu jsme přišli o večer") == "neutral"
