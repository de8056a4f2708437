"""Tells a dead man's switch of the user's own that a night begins, went well, or did not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from rivalscope.alerts.channels import SEND_SECONDS, Address, AddressError, find_address
from rivalscope.alerts.channels import ping as ask
from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.secrets import PING_VARIABLE

if TYPE_CHECKING:
    from rivalscope.settings import Settings

Ping = Literal["start", "success", "fail"]
#: What follows the address (https://healthchecks.io/docs/http_api/).
_PATHS: dict[Ping, str] = {"start": "/start", "success": "", "fail": "/fail"}


def ping(settings: Settings, what: Ping) -> str | None:
    """Tells it; gives what went wrong, if anything did. Without an address nothing is told."""
    try:
        address = _address(settings)
    except AddressError as error:
        return f"ping: {error}"
    if address is None:
        return None
    parts = urlsplit(address.url)
    path = parts.path.rstrip("/") + _PATHS[what] if _PATHS[what] else parts.path
    there = Address(parts._replace(path=path).geturl())
    told = ask(there, private=settings.ping_is_private, seconds=SEND_SECONDS)
    # of both, as what is hidden of one address may be shown by the other
    return f"ping: {address.redacted(there.redacted(told.problem))}" if told.problem else None


def check_ping(settings: Settings) -> bool:
    """Whether there is an address to ping; raises ConfigurationError where it leads nowhere."""
    try:
        return _address(settings) is not None
    except AddressError as error:
        mistake = Mistake(str(settings.path), 0, 0, f"heartbeat: {error}")
        raise ConfigurationError((mistake,)) from error


def _address(settings: Settings) -> Address | None:
    if not any(os.environ.get(f"{PING_VARIABLE}{ending}") for ending in ("", "_FILE")):
        return None
    address = find_address(PING_VARIABLE, environment=os.environ, private=settings.ping_is_private)
    if address.way != "webhook":
        message = f"{PING_VARIABLE}: a ping is asked for by https:// or http://"
        raise AddressError(message)
    return address
