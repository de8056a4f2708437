"""What the browser says of a page that it could not have, as Scrapy says it."""

from __future__ import annotations

from socket import gaierror
from typing import TYPE_CHECKING

from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
)

from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from playwright.async_api import Error as PlaywrightError

    from crawler.filtering_proxy.asking import RefusalError


def failure_of(message: str, *, refusal: RefusalError | None) -> Exception:
    """The exception for a page, given what the proxy said of its host and the browser of it.

    Refused where a rule stands against it; else one of those after which it is tried again.
    """
    if refusal and refusal.is_final:
        return Refused(refusal.why, state="error")
    if refusal:
        return _kind_of(refusal.__cause__)(refusal.why)
    if "ERR_CERT_" in message:
        message = f"the certificate can't be verified: {message}"
    is_timeout = "Timeout" in message or "ERR_TIMED_OUT" in message
    return (DownloadTimeoutError if is_timeout else DownloadFailedError)(message)


def first_line(error: PlaywrightError) -> str:
    """What happened, without the log of calls that follows it."""
    return error.message.strip().partition("\n")[0]


def _kind_of(cause: BaseException | None) -> type[Exception]:
    """What Scrapy calls the accident that kept the proxy from the page's host."""
    kinds: dict[type, type[Exception]] = {
        gaierror: CannotResolveHostError,
        ConnectionRefusedError: DownloadConnectionRefusedError,
        TimeoutError: DownloadTimeoutError,
    }
    return kinds.get(type(cause), DownloadFailedError)
