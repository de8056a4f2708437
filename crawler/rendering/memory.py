"""How much memory a page takes: a few kilobytes of it can ask for all there is."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Browser, CDPSession

#: A large shop's page takes a third of it.
MOST_BYTES: Final = 1024 * 1024 * 1024
_LOOK_SECONDS: Final = 0.2


class MemoryExceededError(Exception):
    """The page takes more memory than a page may."""


async def until_exceeded(
    find_browser: Callable[[], Browser | None], *, most_bytes: int = MOST_BYTES
) -> None:
    """Ends when the pages in the browser take more than that, which on most of them is never.

    The browser may be started later; raises playwright's Error where it ends.
    """
    session: CDPSession | None = None
    used = 0
    while used <= most_bytes:
        await asyncio.sleep(_LOOK_SECONDS)
        browser = find_browser()
        if browser is None:
            continue
        session = session or await browser.new_browser_cdp_session()
        told = await session.send("SystemInfo.getProcessInfo")
        renderers = [one["id"] for one in told["processInfo"] if one["type"] == "renderer"]
        used = sum(map(resident_bytes, renderers))


def resident_bytes(process: int) -> int:
    """Memory that *process* holds; 0 where it has ended or this system doesn't tell (no Linux)."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
