"""Has one page of a source fetched in a child process, as a crawl would fetch it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from base64 import b64decode
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rivalscope.errors import CrawlError
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from rivalscope.models import Source
    from rivalscope.settings import Settings

_MOST_SECONDS = 240
_TAIL = 2_000


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
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as log,
        subprocess.Popen(  # ruff: ignore[subprocess-without-shell-equals-true] - our own module, our own arguments
            _command(source, settings, log_level),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # at -v the log is what a person asked to see
            stderr=None if log_level == "INFO" else log,
            text=True,
            encoding="utf-8",
            env=_environment(settings),
        ) as child,
    ):
        overdue = threading.Timer(_MOST_SECONDS, child.kill)
        overdue.start()
        try:
            printed = child.stdout.read() if child.stdout else ""
            code = child.wait()
        finally:
            overdue.cancel()
            child.kill()
        if code or not printed:
            log.seek(0)
            message = f"look: its process died (exit code {code})\n{log.read()[-_TAIL:]}".strip()
            raise CrawlError(message)
    return _answer(json.loads(printed))


def _command(source: Source, settings: Settings, log_level: str) -> list[str]:
    options = {
        "--config": str(settings.path),
        "--log-level": log_level,
        "--source": json.dumps(asdict(source)),
    }
    return [
        *(sys.executable, "-m", "crawler.runs.look"),
        *(part for pair in options.items() for part in pair),
    ]


def _environment(settings: Settings) -> dict[str, str]:
    """Ours; a proxy chosen in this process comes along."""
    proxy = {"RIVALSCOPE_CRAWL_PROXY": settings.proxy} if settings.proxy else {}
    return {**os.environ, **proxy}


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
