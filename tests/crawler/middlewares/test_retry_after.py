"""Fault 14: 429 and 503 with Retry-After in seconds, as a date, absurd; and without."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from crawler.network.retry_after import seconds_asked

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 21 Nov 2026 12:02:00 GMT", 120),
        ("Saturday, 21-Nov-26 12:02:00 GMT", 120),
        ("Sat Nov 21 12:02:00 2026", 120),
        ("Sat, 21 Nov 2026 11:00:00 GMT", 0),
        ("99999999999999999999999999", 10**9),
    ],
)
def test_the_header_is_read_in_each_of_its_forms(header, seconds):
    assert seconds_asked(header, answered_at=NOW) == seconds


@pytest.mark.parametrize(
    "header", [None, "", "-5", "soon", "1.5e9999", "٣٠", "Sat, 99 Nov 2026 12:00:00 GMT", "0x10"]
)
def test_what_makes_no_sense_says_nothing(header):
    assert seconds_asked(header, answered_at=NOW) is None


def asks_for_a_date(handler):
    """Two to three seconds from now: a date has whole seconds."""
    back_at = datetime.now(UTC) + timedelta(seconds=3)
    handler.send_response(503)
    handler.send_header("Retry-After", format_datetime(back_at, usegmt=True))
    handler.send_header("Content-Length", "0")
    handler.end_headers()


def trouble_first(town, url, body, *, status=429, times=1, refusal=None, **headers):
    """Answers so many times with *status*, then with the page."""
    town.page(url, "not now", status=status, **headers)
    refusal = refusal or town.answers[url]
    town.page(url, body)
    page = town.answers[url]

    def answering(handler):
        is_early = town.urls(url).count(url) <= times
        (refusal if is_early else page)(handler)

    town.calls(url, answering)


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    page = reviews(1)
    trouble_first(town, "http://seconds.example/a", page, Retry_After="1")
    trouble_first(town, "http://dated.example/a", page, refusal=asks_for_a_date)
    trouble_first(town, "http://mute.example/a", page, status=503)
    trouble_first(town, "http://odd.example/a", page, Retry_After="whenever")
    trouble_first(town, "http://never.example/a", page, Retry_After="1", times=99)
    trouble_first(town, "http://absurd.example/a", page, Retry_After="86400", times=99)
    town.page("http://absurd.example/b", page)
    trouble_first(town, "http://broken.example/a", page, status=500)
    trouble_first(town, "http://robots.example/robots.txt", "", status=429, Retry_After="1")
    town.page("http://robots.example/a", page)
    trouble_first(town, "http://shared.example/a", page, Retry_After="2")
    town.page("http://shared.example/b", reviews(2, after="/c"))
    town.page("http://shared.example/c", reviews(3))
    hosts = ["seconds", "dated", "mute", "odd", "never", "absurd", "broken", "robots", "shared"]
    sources = {host: f"http://{host}.example/a" for host in hosts}
    sources |= {"absurd-too": "http://absurd.example/b", "shared-too": "http://shared.example/b"}
    return crawl(sources, proxy=town.address, delay=0.1)


@pytest.mark.parametrize("host", ["seconds", "dated", "mute", "odd", "broken", "robots", "shared"])
def test_what_passes_is_tried_again_and_read(night, host):
    assert (night[host].state, night[host].read) == ("ok", 1)


def gap_after_first(town, url):
    first, second, *_ = town.times(url)
    return second - first


def test_the_next_request_is_never_earlier_than_the_seconds_say(night, town):
    assert gap_after_first(town, "http://seconds.example/a") >= 1
    assert gap_after_first(town, "http://robots.example/robots.txt") >= 1


def test_nor_than_the_date_says(night, town):
    assert gap_after_first(town, "http://dated.example/a") >= 2


def test_without_a_sensible_header_the_wait_is_ours(night, town):
    assert gap_after_first(town, "http://mute.example/a") >= 0.25
    assert gap_after_first(town, "http://odd.example/a") >= 0.25


def test_the_host_is_left_alone_by_every_source(night, town):
    refused_at = town.times("http://shared.example/a")[0]
    meanwhile = [at for at in town.times("shared.example") if refused_at < at < refused_at + 2]
    assert meanwhile == []
    assert night["shared-too"].read == 2


def test_asking_ends_after_a_few_tries(night, town):
    assert night["never"].state == "blocked"
    assert "HTTP 429" in night["never"].reason
    assert len(town.urls("http://never.example/a")) == 3


def test_more_than_an_hour_is_waited_for_until_the_next_run(night, town):
    assert night["absurd"].state == "blocked"
    assert "come back in 24.0 hours: we do, at the next run" in night["absurd"].reason
    assert len(town.urls("http://absurd.example/a")) == 1


def test_and_the_other_sources_of_that_host_do_not_ask_either(night, town):
    assert night["absurd-too"].state == "blocked"
    asked = town.times("http://absurd.example/b")
    assert all(at < town.times("http://absurd.example/a")[0] for at in asked)
