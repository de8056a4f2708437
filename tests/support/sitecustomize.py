"""Loaded by every Python process that a test starts: it may connect to this machine only.

pytest-socket watches the process of the tests themselves; this one watches their children.
"""

import os
import sys
from ipaddress import ip_address


def _is_here(address):
    if not isinstance(address, tuple):
        return True  # a socket of this machine's file system
    host = str(address[0]).partition("%")[0]
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.sendmsg"} and arguments[1] is not None:
        address = arguments[1]
        if not _is_here(address):
            log = os.environ.get("CONNECTS_ELSEWHERE")
            if log:
                with open(log, "a", encoding="utf-8") as file:  # ruff: ignore[builtin-open] - as little as possible is loaded here
                    file.write(f"{address!r} by {sys.argv}\n")
            message = f"a test's process connects to {address!r}"
            raise PermissionError(message)


sys.addaudithook(_watch)
