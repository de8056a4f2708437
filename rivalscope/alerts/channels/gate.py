"""What a process that sends may connect to, whichever library does it."""

from __future__ import annotations

import sys

from rivalscope.addresses import is_public

#: Hosts this process was kept from; libraries turn the reason into something of their own.
refused: list[str] = []

_CONNECTING = {"socket.connect", "socket.sendto", "socket.sendmsg"}


class InsideError(ConnectionRefusedError):
    """An address that is not public."""


def public_only() -> None:
    """From now on this process connects to public addresses only; there is no way back.

    The interpreter asks before each connection, with the address that a name has come to: neither a
    redirect nor a name server that changes its mind gets past it (PEP 578).
    """
    sys.addaudithook(_ask)


def _ask(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _CONNECTING:
        return
    address = arguments[1]
    if address is None:  # sendmsg on what is connected already
        return
    host = str(address[0]) if isinstance(address, tuple) else repr(address)
    if not _is_public(host):
        refused.append(host)
        message = f"{host} is no public address (`private: true` allows it)"
        raise InsideError(message)


def _is_public(host: str) -> bool:
    try:
        return is_public(host)
    except ValueError:
        return False  # a local socket, or a name nobody has resolved
