"""What a host sees of us while many sources are read at once."""

import time
from itertools import pairwise

import pytest

#: Long beside the moments by which a busy machine is late to note when it was asked.
PAUSE = 0.75


@pytest.fixture(scope="module")
def night(town, crawl, reviews):
    sources = {}
    for number in range(5):  # five brands on one market place
        sources[f"brand{number}"] = f"http://market.example/{number}"
        town.page(f"http://market.example/{number}", reviews(number))
    for number in range(12):  # a dozen that are slow to answer
        sources[f"lazy{number}"] = f"http://lazy{number}.example/"
        town.calls(f"http://lazy{number}.example/", answering_late(reviews(number).encode()))
    sources["greedy"] = "http://greedy.example/?page=1"
    for number in range(1, 12):
        page = reviews(number, after=f"/?page={number + 1}")
        town.page(f"http://greedy.example/?page={number}", page)
    return crawl(sources, proxy=town.address, delay=PAUSE, limits="max_requests_per_host: 7")


def answering_late(body):
    def answering(handler):
        time.sleep(0.5)
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answering


def test_brands_on_one_host_take_turns_with_a_pause_between(night, town):
    assert len(town.urls("market.example")) == 6  # robots.txt once, five pages
    assert town.is_asked_with_pauses("market.example", PAUSE)
    assert {night[f"brand{number}"].state for number in range(5)} == {"ok"}


def test_one_host_is_never_asked_two_things_at_once(night, town):
    for host in ("market", "greedy"):
        asked = [one for one in town.asked if f"{host}.example" in one.url]
        pairs = pairwise(asked)
        assert all(earlier.until <= later.at for earlier, later in pairs)


def test_only_a_few_sources_are_read_at_once(night, town):
    spans = [(one.at, one.until) for one in town.asked if "/robots.txt" not in one.url]
    at_once = max(sum(begun <= at < ended for begun, ended in spans) for at, _ in spans)
    assert 2 <= at_once <= 8
    assert {night[f"lazy{number}"].state for number in range(12)} == {"ok"}


def test_the_budget_of_a_host_counts_robots_txt_and_ends_the_source_with_the_number(night, town):
    assert len(town.urls("greedy.example")) == 7
    assert (night["greedy"].state, night["greedy"].pages) == ("partial", 6)
    assert "greedy.example was asked 7 times" in night["greedy"].reason
