"""Has one page of a source fetched in a child process, as a crawl would fetch it."""

from __future__ import annotations

import json
from base64 import b64decode
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from crawler.runs.child_process import ChildProcess
from rivalscope.errors import CrawlError
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from rivalscope.models import Source
    from rivalscope.settings import Settings

_MOST_SECONDS = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a page could not be had."""

    reason: str
    state: str
    """What a crawl of the source would end as: ``robots_denied``, ``blocked``, ``error``."""


def fetch_first_page(source: Source, *, settings: Settings, log_level: str) -> Snapshot | Refusal:
    """The page at the source's address, or why a crawl would not have it.

    Raises CrawlError where the child process dies, or is not done after four minutes.
    """
    described = ("--source", json.dumps(asdict(source)))
    with ChildProcess(
        "crawler.runs.look",
        described,
        settings=settings,
        log_level=log_level,
        seconds=_MOST_SECONDS,
    ) as child:
        printed = "".join(child.lines())
        code = child.wait()
        if code or not printed:
            message = f"look: its process died (exit code {code})\n{child.last_words()}".strip()
            raise CrawlError(message)
    return _answer(json.loads(printed))


def _answer(told: dict[str, Any]) -> Snapshot | Refusal:
    if "refused" in told:
        return Refusal(reason=told["refused"], state=told["state"])
    return Snapshot(
        url=told["url"],
        fetched_at=datetime.fromisoformat(told["fetched_at"]),
        body=b64decode(told["body"]),
        content_type=told["content_type"],
        encoding=told["encoding"],
    )
