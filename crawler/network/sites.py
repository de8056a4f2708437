"""Which hosts belong to one site, by the public suffix list that ships with tldextract."""

from __future__ import annotations

from functools import cache
from ipaddress import ip_address
from urllib.parse import urlsplit

from tldextract import TLDExtract

#: Never fetches the list, never writes it anywhere; tenants of github.io and the like are sites.
_SUFFIXES = TLDExtract(suffix_list_urls=(), cache_dir=None, include_psl_private_domains=True)
_LABELS = 2


def host_of(url: str) -> str:
    """The host that *url* names, in lower case; empty where it names none."""
    return urlsplit(url).hostname or ""


def origin_of(url: str) -> str:
    """Scheme, host and port of *url*, which share one robots.txt and one key."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def same_site(url: str, other: str) -> bool:
    """Whether both lie under one name that somebody registered: www.shop.cz and shop.cz do."""
    host, other_host = host_of(url), host_of(other)
    return host == other_host or site_of(host) == site_of(other_host)


@cache
def site_of(host: str) -> str:
    """The registrable part of *host*; the last two labels under an ending that nobody lists."""
    try:
        ip_address(host)
    except ValueError:
        registered = _SUFFIXES(host).top_domain_under_public_suffix
        return registered or ".".join(host.split(".")[-_LABELS:])
    return host
