from __future__ import annotations

import time

import pytest

from crawler.extract import read_page
from crawler.extract.xml_tree import as_value, child_text, name_of, parse_xml

BOMB = (
    b"<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'ha'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (99 + n, b"&%c;" % (98 + n) * 50) for n in range(-1, 10))
    + b"]><rss version='2.0'><channel><item><title>&l;</title></item></channel></rss>"
)


@pytest.mark.parametrize(
    "markup",
    [
        b"<p>Hello</p>",
        b"<!doctype html><title>x</title>",
        b"<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'/>",
        b"<div itemscope itemtype='http://schema.org/Review'></div>",
        b"{}",
        b"",
        b"<?xml ",
        b"\x00<rss>",
    ],
)
def test_web_pages_are_no_xml(markup):
    assert parse_xml(markup) is None


def test_broken_xml_is_mended_but_proves_nothing():
    cut = parse_xml(b"<?xml version='1.0'?><rss><channel><item><title>A &nbsp; b</title>")

    assert (name_of(cut.root), cut.whole) == ("rss", False)
    assert parse_xml(b"<?xml version='1.0'?><rss/>").whole


def test_names_carry_the_usual_prefix_whatever_the_document_calls_it():
    document = parse_xml(b"<feed xmlns:q='http://www.w3.org/2005/Atom'><q:id>1</q:id></feed>")

    assert child_text(document.root, "atom:id") == "1"


def test_repeated_names_become_a_list():
    document = parse_xml(b"<products><a>1</a><a>2</a><b><c> 3 </c></b></products>")

    assert as_value(document.root) == {"a": ["1", "2"], "b": {"c": "3"}}


def test_files_and_addresses_named_in_xml_are_never_opened(snapshot_of, tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("canary", encoding="utf-8")
    body = (
        f"<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM '{secret.as_uri()}'>"
        "<!ENTITY % y SYSTEM 'http://127.0.0.1:9/dtd'> %y;]>"
        "<rss version='2.0'><channel><item><title>a &x; b</title></item></channel></rss>"
    )

    assert "canary" not in repr(read_page(snapshot_of(body)))


@pytest.mark.parametrize(
    "body",
    [
        BOMB,
        b"<rss>" + b"<channel>" * 200_000,
        b"<feed xmlns='http://www.w3.org/2005/Atom'>" + b"<entry><title>x</title></entry>" * 60_000,
        b"<FEEDBACKLIST>" + b"<FEEDBACK><A>" * 100_000,
        b"<?xml version='1.0'?><reviews>" + b"<review><rating_id>1</rating_id></review>" * 60_000,
        b"<rss><channel>" + b"<item><title>" + b"&" * 1_000_000,
    ],
    ids=range(6),
)
def test_hostile_xml_is_answered_in_time(body, snapshot_of):
    snapshot = snapshot_of(body)
    started = time.process_time()

    read_page(snapshot)

    assert time.process_time() - started < 2
