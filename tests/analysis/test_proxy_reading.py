"""What one review tells of effort and of other brands, with the phrases that ship."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.proxies.notation import check_phrase
from analysis.proxies.reading import ProxyReader
from analysis.themes.cues import CueSyntaxError, parse_entry
from rivalscope.models import Brand, Text
from rivalscope.settings import load_lexicons, load_proxy_phrases

LANGUAGES = ("en", "cs", "ru", "hu", "sw")
BRANDS = (
    Brand(slug="norvia", name="Norvia", is_us=True),
    Brand(slug="kestrel", name="Kestrel Parcel", is_us=False, aliases=("Kestrel",)),
    Brand(slug="zasilka", name="Zásilka", is_us=False, aliases=("zasilka.example", "Засылка")),
    Brand(slug="three", name="Three", is_us=False),
)


@cache
def shipped_reader():
    phrases = load_proxy_phrases(LANGUAGES, own=None, check=check_phrase)
    lexicons = load_lexicons(LANGUAGES, own=None, check=parse_entry)
    return ProxyReader(BRANDS, phrases, lexicons)


@pytest.fixture
def reader():
    return shipped_reader()


@pytest.fixture
def told(reader):
    """``told(language, text)`` gives the (kind, brand) of what a review of Norvia tells."""

    def telling(language, body, *, brand="norvia"):
        text = Text(id="1", body=body)
        return {
            (one.kind, one.brand) for one in reader.signals(text, language=language, brand=brand)
        }

    return telling


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "I had to call three times before they answered."),
        ("en", "Called 4 times, nothing."),
        ("en", "I wrote twice to customer service."),
        ("en", "So I wrote to them for the third time."),
        ("en", "They passed me around from one department to another."),
        ("en", "I explained it all over again to every new agent."),
        ("en", "Nobody could help, so I fixed it myself."),
        ("cs", "Musel jsem tam třikrát volat."),
        ("cs", "Už potřetí píšu a nic."),
        ("cs", "Posílali mě od jednoho okénka k druhému."),
        ("cs", "Všechno jsem vysvětlovala znovu od začátku."),
        ("cs", "Nikdo mi neporadil, takže jsem si to opravil sám."),
        ("ru", "Пришлось звонить три раза."),
        ("ru", "Уже в третий раз пишу в поддержку."),
        ("ru", "Гоняли от одного окна к другому."),
        ("ru", "Приходится объяснять все заново каждому оператору."),
        ("ru", "Никто не смог помочь, пришлось разбираться самому."),
        ("hu", "Háromszor kellett telefonálnom."),
        ("hu", "Kétszer is hívtam őket."),
        ("hu", "A harmadik hívásom után sem történt semmi."),
        ("hu", "Egyik osztályról a másikra küldözgettek."),
        ("hu", "Elölről el kellett magyaráznom, mindenkinek elmondani."),
        ("hu", "Senki sem tudott segíteni, így magam jártam utána."),
        ("sw", "Nilipiga simu mara tatu bila jibu."),
        ("sw", "Kwa mara ya tatu sasa naandika."),
        ("sw", "Walinipeleka kutoka idara moja kwenda nyingine."),
        ("sw", "Ilibidi nieleze upya kwa kila mhudumu."),
        ("sw", "Hakuna aliyeweza kunisaidia, hivyo nikarekebisha mwenyewe."),
    ],
)
def test_effort_is_told_in_every_language(told, language, body):
    assert ("effort", "norvia") in told(language, body)


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("en", "I never had to call twice."),
        ("en", "No hassle at all."),
        ("en", "They called me three times to find the best hour."),
        ("en", "I ordered here for the third time and will come again."),
        ("cs", "Nemusel jsem volat dvakrát."),
        ("cs", "Volali mi dvakrát, aby se domluvili."),
        ("ru", "Мне звонили три раза, чтобы уточнить адрес."),
        ("hu", "Kétszer is felhívtak, hogy mikor jöhetnek."),
        ("sw", "Walinipigia mara mbili kunijulisha."),
    ],
)
def test_what_was_spared_or_done_for_the_customer_is_no_effort(told, language, body):
    assert told(language, body) == set()


@pytest.mark.parametrize(
    ("language", "body", "kind"),
    [
        ("en", "I went to Kestrel.", "leaving"),
        ("en", "I am switching to Kestrel's service.", "leaving"),
        ("en", "Next time Kestrel Parcel.", "leaving"),
        ("en", "I left Norvia for Kestrel.", "leaving"),
        ("en", "We came from Kestrel last year.", "coming"),
        ("en", "After ten years with Kestrel this is a relief.", "coming"),
        ("en", "I will never go back to Kestrel.", "coming"),
        ("en", "Kestrel is cheaper.", "compared"),
        ("en", "I would not switch to Kestrel.", "compared"),
        ("en", "My parcel was sent to Kestrel.", "compared"),
        ("cs", "Přešla jsem ke Kestrelu.", "leaving"),
        ("cs", "Příště raději Kestrel.", "leaving"),
        ("cs", "Přišli jsme od Kestrelu.", "coming"),
        ("cs", "Po letech s Kestrelem jsem tu spokojená.", "coming"),
        ("cs", "S Kestrelem to trvá déle.", "compared"),
        ("ru", "Ушла в Kestrel.", "leaving"),
        ("ru", "В следующий раз закажу в Kestrel.", "leaving"),
        ("ru", "Перешел от Kestrel-а.", "coming"),
        ("ru", "После Kestrel тут просто рай.", "coming"),
        ("ru", "Kestrel дешевле.", "compared"),
        ("hu", "Átmentem a Kestrelhez.", "leaving"),
        ("hu", "Legközelebb a Kestrelnél rendelek.", "leaving"),
        ("hu", "A Kestreltől jöttem át.", "coming"),
        ("hu", "A Kestrel helyett ezt választottam.", "coming"),
        ("hu", "A Kestrelnél olcsóbb.", "compared"),
        ("sw", "Nimehamia Kestrel.", "leaving"),
        ("sw", "Mara nyingine nitatumia Kestrel.", "leaving"),
        ("sw", "Nimehama kutoka Kestrel.", "coming"),
        ("sw", "Baada ya miaka mitatu na Kestrel nimefurahi.", "coming"),
        ("sw", "Kestrel ni nafuu.", "compared"),
    ],
)
def test_another_brand_is_left_gone_to_or_compared_with(told, language, body, kind):
    assert told(language, body) == {(kind, "kestrel")}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("cs", "Zásilka je levnější."),
        ("cs", "Se Zásilkou to bylo horší."),
        ("cs", "U zasilka.example to stálo méně."),
        ("ru", "В Засылке дешевле."),
        ("hu", "A Zásilka-nál olcsóbb."),
    ],
)
def test_a_name_is_found_as_its_language_writes_it(told, language, body):
    assert told(language, body) == {("compared", "zasilka")}


def test_only_whole_words_are_names(told):
    assert told("en", "The Threefold pack came in Kestrelsville.") == set()


def test_a_brand_called_like_an_everyday_word_needs_its_capital(told):
    assert told("en", "It took three days.") == set()
    assert told("en", "It took longer at Three.") == {("compared", "three")}


def test_the_reviewed_brand_is_not_another_one(told):
    assert told("en", "I went to Kestrel Parcel again.", brand="kestrel") == set()


def test_from_one_rival_to_another_is_no_move_of_ours(told):
    assert told("en", "I switched from Kestrel to Three.") == {
        ("compared", "kestrel"),
        ("compared", "three"),
    }


def test_a_customer_may_come_from_a_brand_and_go_back_to_it(told):
    body = "I came from Kestrel. What a mess here. I am going back to Kestrel."
    assert told("en", body) == {("coming", "kestrel"), ("leaving", "kestrel")}


def test_a_language_without_phrases_tells_nothing(told):
    assert told("fi", "Kestrel. I had to call three times.") == set()


def test_a_quote_is_the_sentence_of_the_phrase(reader):
    body = "Good price. I had to call them five times! Never again."
    (signal,) = reader.signals(Text(id="1", body=body), language="en", brand="norvia")
    assert signal.quote == "I had to call them five times"
    assert body[signal.start : signal.end] == signal.quote


def test_a_quote_of_a_long_sentence_stays_short_and_keeps_its_phrase(reader):
    body = "so " * 200 + "i had to call them five times " + "and so on " * 200
    (signal,) = reader.signals(Text(id="1", body=body), language="en", brand="norvia")
    assert "had to call them five times" in signal.quote
    assert len(signal.quote) <= 200


@given(st.text(alphabet="Kestrl Three.!?,-\u2019\ua66enwotcamfIfr\n35", max_size=80))
def test_whatever_the_text_every_quote_stands_in_it(body):
    text = Text(id="1", body=body)
    for signal in shipped_reader().signals(text, language="en", brand="norvia"):
        assert body[signal.start : signal.end] == signal.quote
        assert signal.quote


@pytest.mark.parametrize("group", ["leaving", "coming"])
def test_a_phrase_of_moving_must_name_the_brand(group):
    with pytest.raises(CueSyntaxError, match="needs @"):
        check_phrase(group, "went elsewhere")


def test_a_phrase_that_is_no_cue_is_refused():
    with pytest.raises(CueSyntaxError, match="bracket"):
        check_phrase("effort", "(had to call")
