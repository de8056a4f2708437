from __future__ import annotations

import pytest

from crawler.extract import faq

HOME = "https://www.botanka.example/"


def links(page_of, *anchors, url=HOME):
    return faq.faq_links(page_of("<html><body>" + "".join(anchors) + "</body></html>", url=url))


def link(href, name="", **attributes):
    extra = "".join(f' {key.replace("_", "-")}="{value}"' for key, value in attributes.items())
    return f'<a href="{href}"{extra}>{name}</a>'


@pytest.mark.parametrize(
    "name",
    [
        *("FAQ", "Frequently asked questions", "Help center", "Support"),
        *("Časté dotazy", "Nápověda", "Najčastejšie otázky", "Pomoc"),
        *("Часто задаваемые вопросы", "Вопросы и ответы", "Помощь", "Поширені запитання"),
        *("Gyakori kérdések", "GYIK", "Súgó"),
        *("Maswali yanayoulizwa mara kwa mara", "Msaada", "Huduma kwa wateja"),
        *("Häufige Fragen", "Hilfe & Kontakt", "Preguntas frecuentes", "Questions fréquentes"),
        *("Najczęściej zadawane pytania", "Domande frequenti", "Perguntas frequentes"),
        *("Veelgestelde vragen", "Întrebări frecvente", "Sıkça sorulan sorular"),
    ],
)
def test_a_link_named_help_in_a_shoppers_language_is_found(name, page_of):
    assert links(page_of, link("/x/12", name)) == (f"{HOME}x/12",)


@pytest.mark.parametrize(
    "path",
    [
        *("faq", "caste-dotazy.html", "haeufige-fragen", "gyik/", "voprosy-i-otvety", "msaada"),
        *("gyakori-kerdesek", "preguntas_frecuentes", "s/questions-frequentes", "sw/maswali"),
    ],
)
def test_the_words_of_an_address_tell_too(path, page_of):
    assert links(page_of, link(f"/{path}", "→")) == (HOME + path,)
    assert faq.faq_addresses([HOME + path, f"{HOME}boots/12"]) == (HOME + path,)


def test_faq_goes_before_help_and_help_before_customer_service(page_of):
    found = links(
        page_of,
        link("/care", "Customer service"),
        link("/h", "Help"),
        link("/f/deep/page", "FAQ"),
        link("/f", "FAQ"),
        link("/b", "Boots"),
    )

    assert found == tuple(HOME + path for path in ("f", "f/deep/page", "h", "care"))


def test_pictures_titles_and_labels_name_links_without_text(page_of):
    found = links(
        page_of,
        link("/1", "", title="FAQ"),
        link("/2", "", aria_label="Nápověda"),
        link("/3", '<img alt="Súgó" src="x.png">'),
        link("/4", "<svg></svg>"),
    )

    assert found == (f"{HOME}1", f"{HOME}2", f"{HOME}3")


def test_help_on_a_subdomain_or_with_a_known_host_counts_and_elsewhere_does_not(page_of):
    found = links(
        page_of,
        link("https://help.botanka.example/"),
        link("https://botanka.zendesk.com/hc/cs"),
        link("https://botanka.intercom.help/en"),
        link("https://www.zendesk.com/help-center", "Help center by Zendesk"),
        link("https://other.example/faq", "FAQ"),
        link("https://botanka.zendesk.com/agent"),
    )

    assert set(found) == {
        "https://help.botanka.example/",
        "https://botanka.zendesk.com/hc/cs",
        "https://botanka.intercom.help/en",
    }


def test_shops_under_one_public_suffix_are_not_one_site(page_of):
    found = links(
        page_of,
        link("https://other.co.uk/faq", "FAQ"),
        link("https://help.boots.co.uk/", "Help"),
        url="https://www.boots.co.uk/",
    )

    assert found == ("https://help.boots.co.uk/",)


@pytest.mark.parametrize(
    "anchor",
    [
        link("mailto:help@botanka.example", "Help"),
        link("javascript:faq()", "FAQ"),
        link("#faq", "FAQ"),
        link("/help.pdf", "Help"),
        link("/support/login", "Support"),
        link("/first-aid", "First aid kits"),
        link("/erste-hilfe", "Erste Hilfe"),
        link("/lists", "x" * 90 + " FAQ"),
        link("https://[broken/faq", "FAQ"),
        "<a>FAQ</a>",
    ],
)
def test_what_is_no_page_with_answers_is_left_out(anchor, page_of):
    assert links(page_of, anchor) == ()


def test_the_rooms_of_a_help_center_are_found_from_its_front_door(page_of):
    door = "https://help.botanka.example/hc/cs"

    found = links(
        page_of,
        link("/hc/cs/sections/1-Doprava", "Doprava"),
        link("/hc/cs/articles/11", "Kde je balík?"),
        link("/hc/cs/requests/new", "Napsat"),
        url=door,
    )

    assert found == (f"{door}/sections/1-Doprava", f"{door}/articles/11")
