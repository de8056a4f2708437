"""Contact channels on pages of our own."""

import pytest
from timing import timed

from crawler.extract import channels, contact_links, opening_hours
from crawler.extract.visible_lines import visible_lines

CONTACT = """
<html lang="en"><body><header><a href="tel:+44%2020%207946%200958">020 7946 0958</a></header>
<main><h1>Contact us</h1>
<p>Fax: +44 20 7946 0000</p><p>Company no. 12345678, VAT GB123456789</p>
<p>Mon&ndash;Fri: 9:00&ndash;17:00</p><p>Sat: 10:00&ndash;14:00</p>
<p>Write to <a href="mailto:Help@Lantern-Shop.example?subject=Hi">us</a>, not to x@agency.test.</p>
<form id="contact"><input type="email" name="from">
<textarea name="message"></textarea></form>
<a href="https://wa.me/442079460958">WhatsApp</a> <a href="https://m.me/lanternshop">Messenger</a>
<a href="https://www.facebook.com/sharer/sharer.php?u=x">Share</a>
<a href="https://www.facebook.com/lanternshop"><i class="icon-fb"></i></a>
<p>Our designer <a href="https://twitter.com/ann_draws">Ann</a> says hello.</p></main></body></html>
"""


@pytest.fixture
def read(page_of):
    def reading(body, url="https://www.lantern-shop.example/contact"):
        page = page_of(body, url=url)
        return channels.read(page, visible_lines(page.tree))

    return reading


@pytest.fixture
def values(read):
    def of_kind(body, kind, **more):
        return [one.value for one in read(body, **more) if one.kind == kind]

    return of_kind


def test_a_contact_page_gives_every_channel_once(read):
    assert [(one.kind, one.value) for one in read(CONTACT)] == [
        ("phone", "+442079460958"),
        ("email", "help@lantern-shop.example"),
        ("contact_form", "contact form"),
        ("messenger", "WhatsApp"),
        ("messenger", "Facebook Messenger"),
        ("social", "Facebook"),
        ("opening_hours", "Mo-Fr 09:00-17:00; Sa 10:00-14:00"),
    ]


def test_every_channel_has_a_short_proof(read):
    assert all(0 < len(one.proof) <= 200 for one in read(CONTACT))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Call us: 0800 123 456", "0800123456"),
        ("Zákaznická linka: 800 555 014", "800555014"),
        ("Tel.: +420 777 555 014", "+420777555014"),
        ("Телефон: 8 (495) 555-01-42", "84955550142"),
        ("Telefonszám: 06 30 555 0142", "06305550142"),
        ("Piga simu 0712 555 014", "0712555014"),
        ("Rufen Sie an: 0151 55501422", "015155501422"),
        ("Rufnummer 0151 55501422", "015155501422"),
        ("Teléfono: 912 555 014", "912555014"),
        ("Téléphone : 01 55 50 14 22", "0155501422"),
        ("Zadzwoń: 22 555 01 42", "225550142"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("Kontakt: +420 777 555 014", "+420777555014"),
        ("Telefon</p><p>777 555 014", "777555014"),
        ("Head office</p><p>+420 777 555 014", "+420777555014"),
        ("Kontakt</p><p>27082440", None),
        ("Mobile</p><p>1 299 990 Ft", None),
        ("Fax: +420 777 555 014", None),
        ("Tel/Fax: +420 777 555 014", None),
        ("IČO: 27082440, DIČ: CZ27082440", None),
        ("ИНН 7701234567", None),
        ("Phone cases from 12.03.2024 - 15.03.2024", None),
        ("Phone: 12.03.2024", None),
        ("Phones for £1 299 000", None),
        ("Phone: 1234567890", None),
        ("Telephone orders: IČO 27082440", None),
        ("The phone has 5000 mAh and 20152016 pixels", None),
    ],
)
def test_a_number_is_a_phone_only_where_a_word_says_so(line, number, values):
    assert values(f"<p>{line}</p>", "phone") == ([number] if number else [])


def test_a_table_and_a_list_of_definitions_name_their_numbers(values):
    assert values("<tr><td>Tel:</td><td>020 7946 0958</td></tr>", "phone") == ["02079460958"]
    assert values("<dl><dt>Tel</dt><dd>020 7946 0958</dd></dl>", "phone") == ["02079460958"]
    assert values("<table><tr><td>Mon</td><td>9:00-17:00</td></tr></table>", "opening_hours") == [
        "Mo 09:00-17:00"
    ]


def test_forms_of_one_number_are_one_number(values):
    body = '<a href="tel:800555014">800 555 014</a><p>Tel. +420 800 555 014</p>'

    assert values(body, "phone") == ["+420800555014"]


def test_structured_data_gives_phone_mail_profiles_and_hours(read):
    body = """<script type="application/ld+json">{"@type": "Store", "telephone": "+36 1 555 0142",
    "faxNumber": "+36 1 555 9999", "email": "mailto:bolt@lampas.example",
    "sameAs": ["https://www.instagram.com/lampas", "https://en.wikipedia.org/wiki/Lamp"],
    "openingHours": ["Mo-Fr 09:00-17:00", "Sa 10:00-12:00"],
    "review": {"@type": "Review", "author": {"@type": "Person", "telephone": "+36 30 555 7777"}}}
    </script>"""

    assert [(one.kind, one.value) for one in read(body)] == [
        ("phone", "+3615550142"),
        ("email", "bolt@lampas.example"),
        ("social", "Instagram"),
        ("opening_hours", "Mo-Fr 09:00-17:00; Sa 10:00-12:00"),
    ]


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<a href="mailto:info@lantern-shop.example">x</a>', "info@lantern-shop.example"),
        ("<p>info@lantern-shop.test</p>", "info@lantern-shop.test"),
        ("<p>lantern.shop@seznam.cz</p>", "lantern.shop@seznam.cz"),
        # letters combined with 0x20, then with nothing: too short, and whole
        ('<a data-cfemail="20416042" href="/cdn-cgi/l/email-protection"></a>', None),
        (
            '<a href="/cdn-cgi/l/email-protection#00696e666f406c616e7465726e2d73686f702e6578"/>',
            "info@lantern-shop.ex",
        ),
        ('<a href="mailto:?subject=Look&body=x@y.cz">Tell a friend</a>', None),
        ("<p>studio@agency.test made this site</p>", None),
        ("<p>your@email.com</p>", None),
        ('<img alt="logo@2x.png"><p>icon@2x.png</p>', None),
    ],
)
def test_an_address_is_the_sites_own(markup, address, values):
    assert values(markup, "email") == ([address] if address else [])


def test_a_saved_file_without_a_host_gives_every_address(values):
    assert values("<p>x@agency.test</p>", "email", url="file:///tmp/x.html") == ["x@agency.test"]


@pytest.mark.parametrize(
    "form",
    [
        '<form class="newsletter"><input type="email"></form>',
        '<form role="search"><input name="q"><textarea name="x"></textarea></form>',
        '<form id="commentform"><input type="email"><textarea name="comment"></textarea></form>',
        '<form action="/login"><input type="email"><input type="password"></form>',
        '<form><textarea name="review"></textarea><input type="email"></form>',
        '<form><textarea name="note"></textarea><input name="quantity"></form>',
        '<form class="reviews"><input type="email"><textarea></textarea></form>',
    ],
)
def test_other_forms_are_no_contact_form(form, values):
    assert values(form, "contact_form") == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://wa.me/420777555014", "WhatsApp"),
        ("https://wa.me/420777555014?text=Hello", "WhatsApp"),
        ("https://api.whatsapp.com/send?phone=420777555014", "WhatsApp"),
        ("whatsapp://send?phone=+420777555014", "WhatsApp"),
        ("https://wa.me/?text=Look%20at%20this", None),
        ("https://api.whatsapp.com/send?text=x", None),
        ("whatsapp://send?text=x", None),
        ("https://m.me/lanternshop", "Facebook Messenger"),
        ("https://www.messenger.com/t/123", "Facebook Messenger"),
        ("https://m.me/share?link=x", None),
        ("https://t.me/lanternshop", "Telegram"),
        ("https://telegram.me/lanternshop", "Telegram"),
        ("tg://resolve?domain=lanternshop", "Telegram"),
        ("https://t.me/share/url?url=x", None),
        ("https://telegram.me/share/url?url=x", None),
        ("viber://chat?number=%2B420777555014", "Viber"),
        ("viber://forward?text=x", None),
        ("https://signal.me/#p/+420777555014", "Signal"),
        ("https://zalo.me/0912555014", "Zalo"),
        ("https://line.me/R/ti/p/@lantern", "LINE"),
        ("https://line.me/R/msg/text/?x", None),
        ("https://lin.ee/abcdef", "LINE"),
        ("skype:lantern.shop?chat", "Skype"),
        ("https://notm.me/lantern", None),
        ("http://[bad", None),
    ],
)
def test_a_messenger_link_names_whom_it_reaches(address, name):
    assert contact_links.find_messenger(address) == name


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.facebook.com/lanternshop/", "Facebook"),
        ("https://cs-cz.facebook.com/lanternshop?ref=x", "Facebook"),
        ("https://www.facebook.com/profile.php?id=1", "Facebook"),
        ("https://www.facebook.com/lanternshop/posts/123", None),
        ("https://www.facebook.com/sharer.php?u=x", None),
        ("https://www.facebook.com/plugins/like.php", None),
        ("https://www.facebook.com/tr?id=1", None),
        ("https://instagram.com/lantern.shop", "Instagram"),
        ("https://www.instagram.com/p/abc/", None),
        ("https://twitter.com/lanternshop", "X"),
        ("https://x.com/lanternshop", "X"),
        ("https://netflix.com/lanternshop", None),
        ("https://twitter.com/intent/tweet?text=x", None),
        ("https://twitter.com/lanternshop/status/1", None),
        ("https://www.linkedin.com/company/lantern", "LinkedIn"),
        ("https://www.linkedin.com/in/ann", None),
        ("https://www.linkedin.com/shareArticle?url=x", None),
        ("https://www.youtube.com/@lantern", "YouTube"),
        ("https://www.youtube.com/channel/UC1/videos", "YouTube"),
        ("https://www.youtube.com/watch?v=1", None),
        ("https://www.tiktok.com/@lantern", "TikTok"),
        ("https://www.tiktok.com/@lantern/video/1", None),
        ("https://vk.com/lantern", "VK"),
        ("https://vk.com/wall-1_2", None),
        ("https://vk.com/share.php?url=x", None),
        ("https://cz.pinterest.com/lantern/", "Pinterest"),
        ("https://www.pinterest.com/pin/create/button/", None),
        ("/facebook.com/lantern", None),
    ],
)
def test_a_social_link_is_a_profile(address, name):
    assert contact_links.find_network(address) == name


@pytest.mark.parametrize(
    ("line", "hours"),
    [
        ("Mon–Fri 9:00–17:00", "Mo-Fr 09:00-17:00"),
        ("Monday to Friday, 9am to 5.30pm", "Mo-Fr 09:00-17:30"),
        ("Po–Pá 8–16", "Mo-Fr 08:00-16:00"),
        ("pracovní dny 8–16 hod", "Mo-Fr 08:00-16:00"),
        ("Пн–Пт 9:00–18:00", "Mo-Fr 09:00-18:00"),
        ("ежедневно с 9:00 до 21:00", "Mo-Su 09:00-21:00"),
        ("H–P: 8-16", "Mo-Fr 08:00-16:00"),
        ("hétfőtől péntekig 8-16", "Mo-Fr 08:00-16:00"),
        ("Jumatatu – Ijumaa 8:00 - 17:00", "Mo-Fr 08:00-17:00"),
        ("Jumatatu – Ijumaa saa 2:00 - 11:00", ""),
        ("Mo.-Fr. 07-19 Uhr, Sa. 08-16 Uhr", "Mo-Fr 07:00-19:00; Sa 08:00-16:00"),
        ("Mo-Fr 08-12:00 und 13-17:00", "Mo-Fr 08:00-12:00, 13:00-17:00"),
        ("lunes a viernes de 9:00 a 18:00", "Mo-Fr 09:00-18:00"),
        ("du lundi au vendredi de 9h à 18h", "Mo-Fr 09:00-18:00"),
        ("pon.–pt. 8:00–16:00", "Mo-Fr 08:00-16:00"),
        ("We deliver Mon–Fri 8:00–18:00", ""),
        ("do 10-20 ks", ""),
        ("Fr 1-2", ""),
        ("Sunday closed", ""),
        ("Mon 17:00-9:00", ""),
    ],
)
def test_hours_are_written_in_one_way(line, hours):
    assert opening_hours.written(opening_hours.hours_in(line)) == hours


def test_what_customers_wrote_is_no_channel(read):
    body = """<div class="reviews"><p>Call me: 0800 555 014, ann@lantern-shop.example</p>
    <a href="tel:0800555014">x</a></div>
    <div itemscope itemtype="https://schema.org/Review">Tel. 0800 555 015</div>"""

    assert read(body) == ()


@pytest.mark.parametrize(
    "piece",
    [
        "tel. 1 ",
        "Mo 9:00 - ",
        "a@",
        "<a href='tel:+420777555014'>",
        "<form><textarea>",
        "po-pá ",
        "1" * 9,
    ],
)
def test_hostile_pages_take_no_long(piece, read):
    _, seconds = timed(read, piece * (200_000 // len(piece)))

    assert seconds < 10
