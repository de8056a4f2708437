"""Personal numbers leave a text, everything a review is about stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import timed

from rivalscope.redaction import redacted

PERSONAL = [
    ("Write to jane.doe+lamp@mail.example.co.uk.", "Write to [e-mail]."),
    ("napište na jana_n@seznam.cz, prosím", "napište na [e-mail], prosím"),
    ("мой адрес ivan@почта.рф", "мой адрес [e-mail]"),
    ("call me on 0800 555 014", "call me on [phone]"),
    ("my number is +44 20 7946 0958!", "my number is [phone]!"),
    ("(555) 555-0142", "[phone]"),
    ("volejte 777 555 014 večer", "volejte [phone] večer"),
    ("tel. 777555014", "tel. [phone]"),
    ("00420777555014", "[phone]"),
    ("Звоните 8 (495) 555-01-42", "Звоните [phone]"),
    ("+7 926 555 01 42", "[phone]"),
    ("hívjon: 06 30 555 0142", "hívjon: [phone]"),
    ("piga simu 0712 555 014", "piga simu [phone]"),
    ("Ruf an: 0151 55501422", "Ruf an: [phone]"),
    ("card 4111 1111 1111 1111 exp 12/25", "card [card] exp 12/25"),
    ("4111-1111-1111-1111", "[card]"),
    ("5500000000000004", "[card]"),
    ("3782 822463 10005", "[card]"),
    ("účet CZ65 0800 0000 1920 0014 5399", "účet [account]"),
    ("účet 19-2000145399/0800", "účet [account]"),
    ("DE89370400440532013000", "[account]"),
    ("GB82 WEST 1234 5698 7654 32 NOW", "[account] NOW"),
    ("számla 11773016-11111018-00000000", "számla [account]"),
    ("order no. 4711-22", "order no. [number]"),
    ("Order #12345 never came", "Order #[number] never came"),
    ("my order 100234567 is late", "my order [number] is late"),
    ("order number: 471", "order number: [number]"),
    ("booking reference QX7F342 lost", "booking reference [number] lost"),
    ("ticket no 55512", "ticket no [number]"),
    ("customer number 5551", "customer number [number]"),
    ("objednávka č. 2023004", "objednávka č. [number]"),
    ("číslo objednávky je 4711", "číslo objednávky je [number]"),
    ("variabilní symbol 2024001", "variabilní symbol [number]"),
    ("zásilka DR12345678 nedorazila", "zásilka [number] nedorazila"),
    ("заказ № 12345", "заказ № [number]"),
    ("Номер заказа 987654", "Номер заказа [number]"),
    ("трек-номер 80084412345678", "трек-номер [number]"),
    ("rendelésszám: 55512", "rendelésszám: [number]"),
    ("a csomagszámom 123456 volt", "a csomagszámom [number] volt"),
    ("nambari ya oda 77123", "nambari ya oda [number]"),
    ("oda namba 4411", "oda namba [number]"),
    ("Bestellnummer 300-123-44", "Bestellnummer [number]"),
    ("número de pedido: 4567", "número de pedido: [number]"),
    ("commande n° 88123", "commande n° [number]"),
    ("zamówienie nr 5512/2024", "zamówienie nr [number]"),
    ("RR123456785CZ", "[number]"),
    ("1Z999AA10123456784", "[number]"),
    ("see https://shop.example/t?email=a@b.cz&x=1 ok", "see shop.example ok"),
    ("https://shop.example/o?token=abc1", "shop.example"),
    ("thanks @anna_b and @bo@social.example!", "thanks [handle] and [handle]!"),
]
KEPT = [
    *("bought on 12.03.2024 at 10:30", "2024-03-12, 12/03/2024, 1. 3. 2024"),
    *("1.1.2024 - 31.12.2024", "01.02.2024 12 people", "in 2019 2020 2021", "season 2023-2024"),
    *("£1,234.50 and 999 €", "1 500 Kč, later 12 345 678 Kč", "100 000 000 Ft", "15 000 ₽"),
    *("order 2 weeks ago", "order 2023 was great", "ordered 1500 pieces", "invoice 12500 CZK"),
    *("order 12/03/2024", "order from 2024-03-12", "заказ 5000 рублей", "rendelés 3 nap alatt"),
    *("flight BA 123 and OK1234", "iPhone 14, RTX 4090, Galaxy S23 Ultra", "Windows 11 24H2"),
    *("open 24/7, 365 days", "08:00-16:00", "8.00 - 16.00", "10/10, 4.5/5, 100 %", "5 stars"),
    *(
        "room 412, gate B12, size 100x200x300",
        "50 mg 3x a day",
        "2 000 000 users",
        "192.168.100.200",
    ),
    *("parcel in 24-48 hours", "booking 3 nights", "ticket 500 Kč", "EAN 8594001234567"),
    *("meet @ 5pm, 3 @ £5", "https://shop.example/watch?v=12345678901", "v roce 2024 1 200 lidí"),
    *("simu ya Samsung A54 kwa KSh 45,000", "telefon 128 GB", "objednávka za 3 dny", "o 18:00"),
]


@pytest.mark.parametrize(("text", "kept"), PERSONAL)
def test_a_personal_number_is_replaced_by_what_it_was(text, kept):
    assert redacted(text) == kept


@pytest.mark.parametrize("text", KEPT)
def test_what_a_review_is_about_stays(text):
    assert redacted(text) == text


@given(st.text(st.characters(exclude_categories=["Nd", "No", "Nl"], exclude_characters="@")))
def test_a_text_without_digits_and_at_signs_is_given_back(text):
    assert redacted(text) is text


PIECES = [
    *(text for pair in PERSONAL for text in pair),
    *KEPT,
    *" \n.,:;-/()+#@№",
    *(
        "12",
        "0800",
        "777",
        "order",
        "no.",
        "tel",
        "AB",
        "a@b.cz",
        "[phone]",
        "x",
        "https://a.b/?e=",
    ),
]


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_doing_it_twice_changes_nothing(text):
    once = redacted(text)

    assert redacted(once) == once


@given(st.text(alphabet="0123456789 @.,-/+()[]#:aZorder", max_size=60))
def test_doing_it_twice_changes_nothing_of_noise(text):
    once = redacted(text)

    assert redacted(once) == once


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "@",
        "1 ",
        "a@",
        "order no. ",
        "+1",
        "AB12 ",
        "1-",
        "http://",
        "@a.",
        "tel ",
        "4111 1",
        "a.",
    ],
)
def test_hostile_texts_take_linear_time(piece):
    _, seconds = timed(redacted, piece * (200_000 // len(piece)))

    assert seconds < 10


def test_a_text_without_numbers_costs_next_to_nothing():
    text = ("The lamp came late and nobody answered for weeks, so I gave up. " * 5)[:300]
    _, seconds = timed(lambda: [redacted(text) for _ in range(1000)])

    assert seconds < 0.3  # a hundredth of a millisecond each, and room


def test_one_or_two_digits_are_no_personal_number():
    text = "Visit 40: the lamp came late, 2 screws were missing"

    assert redacted(text) is text
    assert redacted("see https://shop.example/o?token=abc1") == "see shop.example"
