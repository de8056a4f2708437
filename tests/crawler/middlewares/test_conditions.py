"""Conditional requests: each address goes by what was kept of it, and of no other."""

import pytest

CONDITIONS = ("If-None-Match", "If-Modified-Since")


@pytest.fixture(scope="module")
def nights(town, crawl, reviews):
    def tagged(url, body, tag='"same"'):
        def answering(handler):
            known = handler.headers["If-None-Match"] == tag
            raw = b"" if known else body.encode()
            handler.send_response(304 if known else 200)
            handler.send_header("Content-Type", "text/html; charset=utf-8")
            handler.send_header("Content-Length", str(len(raw)))
            handler.send_header("ETag", tag)
            handler.end_headers()
            handler.wfile.write(raw)

        town.calls(url, answering)

    def moved(url, to):
        town.page(url, status=301, Location=to)

    moved("http://moved.example/r", "/reviews")
    tagged("http://moved.example/reviews", reviews(1, 2))
    tagged("http://accents.example/%C4%8Dau", reviews(1, 2))
    tagged("http://leaves.example/r", reviews(1, 2))
    tagged("http://leaves.example/closed", "<html><body>We have moved.</body></html>")
    sources = {
        "moved": "http://moved.example/r",
        "accents": "http://accents.example/čau",
        "leaves": "http://leaves.example/r",
    }
    first = crawl(sources, proxy=town.address)
    moved("http://leaves.example/r", "/closed")
    asked = len(town.asked)
    second = crawl(sources, proxy=town.address, after=first)
    return first, second, town.asked[asked:]


def test_the_first_night_reads_everything(nights):
    first, _, _ = nights
    assert {(one.state, one.read, one.unchanged) for one in first.ended.values()} == {("ok", 2, 0)}


@pytest.mark.parametrize("name", ["moved", "accents"])
def test_a_page_under_another_spelling_or_address_is_asked_for_only_if_it_changed(nights, name):
    _, second, _ = nights
    ended = second[name]
    assert (ended.state, ended.read, ended.unchanged, ended.gone) == ("ok", 2, 1, 0)
    assert ended.complete


def test_what_was_kept_of_an_address_is_not_asked_of_where_it_leads(nights):
    _, second, asked = nights
    (closed,) = [one for one in asked if one.url.endswith("/closed")]
    assert not any(name in closed.headers for name in CONDITIONS)
    assert second["leaves"].state == "layout_changed"
