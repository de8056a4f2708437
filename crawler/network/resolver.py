"""Resolves names to public addresses only, whatever a page or a name server says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.resolver import CachingThreadedResolver
from twisted.internet.error import DNSLookupError

from rivalscope.addresses import is_public

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scrapy.crawler import Crawler
    from twisted.internet.base import ReactorBase
    from twisted.internet.defer import Deferred


#: Name -> the address for which it was refused. Twisted replaces the message of a failed lookup,
#: and "no such host" is not what a person needs to hear.
refused: dict[str, str] = {}


class PublicResolver(CachingThreadedResolver):
    """Refuses every answer that is not public; the configured proxy's host alone is exempt.

    Twisted asks it for literal addresses and after redirects too, and connects to the very address
    it returned, so a name can't change its answer between check and use.
    """

    exempt: str | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler, reactor: ReactorBase) -> PublicResolver:
        """Scrapy's way to build it."""
        resolver: PublicResolver = super().from_crawler(crawler, reactor)
        proxy = crawler.settings.get("RIVALSCOPE_PROXY")
        resolver.exempt = urlsplit(proxy).hostname if proxy else None
        return resolver

    def getHostByName(  # ruff: ignore[invalid-function-name] - Twisted chose the name
        self, name: str, timeout: Sequence[int] = ()
    ) -> Deferred[str]:
        """The public address of *name*; fails with DNSLookupError where it has none."""
        answer = super().getHostByName(name, timeout)
        return answer if name == self.exempt else answer.addCallback(_public, name)


def _public(address: Any, name: str) -> Any:
    if not is_public(str(address)):
        refused[name] = str(address)
        raise DNSLookupError(name)
    return address
