"""Phrases of languages whose lexicons may come later: read with no more than a stemmer."""

import pytest

from analysis.proxies.notation import check_phrase
from analysis.proxies.reading import ProxyReader
from rivalscope.models import Brand, Lexicon, Text
from rivalscope.settings import load_proxy_phrases

STEMMERS = {"de": "german", "es": "spanish", "fr": "french", "pl": None}
NEGATORS = {"de": ("nicht", "nie"), "es": ("no",), "fr": ("pas",), "pl": ("nie",)}
BRANDS = (
    Brand(slug="norvia", name="Norvia", is_us=True),
    Brand(slug="kestrel", name="Kestrel", is_us=False),
)


@pytest.fixture(scope="module")
def reader():
    lexicons = {
        language: Lexicon(
            language=language,
            stemmer=stemmer,
            valence={},
            boosters={},
            negators=NEGATORS[language],
            negation_prefixes=(),
            negation_scope=3,
            contrast=(),
            conjunctions=(),
            digest="test",
        )
        for language, stemmer in STEMMERS.items()
    }
    phrases = load_proxy_phrases(tuple(STEMMERS), own=None, check=check_phrase)
    return ProxyReader(BRANDS, phrases, lexicons)


@pytest.mark.parametrize(
    ("language", "body", "expected"),
    [
        ("de", "Ich musste dreimal anrufen.", "effort"),
        ("de", "Niemand konnte helfen, also habe ich es selbst gemacht.", "effort"),
        ("de", "Man wird nur hin und her geschickt.", "effort"),
        ("de", "Ich wechsle zu Kestrel.", "leaving"),
        ("de", "Nächstes Mal wieder Kestrel.", "leaving"),
        ("de", "Nach drei Jahren bei Kestrel bin ich hier zufrieden.", "coming"),
        ("de", "Kestrel ist billiger.", "compared"),
        ("es", "Tuve que llamar tres veces.", "effort"),
        ("es", "Me pasaron de un departamento a otro.", "effort"),
        ("es", "Me voy a Kestrel.", "leaving"),
        ("es", "La próxima vez compro en Kestrel.", "leaving"),
        ("es", "Vengo de Kestrel y estoy encantada.", "coming"),
        ("es", "Kestrel es más barato.", "compared"),
        ("fr", "J'ai dû appeler trois fois.", "effort"),
        ("fr", "On me renvoie d'un service à l'autre.", "effort"),
        ("fr", "Je passe chez Kestrel.", "leaving"),
        ("fr", "La prochaine fois, ce sera Kestrel.", "leaving"),
        ("fr", "Après dix ans chez Kestrel, je respire.", "coming"),
        ("fr", "Kestrel est moins cher.", "compared"),
        ("pl", "Musiałam dzwonić trzy razy.", "effort"),
        ("pl", "Odsyłali mnie od jednego konsultanta do drugiego.", "effort"),
        ("pl", "Przechodzę do Kestrela.", "leaving"),
        ("pl", "Następnym razem wybiorę Kestrel.", "leaving"),
        ("pl", "Przeszliśmy od Kestrela.", "coming"),
        ("pl", "Kestrel jest tańszy.", "compared"),
    ],
)
def test_effort_and_moves_are_told(reader, language, body, expected):
    signals = reader.signals(Text(id="1", body=body), language=language, brand="norvia")
    assert [one.kind for one in signals] == [expected]


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("de", "Ich wechsle nicht zu Kestrel."),
        ("es", "No me voy a Kestrel."),
        ("pl", "Nie wracam do Kestrela."),
    ],
)
def test_a_move_denied_is_a_comparison(reader, language, body):
    signals = reader.signals(Text(id="1", body=body), language=language, brand="norvia")
    assert [one.kind for one in signals] == ["compared"]
