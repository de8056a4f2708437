"""What the shipped Spanish lexicon and core themes make of sentences customers might write."""

import pytest

from analysis.sentiment import SentimentEngine, sentiment
from analysis.themes.mentions import Tagger
from rivalscope.models import Text

LANGUAGE = "es"


def said(themes: Tagger, body: str) -> set[tuple[str, str]]:
    mentions = themes.mentions(Text(id="t", body=body), "es")
    return {(mention.theme, mention.polarity) for mention in mentions}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Excelente servicio", "positive"),
        ("exelente servisio, mui buenos", "positive"),
        ("Me encantó, volveré a comprar", "positive"),
        ("Está muy chido, qué padre", "positive"),
        ("Los zapatos están de puta madre", "positive"),
        ("No está nada mal", "positive"),
        ("Sin ningún problema", "positive"),
        ("No tengo ninguna queja", "positive"),
        ("Nada mal", "positive"),
        ("No sólo es rápido", "positive"),
        ("Caro, pero buenísimo", "positive"),
        ("¡Felicidades, enhorabuena por el premio!", "positive"),
        ("Qué ganas de veros", "positive"),
        ("jajaja me muero de risa", "positive"),
        ("Pésimo servicio, son unos ladrones", "negative"),
        ("pesima atencion", "negative"),
        ("No me gusta", "negative"),
        ("La app no es buena", "negative"),
        ("No lo recomiendo para nada", "negative"),
        ("Gracias por nada", "negative"),
        ("Muy poco profesionales", "negative"),
        ("Bueno, pero carísimo", "negative"),
        ("Es una mierda de aplicación", "negative"),
        ("Qué tristeza y qué rabia", "negative"),
        ("Me siento sola", "negative"),
        ("Estoy hasta las narices", "negative"),
        ("Dejó de funcionar", "negative"),
        ("No vale la pena", "negative"),
        ("Buenas tardes, quería saber el horario", "neutral"),
        ("Ayer por la tarde compré un libro", "neutral"),
        ("Me gustaría cambiar la talla", "neutral"),
        ("A lo mejor voy mañana", "neutral"),
        ("Para mí con leche, por favor", "neutral"),
        ("Saludos desde Costa Rica", "neutral"),
    ],
)
def test_a_text_is_felt(feelings: SentimentEngine, body: str, expected: str) -> None:
    assert sentiment(feelings.score(body)) == expected


def test_strong_words_and_boosters_weigh_more(feelings: SentimentEngine) -> None:
    assert feelings.score("muy bueno") > feelings.score("bueno") > feelings.score("un poco bueno")
    assert feelings.score("pésimo") < feelings.score("malo") < feelings.score("regular") < 0


@pytest.mark.parametrize(
    "body",
    [
        "tarde",  # not tardar
        "cara",  # a face, not expensive
        "porque",  # not porquería
        "dan",  # not daños
        "pelo",  # not peleas
        "podría",  # not podrido
        "rato",  # not rata
        "ordenar",  # not ordenado
        "sabía",  # not sabia
        "sería",  # not seria
        "espero",  # not esperanza
        "despido",  # a farewell as well
        "mientras",
        "hospital",
        "precio",
        "solo",
        "peso",
    ],
)
def test_a_stem_catches_no_stranger(feelings: SentimentEngine, body: str) -> None:
    assert feelings.score(body) == 0


@pytest.mark.parametrize(
    ("body", "theme", "polarity"),
    [
        ("Esperé 40 minutos al teléfono.", "wait_time", "negative"),
        ("Estuve 40 minutos en espera", "wait_time", "negative"),
        ("llevo 2 horas esperando q me atiendan", "wait_time", "negative"),
        ("Nadie contesta los correos", "wait_time", "negative"),
        ("Tuve que hacer una cola interminable", "wait_time", "negative"),
        ("Me respondieron enseguida", "wait_time", "positive"),
        ("No tuve que esperar", "wait_time", "positive"),
        ("Me colgaron el teléfono", "support_attitude", "negative"),
        ("El trato fue excelente", "support_attitude", "positive"),
        ("Muy mala atención", "support_attitude", "negative"),
        ("No me dan ninguna solución", "support_resolution", "negative"),
        ("Me solucionaron el problema", "support_resolution", "positive"),
        ("El chatbot no entiende nada", "chatbot", "negative"),
        ("Imposible contactar con ellos", "contact_channels", "negative"),
        ("El paquete tardó un mes", "delivery_speed", "negative"),
        ("El envío fue rapidísimo", "delivery_speed", "positive"),
        ("Mi pedido nunca llegó", "delivery_reliability", "negative"),
        ("Llegó todo perfecto", "delivery_reliability", "positive"),
        ("El envío es carísimo", "delivery_cost", "negative"),
        ("Envío gratis", "delivery_cost", "positive"),
        ("La caja llegó aplastada", "packaging", "negative"),
        ("Muy bien embalado", "packaging", "positive"),
        ("El reembolso tardó tres semanas", "returns_refunds", "negative"),
        ("Tardaron 3 semanas en devolverme el dinero", "returns_refunds", "negative"),
        ("Me devolvieron el dinero sin problemas", "returns_refunds", "positive"),
        ("La garantía no cubre nada", "aftercare", "negative"),
        ("Demasiado caro para lo que es", "price_value", "negative"),
        ("Buena relación calidad-precio", "price_value", "positive"),
        ("No es nada caro", "price_value", "positive"),
        ("Cargos ocultos en la factura", "hidden_fees", "negative"),
        ("Me cobraron dos veces", "billing_payment", "negative"),
        ("La calidad es pésima", "product_quality", "negative"),
        ("Producto de muy buena calidad", "product_quality", "positive"),
        ("Nunca hay stock", "availability", "negative"),
        ("Gran variedad de productos", "availability", "positive"),
        ("La página web no carga", "website", "negative"),
        ("La aplicación no es buena", "app", "negative"),
        ("La app se cierra sola", "app", "negative"),
        ("Me encanta esta app", "app", "positive"),
        ("Nadie nos informó de nada", "information", "negative"),
        ("Te mantienen informado", "information", "positive"),
        ("Son unos estafadores", "trust", "negative"),
        ("Empresa seria y de confianza", "trust", "positive"),
        ("Nunca más", "loyalty", "negative"),
        ("Volveremos seguro", "loyalty", "positive"),
        ("Me bombardean con llamadas", "personalization", "negative"),
        ("Trato muy personalizado", "personalization", "positive"),
        ("La camarera fue muy borde", "staff_in_person", "negative"),
        ("El personal es encantador", "staff_in_person", "positive"),
        ("Cada vez peor", "consistency", "negative"),
        ("Nunca me han fallado", "consistency", "positive"),
        ("Me voy a la competencia", "switching", "negative"),
        ("No lo recomiendo", "recommend", "negative"),
        ("Totalmente recomendable", "recommend", "positive"),
        ("Superó mis expectativas", "delight", "positive"),
    ],
)
def test_a_theme_is_found(themes: Tagger, body: str, theme: str, polarity: str) -> None:
    assert (theme, polarity) in said(themes, body)


@pytest.mark.parametrize(
    "body",
    [
        "¡No puedo esperar a volver a pedir!",
        "¡Qué ganas de volver a comprar!",
        "Espero que mejoren",
        "No es lo que esperaba",
        "Sigo esperando mi paquete",
        "La app no responde",
    ],
)
def test_hopes_parcels_and_frozen_apps_are_no_waiting_times(themes: Tagger, body: str) -> None:
    assert "wait_time" not in {theme for theme, _ in said(themes, body)}


def test_no_waiting_is_praise(themes: Tagger, feelings: SentimentEngine) -> None:
    body = "Sin problemas ni quejas, sin ninguna espera."
    assert sentiment(feelings.score(body)) == "positive"
    assert said(themes, body) == {("wait_time", "positive")}


def test_a_refund_is_no_delivery(themes: Tagger) -> None:
    assert said(themes, "El reembolso tardó tres semanas") == {("returns_refunds", "negative")}


def test_two_clauses_say_two_things(themes: Tagger) -> None:
    body = "La entrega fue rápida pero atención al cliente me hizo esperar"
    assert said(themes, body) == {("delivery_speed", "positive"), ("wait_time", "negative")}


@pytest.mark.parametrize(
    ("body", "mistake"),
    [
        ("El personal no es amable", ("staff_in_person", "positive")),
        ("El personal es amable", ("staff_in_person", "negative")),
        ("La información no es clara", ("information", "positive")),
        ("La información es clara", ("information", "negative")),
        ("Nunca volvió a fallar", ("loyalty", "negative")),
        ("Una empresa poco seria", ("trust", "positive")),
        ("Más de 10 días", ("recommend", "positive")),
        ("Sin duda la peor tienda", ("recommend", "positive")),
        ("No funciona la página", ("billing_payment", "negative")),
        ("Tardó más de lo esperado", ("delight", "positive")),
        ("Los gastos de envío son carísimos", ("price_value", "negative")),
        ("Me sirvió mientras duró", ("trust", "negative")),
        ("La mala noticia llegó por mensaje", ("delivery_reliability", "negative")),
        ("Es la mejor de mi casa", ("support_resolution", "positive")),
        ("Trato de entenderlo, pésimo", ("support_attitude", "negative")),
    ],
)
def test_a_likeness_is_not_taken_for_the_thing(
    themes: Tagger, body: str, mistake: tuple[str, str]
) -> None:
    assert mistake not in said(themes, body)
