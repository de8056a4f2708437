"""Fault 13: robots.txt that denies, fails, is not there, asks for a pause. RFC 9309."""

import time

import pytest

from crawler.network.refusals import Refused
from crawler.network.robots import RobotsFile, robots_answered


def forbidden(text, path="/reviews", *, status=200):
    """The state of the refusal, None where the page may be fetched."""
    body = text if isinstance(text, bytes) else text.encode()
    robots = robots_answered("http://shop.example/robots.txt", status=status, body=body)
    try:
        robots.check(f"http://shop.example{path}")
    except Refused as refused:
        return refused.state
    return None


@pytest.mark.parametrize(
    "text",
    [
        "User-agent: *\nDisallow: /",
        "User-agent: rivalscope\nDisallow: /reviews",
        "User-agent: RivalScope\nDisallow: /*views$",
        "User-agent: Rivalscope/2.0\nDisallow: /",
        "\ufeffUser-agent: *\r\nDisallow: /",
        "User-agent: a\nUser-agent: rivalscope\nDisallow: /",
        "User-agent: *\nAllow: /rev\nDisallow: /reviews",
        b"User-agent: *\nDisallow: /reviews # \xff\xfe\xe9\n",
    ],
)
def test_what_the_rules_forbid_is_not_fetched(text):
    assert forbidden(text) == "robots_denied"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "User-agent: *\nDisallow:",
        "User-agent: *\nDisallow: /private",
        "User-agent: *\nDisallow: /\n\nUser-agent: rivalscope\nAllow: /",
        "User-agent: *\nDisallow: /\nAllow: /reviews",
        "User-agent: rival\nDisallow: /",
        "User-agent: rivalscope-images\nDisallow: /",
        "Disallow: /",
        "<html><body>Not a robots.txt at all: Disallow: /</body></html>",
    ],
)
def test_what_they_allow_is(text):
    assert forbidden(text) is None


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_file_that_is_not_there_allows_everything(status):
    assert forbidden("User-agent: *\nDisallow: /", status=status) is None


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_server_in_trouble_forbids_everything(status):
    assert forbidden("", status=status) == "robots_denied"


def test_only_the_first_500_kib_count():
    filler = "# " + "x" * 1000 + "\n"
    early = "User-agent: *\nDisallow: /reviews\n" + filler * 600
    late = filler * 600 + "User-agent: *\nDisallow: /reviews\n"
    assert forbidden(early) == "robots_denied"
    assert forbidden(late) is None


@pytest.mark.parametrize(
    ("asked", "delay"),
    [("2", 2.0), ("0.5", 0.5), ("0", 0.0), ("-3", 0.0), ("nan", 0.0), ("soon", 0.0)],
)
def test_a_crawl_delay_is_read(asked, delay):
    text = f"User-agent: *\nCrawl-delay: {asked}\n".encode()
    assert (
        robots_answered("http://x.example/robots.txt", status=200, body=text).delay_seconds == delay
    )


def test_more_than_five_minutes_between_requests_is_a_no_that_says_the_number():
    robots = robots_answered(
        "http://x.example/robots.txt", status=200, body=b"User-agent: *\nCrawl-delay: 86400\n"
    )
    with pytest.raises(Refused, match="86400 seconds") as caught:
        robots.check("http://x.example/reviews")
    assert caught.value.state == "robots_denied"


def test_nothing_known_is_nothing_forbidden():
    RobotsFile(url="http://x.example/robots.txt").check("http://x.example/reviews")


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    hosts = (
        *("denied", "open", "missing", "broken", "throttled", "moved", "circle", "dead"),
        *("slow", "private"),
    )
    for host in hosts:
        town.page(f"http://{host}.example/reviews", reviews(1))
    town.robots("denied.example", "User-agent: *\nDisallow: /reviews\n")
    town.robots("open.example", "User-agent: *\nDisallow: /private\n")
    town.robots("broken.example", "down", status=503)
    town.robots("throttled.example", "too many", status=429)
    town.robots("moved.example", "", status=301, Location="http://rules.example/r.txt")
    town.page("http://rules.example/r.txt", "User-agent: *\nDisallow: /\n", kind="text/plain")
    town.robots("circle.example", "", status=302, Location="/robots.txt?again")
    town.page("http://circle.example/robots.txt?again", status=302, Location="/robots.txt")
    town.robots("private.example", "", status=302, Location="http://127.0.0.1:9/robots.txt")
    town.calls("http://dead.example/robots.txt", hang)
    town.robots("slow.example", "User-agent: *\nCrawl-delay: 0.6\n")
    town.page("http://slow.example/reviews", reviews(1, after="/reviews?page=2"))
    town.page("http://slow.example/reviews?page=2", reviews(2, after="/reviews?page=3"))
    town.page("http://slow.example/reviews?page=3", reviews(3))
    town.page("http://shared.example/a", reviews(1))
    town.page("http://shared.example/b", reviews(2))
    town.page("http://shared.example/c", reviews(3))
    sources = {host: f"http://{host}.example/reviews" for host in hosts}
    sources |= {name: f"http://shared.example/{name}" for name in "abc"}
    return crawl(sources, proxy=town.address, scrapy={"DOWNLOAD_TIMEOUT": 0.5})


def hang(handler):
    time.sleep(1.2)


def test_a_denied_page_is_never_asked_for_and_the_way_out_is_named(night, town):
    assert night["denied"].state == "robots_denied"
    assert "http://denied.example/robots.txt forbids" in night["denied"].reason
    assert "rivalscope import" in night["denied"].reason
    assert town.urls("denied.example") == ["http://denied.example/robots.txt"]


@pytest.mark.parametrize("host", ["open", "missing", "circle"])
def test_an_allowed_page_is_read(night, host):
    assert (night[host].state, night[host].read) == ("ok", 1)


@pytest.mark.parametrize(("host", "status"), [("broken", 503), ("throttled", 429)])
def test_rules_that_cannot_be_had_forbid_everything(night, town, host, status):
    assert night[host].state == "robots_denied"
    assert f"HTTP {status}" in night[host].reason
    assert f"http://{host}.example/reviews" not in town.urls()


def test_a_site_that_does_not_answer_is_down_not_forbidding(night, town):
    assert night["dead"].state == "error"
    assert "does not answer" in night["dead"].reason
    assert "http://dead.example/reviews" not in town.urls()


def test_rules_may_lie_on_another_host(night, town):
    assert night["moved"].state == "robots_denied"
    assert "http://moved.example/reviews" not in town.urls()


def test_rules_that_lead_inside_are_not_fetched(night, town):
    assert night["private"].state == "error"
    assert town.urls("127.0.0.1") == []


def test_one_fetch_serves_every_source_of_an_origin(night, town):
    assert [night[name].state for name in "abc"] == ["ok"] * 3
    assert town.urls("shared.example/robots.txt") == ["http://shared.example/robots.txt"]


def test_a_crawl_delay_is_kept(night, town):
    assert night["slow"].pages == 3
    assert len(town.urls("slow.example")) == 4
    assert town.is_asked_with_pauses("slow.example", 0.6)
