"""A source's key: put on a request at the last moment, and taken out of all that comes back."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from w3lib.url import add_or_replace_parameter

from crawler.network.refusals import Refused
from crawler.network.sites import origin_of
from rivalscope.secrets import SecretError, find_secret, hidden_bytes

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

    from rivalscope.models import Source


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
    """The key of *source* from the environment or a file it names, None where it needs none.

    Raises Refused where neither is there.
    """
    wanted = source.api_key
    if wanted is None:
        return None
    try:
        secret = find_secret(wanted.variable, environment=os.environ)
    except SecretError as error:
        reason = f"its key is missing: {error}"
        raise Refused(reason, state="error") from error
    if not secret:
        reason = f"its key is missing: set the environment variable {wanted.variable}"
        raise Refused(reason, state="error")
    return Key(
        origin=origin_of(source.url or ""),
        parameter=wanted.parameter,
        header=wanted.header,
        secret=secret,
    )
