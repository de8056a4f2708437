"""Names of authors are taken out of a page before it is kept."""

import json

from hypothesis import given
from hypothesis import strategies as st

from crawler.pseudonyms import without_names

KEYS = {"Jana Nováková": "0123456789abcdef", "Will": "fedcba9876543210"}


def kept(page, encoding="utf-8"):
    return without_names(page.encode(encoding), KEYS).decode(encoding)


def test_a_full_name_goes_wherever_it_stands():
    assert kept("<b>Jana Nováková</b> wrote (by Jana Nováková)") == (
        "<b>author-0123456789abcdef</b> wrote (by author-0123456789abcdef)"
    )


def test_a_single_word_goes_only_where_it_is_all_there_is():
    page = '<b> Will </b><p>Will they ever answer? Good Will.</p>{"name": "Will"}'
    assert kept(page) == (
        "<b> author-fedcba9876543210 </b><p>Will they ever answer? Good Will.</p>"
        '{"name": "author-fedcba9876543210"}'
    )


def test_names_are_found_as_json_and_html_write_them():
    page = json.dumps({"author": "Jana Nováková"})
    assert "Jana" not in kept(page)
    assert without_names(b"<b>Tom &amp; Ann</b>", {"Tom & Ann": "1" * 16}) == (
        b"<b>author-1111111111111111</b>"
    )


def test_old_encodings_are_no_hiding_place():
    assert "Jana" not in kept("<b>Jana Nováková</b>", "cp1250")
    assert "Jana" not in kept("<b>Jana Nováková</b>", "utf-16-le")


@given(st.binary(max_size=300))
def test_a_page_without_the_names_stays_as_it_is(body):
    if b"Jana" not in body and b"Will" not in body:
        assert without_names(body, KEYS) == body


@given(st.text(max_size=100))
def test_doing_it_twice_changes_nothing(text):
    once = without_names(f"<b>{text}</b><i>Will</i>".encode(errors="replace"), KEYS)
    assert without_names(once, KEYS) == once
