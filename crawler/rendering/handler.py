"""Scrapy's download handler for rendered sources: the page after its scripts have run."""

from __future__ import annotations

import asyncio
import logging
from contextlib import AsyncExitStack, suppress
from functools import partial
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, Self, cast
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from playwright.async_api import Error as PlaywrightError
from scrapy.exceptions import DownloadFailedError, DownloadTimeoutError
from scrapy.http import HtmlResponse, Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from crawler.filtering_proxy import Directly, FilteringProxy, Through
from crawler.network.refusals import Refused
from crawler.rendering import REFUSALS
from crawler.rendering.chromium import ProxiedChromium, context_options
from crawler.rendering.failures import failure_of, first_line
from crawler.rendering.memory import MOST_BYTES, MemoryExceededError, until_exceeded
from crawler.rendering.page import length_of, prepare, settle
from crawler.rendering.room import Room

if TYPE_CHECKING:
    from playwright.async_api import Browser, Page
    from scrapy import Request
    from scrapy.crawler import Crawler

_CLOSING_SECONDS: Final = 5.0
_PAGES_AT_ONCE: Final = 2
_ONLY_FOR_THE_PAGE: Final = (
    "navigations",
    "playwright_context_kwargs",
    "playwright_page_goto_kwargs",
    "playwright_page_init_callback",
    "playwright_include_page",
    "playwright_page",
)
#: Of the bytes that the server sent, not of the page they became; and what asks whether those
#: bytes are still the same.
_OF_THE_BYTES: Final = frozenset(
    {"content-encoding", "content-length", "content-type", "etag", "last-modified", "set-cookie"}
)
_handlers: WeakKeyDictionary[Crawler, RenderingHandler] = WeakKeyDictionary()
_room = Room(_PAGES_AT_ONCE)


class RenderingHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """One source's browser, with one context and one proxy of its own.

    Requests that are not to be rendered (robots.txt) go Scrapy's ordinary way.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        upstream = crawler.settings.get("RIVALSCOPE_PROXY")
        self._proxy = FilteringProxy(Through(upstream) if upstream else Directly())
        self._user_agent: str = crawler.settings["USER_AGENT"]
        # loading may take as long as an ordinary page, and so may all that the scripts do
        self._page_seconds: float = 2 * crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self._most_bytes: int = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        logging.getLogger("scrapy-playwright").setLevel(logging.ERROR)  # what fails, we tell
        self._one_page = asyncio.Lock()  # the proxy counts by page
        self.browser_provider_cls = partial(
            ProxiedChromium, path=crawler.settings["RIVALSCOPE_CHROMIUM"], proxy=self._proxy
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to build it, once a scheme; one browser serves both."""
        if crawler not in _handlers:
            _handlers[crawler] = cls(crawler)
        return cast("Self", _handlers[crawler])

    async def download_request(self, request: Request) -> Response:
        """The rendered page; a redirect as such, so that Scrapy follows it or does not.

        Raises Refused for what must not be fetched, DownloadTimeoutError and DownloadFailedError
        for what could not be.
        """
        if not request.meta.get("playwright"):
            ordinary: Response = await super().download_request(request)
            return ordinary
        async with self._one_page, _room.place():
            try:
                return await self._page(request)
            finally:
                if _room.is_wanted:
                    await self._close_browser()

    async def close(self) -> None:
        """Ends the browser and its proxy."""
        if _handlers.pop(self._crawler, None):  # not yet closed for the other scheme
            await super().close()

    async def _page(self, request: Request) -> Response:
        await self._start_browser()
        await self._proxy.start_page()
        request.meta.update(self._page_meta())
        try:
            return self._checked(request, await self._render(request))
        finally:
            # for the spider; the rest is not for the copies that Scrapy makes of requests
            request.meta[REFUSALS] = self._not_fetched()
            for name in _ONLY_FOR_THE_PAGE:
                request.meta.pop(name, None)

    async def _start_browser(self) -> None:
        """Before the page's time begins to count; nothing where it runs."""
        try:
            await self._maybe_launch_browser()
        except PlaywrightError as error:
            message = f"Chromium can't be started: {first_line(error)}"
            raise Refused(message, state="error") from error

    async def _close_browser(self) -> None:
        """Ends the browser between two pages; the next page starts another."""
        browser = self._find_browser()
        if browser is None:
            return
        with suppress(PlaywrightError, TimeoutError):
            await asyncio.wait_for(browser.close(), _CLOSING_SECONDS)
        for _ in range(100):  # the base class takes note of it in a task of its own
            if self._find_browser() is None:
                return
            await asyncio.sleep(_CLOSING_SECONDS / 100)

    def _page_meta(self) -> dict[str, Any]:
        return {
            "playwright_context_kwargs": context_options(self._user_agent),
            "playwright_page_init_callback": prepare,
            "playwright_page_goto_kwargs": {"wait_until": "commit"},
            "playwright_include_page": True,
        }

    async def _render(self, request: Request) -> Response:
        try:
            return await self._in_time(request)
        except MemoryExceededError as error:
            message = f"the page takes more than {MOST_BYTES // 1024**2} MiB of memory"
            raise Refused(message, state="error") from error
        except TimeoutError as error:
            message = f"the page was not ready after {self._page_seconds:g} seconds"
            raise DownloadTimeoutError(message) from error
        except PlaywrightError as error:
            if target := _redirected_to(request):
                return Response(request.url, status=302, headers={"Location": target})
            raise self._failure(request, first_line(error)) from error
        except RuntimeError as error:  # what scrapy-playwright makes of a refused download
            message = f"{request.url} is a file to download and no page"
            raise Refused(message, state="error") from error

    async def _in_time(self, request: Request) -> Response:
        """The page; where there is none, whatever the reason, nothing of it is left open."""
        async with AsyncExitStack() as left:
            left.push_async_callback(self._give_up_page, request)
            try:
                response = await asyncio.wait_for(self._rendering(request), self._page_seconds)
            except MemoryExceededError:  # in time of its own: a machine out of memory is slow
                await self._close_browser()
                raise
            left.pop_all()
            return response

    async def _rendering(self, request: Request) -> Response:
        """The page once it has settled; raises MemoryExceededError where it takes too much."""
        reading = asyncio.ensure_future(self._settled(request))
        growing = asyncio.ensure_future(until_exceeded(self._find_browser))
        try:
            await asyncio.wait({reading, growing}, return_when=asyncio.FIRST_COMPLETED)
            if reading.done() or growing.exception():
                return await reading
        finally:
            reading.cancel()
            growing.cancel()
            await asyncio.gather(reading, growing, return_exceptions=True)
        raise MemoryExceededError

    async def _settled(self, request: Request) -> Response:
        """The answer, with the page as its scripts have left it for a body."""
        response: Response = await super().download_request(request)
        page: Page = request.meta["playwright_page"]
        if "navigations" not in request.meta:  # scrapy-playwright only logs what fails there
            message = "the page could not be kept from leading elsewhere"
            raise DownloadFailedError(message)
        await settle(page)
        if await length_of(page) > self._most_bytes:
            raise self._too_large()
        html = await page.content()
        await page.close()
        # half of a surrogate pair is nothing that UTF-8 can say
        return response.replace(body=html.encode(errors="replace"), encoding="utf-8")

    def _find_browser(self) -> Browser | None:
        """The browser while it runs: the base class has the attribute only then."""
        browser: Browser | None = getattr(self, "browser", None)
        return browser

    async def _give_up_page(self, request: Request) -> None:
        """A page that hangs can't be asked to close, but its context can be thrown away."""
        wrapper = self.context_wrappers.get(request.meta.get("playwright_context"))
        if wrapper:
            with suppress(PlaywrightError, TimeoutError):
                await asyncio.wait_for(wrapper.context.close(), _CLOSING_SECONDS)

    def _failure(self, request: Request, message: str) -> Exception:
        refusal = self._proxy.refusals.get(urlsplit(request.url).hostname or "")
        return failure_of(message, refusal=refusal)

    def _checked(self, request: Request, response: Response) -> Response:
        """The page as UTF-8, whatever the server sent: that is what the browser made of it."""
        if (response.headers.get("Proxy-Status") or b"").startswith(b"rivalscope"):
            raise self._failure(request, f"HTTP {response.status}")
        if response.status == HTTPStatus.FOUND and not response.body:
            return response
        if len(response.body) > self._most_bytes:
            raise self._too_large()
        kept = {
            name: values
            for name, values in response.headers.items()
            if name.decode("latin-1").lower() not in _OF_THE_BYTES
        }
        return HtmlResponse(
            request.url,
            status=response.status,
            headers={**kept, b"Content-Type": [b"text/html; charset=utf-8"]},
            body=response.body,
            encoding="utf-8",
            request=request,
            flags=response.flags,
        )

    def _too_large(self) -> Refused:
        message = f"the page is larger than {self._most_bytes / 1024**2:.3g} MiB"
        return Refused(message, state="error")

    def _not_fetched(self) -> list[str]:
        return [refusal.why for refusal in self._proxy.refusals.values()]


def _redirected_to(request: Request) -> str | None:
    navigations = request.meta.get("navigations")
    return navigations.redirected_to if navigations else None
