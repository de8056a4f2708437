"""Names of authors are found in a page, however it writes them."""

import json
import time
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.privacy.pseudonyms import MOST_HITS, Names, TooManyPlaces, replaced

JANA, WILL, ANNA, ZANETA = "Jana Nováková", "Will", "Анна Петрова", "Žaneta Šárová"


def kept(page, *names):
    known = Names(names or (JANA, WILL, ANNA, ZANETA))
    return replaced(page, known.on_page(page), lambda name: f"<{name.split()[0]}>")


@pytest.mark.parametrize(
    "page",
    [
        "<b>Jana Nováková</b>",
        "<b>JANA NOVÁKOVÁ</b> jana nováková",
        "Dear Jana Novakova",
        "Jana Nov&aacute;kov&#225; Jana Nov&#xE1;kov&#XE1; Jana Nov&amp;aacute;kov&amp;aacute;",
        r'"Jana Nov\u00E1kov\u00e1" "Jana Nov\\u00e1kov\\u00E1"',
        r"\nJana Nováková\r\n",
        "Jana\xa0Nováková Jana&nbsp;Nováková Jana  Nováková Jana\n\t Nováková",
        "Jana Nova\u0301kova\u0301",
        "/u/Jana%20Nov%C3%A1kov%C3%A1 /u/jana%2Bnov%25c3%25a1kov%25c3%25a1 /u/jana-novakova/",
        '<i class="x">Jana</i> <i>Nováková</i>',
        "&#381;aneta &Scaron;&aacute;rov&aacute; ŽANETA ŠÁROVÁ",
        "анна петрова АННА ПЕТРОВА",
        json.dumps(ANNA),
        json.dumps(ANNA.upper()),
        quote(ANNA),
        "".join(f"&#{ord(letter)};" for letter in ANNA),
    ],
)
def test_a_full_name_goes_wherever_it_stands(page):
    known = Names([JANA, ANNA, ZANETA])
    left = replaced(page, known.on_page(page), lambda _: "#").casefold()

    assert "#" in left
    assert not any(part in left for part in ("nov", "aneta", "rov&", "петр", r"\u043f", "&#1055"))


def test_tags_between_the_words_of_a_name_stay():
    page = '<i class="x">Jana</i> <i>Nováková</i>'

    assert kept(page) == '<i class="x"><Jana></i> <i></i>'


@pytest.mark.parametrize(
    "page",
    [
        "Janatka Nováková, XJana Nováková, Jana Novákovách",
        '{"Jana": 1, "Nováková": 2}',
        "Will they ever answer? Good Will. Will",
        '<b class="Will" id="will">x</b>{"will": 1, "@type": "Will"}',
        "<p>Will, however, never wrote that</p>",
    ],
)
def test_what_only_looks_like_a_name_stays(page):
    assert kept(page) == page


@pytest.mark.parametrize(
    "page",
    [
        "<b> Will </b>",
        '{"name": "Will"}',
        "<p>Will, 2. 9.</p>",
        "<p>by Will</p>",
        "<p>From: WILL | 12 March 2026</p>",
        '<a href="/user/will">',
        '<img alt="Will">',
    ],
)
def test_a_single_word_goes_where_it_stands_alone(page):
    left = kept(page)

    assert "<Will>" in left
    assert "will" not in left.replace("<Will>", "").lower()


def test_a_name_with_an_initial_counts_only_as_printed():
    page = "Grace I. and grace I knew"

    assert kept(page, "Grace I.") == "<Grace> and grace I knew"


def test_of_two_names_the_longer_counts():
    page = "Jana Nováková Malá, Jana Nováková"

    assert kept(page, JANA, "Jana Nováková Malá") == "<Jana>, <Jana>"


def test_what_somebody_is_tells_nobody():
    assert kept("<b>Verified Buyer</b>", "Verified Buyer") == "<b>Verified Buyer</b>"


def test_a_sentence_holds_no_single_name():
    assert not Names([WILL]).in_sentences('"Will"')
    assert Names([JANA]).in_sentences("says jana novakova")


@given(st.text(max_size=200))
def test_a_page_without_names_stays_as_it_is(page):
    if "jana" not in page.casefold() and "will" not in page.casefold():
        assert kept(page, JANA, WILL) == page


@given(st.text(max_size=60), st.lists(st.text(max_size=30), max_size=5))
def test_no_text_is_too_odd_for_a_page_or_a_name(page, names):
    found = Names(names).on_page(f"{page}<b>{' '.join(names)}</b>")

    assert all(one.start < one.end for one in found)


@pytest.mark.parametrize("blank", [" ", "&nbsp;"])
def test_twenty_thousand_authors_in_a_long_page_take_one_pass(blank):
    names = [f"Jméno Příjmení{number}" for number in range(20_000)]
    filler = "came late and nobody answered for weeks, so I gave up on them. " * 2
    page = "".join(f"<p>{name.replace(' ', blank)}</p>{filler}" for name in names)
    began = time.process_time()

    found = Names(names).on_page(page)

    assert len(found) == len(names)
    assert time.process_time() - began < (2 if blank == " " else 10)


@pytest.mark.parametrize(
    ("names", "page"),
    [
        (["The End"], "the "),
        (["Jana Nova"], "jana "),
        ([" ".join(["abc"] * count) for count in range(2, 13)], "abc "),
        (["a" * length + " b" for length in range(3, 190)], "aaaa"),
    ],
)
def test_a_page_made_to_take_long_is_given_up(names, page):
    began = time.process_time()

    with pytest.raises(TooManyPlaces):
        Names(names).on_page(page * (MOST_HITS + 1))

    assert time.process_time() - began < 3
