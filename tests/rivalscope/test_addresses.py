"""Which addresses a crawler may connect to."""

import pytest

from rivalscope.addresses import address_inside, is_public


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
    ],
)
def test_addresses_inside_are_not_public(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "1.1.1.1", "2606:4700:4700::1111"])
def test_addresses_outside_are(address):
    assert is_public(address)


def test_a_name_is_no_address():
    with pytest.raises(ValueError, match=r"example\.com"):
        is_public("example.com")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("http://127.0.0.1:8000/reviews", "127.0.0.1"),
        ("http://[::1]/", "::1"),
        ("https://1.1.1.1/", None),
        ("https://example.com/", None),
        ("", None),
    ],
)
def test_a_literal_address_inside_is_found_in_a_url(url, host):
    assert address_inside(url) == host
