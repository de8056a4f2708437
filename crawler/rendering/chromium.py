"""Starts Chromium so that every byte it sends or gets passes our own proxy."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final

from scrapy_playwright.provider import PlaywrightBrowserProvider

if TYPE_CHECKING:
    from playwright.async_api import Browser
    from scrapy_playwright.handler import Config

    from crawler.filtering_proxy import FilteringProxy

#: Beside those that Playwright gives for automation (no background networking, no first run ...).
_SWITCHES: Final = (
    # without this Chromium connects to loopback itself; the last list given is the one that counts
    "--proxy-bypass-list=<-loopback>",
    # names are the proxy's to resolve: no DNS, no prefetching of DNS, no DNS over HTTPS
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    # protocols over UDP would pass by the proxy
    "--disable-quic",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--force-webrtc-ip-handling-policy",
    "--disable-domain-reliability",
    "--disable-client-side-phishing-detection",
    "--disable-remote-fonts",
    "--no-pings",
    "--deny-permission-prompts",
    "--js-flags=--max-old-space-size=512",
)


class ProxiedChromium(PlaywrightBrowserProvider):  # type: ignore[misc]
    """This machine's own Chromium, behind *proxy*; nothing is ever downloaded to run."""

    def __init__(self, config: Config, *, path: str, proxy: FilteringProxy) -> None:
        super().__init__(config)
        self._path = path
        self._proxy = proxy

    async def start(self) -> None:
        """The proxy first: without it there is no browser."""
        await self._proxy.start()
        await super().start()

    async def launch_browser(self) -> Browser:
        """A headless browser with a profile of its own that is gone when it ends."""
        options = launch_options(self._path, proxy=self._proxy)
        browser: Browser = await self.browser_type.launch(**options)
        return browser

    async def close(self) -> None:
        """Ends the browser's driver, then the proxy."""
        await super().close()
        await self._proxy.stop()


def launch_options(path: str, *, proxy: FilteringProxy) -> dict[str, Any]:
    """What Playwright is to start.

    Chromium's sandbox can't be set up by root, so that a crawl run as root goes without: run it as
    a user of its own.
    """
    return {
        "executable_path": path,
        "headless": True,
        "args": list(_SWITCHES),
        "chromium_sandbox": os.geteuid() != 0,
        "proxy": {
            "server": proxy.url,
            "username": proxy.username,
            "password": proxy.password,
        },
        "handle_sigint": False,
        "handle_sigterm": False,
        "handle_sighup": False,
        "timeout": 30_000,
    }


def context_options(user_agent: str) -> dict[str, Any]:
    """What the pages of one source share, and what they may not do."""
    return {
        "user_agent": user_agent,
        "accept_downloads": False,
        "permissions": [],
        "service_workers": "block",
        "viewport": {"width": 1280, "height": 1600},
    }
