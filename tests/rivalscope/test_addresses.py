"""Which addresses a crawler may connect to."""

import re
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis.strategies import integers, text

from rivalscope.addresses import fetch_allowed, is_public


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.1",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.1",
        "255.255.255.255",
        "224.0.0.1",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "2002:7f00:1::",
        "2001:0:a00:1::f5ff:fffe",
        "168.63.129.16",
        "192.88.99.1",
        "::7f00:1",
        "::ffff:0:7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "2a00::5efe:7f00:1",
        "2001:db8::1",
        "3fff::1",
        "fec0::1",
        "2606:4700:4700::1111%eth0",
    ],
)
def test_addresses_inside_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111", "64:ff9b::101:101"]
)
def test_addresses_outside_are(address):
    assert is_public(address)


def test_a_name_is_no_address():
    with pytest.raises(ValueError, match=r"example\.com"):
        is_public("example.com")


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/",
        "https://www.example.co.uk:443/reviews?page=2#top",
        "https://example.com:8443/",
        "http://93.184.216.34/",
        "http://[2606:4700:4700::1111]:8080/",
        "https://кафе.рф/отзывы",
        "https://xn--80akhbyknj4f.xn--p1ai/",
        "https://my_shop.example.com/",
        "https://127.0.0.1.example.com/",
        "https://localhost.example.com/",
        "https://example.com/http://127.0.0.1/",
        "https://example.com/?url=http://user@127.0.0.1/",
    ],
)
def test_an_ordinary_address_may_be_fetched(url):
    assert fetch_allowed(url) is None


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("http://127.0.0.1/", "127.0.0.1 is no public address"),
        ("http://0x7f.1/", r"0x7f.1 \(127.0.0.1\) is no public address"),
        ("http://134744072/", "'134744072' is 8.8.8.8 in disguise"),
        ("http://1.2.3.4.5/", "neither a name nor an address"),
        ("http://256.1.1.1/", "neither a name nor an address"),
        ("http://shop.1/", "neither a name nor an address"),
        ("http://[2606:4700:4700::1111]:22/", "port 22"),
        ("http://printserver/", "a name of some private network"),
        ("http://printer.local/", "no public address"),
        ("http://nas.home.arpa/", "no public address"),
        ("http://example.com./", "is no host"),
        ("http://-.example/", "is no host"),
        ("http://a..example/", "is no host"),
        ("http:///reviews", "is no host"),
        ("http://exa mple.com/", "a space, a backslash or an invisible"),
        ("http://example.com\\@127.0.0.1/", "a space, a backslash or an invisible"),
        ("http://exam\u200bple.com/", "a space, a backslash or an invisible"),
        ("http://user:word@example.com/", "a user name"),
        ("http://example.com:25/", "port 25"),
        ("http://example.com:0/", "port 0"),
        ("http://example.com:99999/", "no web address"),
        ("http://[::1", "no web address"),
        ("ftp://example.com/", "only http and https"),
        ("//example.com/", "only http and https"),
        ("", "only http and https"),
    ],
)
def test_what_may_not_be_fetched_is_refused_in_a_sentence(url, reason):
    assert re.search(reason, fetch_allowed(url))


def test_a_refusal_never_repeats_a_password():
    assert "word" not in fetch_allowed("http://user:word@example.com/")


@given(text())
def test_nothing_makes_the_gate_fall_over(url):
    for whole in (url, f"http://{url}/", f"http://[{url}]/", f"http://a.example:{url}/"):
        assert fetch_allowed(whole) is None or fetch_allowed(whole)


@given(integers(min_value=0, max_value=2**32 - 1))
def test_every_spelling_of_an_address_is_judged_as_the_address(number):
    plain = str(IPv4Address(number))
    byte, rest = number >> 24, number & 0xFFFFFF
    for spelling in (number, hex(number), f"0{number:o}", f"{byte}.{rest}", f"0x{byte:x}.{rest}"):
        refused = fetch_allowed(f"http://{spelling}/")
        assert refused
        assert plain in refused or "disguise" in refused
    assert (fetch_allowed(f"http://{plain}/") is None) == is_public(plain)
