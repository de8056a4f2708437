"""Fault 8: redirects off the site, in circles, without end; and everything else Scrapy drops."""

from types import SimpleNamespace

import pytest
from scrapy import Request

from crawler.middlewares import CheckAddress
from crawler.middlewares.requests import at_depth
from crawler.network.commons import SETTING
from crawler.network.refusals import Refused
from rivalscope.models import Source
from rivalscope.settings.closed_sites import load_closed_sites


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    def moved(url, to, **options):
        town.page(url, "", **({"status": 302, "Location": to} | options))

    moved("http://moved.example/r", "http://www.moved.example/reviews")
    town.page("http://www.moved.example/reviews", reviews(1))
    moved("http://away.example/r", "http://elsewhere.example/reviews")
    town.page("http://elsewhere.example/reviews", reviews(1))
    moved("http://circle.example/r", "/other")
    moved("http://circle.example/other", "/r")
    moved("http://itself.example/r", "/r")
    for number in range(12):
        moved(f"http://endless.example/r{number or ''}", f"/r{number + 1}")
    moved("http://members.example/r", "/account/login?next=/r")
    moved("http://closed.example/r", "https://www.trustpilot.com/review/closed.example")
    moved("http://script.example/r", "javascript:alert(1)")
    moved("http://broken.example/r", "http://[broken")
    moved("http://nowhere.example/r", "")
    refresh = '<html><head><meta http-equiv="refresh" content="{}; url={}"></head></html>'
    town.page("http://soon.example/r", refresh.format(0, "/reviews"))
    town.page("http://soon.example/reviews", reviews(1))
    town.page("http://gone.example/r", refresh.format(0, "/"), status=404)
    town.page("http://gone.example/", reviews(1))
    town.page("http://reload.example/r", reviews(1).replace("<head>", f"<head>{refresh[12:66]}"))
    town.page("http://tricky.example/r", refresh.format(0, "http://elsewhere.example/reviews"))
    chosen = 'reader: selectors, selectors: {review: p, body: "::text", next_page: a}'
    wordy = f"<p>Late again.</p><a href='/r?{'x' * 2100}'>More</a>"
    town.page("http://wordy.example/r", wordy)
    town.page("http://deep.example/r", reviews(1, after="/r2"))
    town.page("http://deep.example/r2", reviews(2, after="/r3"))
    town.page("http://deep.example/r3", reviews(3, after="/r4"))
    town.page("http://deep.example/r4", reviews(4))
    town.page("http://www.g2.com/r", reviews(1))
    hosts = (
        *("moved", "away", "circle", "itself", "endless", "members", "closed", "script"),
        *("broken", "nowhere", "soon", "reload", "tricky", "deep", "gone"),
    )
    sources = {host: f"http://{host}.example/r" for host in hosts}
    sources["wordy"] = f'url: "http://wordy.example/r", {chosen}'
    sources["agreed"] = 'url: "http://www.g2.com/r", permission: contract 7 of 2026'
    return crawl(sources, proxy=town.address, scrapy={"DEPTH_LIMIT": 2})


@pytest.mark.parametrize("host", ["moved", "soon"])
def test_a_redirect_within_the_site_is_followed(night, host):
    assert (night[host].state, night[host].read) == ("ok", 1)


def test_a_page_that_reloads_itself_is_a_page(night):
    assert (night["reload"].state, night["reload"].read) == ("ok", 1)


@pytest.mark.parametrize(
    ("host", "state", "reason"),
    [
        ("away", "error", "redirects to another site: elsewhere.example"),
        ("tricky", "error", "redirects to another site: elsewhere.example"),
        ("circle", "error", "redirects in a circle, back to http://circle.example/r"),
        ("itself", "error", "redirects in a circle"),
        ("endless", "error", "redirects more than 5 times"),
        ("members", "blocked", "redirects to a login"),
        ("closed", "robots_denied", "Trustpilot is closed to crawlers"),
        ("script", "error", "redirects to what is no web address"),
        ("broken", "error", "redirects to what is no web address"),
        ("nowhere", "error", "HTTP 302"),
        ("gone", "error", "HTTP 404 from http://gone.example/r"),
    ],
)
def test_a_redirect_that_is_not_followed_is_told_and_never_ok(night, host, state, reason):
    assert (night[host].state, night[host].pages) == (state, 0)
    assert reason in night[host].reason


def test_a_closed_site_is_read_where_an_agreement_allows_it(night):
    assert (night["agreed"].state, night["agreed"].read) == ("ok", 1)


def test_another_site_is_never_asked(night, town):
    assert town.urls("elsewhere.example") == []
    assert town.urls("trustpilot") == []


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("deep", "more than 2 pages lead to http://deep.example/r4"),
        ("wordy", "is longer than any address we follow"),
    ],
)
def test_a_next_page_that_is_not_fetched_is_told(night, host, reason):
    assert reason in night[host].reason
    assert night[host].pages >= 1
    assert night[host].state != "ok"


@pytest.fixture(scope="module")
def gate():
    """Of a source on shop.example."""
    source = Source(
        brand="a", id="r", platform="p", kind="reviews", url="http://www.shop.example/r"
    )
    commons = SimpleNamespace(closed_sites=load_closed_sites(None))
    return CheckAddress(
        SimpleNamespace(spider=SimpleNamespace(source=source), settings={SETTING: commons})
    )


@pytest.mark.parametrize(
    ("url", "state", "reason"),
    [
        ("http://elsewhere.example/r?page=2", "error", "leads to another site: elsewhere.example"),
        ("http://shop.example.co.uk/r", "error", "leads to another site"),
        ("https://www.yelp.com/biz/x", "robots_denied", "leads where we don't go: Yelp is closed"),
        ("http://127.0.0.1/r", "error", "leads where we don't go: 127.0.0.1 is no public address"),
    ],
)
def test_whatever_a_reader_takes_for_the_next_page_passes_the_gate(gate, url, state, reason):
    with pytest.raises(Refused, match=reason) as caught:
        gate.process_request(at_depth(Request(url), 1))
    assert caught.value.state == state


@pytest.mark.parametrize("url", ["http://shop.example/r", "https://help.shop.example:8443/x"])
def test_the_whole_of_the_source_s_own_site_is_open(gate, url):
    gate.process_request(at_depth(Request(url), 1))
