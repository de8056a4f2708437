"""Secrets: from the environment or a file, and out of texts."""

import pytest

from rivalscope.secrets import Scrubber, SecretError, find_secret, secret_parts

SECRET = "k3y/canary+8451=secret"


def test_a_secret_is_in_the_variable_or_in_the_file_that_its_file_variable_names(tmp_path):
    file = tmp_path / "secret"
    file.write_text(f"{SECRET}\n")
    assert find_secret("KEY", environment={"KEY": f" {SECRET} "}) == SECRET
    assert find_secret("KEY", environment={"KEY_FILE": str(file)}) == SECRET
    assert find_secret("KEY", environment={"KEY": ""}) is None


def test_a_file_that_can_not_be_read_is_said_without_its_name(tmp_path):
    with pytest.raises(SecretError) as told:
        find_secret("KEY", environment={"KEY_FILE": str(tmp_path / SECRET[:3])})
    assert str(told.value) == "KEY_FILE can't be read: No such file or directory"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"asked with {SECRET}", "asked with ***"),
        ("asked /r?k=k3y%2Fcanary%2B8451%3Dsecret&page=2", "asked /r?k=***&page=2"),
        ("GET http://shop.example/r?key=s3cr3t&page=2", "GET http://shop.example/r?key=***&page=2"),
        ("proxy http://anna:pw@proxy.example:80/x", "proxy http://proxy.example:80/x"),
        ("slack://T0123/B0123/xyz failed", "slack://*** failed"),
        ("X-Api-Key: abcdef12", "X-Api-Key: ***"),
        ("{b'X-Api-Key': [b'abcdef12']}", "{b'X-Api-Key': [b'***']}"),
        ("Authorization: Bearer abcdefgh", "Authorization: ***"),
        ("SHOP_API_KEY=abc", "SHOP_API_KEY=***"),
        ("Bearer abcdefgh.ijkl", "Bearer ***"),
        ("mail anna@shop.example", "mail [e-mail]"),
        ("call +420 777 123 456", "call [phone]"),
        (
            "200 of http://shop.example/r?user=anna&page=2",
            "200 of http://shop.example/r?user=***&page=2",
        ),
    ],
)
def test_what_no_log_may_hold_is_taken_out(text, left):
    scrub = Scrubber([SECRET])
    assert scrub(text) == left
    assert scrub(left) == left


@pytest.mark.parametrize(
    "text",
    [
        "KeyError: 'token'",
        "KEY_FILE can't be read: it is not UTF-8",
        "2026-11-22 08:40:00 run 12: 1558 texts, 88 pages",
        "http://shop.example/reviews?page=2&sort=new",
        "a monkey on a keyboard: banana",
        "",
    ],
)
def test_everything_else_stays(text):
    assert Scrubber([SECRET, "a", ""])(text) == text


def test_of_an_address_every_part_is_secret_that_only_its_users_know():
    parts = set(secret_parts("https://bot:hunter2@hooks.example/T012/abcdef?token=xyz123"))
    assert {"hunter2", "abcdef", "xyz123", "T012"} <= parts
    assert "hooks.example" not in parts
    assert "T012" in set(secret_parts("slack://T012/B345/xyzw"))
