"""The server keeps every page's one URL, however it is asked."""

import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from urllib.request import ProxyHandler, build_opener

import pytest

from rivalscope.demo import DemoSite

HOME = "http://shop.northpost.example/"
SECOND = "http://www.starpost.example/review/kifuro?page=2"


@pytest.fixture(scope="module")
def base(site: DemoSite) -> Iterator[str]:
    with site.serving() as address:
        yield address


@pytest.fixture
def connection(base: str) -> Iterator[HTTPConnection]:
    with closing(HTTPConnection(base.removeprefix("http://"), timeout=10)) as opened:
        yield opened


def asked(
    connection: HTTPConnection, target: str, *, method: str = "GET", **headers: str
) -> tuple[HTTPResponse, bytes]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    connection.request(method, target, headers=named)
    response = connection.getresponse()
    return response, response.read()


def test_an_absolute_request_line_is_answered(connection: HTTPConnection, site: DemoSite) -> None:
    response, body = asked(connection, SECOND)
    assert response.status == 200
    assert response.version == 11
    assert body == site.pages[SECOND].body
    assert response.getheader("Content-Type") == "text/html; charset=utf-8"


def test_a_host_header_is_answered_with_the_same_page(
    connection: HTTPConnection, site: DemoSite
) -> None:
    response, body = asked(connection, "/review/kifuro?page=2", Host="WWW.starpost.example:80")
    assert response.status == 200
    assert body == site.pages[SECOND].body


def test_it_serves_as_an_http_proxy(base: str, site: DemoSite) -> None:
    opener = build_opener(ProxyHandler({"http": base}))
    with opener.open(HOME, timeout=10) as response:
        assert response.read() == site.pages[HOME].body


def test_one_connection_takes_many_requests(connection: HTTPConnection, site: DemoSite) -> None:
    for url in [HOME, SECOND, "http://rss.appshelf.example/robots.txt"] * 3:
        response, body = asked(connection, url)
        assert (response.status, body) == (200, site.pages[url].body)


@pytest.mark.parametrize("sent", ["{}", "W/{}", '"another", {}', "*"])
def test_a_known_version_is_answered_304_without_a_body(
    connection: HTTPConnection, sent: str
) -> None:
    etag = asked(connection, HOME)[0].getheader("ETag")
    assert etag
    response, body = asked(connection, HOME, If_None_Match=sent.format(etag))
    assert (response.status, body) == (304, b"")
    assert response.getheader("ETag") == etag


def test_another_version_is_answered_in_full(connection: HTTPConnection, site: DemoSite) -> None:
    response, body = asked(connection, HOME, If_None_Match='"something-else"')
    assert (response.status, body) == (200, site.pages[HOME].body)


@pytest.mark.parametrize(
    "url",
    [
        "http://shop.northpost.example/nowhere",
        "http://www.starpost.example/review/kifuro?page=99",
        "http://nobody.example/",
    ],
)
def test_what_is_not_there_is_answered_404(connection: HTTPConnection, url: str) -> None:
    response, body = asked(connection, url)
    assert response.status == 404
    assert b"Not found" in body


def test_a_head_request_has_the_headers_alone(connection: HTTPConnection, site: DemoSite) -> None:
    response, body = asked(connection, HOME, method="HEAD")
    assert (response.status, body) == (200, b"")
    assert response.getheader("Content-Length") == str(len(site.pages[HOME].body))
    assert asked(connection, "http://nobody.example/", method="HEAD")[0].status == 404
    assert asked(connection, HOME)[0].status == 200


@pytest.mark.parametrize(
    ("url", "content_type"),
    [
        ("http://shop.northpost.example/robots.txt", "text/plain; charset=utf-8"),
        ("http://shop.northpost.example/sitemap.xml", "application/xml; charset=utf-8"),
        (
            "http://rss.appshelf.example/ke/rss/customerreviews/page=1/id=4400010001/sortby=mostrecent/json",
            "application/json; charset=utf-8",
        ),
    ],
)
def test_content_types_are_those_of_the_pages(
    connection: HTTPConnection, url: str, content_type: str
) -> None:
    assert asked(connection, url)[0].getheader("Content-Type") == content_type


def test_it_stops_cleanly_with_connections_still_open(site: DemoSite) -> None:
    with site.serving() as address:
        host, port = address.removeprefix("http://").split(":")
        with closing(HTTPConnection(host, int(port), timeout=10)) as kept_open:
            assert asked(kept_open, HOME)[0].status == 200
            left_open = kept_open.sock
            assert left_open is not None
            idle = socket.create_connection((host, int(port)), timeout=10)
            asked(kept_open, HOME)
    idle.close()
    with pytest.raises(ConnectionRefusedError), socket.create_connection((host, int(port))):
        pass


def test_it_can_be_served_twice_at_once(site: DemoSite) -> None:
    with site.serving() as one, site.serving() as other:
        assert one != other


def test_it_writes_no_log(connection: HTTPConnection, capfd: pytest.CaptureFixture[str]) -> None:
    asked(connection, HOME)
    asked(connection, "http://nobody.example/")
    assert capfd.readouterr() == ("", "")
