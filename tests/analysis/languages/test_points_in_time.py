"""When something was ordered or sent back says nothing; how long it took is a complaint."""

import pytest

from analysis.understanding import Understander
from rivalscope.models import Text


def complaints(reader: Understander, language: str, body: str) -> set[str]:
    understood = reader.understand(Text(id="t", body=body, language_hint=language))
    return {mention.theme for mention in understood.mentions if mention.polarity == "negative"}


@pytest.mark.parametrize(
    ("language", "body"),
    [
        ("ru", "Заказ на неделе 5."),
        ("ru", "Заказ сделал на прошлой неделе, всё отлично."),
        ("ru", "Заказ на этой неделе был хороший."),
        ("ru", "Делаю заказ раз в неделю."),
        ("ru", "Сделал заказ неделю назад, всё хорошо."),
        ("ru", "Заказ сделал две недели назад, всё понравилось."),
        ("ru", "Этот товар беру каждый месяц."),
        ("ru", "Доставка по дням недели, удобно."),
        ("ru", "Посылка пришла в начале недели."),
        ("ru", "Ответили на прошлой неделе, всё решили."),
        ("ru", "Возврат сделал на прошлой неделе, всё хорошо."),
        ("ru", "Отправил товар неделю назад, всё дошло."),
        ("ru", "Мастер раз в месяц проверяет котёл."),
        ("cs", "Minulý týden zásilka dorazila v pořádku."),
        ("cs", "Každý měsíc objednávka bez problémů."),
        ("cs", "Reklamaci jsem podal na začátku měsíce."),
        ("cs", "Objednávka z týdne 5."),
        ("hu", "Egy hete megjött a csomag, minden rendben."),
        ("hu", "Két hete visszaküldtem, már meg is jött a pénz."),
        ("hu", "A múlt hónapban visszatérítették a pénzt."),
        ("hu", "Egy nap alatt válaszoltak."),
        ("sw", "Niliagiza wiki iliyopita na kila kitu kilikuwa sawa."),
        ("sw", "Nilirudisha bidhaa wiki iliyopita."),
        ("sw", "Nitarudi mwezi ujao kununua tena."),
        ("sw", "Fundi alikuja wiki iliyopita, amefanya kazi nzuri."),
        ("sw", "Refund nilipata wiki iliyopita."),
        ("de", "Habe das Paket zurückgeschickt, alles easy."),
        ("de", "Erstattung letzte Woche erhalten."),
        ("de", "Die Bestellung von Woche 5."),
        ("es", "El reembolso de la semana pasada llegó."),
        ("es", "Hice la devolución a principios de mes."),
        ("en", "I ordered last week and all was fine."),
        ("en", "The order of week 5 was complete."),
        ("fr", "Ma commande de la semaine."),
        ("pl", "Zamówienie w tym tygodniu było super."),
    ],
)
def test_when_it_was_is_no_complaint(everybody: Understander, language: str, body: str) -> None:
    assert complaints(everybody, language, body) == set()


@pytest.mark.parametrize(
    ("language", "body", "theme"),
    [
        ("ru", "Заказ идёт уже неделю.", "delivery_speed"),
        ("ru", "Заказ шёл три недели.", "delivery_speed"),
        ("ru", "Доставка целую неделю.", "delivery_speed"),
        ("ru", "Доставка заняла месяц.", "delivery_speed"),
        ("ru", "Заказ собирали неделю.", "delivery_speed"),
        ("ru", "Доставка больше недели.", "delivery_speed"),
        ("ru", "Возврат денег уже неделю.", "returns_refunds"),
        ("ru", "Через месяц вернули деньги обратно.", "returns_refunds"),
        ("ru", "Ответ пришёл через неделю.", "wait_time"),
        ("ru", "Мастер обещал прийти через месяц.", "aftercare"),
        ("cs", "Už tři týdny a balík nikde.", "delivery_speed"),
        ("cs", "Zásilka je na cestě tři týdny.", "delivery_speed"),
        ("cs", "Reklamace už dva měsíce neřešena.", "returns_refunds"),
        ("hu", "A rendelés három hétig tartott.", "delivery_speed"),
        ("hu", "Három hete szállítják a csomagot.", "delivery_speed"),
        ("hu", "Két hete várom a rendelést.", "delivery_speed"),
        ("hu", "Két hete visszaküldtem és azóta semmi.", "returns_refunds"),
        ("hu", "Két hete várok a visszatérítésre.", "returns_refunds"),
        ("hu", "Két hónapja javítják a telefont.", "aftercare"),
        ("sw", "Usafirishaji ulichukua wiki tatu.", "delivery_speed"),
        ("sw", "Niliagiza wiki mbili zilizopita, bado sijapokea.", "delivery_speed"),
        ("sw", "Refund yangu wiki mbili sasa.", "returns_refunds"),
        ("sw", "Fundi amechukua wiki mbili.", "aftercare"),
        ("de", "Mein Paket wurde einfach zurückgeschickt.", "delivery_reliability"),
        ("de", "Die Lieferung hat drei Wochen gedauert.", "delivery_speed"),
        ("de", "Erstattung erst nach drei Wochen.", "returns_refunds"),
        ("es", "Reembolso después de dos meses.", "returns_refunds"),
        ("es", "El pedido llegó tres semanas después.", "delivery_speed"),
        ("en", "Two weeks later the parcel arrived.", "delivery_speed"),
        ("en", "The order took three weeks.", "delivery_speed"),
        ("fr", "Le colis est arrivé trois semaines plus tard.", "delivery_speed"),
        ("pl", "Dostawa trwała trzy tygodnie.", "delivery_speed"),
    ],
)
def test_how_long_it_took_is_a_complaint(
    everybody: Understander, language: str, body: str, theme: str
) -> None:
    assert theme in complaints(everybody, language, body)
