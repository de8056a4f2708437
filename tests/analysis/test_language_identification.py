"""Which language a text is in, and when nobody can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import LanguageIdentifier

FIVE = LanguageIdentifier(["en", "cs", "ru", "hu", "sw"])
TWO = LanguageIdentifier(["en", "cs"])


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The parcel never arrived and nobody answered.", "en"),
        ("worst airline ever, they lost my bag", "en"),
        ("Objednávka dorazila pozdě a nikdo nebral telefon.", "cs"),
        ("Super obchod, vsem moc doporucuji, rychle dodani", "cs"),
        ("Ждал сорок минут на линии, никто не ответил", "ru"),
        ("Három hétig vártam a csomagra, senki nem válaszolt", "hu"),
        ("Nilisubiri dakika arobaini kwenye simu bila majibu", "sw"),
    ],
)
def test_configured_languages_are_told_apart(text: str, language: str) -> None:
    assert FIVE.identify(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "Paketti saapui myöhässä eikä asiakaspalvelu vastannut viesteihini.",
        "Todella hyvä palvelu ja nopea toimitus",
        "Paketet kom för sent och ingen svarade i telefonen.",
        "Kargo çok geç geldi ve kimse telefona cevap vermedi.",
        "Objednávka prišla neskoro a nikto neodpovedal, veľmi zlá skúsenosť.",
        "Посилка прийшла пізно, і ніхто не відповідав на дзвінки.",
        "配送がとても遅くて、誰も電話に出ませんでした。誰も答えませんでした。",
    ],
)
def test_other_languages_are_unknown_rather_than_the_nearest(text: str) -> None:
    assert FIVE.identify(text) == "unknown"
    assert TWO.identify(text, hint="en") == "unknown"


def test_short_texts_take_the_language_of_their_source() -> None:
    assert FIVE.identify("super", hint="cs") == "cs"
    assert FIVE.identify("very good", hint="cs") == "cs"
    assert FIVE.identify("super") == "unknown"
    assert FIVE.identify("super", hint="fi") == "unknown"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("very good", "en"),
        ("dobré jídlo", "cs"),
        ("очень хорошо", "ru"),
        ("nagyon jó", "hu"),
        ("nzuri sana", "sw"),
        ("todella hyvä", "unknown"),
        ("molto buono", "unknown"),
        ("goede app", "unknown"),
    ],
)
def test_short_texts_without_a_hint_are_told_only_beyond_doubt(text: str, language: str) -> None:
    assert FIVE.identify(text) == language


@pytest.mark.parametrize("text", ["", "12345 67890 12345 67890", "😍😍😍 !!!", "\x00\x01\n"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert FIVE.identify(text, hint="en") == "unknown"


def test_handles_and_addresses_are_not_read() -> None:
    address = "https://www.customer-service.example/your-order-has-been-delayed/please-wait "
    assert FIVE.identify(address + "@customerservice bylo to fajn", hint="cs") == "cs"
    assert FIVE.identify(address + "Objednávka dorazila pozdě a nikdo nebral telefon.") == "cs"


def test_identifiers_do_not_touch_each_other() -> None:
    german = "Die Lieferung kam zu spät und niemand ging ans Telefon."
    assert TWO.identify(german) == "unknown"
    assert LanguageIdentifier(["de"]).identify(german) == "de"
    assert TWO.identify(german) == "unknown"
    assert LanguageIdentifier([]).identify(german) == "unknown"
    assert LanguageIdentifier(["xx"]).identify(german) == "unknown"


@given(st.text(max_size=100))
def test_any_text_gets_one_of_the_answers(text: str) -> None:
    assert FIVE.identify(text, hint="hu") in {"en", "cs", "ru", "hu", "sw", "unknown"}
