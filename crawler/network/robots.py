"""What a site's robots.txt says to us, as RFC 9309 reads it."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING, Final

from protego import Protego

from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from crawler.network.refusals import ProblemState

#: What a robots.txt calls us (RFC 9309, 2.2.1): a whole name, in any case.
AGENT: Final = "rivalscope"
#: Longest pause that a crawl waits between two requests; a site that wants more gets none.
LONGEST_DELAY_SECONDS: Final = 300
#: Of a longer file only the beginning counts (RFC 9309, 2.5).
_MOST_BYTES: Final = 500 * 1024
_AGENT_LINE: Final = re.compile(r"(?im)^[ \t]*user[- ]?agent[ \t]*:[ \t]*([^#\r\n]*)")
_NAME: Final = re.compile(r"[A-Za-z_-]+")
_IMPORT: Final = "a page that a person saves can be read by `rivalscope import`"


@dataclass(frozen=True, slots=True, kw_only=True)
class RobotsFile:
    """The rules of one origin."""

    url: str
    rules: Protego | None = None
    """None where there are none, and everything is allowed."""
    closed: str | None = None
    """Why everything is forbidden, where it is: the file itself could not be had."""
    closed_state: ProblemState = "robots_denied"

    def check(self, url: str) -> None:
        """Raises Refused where *url* must not be fetched."""
        if self.closed:
            raise Refused(self.closed, state=self.closed_state)
        if self.rules is None:
            return
        if not self.rules.can_fetch(url, AGENT):
            reason = f"{self.url} forbids {url} to us: {_IMPORT}"
            raise Refused(reason, state="robots_denied")
        if self.delay_seconds > LONGEST_DELAY_SECONDS:
            reason = (
                f"{self.url} asks for {self.delay_seconds:g} seconds between two requests, more"
                f" than the {LONGEST_DELAY_SECONDS} that a crawl can wait: {_IMPORT}"
            )
            raise Refused(reason, state="robots_denied")

    @property
    def delay_seconds(self) -> float:
        """The pause it asks for between requests; 0 where it asks for none."""
        asked = self.rules.crawl_delay(AGENT) if self.rules else None
        return asked if asked and asked > 0 and not math.isnan(asked) else 0.0


def robots_answered(url: str, *, status: int, body: bytes) -> RobotsFile:
    """The rules in an answer: 2xx says them, 4xx says there are none, anything else closes.

    429 counts as a server in trouble: whoever asks for less gets nothing.
    """
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return RobotsFile(url=url, rules=_parsed(body))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status == HTTPStatus.TOO_MANY_REQUESTS:
        reason = (
            f"{url} answers HTTP {status}, and where it can't be read, nothing else may be"
            f" (RFC 9309): the next crawl asks again; {_IMPORT}"
        )
        return RobotsFile(url=url, closed=reason)
    return RobotsFile(url=url)


def _parsed(body: bytes) -> Protego:
    if len(body) > _MOST_BYTES:
        body = body[:_MOST_BYTES].rpartition(b"\n")[0]
    text = body.decode("utf-8-sig", errors="replace")
    return Protego.parse(_AGENT_LINE.sub(_whole_name, text))


def _whole_name(line: re.Match[str]) -> str:
    """Protego takes ``rival`` for us too, and ``rivalscope/2`` for another: only names count."""
    value = line[1].strip()
    if value == "*":
        return "User-agent: *"
    name = _NAME.match(value)
    ours = name is not None and name[0].casefold() == AGENT
    return f"User-agent: {AGENT if ours else 'somebody-else'}"
