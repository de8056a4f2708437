"""One page in the browser: what it may load, where it may go, and when it is read."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from playwright.async_api import Error as PlaywrightError

if TYPE_CHECKING:
    from playwright.async_api import CDPSession, Page
    from playwright.async_api import Request as PlaywrightRequest
    from scrapy import Request

_UNNEEDED: Final = frozenset({"image", "media", "font", "texttrack", "manifest", "ping"})
_SCHEMES: Final = frozenset({"http", "https", "data", "blob"})
_QUIET_MS: Final = 6_000
_SCROLLS: Final = 5
_GROWTH_SECONDS: Final = 1.0
#: For what came to be laid out, so that the page notices that its end is out of sight again.
_GROWING_SECONDS: Final = 0.3
_POLL_SECONDS: Final = 0.1
_SIZE: Final = "document.getElementsByTagName('*').length"
_SCROLL: Final = """() => {
    const before = window.scrollY;
    window.scrollTo(0, document.documentElement.scrollHeight);
    return window.scrollY > before;
}"""
#: WebRTC speaks UDP and knows addresses of this machine; no review ever came by it.
_WITHOUT_WEBRTC: Final = """
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport']) {
    delete globalThis[name];
}
"""


class Navigations:
    """Keeps a page's main frame where Scrapy sent it.

    A redirect must pass the same gates as any request of the crawl (addresses, robots.txt, turns,
    budgets), so it is broken off here and followed by Scrapy. Wherever scripts want to go later is
    refused, and the page is read as it stands. Frames are other pages, which nobody reads.
    """

    def __init__(self, session: CDPSession, main_frame: str) -> None:
        self._session = session
        self._main_frame = main_frame
        self._has_begun = False
        self.redirected_to: str | None = None

    @classmethod
    async def of(cls, page: Page) -> Navigations:
        """Watches *page* from now on."""
        session = await page.context.new_cdp_session(page)
        tree = await session.send("Page.getFrameTree")
        navigations = cls(session, tree["frameTree"]["frame"]["id"])
        session.on("Fetch.requestPaused", navigations.decide)
        documents = {"urlPattern": "*", "resourceType": "Document", "requestStage": "Request"}
        await session.send("Fetch.enable", {"patterns": [documents]})
        return navigations

    async def decide(self, event: dict[str, Any]) -> None:
        """Lets a document load, or not."""
        with suppress(PlaywrightError):  # the page may be gone before the answer gets there
            await self._session.send(*self._decision(event))

    def _decision(self, event: dict[str, Any]) -> tuple[str, dict[str, str]]:
        paused = {"requestId": event["requestId"]}
        if event["frameId"] != self._main_frame:
            return "Fetch.failRequest", paused | {"errorReason": "BlockedByClient"}
        if not self._has_begun:
            self._has_begun = True
            return "Fetch.continueRequest", paused
        if event.get("redirectedRequestId"):
            self.redirected_to = event["request"]["url"]
            return "Fetch.failRequest", paused | {"errorReason": "BlockedByClient"}
        return "Fetch.failRequest", paused | {"errorReason": "Aborted"}


async def prepare(page: Page, request: Request) -> None:
    """Sets the page's bounds before anything of it is loaded."""
    page.on("popup", _close)
    await page.add_init_script(_WITHOUT_WEBRTC)
    request.meta["navigations"] = await Navigations.of(page)


async def settle(page: Page) -> None:
    """Waits until the page has become quiet, then scrolls as long as that brings more; bounded."""
    with suppress(PlaywrightError):
        await page.wait_for_load_state("networkidle", timeout=_QUIET_MS)
    for _ in range(_SCROLLS):
        size = await page.evaluate(_SIZE)
        if not await page.evaluate(_SCROLL) or not await _has_grown(page, size):
            break


async def length_of(page: Page) -> int:
    """Characters of the document as it stands, counted where it is: it may be too much to fetch."""
    length: int = await page.evaluate("document.documentElement.outerHTML.length")
    return length


def is_unneeded(request: PlaywrightRequest) -> bool:
    """Whether the page can be read without what *request* asks for."""
    return request.resource_type in _UNNEEDED or urlsplit(request.url).scheme not in _SCHEMES


async def _has_grown(page: Page, size: int) -> bool:
    waited = 0.0
    while waited < _GROWTH_SECONDS:
        await asyncio.sleep(_POLL_SECONDS)
        waited += _POLL_SECONDS
        if await page.evaluate(_SIZE) > size:
            await asyncio.sleep(_GROWING_SECONDS)
            return True
    return False


async def _close(popup: Page) -> None:
    with suppress(PlaywrightError):
        await popup.close()
