"""A source's key: sent where it belongs, kept nowhere."""

import json
from collections import UserDict

import pytest

from crawler.network.keys import Key
from rivalscope.secrets import hidden

KEY = "k3y/canary+8451=secret"
SPELLINGS = (KEY, "k3y%2Fcanary%2B8451%3Dsecret", "canary+8451", "canary%2B8451")


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    def echo(handler):
        """A page that repeats how it was asked for, as pages of results do."""
        body = reviews(1, after=handler.path + "&page=2", more=f"<p>{handler.path} {KEY}</p>")
        if "page=2" in handler.path:
            body = reviews(2, more=KEY)
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("X-You-Asked", handler.path)
        handler.send_header("Content-Length", str(len(body.encode())))
        handler.end_headers()
        handler.wfile.write(body.encode())

    class Paths(UserDict):
        """Answers whatever the query is."""

        def get(self, url, default=None):
            return super().get(url.partition("?")[0], default)

    town.answers = Paths(town.answers)
    town.calls("http://api.example/echo", echo)
    town.page("http://header.example/r", reviews(3))
    town.page("http://away.example/r", status=302, Location="http://www.away.example/r")
    town.page("http://www.away.example/r", reviews(4))
    town.page("http://broken.example/r", "no", status=500)
    town.page("http://refused.example/r", "no", status=401)
    town.page("http://missing.example/r", reviews(5))
    town.page("http://huge.example/r", "x" * 9_000_000)
    town.robots("api.example", "User-agent: *\nDisallow: /\n")
    parameter = "api_key: {variable: SHOP_KEY, parameter: key}"
    header = "api_key: {variable: SHOP_KEY, header: X-Api-Key}"
    sources = {
        "echo": f'url: "http://api.example/echo?lang=en", {parameter}',
        "header": f'url: "http://header.example/r", {header}',
        "away": f'url: "http://away.example/r", {parameter}',
        "broken": f'url: "http://broken.example/r", {parameter}',
        "refused": f'url: "http://refused.example/r", {parameter}',
        "huge": f'url: "http://huge.example/r", {parameter}',
        "missing": 'url: "http://missing.example/r", api_key: {variable: NO_KEY, parameter: key}',
    }
    return crawl(
        sources,
        proxy=town.address,
        level="DEBUG",
        env={"SHOP_KEY": KEY},
        scrapy={"RETRY_TIMES": 1, "DOWNLOAD_TIMEOUT": 2},
    )


def test_it_is_sent_as_a_parameter_on_every_page(night, town):
    assert (night["echo"].state, night["echo"].read) == ("ok", 2)
    pages = town.urls("http://api.example/echo")
    assert len(pages) == 2
    assert all(url.count("key=k3y%2Fcanary%2B8451%3Dsecret") == 1 for url in pages)


def test_it_is_sent_as_a_header(night, town):
    assert night["header"].state == "ok"
    (page,) = [asked for asked in town.asked if asked.url == "http://header.example/r"]
    assert page.headers["X-Api-Key"] == KEY


def test_it_is_not_sent_to_where_a_redirect_leads(night, town):
    assert night["away"].read == 1
    assert "key=" in next(url for url in town.urls("http://away.example/r"))
    assert [url for url in town.urls("www.away.example") if "key" in url] == []


def test_it_is_not_sent_with_robots_txt(night, town):
    assert not [url for url in town.urls("robots.txt") if "key" in url]


def test_a_missing_one_ends_the_source_and_names_the_variable(night, town):
    assert night["missing"].state == "error"
    assert "NO_KEY" in night["missing"].reason
    assert town.urls("missing.example") == []


def test_a_refused_one_is_a_block_that_names_the_variable(night):
    assert night["refused"].state == "blocked"
    assert "SHOP_KEY" in night["refused"].reason


def test_it_stands_in_no_log_no_database_and_no_reason(night):
    log, told = night.log, json.dumps(night.told)
    kept = b"".join(path.read_bytes() for path in night.database.parent.glob("a.sqlite*"))
    reasons = " ".join(one.reason or "" for one in night.ended.values())
    assert "broken.example" in reasons
    for spelling in SPELLINGS:
        assert spelling not in log
        assert spelling not in told
        assert spelling not in reasons
        assert spelling.encode() not in kept


def test_a_log_line_of_scrapy_s_own_shows_it_as_hidden(night):
    lines = [line for line in night.log.splitlines() if "http://huge.example/r?key=" in line]
    assert any("9000000" in line for line in lines)
    assert all("http://huge.example/r?key=***" in line for line in lines)


def test_only_the_very_origin_gets_it():
    key = Key(origin="https://api.example", parameter="key", header=None, secret=KEY)
    assert key.goes_to("https://api.example/reviews")
    for other in ("http://api.example/", "https://api.example:8443/", "https://x.api.example/"):
        assert not key.goes_to(other)
    assert KEY not in repr(key)


def test_a_short_one_does_not_tear_holes_into_texts():
    assert hidden("a banana", "a") == "a banana"
