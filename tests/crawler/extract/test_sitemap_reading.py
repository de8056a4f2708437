from __future__ import annotations

import gzip

import pytest
from timing import timed

from crawler.extract import faq
from crawler.extract.sitemap import sitemap_addresses, sitemaps_of

URL = "https://shop.example/sitemap.xml"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@pytest.fixture
def read(snapshot_of):
    def addresses(body):
        return [
            (one.address.removeprefix("https://shop.example"), one.is_sitemap)
            for one in sitemap_addresses(snapshot_of(body, url=URL))
        ]

    return addresses


def urlset(*locations):
    inner = "".join(f"<url><loc>{one}</loc></url>" for one in locations)
    return f'<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="{NAMESPACE}">{inner}</urlset>'


def test_pages_of_a_sitemap_come_once_each_in_order(read):
    body = urlset(
        "https://shop.example/b", "\n https://shop.example/a?x=1&amp;y=2 \n", "/faq", "/faq"
    )

    assert read(body) == [("/b", False), ("/a?x=1&y=2", False), ("/faq", False)]


def test_an_index_leads_to_sitemaps(read):
    body = (
        f'<sitemapindex xmlns="{NAMESPACE}"><sitemap><loc>https://shop.example/s1.xml.gz</loc>'
        "<lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"
    )

    assert read(body) == [("/s1.xml.gz", True)]


def test_pictures_and_films_are_no_pages(read):
    body = (
        f'<urlset xmlns="{NAMESPACE}" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        "<url><loc>https://shop.example/p</loc><image:image>"
        "<image:loc>https://shop.example/p.jpg</image:loc></image:image>"
        "<image:loc>https://shop.example/q.jpg</image:loc></url></urlset>"
    )

    assert read(body) == [("/p", False)]


def test_a_compressed_sitemap_and_one_cut_short_give_what_they_have(read):
    packed = gzip.compress(urlset("https://shop.example/a", "https://shop.example/b").encode())

    assert read(packed) == [("/a", False), ("/b", False)]
    assert read(urlset("https://shop.example/a")[:-15].encode()) == [("/a", False)]
    assert read(packed[:-12]) == [("/a", False), ("/b", False)]
    assert read(b"\x1f\x8bnothing") == []


def test_a_list_of_lines_is_a_sitemap_too(read):
    body = "\ufeffhttps://shop.example/a\r\nhttps://shop.example/b\nnot an address\n"

    assert read(body) == [("/a", False), ("/b", False)]


@pytest.mark.parametrize(
    "location",
    ["ftp://shop.example/a", "javascript:alert(1)", "file:///etc/passwd", "http://[x", ""],
)
def test_an_address_that_cannot_be_fetched_is_none(location, read):
    assert read(urlset(location)) == []


@pytest.mark.parametrize("body", ["", "<html><p>Not found</p></html>", "{}", "<", "\x00\x01"])
def test_what_is_no_sitemap_gives_nothing(body, read):
    assert read(body) == []


def test_entities_are_never_resolved(read):
    declared = (
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY a "https://x.example/">]>'
    )
    body = declared + urlset("&f;", "&a;", "https://shop.example/ok").partition("?>")[2]

    assert read(body) == [("/ok", False)]


def test_entities_that_grow_without_end_cost_nothing(read):
    grown = "".join(f'<!ENTITY b{n} "{f"&b{n - 1};" * 10 if n else "x"}">' for n in range(12))
    body = f"<!DOCTYPE x [{grown}]>" + urlset("&b11;").partition("?>")[2]

    found, seconds = timed(read, body)

    assert found == []
    assert seconds < 2


def test_a_bomb_is_unpacked_only_to_its_limit(read):
    body = gzip.compress(urlset("https://shop.example/a").encode() + b" " * 30_000_000, 1)

    found, seconds = timed(read, body)

    assert found == [("/a", False)]
    assert seconds < 2


def test_robots_name_sitemaps_in_any_case_and_place():
    robots = (
        "User-agent: *\nDisallow: /cart\n sitemap : https://shop.example/a.xml # main\r\n"
        "SITEMAP:/b.xml\n# Sitemap: https://shop.example/no.xml\nSitemap:\nSitemap: ftp://x/y\n"
        "Sitemap: https://shop.example/a.xml"
    )

    assert sitemaps_of(robots, url="https://shop.example/robots.txt") == (
        "https://shop.example/a.xml",
        "https://shop.example/b.xml",
    )


def test_addresses_that_sound_like_an_faq_come_first_and_others_not_at_all():
    site = "https://shop.example/"

    assert faq.faq_addresses(
        [f"{site}p/1", f"{site}help/a/b", f"{site}help", f"{site}cs/caste-dotazy", f"{site}blog"]
    ) == (f"{site}cs/caste-dotazy", f"{site}help", f"{site}help/a/b")
