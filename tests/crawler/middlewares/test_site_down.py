"""Fault 7: a site that is down, unknown, broken, silent, dripping. The others don't notice."""

import json
import socket
import time
from types import SimpleNamespace

import pytest
from pytest_socket import SocketConnectBlockedError
from scrapy import Request
from scrapy.exceptions import DownloadTimeoutError
from scrapy.settings import Settings

from crawler.middlewares import TryAgain
from crawler.middlewares.requests import tried_again
from crawler.network.commons import SETTING
from crawler.network.refusals import Refused
from crawler.rendering import rendered

#: A name server that knows this town only, and a town that counts as public.
LOCAL_NAMES = """
import socket
import crawler.network.resolver
def lookup(name):
    if name == "unknown.example":
        raise socket.gaierror("no such name")
    return "127.0.0.1"
socket.gethostbyname = lookup
crawler.network.resolver.is_public = lambda address: True
"""


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        return server.getsockname()[1]


def hang(handler):
    time.sleep(2)


def drip(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()
        time.sleep(0.1)


def hang_up(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<html>")


@pytest.fixture(scope="module")
def night(streets, crawl, reviews):
    port = streets.address.rpartition(":")[2]
    for host, answering in {"silent": hang, "dripping": drip, "rude": hang_up}.items():
        streets.calls(f"http://{host}.example:{port}/r", answering)
    for status in (500, 502, 503, 504):
        streets.page(f"http://s{status}.example:{port}/r", "no", status=status)
    for host in ("well", "second"):
        streets.page(f"http://{host}.example:{port}/r", reviews(1))
    hosts = (
        *("well", "second", "unknown", "silent", "dripping", "rude"),
        *("s500", "s502", "s503", "s504"),
    )
    sources = {host: f"http://{host}.example:{port}/r" for host in hosts}
    sources["down"] = f"http://down.example:{free_port()}/r"
    limits = {"DOWNLOAD_TIMEOUT": 0.6, "RETRY_TIMES": 1}
    return crawl(sources, scrapy=limits, first=LOCAL_NAMES)


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("down", "down.example refuses the connection (2 tries"),
        ("unknown", "no such host: unknown.example (2 tries"),
        ("silent", "silent.example does not answer within 0.6 seconds (2 tries"),
        ("dripping", "dripping.example does not answer within 0.6 seconds (2 tries"),
        ("rude", "rude.example breaks the connection off"),
        ("s500", "HTTP 500"),
        ("s502", "HTTP 502"),
        ("s503", "HTTP 503"),
        ("s504", "HTTP 504"),
    ],
)
def test_the_source_ends_as_an_error_in_plain_words(night, host, reason):
    assert (night[host].state, night[host].pages) == ("error", 0)
    assert reason in night[host].reason


@pytest.mark.parametrize("host", ["silent", "dripping", "rude", "s500", "s503"])
def test_it_is_tried_again_and_then_left_alone(night, streets, host):
    assert len(streets.urls(f"{host}.example")) == 3  # robots.txt, and the page twice


@pytest.mark.parametrize("host", ["well", "second"])
def test_other_sources_are_unaffected(night, host):
    assert (night[host].state, night[host].read) == ("ok", 1)


def test_every_source_is_told_of_exactly_once(night):
    ends = [told["source"] for told in night.told if told["state"]]
    assert sorted(ends) == sorted(f"ours/{host}" for host in night.ended)
    assert json.dumps(night.told)


def test_a_browser_s_own_limit_is_told_for_what_it_renders():
    settings = {SETTING: None, "DOWNLOAD_TIMEOUT": 30, "RIVALSCOPE_DELAY": 0}
    again = TryAgain(SimpleNamespace(settings=Settings(settings)))
    page = rendered(tried_again(tried_again(Request("http://slow.example/r"))))
    late = DownloadTimeoutError("the page was not ready after 60 seconds")
    with pytest.raises(Refused, match=r"slow\.example: the page was not ready after 60 seconds"):
        again.process_exception(page, late)


def test_nothing_outside_is_connected_to_by_tests():
    """Fault 35: pytest-socket ends a test that tries (an address for examples, RFC 5737)."""
    with pytest.raises((SocketConnectBlockedError, UserWarning), match=r"203\.0\.113\.1"):
        socket.create_connection(("203.0.113.1", 80), timeout=0.1)
