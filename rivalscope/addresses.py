"""The one gate that every fetch passes: which addresses a crawler may ever connect to."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from string import octdigits
from typing import Final
from unicodedata import category, normalize
from urllib.parse import urlsplit

#: All that is handed out as global unicast (RFC 4291, 2.4); the rest of IPv6 is special.
_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")
#: Ranges inside it that are for examples only and that Python 3.11 does not know yet (RFC 9637).
_EXAMPLES: Final = IPv6Network("3fff::/20")
#: Prefixes whose last 32 bits are an IPv4 address (RFC 4291, 6052).
_CARRIERS: Final = (
    IPv6Network("::/96"),
    IPv6Network("64:ff9b::/96"),
    IPv6Network("::ffff:0:0:0/96"),
)
#: Third quarter of an address that ends in an IPv4 one (RFC 5214, 6.1), but for one bit.
_ISATAP: Final = 0x0000_5EFE
#: Public by number, inside by use: Azure's host, and the withdrawn 6to4 relays (RFC 7526).
_INSIDE_ALL_THE_SAME: Final = frozenset({"168.63.129.16", "192.88.99.1"})

#: Names that mean this machine or this network, with everything under them (RFC 6761, 6762, 8375).
_INSIDE: Final = (
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "lan",
    "home.arpa",
)
_LABEL: Final = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?")
_NUMBER: Final = re.compile(r"0x[0-9a-f]*|[0-9]+")
_WEB_PORTS: Final = (80, 443)
_LAST_SYSTEM_PORT: Final = 1023
_LONGEST_NAME: Final = 253
_BYTES: Final = 4
_BYTE: Final = 256


def is_public(address: str) -> bool:
    """Whether *address* (an IP in text) belongs to the public internet.

    Loopback, private, link-local (cloud metadata), carrier-grade NAT, multicast and reserved ones
    do not; nor do IPv6 forms that carry such an IPv4 (mapped, 6to4, Teredo, NAT64, ISATAP). Raises
    ValueError for anything that is no IP address.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv4Address):
        return ip.is_global and not ip.is_multicast and str(ip) not in _INSIDE_ALL_THE_SAME
    if ip.scope_id or not all(is_public(str(carried)) for carried in _carried(ip)):
        return False
    if ip.ipv4_mapped or any(ip in carrier for carrier in _CARRIERS):
        return True
    return ip.is_global and ip in _GLOBAL_UNICAST and ip not in _EXAMPLES


def _carried(ip: IPv6Address) -> tuple[IPv4Address, ...]:
    """Every IPv4 address that *ip* stands for."""
    last = IPv4Address(int(ip) & 0xFFFF_FFFF)
    if ip.ipv4_mapped or any(ip in carrier for carrier in _CARRIERS):
        return (last,)
    if ip.sixtofour:
        return (ip.sixtofour,)
    if ip.teredo:
        return ip.teredo
    is_isatap = (int(ip) >> 32) & 0xFDFF_FFFF == _ISATAP
    return (last,) if is_isatap else ()


def fetch_allowed(url: str) -> str | None:
    """None where *url* may be fetched, else a sentence that says why not.

    Judges the text alone: what a name resolves to is judged again when it is connected to. Anything
    that two parsers could read as two addresses is refused.
    """
    if any(char == "\\" or category(char)[0] in "CZ" for char in url):
        return "its address holds a space, a backslash or an invisible character"
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        return f"it is no web address ({error})"
    if parts.scheme not in {"http", "https"}:
        return f"its address begins with {parts.scheme!r}, and only http and https are read"
    if "@" in parts.netloc:
        return "its address holds a user name, and we never log in"
    if parts.netloc.startswith("["):
        return _literal_refusal(host) or _port_refusal(port)
    return _host_refusal(host) or _port_refusal(port)


def _literal_refusal(host: str) -> str | None:
    try:
        public = is_public(host)
    except ValueError:
        return f"{host!r} is no host"
    return None if public else _inside(host)


def _host_refusal(host: str) -> str | None:
    name = ascii_name(host)
    if name is None:
        return f"{host!r} is no host"
    labels = name.split(".")
    if _NUMBER.fullmatch(labels[-1]):  # a browser reads it as an address (WHATWG URL, 3.5)
        return _numbers_refusal(labels, host)
    if any(name == inside or name.endswith(f".{inside}") for inside in _INSIDE):
        return _inside(host)
    if len(labels) == 1:
        return f"{host!r} is a name of some private network: public ones have a dot"
    return None


def ascii_name(host: str) -> str | None:
    """*host* as a name server is asked for it; None where it can't be asked."""
    name = normalize("NFKC", host).casefold()
    if not name.isascii():
        try:
            name = name.encode("idna").decode("ascii")
        except UnicodeError:
            return None
    is_name = len(name) <= _LONGEST_NAME and all(map(_LABEL.fullmatch, name.split(".")))
    return name if is_name else None


def _numbers_refusal(labels: list[str], host: str) -> str | None:
    """Judges an IPv4 address in any spelling that a C library takes: 2130706433, 0x7f.1, 0177.1."""
    if not all(map(_NUMBER.fullmatch, labels)) or len(labels) > _BYTES:
        return f"{host!r} is neither a name nor an address"
    *first, last = map(_number, labels)
    value = last + sum(byte << 8 * (3 - place) for place, byte in enumerate(first))
    if any(byte >= _BYTE for byte in first) or last >= _BYTE ** (_BYTES - len(first)):
        return f"{host!r} is neither a name nor an address"
    address = str(IPv4Address(value))
    if not is_public(address):
        return _inside(host if address == host else f"{host} ({address})")
    return None if address == host else f"{host!r} is {address} in disguise"


def _number(label: str) -> int:
    if label.startswith("0x"):
        return int(label[2:] or "0", 16)
    if label.startswith("0") and not label.strip(octdigits):
        return int(label, 8)
    return int(label) if len(label) <= 10 else _BYTE**_BYTES  # ruff: ignore[magic-value-comparison] - 2**32 has ten digits


def _port_refusal(port: int | None) -> str | None:
    if port is None or port in _WEB_PORTS or port > _LAST_SYSTEM_PORT:
        return None
    return f"port {port} belongs to a service that is no web site"


def _inside(host: str) -> str:
    return f"{host} is no public address, and those are never read"
