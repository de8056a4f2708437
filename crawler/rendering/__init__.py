"""What a source with ``render: true`` needs: a real browser, and the reason where there is none.

Importing this imports no browser code; that happens when Scrapy loads ``crawler.rendering.handler``
for a crawl that asked for it.
"""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, Self

from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.settings import BaseSettings

#: Names a path to the browser where it isn't on PATH.
CHROMIUM_VARIABLE: Final = "RIVALSCOPE_CHROMIUM"
#: Key in a request's meta: sentences that say what its page was not given.
REFUSALS: Final = "not_fetched"
_NAMES: Final = ("chromium", "chromium-browser", "google-chrome")
_HANDLER: Final = "crawler.rendering.handler.RenderingHandler"


def find_chromium(environment: Mapping[str, str]) -> str | None:
    """The browser's path; None where this machine has none."""
    chosen = environment.get(CHROMIUM_VARIABLE)
    if chosen:
        return shutil.which(chosen)
    return next((path for name in _NAMES if (path := shutil.which(name))), None)


def why_not_rendered(environment: Mapping[str, str]) -> str | None:
    """What to install before pages can be rendered; None where nothing is missing."""
    if find_spec("scrapy_playwright") is None:
        return "`render: true` needs an extra that is not installed: pip install 'rivalscope[js]'"
    if find_chromium(environment) is None:
        return (
            "`render: true` needs Chromium: install Debian's package chromium, or set"
            f" {CHROMIUM_VARIABLE} to the path of a Chromium or Chrome"
        )
    return None


def settings_for_rendering(
    ordinary: BaseSettings, *, environment: Mapping[str, str] = os.environ
) -> dict[str, Any]:
    """What the crawl of a rendered source adds to the settings of an ordinary one.

    Where something is missing, every request of that crawl ends with the sentence that says what.
    """
    if reason := why_not_rendered(environment):
        middlewares = ordinary.getdict("DOWNLOADER_MIDDLEWARES")
        return {
            "DOWNLOADER_MIDDLEWARES": {**middlewares, "crawler.rendering.RefuseAll": 0},
            "RIVALSCOPE_NOT_RENDERED": reason,
        }
    handlers = dict.fromkeys(("http", "https"), _HANDLER)
    return {
        "DOWNLOAD_HANDLERS": ordinary.getdict("DOWNLOAD_HANDLERS") | handlers,
        "RIVALSCOPE_CHROMIUM": find_chromium(environment),
        "PLAYWRIGHT_ABORT_REQUEST": "crawler.rendering.page.is_unneeded",
        # the browser sends its own headers: no conditional request of ours asks for rendered pages
        "PLAYWRIGHT_PROCESS_REQUEST_HEADERS": None,
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 1,
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 20_000,
        "PLAYWRIGHT_DOWNLOAD_TIMEOUT": 1_000,  # downloads are refused: nothing to wait for
    }


def rendered(request: Request) -> Request:
    """*request*, to be answered with the page as it stands after its scripts have run."""
    request.meta["playwright"] = True
    return request


def is_rendered(request: Request) -> bool:
    """Whether a browser answers it."""
    return bool(request.meta.get("playwright"))


def refused_within(response: Response) -> str:
    """What the page wanted and did not get, to be added to a problem; empty where that is nothing.

    A page without what it needs from there may look as if its layout had changed.
    """
    refusals: list[str] = response.meta.get(REFUSALS, [])
    more = f" (and {len(refusals) - 1} more)" if len(refusals) > 1 else ""
    return f"; the page did not get all it asked for: {refusals[0]}{more}" if refusals else ""


class RefuseAll:
    """A downloader middleware for crawls that can't begin."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Scrapy's way to build it."""
        return cls(crawler.settings["RIVALSCOPE_NOT_RENDERED"])

    def process_request(self, request: Request) -> None:
        """Raises Refused, whatever is asked."""
        del request
        raise Refused(self._reason, state="error")
