"""What the shipped German lexicon and core themes make of sentences customers might write."""

import pytest

from analysis.sentiment import SentimentEngine, sentiment
from analysis.themes.mentions import Tagger
from rivalscope.models import Text

LANGUAGE = "de"


def said(themes: Tagger, body: str) -> set[tuple[str, str]]:
    mentions = themes.mentions(Text(id="t", body=body), "de")
    return {(mention.theme, mention.polarity) for mention in mentions}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Sehr guter Service, gerne wieder", "positive"),
        ("super tolle qualitaet, bin begeistert", "positive"),
        ("Alles bestens, vielen Dank", "positive"),
        ("Nicht schlecht", "positive"),
        ("Ohne Probleme geklappt", "positive"),
        ("Teuer, aber hervorragend", "positive"),
        ("Ein wunderschöner Laden", "positive"),
        ("Finde ich mega", "positive"),
        ("Absoluter Saftladen", "negative"),
        ("Die App ist nicht gut", "negative"),
        ("Das gefällt mir gar nicht", "negative"),
        ("Ich bin sehr enttäuscht", "negative"),
        ("So eine Frechheit", "negative"),
        ("Funktioniert überhaupt nicht", "negative"),
        ("Gut gemeint, aber unbrauchbar", "negative"),
        ("Danke für nichts", "negative"),
        ("Finger weg", "negative"),
        ("Guten Morgen, wann öffnet ihr?", "neutral"),
        ("Ich habe schon gestern bestellt", "neutral"),
        ("Der Zug fährt um acht Uhr", "neutral"),
        ("Mit freundlichen Grüßen", "neutral"),
    ],
)
def test_a_text_is_felt(feelings: SentimentEngine, body: str, expected: str) -> None:
    assert sentiment(feelings.score(body)) == expected


def test_already_is_not_beautiful(feelings: SentimentEngine) -> None:
    assert feelings.score("Das war wirklich schon alles.") == 0
    assert feelings.score("Das war wirklich schön alles.") > 0


def test_strong_words_and_boosters_weigh_more(feelings: SentimentEngine) -> None:
    assert feelings.score("sehr gut") > feelings.score("gut") > 0
    assert feelings.score("grauenhaft") < feelings.score("langsam") < 0


@pytest.mark.parametrize(
    "body",
    [
        "schon",  # not schön
        "waren",
        "wahrend",
        "gewesen",
        "die Seite",
        "die Leitung",  # not leiden
        "das Gericht",
        "der Meister",
        "die Stimme",
        "bestimmt",
        "die Werte",
        "richten",
        "der Preis",
        "das Wasser",
    ],
)
def test_a_stem_catches_no_stranger(feelings: SentimentEngine, body: str) -> None:
    assert feelings.score(body) == 0


@pytest.mark.parametrize(
    ("body", "theme", "polarity"),
    [
        ("Ich habe 40 Minuten in der Warteschleife gewartet.", "wait_time", "negative"),
        ("Der Support antwortet nie", "wait_time", "negative"),
        ("Ewig lange Schlange", "wait_time", "negative"),
        ("Schnelle Antwort", "wait_time", "positive"),
        ("Ich musste nicht warten", "wait_time", "positive"),
        ("Sie haben einfach aufgelegt", "support_attitude", "negative"),
        ("Sehr freundlicher Kundenservice", "support_attitude", "positive"),
        ("Mein Problem wurde nicht gelöst", "support_resolution", "negative"),
        ("Problem schnell gelöst", "support_resolution", "positive"),
        ("Der Chatbot versteht nichts", "chatbot", "negative"),
        ("Hotline nie erreichbar", "contact_channels", "negative"),
        ("Jederzeit erreichbar", "contact_channels", "positive"),
        ("Die Lieferung war sehr langsam", "delivery_speed", "negative"),
        ("Blitzschnelle Lieferung", "delivery_speed", "positive"),
        ("Mein Paket ist nie angekommen", "delivery_reliability", "negative"),
        ("Der Fahrer war sehr nett", "delivery_reliability", "positive"),
        ("Versandkosten viel zu hoch", "delivery_cost", "negative"),
        ("Kostenloser Versand", "delivery_cost", "positive"),
        ("Karton völlig zerdrückt", "packaging", "negative"),
        ("Sehr gut verpackt", "packaging", "positive"),
        ("Die Rückerstattung hat drei Wochen gedauert", "returns_refunds", "negative"),
        ("Geld anstandslos zurückbekommen", "returns_refunds", "positive"),
        ("Die Garantie wurde abgelehnt", "aftercare", "negative"),
        ("Kostenlos repariert", "aftercare", "positive"),
        ("Viel zu teuer", "price_value", "negative"),
        ("Gar nicht teuer", "price_value", "positive"),
        ("Gutes Preis-Leistungs-Verhältnis", "price_value", "positive"),
        ("Versteckte Kosten", "hidden_fees", "negative"),
        ("Keine versteckten Kosten", "hidden_fees", "positive"),
        ("Doppelt abgebucht", "billing_payment", "negative"),
        ("Schlechte Qualität", "product_quality", "negative"),
        ("Top Qualität", "product_quality", "positive"),
        ("Ständig ausverkauft", "availability", "negative"),
        ("Große Auswahl", "availability", "positive"),
        ("Die Website lädt nicht", "website", "negative"),
        ("Die App ist nicht gut", "app", "negative"),
        ("Die App stürzt ständig ab", "app", "negative"),
        ("Ich liebe diese App", "app", "positive"),
        ("Niemand hat uns informiert", "information", "negative"),
        ("Wir wurden immer informiert", "information", "positive"),
        ("Das sind Betrüger", "trust", "negative"),
        ("Seriöser Händler", "trust", "positive"),
        ("Nie wieder!", "loyalty", "negative"),
        ("Wir kommen gerne wieder", "loyalty", "positive"),
        ("Ständig Werbeanrufe", "personalization", "negative"),
        ("Sehr persönliche Beratung", "personalization", "positive"),
        ("Die Verkäuferin war unfreundlich", "staff_in_person", "negative"),
        ("Das Personal ist sehr nett", "staff_in_person", "positive"),
        ("Wird immer schlechter", "consistency", "negative"),
        ("Noch nie enttäuscht worden", "consistency", "positive"),
        ("Ich habe den Vertrag gekündigt", "switching", "negative"),
        ("Wir haben gekündigt", "switching", "negative"),
        ("Nicht zu empfehlen", "recommend", "negative"),
        ("Absolut empfehlenswert", "recommend", "positive"),
        ("Die Erwartungen wurden übertroffen", "delight", "positive"),
    ],
)
def test_a_theme_is_found(themes: Tagger, body: str, theme: str, polarity: str) -> None:
    assert (theme, polarity) in said(themes, body)


@pytest.mark.parametrize(
    "body",
    [
        "Ich kann es kaum erwarten, wieder zu bestellen!",
        "Ich warte auf mein Paket",
        "Warte mal",
        "Die Waren waren schön",
        "Die App reagiert nicht",
        "Die Wartung der Heizung ist fällig",
    ],
)
def test_hopes_parcels_and_upkeep_are_no_waiting_times(themes: Tagger, body: str) -> None:
    assert "wait_time" not in {theme for theme, _ in said(themes, body)}


@pytest.mark.parametrize(
    "body",
    [
        "Keine Probleme oder Beschwerden, überhaupt keine Wartezeit.",
        "Keine Probleme, keine Beschwerden, kein Warten.",
    ],
)
def test_no_waiting_is_praise(themes: Tagger, feelings: SentimentEngine, body: str) -> None:
    assert sentiment(feelings.score(body)) == "positive"
    assert said(themes, body) == {("wait_time", "positive")}


def test_a_refund_is_no_delivery(themes: Tagger) -> None:
    body = "Die Rückerstattung hat drei Wochen gedauert"
    assert said(themes, body) == {("returns_refunds", "negative")}


def test_two_clauses_say_two_things(themes: Tagger) -> None:
    body = "Die Lieferung war schnell, aber der Kundendienst ließ mich warten."
    assert said(themes, body) == {("delivery_speed", "positive"), ("wait_time", "negative")}


@pytest.mark.parametrize(
    ("body", "mistake"),
    [
        ("Das Personal ist nicht nett", ("staff_in_person", "positive")),
        ("Mit freundlichen Grüßen", ("support_attitude", "positive")),
        ("Er stand an meiner Seite", ("website", "neutral")),
        ("Zu Fuß gut erreichbar", ("contact_channels", "positive")),
        ("Die Versandkosten sind zu hoch", ("price_value", "negative")),
        ("Nicht garantiert", ("aftercare", "neutral")),
        ("Mein Handy ist zerbrochen", ("packaging", "negative")),
    ],
)
def test_a_likeness_is_not_taken_for_the_thing(
    themes: Tagger, body: str, mistake: tuple[str, str]
) -> None:
    assert mistake not in said(themes, body)


@pytest.mark.parametrize(
    "body",
    [
        "Gestern sind wir in den Wald gegangen",
        "Der Hund schläft unter dem Tisch",
        "Guten Morgen, wann öffnet ihr?",
    ],
)
def test_everyday_talk_has_no_theme(themes: Tagger, body: str) -> None:
    assert said(themes, body) == set()
