"""Which language a text is in, and when nobody can say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.language import LanguageIdentifier
from analysis.themes.cues import parse_entry
from rivalscope.settings import available, load_lexicons

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


@pytest.fixture(scope="module")
def shipped():
    return load_lexicons(available("lexicons"), own=None, check=parse_entry)


class TestTelltaleWords:
    TOLD = LanguageIdentifier(
        ["en", "cs"], telltales={"en": ["the", "and", "they"], "cs": ["není", "které"]}
    )

    def test_two_of_them_tell_a_language_without_the_model(self, monkeypatch) -> None:
        monkeypatch.setattr("analysis.language.likelihood", pytest.fail)
        assert self.TOLD.identify("The parcel came late AND nobody answered") == "en"

    @pytest.mark.parametrize(
        "text",
        [
            "the Objednávka dorazila pozdě a nikdo nebral telefon",
            "the Objednávka and dorazila pozdě a není v pořádku nikdo nebral telefon",
            "the and "
            + "Objednávka dorazila pozdě, nikdo nebral telefon " * 2
            + "bohužel pozdě a zle",
        ],
        ids=["one word", "words of two languages", "too small a share"],
    )
    def test_the_model_is_asked_where_words_do_not_tell(self, text: str) -> None:
        assert self.TOLD.identify(text) == "cs"

    def test_no_word_is_shipped_for_two_languages(self, shipped) -> None:
        words = [word for lexicon in shipped.values() for word in lexicon.telltale]
        assert len(words) == len(set(words)) > 500

    @pytest.mark.parametrize(
        "text",
        [
            "Wij zijn hier met een groep geweest en het eten was heerlijk, we komen graag terug.",
            "Maten var god og vi ble tatt godt imot, men vi måtte vente altfor lenge på regningen.",
            "A encomenda chegou muito tarde e ninguém respondeu às minhas mensagens durante dias.",
            "Objednávka prišla neskoro a nikto mi neodpovedal, už nikdy viac od nich nič nekúpim.",
            "Посилка прийшла дуже пізно, і ніхто не відповідав на дзвінки, більше не замовлятиму.",
            "Пратката пристигна много късно и никой не отговори на обажданията ми, жалко.",
            "Il pacco è arrivato tardi e nessuno ha risposto alle mie chiamate, sono molto deluso.",
            "Nimefika lakini ntabwo byari byiza kandi abakozi ntibadufashije na gato.",
        ],
    )
    def test_shipped_words_do_not_claim_related_languages(self, text: str, shipped) -> None:
        telltales = {code: lexicon.telltale for code, lexicon in shipped.items()}
        with_words = LanguageIdentifier(tuple(shipped), telltales=telltales)
        assert with_words.identify(text) == LanguageIdentifier(tuple(shipped)).identify(text)
