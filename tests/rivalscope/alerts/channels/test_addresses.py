"""Where channels lead, and that nobody gets to read it."""

import os

import pytest

from rivalscope.alerts.channels import Address, AddressError, find_address

MAIL = "smtps://watch:p4ss%2Fword@mail.acme.example:465/?from=w@acme.example&to=t@acme.example"


@pytest.mark.parametrize(
    ("url", "way"),
    [
        (MAIL, "mail"),
        ("https://hooks.acme.example/T0KEN", "webhook"),
        ("slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/", "service"),
    ],
)
def test_an_address_is_in_the_environment_or_in_a_file(url, way, tmp_path):
    assert find_address("HOOK", environment={"HOOK": url}).way == way
    file = tmp_path / "secret"
    file.write_text(f"{url}\n")
    assert find_address("HOOK", environment={"HOOK_FILE": str(file)}) == Address(url)


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("", "neither HOOK nor HOOK_FILE is set"),
        ("hooks.acme.example/T0KEN", "holds no address"),
        ("https://hooks.acme.example:port/T0KEN", "holds no address"),
        ("https:///T0KEN", "names no host"),
        ("mailtos://watch:T0KEN@acme.example", "write smtp://"),
        ("smtp://watch:T0KEN@acme.example", "needs ?from="),
        ("http://127.0.0.1/T0KEN", "`private: true` allows it"),
        ("http://2130706433/T0KEN", "`private: true` allows it"),
        ("http://169.254.169.254/T0KEN", "`private: true` allows it"),
        ("http://[::ffff:10.0.0.1]/T0KEN", "`private: true` allows it"),
        ("http://build.intranet/T0KEN", "`private: true` allows it"),
    ],
)
def test_what_is_wrong_with_an_address_is_said_without_it(url, problem):
    with pytest.raises(AddressError) as caught:
        find_address("HOOK", environment={"HOOK": url})
    assert problem in str(caught.value)
    assert "T0KEN" not in str(caught.value)


def test_a_private_channel_may_lead_inside():
    url = "http://127.0.0.1:8080/hook"
    assert find_address("HOOK", environment={"HOOK": url}, private=True) == Address(url)


def test_a_pipe_in_place_of_a_file_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AddressError, match="no ordinary file"):
        find_address("HOOK", environment={"HOOK_FILE": str(tmp_path / "pipe")})


def test_a_file_that_is_not_there_is_said():
    with pytest.raises(AddressError, match="HOOK_FILE can't be read: No such file"):
        find_address("HOOK", environment={"HOOK_FILE": "/nowhere/at/all"})


def test_an_address_shows_itself_nowhere():
    address = Address(MAIL)
    assert "p4ss" not in f"{address!r} {address}"
    told = f"535 watch may not use p4ss/word or p4ss%2Fword at {MAIL}\nt@acme.example refused"
    redacted = address.redacted(told)
    assert not {"p4ss", "watch", "t@acme"} & set(redacted.replace("/", " ").split())
    assert "p4ss" not in redacted
    assert "\n" not in redacted
    token = "TIiajkdnlazkcOXrIdevi7FQ"
    assert token not in Address(f"slack://T1JJ3T3L2/{token}").redacted(f"no {token} here")
