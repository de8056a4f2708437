"""A source's key: put on a request at the last moment, and taken out of all that comes back."""

from __future__ import annotations

import logging
import os
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, quote_plus

from w3lib.url import add_or_replace_parameter

from crawler.network.refusals import Refused
from crawler.network.sites import origin_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from scrapy import Request
    from scrapy.http import Response

    from rivalscope.models import Source

#: What stands where a key was.
HIDDEN = "***"
#: Anything shorter is no secret, and would be found in every other word.
_SHORTEST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key, where it goes, and where in a request."""

    origin: str
    """The only scheme, host and port that ever get it."""
    parameter: str | None
    header: str | None
    secret: str = field(repr=False)

    def goes_to(self, url: str) -> bool:
        """Whether requests to *url* carry it."""
        return origin_of(url) == self.origin

    def put_on(self, request: Request) -> Request:
        """*request* as it is sent."""
        if not self.goes_to(request.url):
            return request
        if self.parameter:
            url = add_or_replace_parameter(request.url, self.parameter, self.secret)
            return request.replace(url=url)
        if self.header:
            request = request.copy()
            request.headers[self.header] = self.secret
        return request

    def taken_out(self, response: Response, *, url: str) -> Response:
        """*response* as an answer to *url*, which is what was asked for without the key."""
        headers: dict[Any, Any] = {
            name: [hidden_bytes(value, self.secret) for value in values]
            for name, values in response.headers.items()
        }
        body = hidden_bytes(response.body, self.secret)
        return response.replace(url=url, headers=headers, body=body)


def find_key(source: Source) -> Key | None:
    """The key of *source* from the environment, None where it needs none.

    Raises Refused where the variable that should hold it is not set.
    """
    wanted = source.api_key
    if wanted is None:
        return None
    secret = os.environ.get(wanted.variable, "").strip()
    if not secret:
        reason = f"its key is missing: set the environment variable {wanted.variable}"
        raise Refused(reason, state="error")
    return Key(
        origin=origin_of(source.url or ""),
        parameter=wanted.parameter,
        header=wanted.header,
        secret=secret,
    )


def hidden(text: str, secret: str) -> str:
    """*text* without *secret*, however that is written in addresses."""
    if len(secret) < _SHORTEST:
        return text
    for spelling in _spellings(secret):
        text = text.replace(spelling, HIDDEN)
    return text


def hidden_bytes(raw: bytes, secret: str) -> bytes:
    """The same of bytes."""
    if len(secret) < _SHORTEST:
        return raw
    for spelling in _spellings(secret):
        raw = raw.replace(spelling.encode(), HIDDEN.encode())
    return raw


def _spellings(secret: str) -> tuple[str, ...]:
    every = {secret, quote(secret), quote(secret, safe=""), quote_plus(secret)}
    return tuple(sorted(every, key=len, reverse=True))


def keep_out_of_log(secrets: Collection[str]) -> None:
    """Takes *secrets* out of every record, before any handler can see it.

    A filter would sit on a handler, and Scrapy replaces its own with each crawl.
    """
    if not secrets:
        return
    make = logging.getLogRecordFactory()

    def make_without(*args: Any, **kwargs: Any) -> logging.LogRecord:
        record = make(*args, **kwargs)
        record.msg, record.args = _without(_message(record), secrets), ()
        if record.exc_info:
            told = "".join(traceback.format_exception(*record.exc_info))
            record.exc_text = _without(told.rstrip("\n"), secrets)
        return record

    logging.setLogRecordFactory(make_without)


def _message(record: logging.LogRecord) -> str:
    """What the record says, even where its arguments don't fit its text."""
    try:
        return record.getMessage()
    except (TypeError, ValueError, KeyError):
        return f"{record.msg} {record.args}"


def _without(text: str, secrets: Collection[str]) -> str:
    for secret in secrets:
        text = hidden(text, secret)
    return text


def secrets_of(sources: Collection[Source]) -> frozenset[str]:
    """Every key that the environment holds for *sources*."""
    names = {source.api_key.variable for source in sources if source.api_key}
    return frozenset(filter(None, (os.environ.get(name, "").strip() for name in names)))
