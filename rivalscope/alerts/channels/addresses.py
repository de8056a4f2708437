"""Where a channel leads: an address that is a secret, from the environment or a file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal
from urllib.parse import SplitResult, parse_qsl, urlsplit

from rivalscope.addresses import fetch_allowed
from rivalscope.secrets import HIDDEN, SecretError, find_secret, secret_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

Way = Literal["mail", "webhook", "service"]

_WAYS: Mapping[str, Way] = {
    "smtp": "mail",
    "smtps": "mail",
    "http": "webhook",
    "https": "webhook",
}
#: What apprise would send without our Message-ID, so that nobody could tell a duplicate.
_MAIL_OF_APPRISE = {"mailto", "mailtos"}
_LONGEST = 4000


class AddressError(ValueError):
    """A channel has no address that can be used; says why, and never what it is."""


@dataclass(frozen=True, slots=True)
class Address:
    """A channel's address, which never shows itself."""

    url: str

    def __repr__(self) -> str:
        return f"Address({self.way})"

    @property
    def way(self) -> Way:
        """How it is reached."""
        return _WAYS.get(urlsplit(self.url).scheme, "service")

    def redacted(self, text: str) -> str:
        """*text* in one line, without anything that only this address knows."""
        for secret in sorted(set(secret_parts(self.url)), key=len, reverse=True):
            text = text.replace(secret, HIDDEN)
        return " ".join(text.split())


def find_address(
    variable: str, *, environment: Mapping[str, str], private: bool = False
) -> Address:
    """The address in the variable, or in the file that *variable*``_FILE`` names.

    *private*: it may lead to a host that is not public. Raises AddressError where there is none, or
    none of a kind that can be used.
    """
    try:
        url = find_secret(variable, environment=environment)
    except SecretError as error:
        raise AddressError(str(error)) from error
    if not url:
        message = f"neither {variable} nor {variable}_FILE is set"
        raise AddressError(message)
    if problem := _problem(url, private=private):
        message = f"{variable}: {problem}"
        raise AddressError(message)
    return Address(url)


def check_address(address: Address) -> None:
    """Raises AddressError where apprise would have to know the address, and does not."""
    if address.way != "service":
        return
    # ruff: ignore[import-outside-top-level] - it takes a second to load
    from rivalscope.alerts.channels.services import find_service

    if find_service(address.url) is None:
        message = "apprise knows no such address"
        raise AddressError(message)


def _problem(url: str, *, private: bool) -> str | None:
    """What is wrong with the address, without any of it."""
    parts = _parts(url)
    if parts is None:
        return "holds no address such as https://..., smtp://... or one of apprise's"
    if parts.scheme in _MAIL_OF_APPRISE:
        return "write smtp:// (STARTTLS) or smtps:// for e-mail, with ?from= and to="
    way = _WAYS.get(parts.scheme)
    if way and not parts.hostname:
        return "its address names no host"
    if way == "mail":
        asked = dict(parse_qsl(parts.query))
        return None if {"from", "to"} <= asked.keys() else "e-mail needs ?from=...&to=..."
    refusal = fetch_allowed(without_login(url)) if way == "webhook" and not private else None
    return f"{refusal} (`private: true` allows it)" if refusal else None


def _parts(url: str) -> SplitResult | None:
    if len(url) > _LONGEST or not url.isprintable() or "://" not in url:
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # read only now
    except ValueError:
        return None
    return parts


def without_login(url: str) -> str:
    """*url* without user name and password."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
