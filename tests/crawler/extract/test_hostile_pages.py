"""Pages that are broken or hostile: what each of them may cost, and what must not come out."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from operator import itemgetter

import pytest
from timing import timed

from crawler.extract import read_page
from crawler.extract.encoding import unreadable_share, utf8_markup
from crawler.extract.lenient_json import lenient
from rivalscope.errors import PageChanged

REVIEW = {
    "@type": "Review",
    "reviewBody": "Good boots.",
    "datePublished": "2026-01-02",
    "reviewRating": {"ratingValue": 4},
}
CZECH = (
    '<html lang="cs"><p itemprop="x">Příliš žluťoučký kůň úpěl ďábelské ódy, řekl šéf.</p></html>'
)


def script(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return f'<script type="application/ld+json">{text}</script>'


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 200_000 + "<p>Hello",
        "<b><i><p>" * 30_000,
        '<div itemscope itemtype="https://schema.org/Review">' * 50_000,
        '<div itemprop="review" itemscope>' * 30_000 + "<p itemprop=reviewBody>deep",
        '<p itemprop="reviewBody" itemscope itemtype="Review" itemref="a b c">' * 10_000,
        '<li class="review stars">4 out of 5' * 10_000,
        "<details><summary>Why?</summary>" * 20_000,
        "<dl><dt>" * 40_000,
        "<script>" * 100_000,
        "<script " * 100_000,
        "<!--" * 200_000,
        '<a href="' * 100_000,
        "<" * 500_000,
        "&amp;" * 200_000,
    ],
    ids=itemgetter(slice(24)),
)
def test_fault_11_deep_or_endless_markup_is_read_in_two_seconds(page, snapshot_of):
    _, seconds = timed(read_page, snapshot_of(page))

    assert seconds < 2


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        '{"@graph":' * 20_000,
        '{"review":[' * 20_000,
        '{"@type":"Review","reviewBody":"' + '" x ' * 100_000,
        '{"a": "b' + " " * 300_000 + "x",
        '"a" ' * 100_000,
        json.dumps({"@type": "Product", "review": [REVIEW] * 3000}),
        json.dumps({"@id": "#a", "review": {"@id": "#a"}, "@type": ["Review"] * 5000}),
        json.dumps([{"@type": "Review", "reviewBody": "x" * 80, "comment": [{}] * 50}] * 1000),
    ],
    ids=itemgetter(slice(24)),
)
def test_fault_11_deep_or_endless_json_ld_is_read_in_two_seconds(text, snapshot_of):
    page = snapshot_of(script(text) + script(REVIEW))

    reading, seconds = timed(read_page, page)

    assert seconds < 2
    assert [review.body for review in reading.reviews].count("Good boots.") == 1


@pytest.mark.parametrize(
    "encoding", [None, "utf-8", "no-such-charset", "utf-7\0", "zlib", "punycode"]
)
def test_fault_12_a_wrong_charset_does_not_garble_what_the_page_itself_tells(encoding, snapshot_of):
    snapshot = replace(snapshot_of(CZECH.encode("cp1250")), encoding=encoding)

    markup = utf8_markup(snapshot)

    assert markup.decode() == CZECH
    assert unreadable_share(markup) == 0


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16", "utf-32", "utf-8-sig"])
def test_fault_12_wide_characters_are_known_with_and_without_a_mark(encoding, snapshot_of):
    assert utf8_markup(snapshot_of(CZECH.encode(encoding))).decode() == CZECH


def test_fault_12_a_few_broken_bytes_cost_only_themselves(snapshot_of):
    body = CZECH.encode() * 20 + b"<p>\xff\xfe</p>" + CZECH.encode()

    markup = utf8_markup(replace(snapshot_of(body), encoding="iso-8859-1"))

    assert markup.decode().count("žluťoučký") == 21
    assert 0 < unreadable_share(markup) < 0.01


@pytest.mark.parametrize(
    "body",
    [
        os.urandom(20_000),
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + os.urandom(5000),
        b"PK\x03\x04" + os.urandom(5000),
        b"\x00" * 10_000,
    ],
    ids=["noise", "png", "pdf", "zip", "zeros"],
)
def test_fault_12_what_is_no_text_says_so_and_is_not_read(body, snapshot_of):
    snapshot = snapshot_of(body)

    assert unreadable_share(utf8_markup(snapshot)) > 0.01
    with pytest.raises(PageChanged):
        read_page(snapshot)


def test_fault_12_an_empty_page_is_readable():
    assert unreadable_share(b"") == 0
    assert unreadable_share("Žádný text, ale čitelný.\r\n".encode()) == 0


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("nul\x00 and bell\x07 stop", "nul and bell stop"),
        ("x\u202egnp.exe\u202c y", "xgnp.exe y"),
        ("\u2066hidden\u2069 order", "hidden order"),
        ("zero\u200bwidth", "zerowidth"),
        ("c1 \x85\x9f here", "c1 here"),
    ],
)
@pytest.mark.parametrize("layer", ["json-ld", "microdata"])
def test_fault_19_characters_that_break_outputs_never_come_out(layer, raw, clean, snapshot_of):
    page = script(REVIEW | {"reviewBody": raw, "name": raw, "author": raw})
    if layer == "microdata":
        page = f"""<div itemscope itemtype="https://schema.org/Review"><b itemprop="name">{raw}</b>
        <i itemprop="author">{raw}</i><meta itemprop="datePublished" content="2026-01-02">
        <p itemprop="reviewBody">{raw}</p></div>""".replace("\x00", "&#0;")

    (review,) = read_page(snapshot_of(page)).reviews

    kept = review.body.replace("\ufffd", "")
    assert kept == clean
    assert not {"\x00", "\x07", "\u202e", "\u2066", "\u200b"} & {
        *review.body,
        *(review.title or ""),
    }


def test_fault_19_lone_surrogates_are_dropped(snapshot_of):
    text = json.dumps(REVIEW).replace("Good", r"Go\ud83dod\udc00")

    (review,) = read_page(snapshot_of(script(text))).reviews

    assert review.body.encode()
    assert review.body.endswith("boots.")


def test_fault_19_texts_longer_than_a_spreadsheets_cell_stay_whole(snapshot_of):
    (review,) = read_page(snapshot_of(script(REVIEW | {"reviewBody": "word " * 10_000}))).reviews

    assert len(review.body) == 49_999


@pytest.mark.parametrize(
    "piece", ["all is well. ", "a\u0301 \u202e", "<b>x</b> &amp;amp; ", "\n\n"]
)
def test_fault_24_a_review_of_a_megabyte_is_read_in_two_seconds(piece, snapshot_of):
    body = "Start. " + piece * (1_000_000 // len(piece)) + " End."

    page = snapshot_of(script(REVIEW | {"reviewBody": body}))

    reading, seconds = timed(read_page, page)

    assert seconds < 2
    (review,) = reading.reviews
    assert review.body.startswith("Start.")


def test_broken_json_of_a_megabyte_is_given_up_on_in_time():
    _, seconds = timed(lenient, b'{"a": ' + b"\\" * 1_000_000)

    assert seconds < 2
