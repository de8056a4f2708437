"""Tries again what may pass, later and never often; a host that asks for a pause gets it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
)
from twisted.internet.error import ConnectError, ConnectionDone, ConnectionLost

from crawler.middlewares.requests import is_for_robots, tried_again, tries_of
from crawler.network.commons import commons_of
from crawler.network.refusals import Refused
from crawler.network.resolver import refused
from crawler.network.retry_after import find_date, seconds_asked
from crawler.network.sites import host_of
from crawler.rendering import is_rendered
from rivalscope import clock

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_TOO_MANY: Final = 429
_PASSING: Final = frozenset({408, _TOO_MANY, 500, 502, 503, 504, 522, 524})
_PASSING_FAILURES: Final = (
    CannotResolveHostError,
    ConnectError,
    ConnectionDone,
    ConnectionLost,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    OSError,
    ResponseDataLossError,
    TunnelError,
)
#: Nobody is waited for longer than this in one crawl.
LONGEST_PAUSE_SECONDS: Final = 3600
#: Before the second try where nobody says how long; doubled before each further one.
_FIRST_PAUSE_SECONDS: Final = 0.25
_HOUR: Final = 3600
_MIB: Final = 1024 * 1024


class TryAgain:
    """The host as a whole is left alone meanwhile, by every crawl of this process."""

    def __init__(self, crawler: Crawler) -> None:
        self._commons = commons_of(crawler)
        self._most = crawler.settings.getint("RETRY_TIMES")
        self._timeout = crawler.settings.getfloat("DOWNLOAD_TIMEOUT")
        self._most_bytes = crawler.settings.getint("DOWNLOAD_MAXSIZE")
        self._first_pause = max(
            _FIRST_PAUSE_SECONDS, 2 * crawler.settings.getfloat("RIVALSCOPE_DELAY")
        )

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> TryAgain:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """*response*, or the request once more; raises Refused where it is time to give up."""
        if response.status not in _PASSING:
            return response
        asked = _asked(response)
        if asked and asked > min(LONGEST_PAUSE_SECONDS, self._commons.seconds_left):
            raise self._stay_away(request, asked)
        self._pause(request, asked)
        if tries_of(request) < self._most:
            return tried_again(request)
        if is_for_robots(request):
            return response
        reason = f"HTTP {response.status} from {request.url}, {self._most + 1} times"
        raise Refused(reason, state="blocked" if response.status == _TOO_MANY else "error")

    def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """The request once more where that may help; raises Refused where it does not."""
        host = host_of(request.url)
        if isinstance(exception, DownloadCancelledError):
            reason = f"{request.url} is larger than {self._most_bytes // _MIB} MiB"
            raise Refused(reason, state="error") from exception
        if isinstance(exception, CannotResolveHostError) and host in refused:
            reason = f"{host} is not on the public internet ({refused[host]}): such are never read"
            raise Refused(reason, state="error") from exception
        if not isinstance(exception, _PASSING_FAILURES):
            return None
        if tries_of(request) < self._most:
            self._pause(request, None)
            return tried_again(request)
        reason = f"{self._failed(request, exception)} ({self._most + 1} tries: {request.url})"
        raise Refused(reason, state="error") from exception

    def _pause(self, request: Request, asked: float | None) -> None:
        seconds = asked or self._first_pause * 2 ** tries_of(request)
        self._commons.turns.pause(host_of(request.url), seconds)

    def _stay_away(self, request: Request, asked: float) -> Refused:
        host = host_of(request.url)
        reason = f"{host} asks us to come back in {_spoken(asked)}: we do, at the next run"
        refusal = Refused(reason, state="blocked")
        self._commons.turns.shut(host, refusal)
        return refusal

    def _failed(self, request: Request, failure: Exception) -> str:
        host = host_of(request.url)
        if isinstance(failure, CannotResolveHostError):
            return f"no such host: {host}"
        if isinstance(failure, DownloadTimeoutError):
            if is_rendered(request):
                return f"{host}: {failure}"  # the browser has limits of its own
            return f"{host} does not answer within {self._timeout:g} seconds"
        if isinstance(failure, DownloadConnectionRefusedError):
            return f"{host} refuses the connection"
        if "certificate" in str(failure):
            return f"the certificate of {host} can't be verified"
        return f"{host} breaks the connection off ({type(failure).__name__})"


def _asked(response: Response) -> float | None:
    header, date = (response.headers.get(name) for name in ("Retry-After", "Date"))
    answered_at = find_date(date.decode("latin-1")) if date else None
    value = header.decode("latin-1") if header else None
    return seconds_asked(value, answered_at=answered_at or clock.now())


def _spoken(seconds: float) -> str:
    if seconds < _HOUR:
        return f"{seconds / 60:.0f} minutes"
    return f"{seconds / _HOUR:,.1f} hours"
