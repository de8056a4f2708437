"""Where a channel leads: an address that is a secret, from the environment or a file."""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from rivalscope.addresses import fetch_allowed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
#: Parts of an address shorter than this are words such as `en`, and no secrets.
_SHORTEST_SECRET = 4


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
        for secret in sorted(set(self._secrets()), key=len, reverse=True):
            text = text.replace(secret, "***")
        return " ".join(text.split())

    def _secrets(self) -> Iterator[str]:
        parts = urlsplit(self.url)
        pieces = [parts.username, parts.password, *parts.path.split("/")]
        pieces += [value for _, value in parse_qsl(parts.query)]
        pieces += parts.netloc.rpartition("@")[0].split(":")
        if self.way == "service":  # tokens stand where others have their host
            pieces.append(parts.netloc.rpartition("@")[2])
        yield self.url
        for piece in pieces:
            if piece and len(piece) >= _SHORTEST_SECRET:
                yield piece
                yield unquote(piece)


def find_address(
    variable: str, *, environment: Mapping[str, str], private: bool = False
) -> Address:
    """The address in the variable, or in the file that *variable*``_FILE`` names.

    *private*: it may lead to a host that is not public. Raises AddressError where there is none, or
    none of a kind that can be used.
    """
    url = environment.get(variable) or _in_file(variable, environment)
    if not url:
        message = f"neither {variable} nor {variable}_FILE is set"
        raise AddressError(message)
    if problem := _problem(url.strip(), private=private):
        message = f"{variable}: {problem}"
        raise AddressError(message)
    return Address(url.strip())


def check_address(address: Address) -> None:
    """Raises AddressError where apprise would have to know the address, and does not."""
    if address.way != "service":
        return
    # ruff: ignore[import-outside-top-level] - it takes a second to load
    from rivalscope.alerts.channels.services import find_service

    if find_service(address.url) is None:
        message = "apprise knows no such address"
        raise AddressError(message)


def _in_file(variable: str, environment: Mapping[str, str]) -> str | None:
    name = environment.get(f"{variable}_FILE")
    if not name:
        return None
    path = Path(name)
    try:
        # a pipe or a device would keep us waiting
        if not stat.S_ISREG(path.stat().st_mode):
            message = f"{variable}_FILE names no ordinary file"
            raise AddressError(message)
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        message = f"{variable}_FILE can't be read: {reason}"
        raise AddressError(message) from error


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
