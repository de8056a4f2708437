"""What the shipped Polish lexicon and core themes make of sentences customers might write."""

import pytest

from analysis.sentiment import SentimentEngine, sentiment
from analysis.themes.mentions import Tagger
from rivalscope.models import Text

LANGUAGE = "pl"


def said(themes: Tagger, body: str) -> list[tuple[str, str]]:
    mentions = themes.mentions(Text(id="t", body=body), "pl")
    return [(mention.theme, mention.polarity) for mention in mentions]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Obsługa była okropna", "negative"),
        ("obsluga byla swietna", "positive"),
        ("Obsługa nie była miła", "negative"),
        ("Aplikacja nie jest dobra", "negative"),
        ("Hotel nie był zły", "positive"),
        ("Strasznie miłe panie", "positive"),
        ("Nie tylko smacznie, ale i tanio", "positive"),
        ("Nie mam żadnych zastrzeżeń", "positive"),
        ("Żadnych problemów ani skarg, zero czekania.", "positive"),
        ("Nie mogę się doczekać kolejnego zamówienia!", "positive"),
        ("Od miesiąca nie potrafią rozwiązać mojego problemu", "negative"),
        ("Nie doczekałam się odpowiedzi", "negative"),
        ("Ceny są za wysokie", "negative"),
        ("Szału nie ma", "negative"),
        ("Zamówiłem książkę", "neutral"),
    ],
)
def test_polish_feelings(feelings: SentimentEngine, body: str, expected: str) -> None:
    assert sentiment(feelings.score(body)) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Czekałem 40 minut na infolinii.", [("wait_time", "negative")]),
        ("Uwielbiam czekać dwie godziny na infolinii", [("wait_time", "negative")]),
        ("Żadnych problemów ani skarg, zero czekania.", [("wait_time", "positive")]),
        ("Wcale nie czekałam.", [("wait_time", "positive")]),
        ("Aplikacja nie jest dobra", [("app", "negative")]),
        ("Zwrot pieniędzy trwał trzy tygodnie.", [("returns_refunds", "negative")]),
        ("Czekałem na paczkę dwa tygodnie.", [("delivery_speed", "negative")]),
        ("Nie polecam nikomu.", [("recommend", "negative")]),
        ("Obsługa nie była miła.", [("staff_in_person", "negative")]),
        ("Obsługa wcale nie jest zła.", [("staff_in_person", "positive")]),
        ("Zamówienie nigdy do mnie nie dotarło.", [("delivery_reliability", "negative")]),
        ("Okropnie drogo.", [("price_value", "negative")]),
        ("Ceny są zdecydowanie za wysokie", [("price_value", "negative")]),
        ("Paczka dotarła dzień po zamówieniu.", [("delivery_speed", "positive")]),
        ("Połowy dań nie było", [("availability", "negative")]),
        ("Strona nie działa", [("website", "negative")]),
    ],
)
def test_polish_themes(themes: Tagger, body: str, expected: list[tuple[str, str]]) -> None:
    assert said(themes, body) == expected


@pytest.mark.parametrize(
    "body",
    [
        "Nie mogę się doczekać kolejnego zamówienia!",
        "Warto było czekać na tę kolację.",
        "W pokoju czekała na nas butelka wina.",
        "Z niecierpliwością czekam na kolejną wizytę.",
    ],
)
def test_looking_forward_is_no_waiting(themes: Tagger, body: str) -> None:
    assert "wait_time" not in [theme for theme, _ in said(themes, body)]


def test_two_clauses_say_two_things(themes: Tagger) -> None:
    body = "Dostawa była szybka, ale obsługa klienta kazała mi czekać."
    assert said(themes, body) == [("delivery_speed", "positive"), ("wait_time", "negative")]
