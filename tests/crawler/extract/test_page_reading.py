from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC, datetime
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract import paging, read_page, require
from crawler.extract.encoding import utf8_markup
from crawler.extract.markup import parse, plain_text, text_of_markup
from crawler.extract.readers import REVIEW_READERS
from crawler.extract.scripts import split_scripts
from rivalscope.errors import PageChanged
from rivalscope.models import FaqEntry, PageReading, Reader, Review, Snapshot

SEEN_AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


def test_every_reader_that_a_source_may_name_is_there():
    assert {"auto", *REVIEW_READERS} == set(get_args(Reader))


@pytest.mark.parametrize(
    ("kind", "reading"),
    [
        ("reviews", PageReading(reviews=(Review(body="x"),))),
        ("reviews", PageReading(empty_because="the feed has no entries")),
        ("feed", PageReading(reviews=(Review(body="x"),))),
        ("faq", PageReading(faq=(FaqEntry(question="a", answer="b"),))),
        ("site", PageReading()),
    ],
)
def test_a_page_that_holds_its_kind_or_proves_it_empty_is_enough(kind, reading):
    assert require(reading, kind=kind, url="https://x.example") is reading


@pytest.mark.parametrize("kind", ["reviews", "faq", "feed"])
def test_a_page_that_holds_nothing_of_its_kind_has_changed(kind):
    with pytest.raises(PageChanged) as caught:
        require(PageReading(), kind=kind, url="https://x.example")

    assert caught.value.url == "https://x.example"


@pytest.mark.parametrize("body", ["", "   ", "<p>Hello</p>", "plain", "{}", "[if x]", "<!-- "])
def test_a_page_that_holds_nothing_reads_as_nothing(body, snapshot_of):
    assert read_page(snapshot_of(body)) == PageReading(is_payload=body == "{}")


@pytest.mark.parametrize(
    ("markup", "address"),
    [
        ('<link rel="next" href="/p?a=1&amp;b=2">', "https://shop.example/p?a=1&b=2"),
        ("<a class=x rel='nofollow next' href=?p=3>", "https://shop.example/p/1?p=3"),
        ('<a rel="next" href="/a"><link rel="next" href="/b">', "https://shop.example/b"),
        ('<a rel="next" href="#2">', None),
        ('<a rel="next" href="javascript:next()">', None),
        ('<a class="next" href="/next">', None),
        ('<!-- <link rel="next" href="/b"> -->', None),
        ('<a rel="next" href="http://[bad">', None),
    ],
)
def test_the_next_page_is_what_the_page_links_as_such(markup, address, page_of):
    assert paging.next_url(page_of(f"<html>{markup}")) == address


@pytest.mark.parametrize(
    ("body", "encoding", "language", "text"),
    [
        ("čekání".encode(), "iso-8859-1", None, "čekání"),
        ("čekání".encode("cp1250"), "windows-1250", None, "čekání"),
        ('<meta charset="windows-1251">ждать'.encode("cp1251"), None, None, "ждать"),
        ("čekání".encode("cp1250"), None, "cs", "čekání"),
        ("café".encode("latin-1"), "no-such-encoding", None, "café"),
        ("ждать".encode("utf-16"), None, None, "ждать"),
        (b"\xef\xbb\xbf" + "ждать".encode(), None, None, "ждать"),
        ("čekání".encode()[:-1], None, None, "čekán"),
    ],
)
def test_characters_survive_wrong_and_absent_declarations(body, encoding, language, text):
    snapshot = Snapshot(url="https://x.example", fetched_at=None, body=body, encoding=encoding)

    assert utf8_markup(snapshot, language=language).decode().endswith(text)


def test_scripts_and_comments_do_not_hide_in_each_other():
    markup = b"a<!-- <script>x</script> -->b<script data-a='>'>/* <!-- */</script >c<SCRIPT>z"

    scripts, alive = split_scripts(markup)

    assert alive == b"abc"
    assert [script.body for script in scripts] == [b"/* <!-- */", b"z"]
    assert scripts[0].attributes == {"data-a": ">"}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>a</p><p>b<br>c</p>", "a\n\nb\nc"),
        ("<ul><li>a</li><li>b</li></ul>", "a\nb"),
        ("a <b>b</b>\n c<script>x</script><style>y</style><button>z</button>", "a b c"),
        ("<span>a:</span>b<span>c</span><span>d</span>", "a: bc d"),
        ("a\u202eb\u200b", "ab"),
    ],
)
def test_text_keeps_its_paragraphs_and_nothing_else(markup, text):
    assert plain_text(parse(f"<div>{markup}</div>".encode())) == text


@given(st.text(alphabet="ab <>&;/pbr\n!-'\"=", max_size=60))
def test_no_text_breaks_the_way_to_plain_text(raw):
    assert isinstance(text_of_markup(raw), str)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reading_of_a_page(body):
    try:
        reading = read_page(Snapshot(url="https://x.example/faq", fetched_at=SEEN_AT, body=body))
    except PageChanged as error:
        # ruff: ignore[pytest-assert-in-except] - most bytes are read, and these must say why not
        assert "can't be decoded" in error.missing
    else:
        assert reading.reviews == ()


MANY = 200_000


@pytest.mark.parametrize(
    "body",
    [
        b"<div>" * MANY,
        b"<div itemscope itemprop=review itemtype='http://schema.org/Review'>" * MANY,
        b"<details><summary>a?</summary>" * MANY,
        b"<dl>" + b"<dt>a?<dd>b" * (MANY // 10),
        b'<script type="application/ld+json">' + b"[" * 20_000 + b"</script>",
        b'<script type="application/ld+json">{"a":</script>' * 20_000,
        b"<script " * MANY,
        b"<!--" * MANY,
        b"<iframe " * MANY,
        b"<a rel=next href=x " * MANY,
        b"<script>" + b"/*intercomSettings " * 50_000,
        b"<" * (4 * MANY),
        b"<div " + b"a=b " * MANY,
        bytes(range(256)) * 4000,
    ],
    ids=range(14),
)
def test_hostile_pages_are_answered_in_time(body, snapshot_of):
    snapshot = snapshot_of(body, url="https://shop.example/faq")
    started = time.process_time()

    with suppress(PageChanged):  # some of them are no text at all
        read_page(snapshot)

    assert time.process_time() - started < 2
