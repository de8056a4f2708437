"""The one gate that every fetch passes: which addresses a crawler may ever connect to."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit


def is_public(address: str) -> bool:
    """Whether *address* (an IP in text) belongs to the public internet.

    Loopback, private, link-local (cloud metadata), carrier-grade NAT, multicast and reserved ones
    do not; nor do IPv6 forms that carry such an IPv4 (mapped, 6to4, Teredo). Raises ValueError for
    anything that is no IP address.
    """
    ip = ip_address(address)
    if isinstance(ip, IPv6Address):
        carried = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if carried is not None:
            return is_public(str(carried))
    return ip.is_global and not ip.is_multicast


def address_inside(url: str) -> str | None:
    """The host of *url* where it is a literal IP address that is not public; None elsewhere."""
    host = urlsplit(url).hostname or ""
    try:
        return None if is_public(host) else host
    except ValueError:
        return None  # a name: what it resolves to is judged when it is fetched
