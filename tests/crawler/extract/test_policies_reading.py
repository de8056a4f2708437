"""Policies as sites word them, and what only looks like one."""

import pytest
from timing import timed

from crawler.extract import policies, read_page, signals
from crawler.extract.visible_lines import visible_lines


@pytest.fixture
def read(page_of):
    def reading(body, url="https://shop.example/help"):
        page = page_of(body, url=url)
        return policies.read(page, visible_lines(page.tree))

    return reading


@pytest.fixture
def facts(read):
    def of_line(line, **more):
        return [(one.kind, one.value) for one in read(f"<p>{line}</p>", **more)]

    return of_line


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("You have 30 days to return any item.", "30"),
        ("Returns are accepted within 28 days of purchase.", "28"),
        ("30-day returns policy", "30"),
        ("Free 60 day returns", "60"),
        ("14-day money-back guarantee", "14"),
        ("You can return it for a full refund within 28 days.", "28"),
        ("Vrácení zboží do 14 dnů bez udání důvodu", "14"),
        ("Na vrácení máte 30 dnů.", "30"),
        ("Zboží můžete vrátit do 100 dnů.", "100"),
        ("Возврат в течение 14 дней", "14"),
        ("Вы можете вернуть товар в течение 21 дня", "21"),
        ("14 napos visszaküldés", "14"),
        ("14 napos elállási jog", "14"),
        ("A terméket 30 napon belül visszaküldheti.", "30"),
        ("Unaweza kurudisha bidhaa ndani ya siku 7.", "7"),
        ("30 Tage Rückgaberecht", "30"),
        ("Sie können die Ware innerhalb von 14 Tagen zurückgeben.", "14"),
        ("30 días para devolver tu pedido", "30"),
        ("30 jours pour changer d'avis", "30"),
        ("Retours gratuits sous 30 jours", "30"),
        ("14 dni na zwrot towaru", "14"),
        ("Zwrot towaru w ciągu 30 dni", "30"),
    ],
)
def test_days_for_a_return_are_read(line, days, facts):
    assert facts(line) == [("return_days", days)]


@pytest.mark.parametrize(
    ("line", "amount"),
    [
        ("Free delivery over £50", "50 GBP"),
        ("Free standard delivery on orders over £39.99.", "39.99 GBP"),
        ("Free UK delivery £50+", "50 GBP"),
        ("Standard delivery: £3.95 or free when you spend £40", "40 GBP"),
        ("Spend €50 and get free delivery", "50 EUR"),
        ("Orders over $75 ship free", "75 USD"),
        ("Doprava zdarma od 999 Kč", "999 CZK"),
        ("Při nákupu nad 2 000 Kč doprava zdarma", "2000 CZK"),
        ("Poštovné zdarma od 1.499,- Kč", "1499 CZK"),
        ("Бесплатная доставка от 3000 ₽", "3000 RUB"),
        ("Бесплатная доставка при заказе от 3 000 руб.", "3000 RUB"),
        ("Ingyenes szállítás 10 000 Ft felett", "10000 HUF"),
        ("15.000 Ft feletti rendelés esetén ingyenes kiszállítás", "15000 HUF"),
        ("Usafirishaji bure kuanzia KSh 2,000", "2000 KES"),
        ("Versandkostenfrei ab 49 €", "49 EUR"),
        ("Kostenloser Versand ab 29,90 Euro", "29.90 EUR"),
        ("Envío gratis a partir de 49 €", "49 EUR"),
        ("Livraison gratuite dès 49 €", "49 EUR"),
        ("Darmowa dostawa od 199 zł", "199 PLN"),
    ],
)
def test_the_amount_for_free_delivery_is_read(line, amount, facts):
    assert facts(line) == [("free_shipping_from", amount)]


def test_a_plain_dollar_is_the_countrys_own(facts):
    line = "Free shipping over $99"

    assert facts(line, url="https://shop.example.au/") == [("free_shipping_from", "99 AUD")]


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("We reply within 24 hours.", "24"),
        ("We usually respond within 15 minutes", "0.25"),
        ("Our team will get back to you within 2 working days.", "48"),
        ("Response time: within 4 hours", "4"),
        ("Odpovíme do 48 hodin.", "48"),
        ("Do 24 hodin se vám ozveme.", "24"),
        ("Ответим в течение 24 часов", "24"),
        ("24 órán belül válaszolunk", "24"),
        ("Tutajibu ndani ya saa 24", "24"),
        ("Wir antworten innerhalb von 24 Stunden.", "24"),
        ("Respondemos en menos de 24 horas", "24"),
        ("Nous répondons sous 48 heures", "48"),
        ("Odpowiadamy w ciągu 2 dni", "48"),
    ],
)
def test_the_time_until_an_answer_is_read(line, hours, facts):
    assert facts(line) == [("response_hours", hours)]


@pytest.mark.parametrize(
    "line",
    [
        "Delivery within 3 days",
        "Refund within 14 days of receipt of the goods",
        "We will refund you within 14 days of receiving your return.",
        "Returns are processed within 5 days.",
        "24 months warranty",
        "Warranty repairs are returned within 30 days",
        "Items cannot be returned after 14 days",
        "You must return the goods within 14 days of cancelling",
        "Return it to us and the exchange is sent within 5 days",
        "The return journey takes place within 3 days",
        "Orders over £50 require signature",
        "Unlimited free delivery from £3.99 a month",
        "Free gift with orders over £50",
        "Free delivery not available on orders over £500",
        "Free delivery for 50 days",
        "Vrácení peněz do 14 dnů",
        "Peníze vrátíme do 14 dnů.",
        "Reklamaci vyřídíme do 30 dnů",
        "Doručení do 3 dnů",
        "Doprava od 99 Kč",
        "Возврат денег в течение 10 дней",
        "Доставка от 300 ₽",
        "Pénzvisszatérítés 14 napon belül",
        "Szállítás 2 napon belül, 990 Ft",
        "Tutarudisha pesa ndani ya siku 7",
        "Rückerstattung innerhalb von 14 Tagen",
        "Garantie 30 jours, livraison en 3 jours",
        "You must respond within 14 days",
        "1,000 answers in 24 hours of play",
        "Return flights from £50",
    ],
)
def test_other_times_and_amounts_are_no_policy(line, facts):
    assert facts(line) == []


def test_the_sentence_is_the_proof(read):
    body = "<p>We care. Odpovíme do 48 hodin. Zboží můžete vrátit do 30 dnů!</p>"

    assert [one.proof for one in read(body)] == [
        "Zboží můžete vrátit do 30 dnů!",
        "Odpovíme do 48 hodin.",
    ]


def test_a_long_sentence_is_shown_around_the_fact(read):
    (fact,) = read(f"<p>{'word ' * 60}you have 30 days to return it {'word ' * 60}</p>")

    assert "30 days to return" in fact.proof
    assert len(fact.proof) <= 200


def test_days_for_returns_come_from_structured_data(read):
    body = """<script type="application/ld+json">{"@type": "Product", "offers": {"@type": "Offer",
    "hasMerchantReturnPolicy": {"@type": "MerchantReturnPolicy",
    "merchantReturnDays": 60}}}</script>"""

    assert [(one.kind, one.value) for one in read(body)] == [("return_days", "60")]


def test_what_customers_wrote_is_no_policy(read):
    assert (
        read('<div class="customer-reviews"><p>They gave me 30 days to return it</p></div>') == ()
    )


def test_signals_are_read_on_pages_of_a_site_only(snapshot_of):
    snapshot = snapshot_of(
        '<p>30 days to return</p><script src="//client.crisp.chat/l.js"></script>'
    )

    assert [one.kind for one in read_page(snapshot).signals] == ["chat", "return_days"]
    assert [one.kind for one in read_page(snapshot, kind="site").signals] == ["chat", "return_days"]
    assert read_page(snapshot, kind="reviews").signals == ()


def test_chat_comes_first_then_channels_then_policies(page_of):
    body = """<script src="//client.crisp.chat/l.js"></script><p>Tel. +420 777 555 014</p>
    <p>Doprava zdarma od 999 Kč</p>"""

    assert [one.kind for one in signals.read(page_of(body))] == [
        "chat",
        "phone",
        "free_shipping_from",
    ]


@pytest.mark.parametrize(
    "piece", ["return within ", "free delivery over £5 ", "do 1 dnů vrátit ", "9 "]
)
def test_hostile_lines_take_no_long(piece, read):
    _, seconds = timed(read, "".join(f"<p>{number} {piece * 30}</p>" for number in range(300)))

    assert seconds < 10
