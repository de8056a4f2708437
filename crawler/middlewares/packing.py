"""Unpacks what was sent packed; a bomb ends as a sentence, not as a gigabyte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy.downloadermiddlewares.httpcompression import HttpCompressionMiddleware
from scrapy.exceptions import IgnoreRequest

from crawler.network.refusals import Refused

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.http import Response

_MIB = 1024 * 1024


class Unpack(HttpCompressionMiddleware):
    """Scrapy's, which stops at DOWNLOAD_MAXSIZE, in words for people."""

    def process_response(  # type: ignore[override]  # Scrapy's takes a spider too, from old callers
        self, request: Request, response: Response
    ) -> Request | Response:
        """*response* unpacked; raises Refused where it is too large or is not what it says."""
        if not response.body:
            return response  # a 304 may say how the page that it does not hold is packed
        try:
            return super().process_response(request, response)
        except IgnoreRequest:
            reason = f"{request.url} is larger than {self._max_size // _MIB} MiB once unpacked"
        except Exception as error:  # ruff: ignore[blind-except] - each unpacker has errors of its own
            reason = f"{request.url} can't be unpacked ({type(error).__name__}: {error})"
        # here and not above, so that no traceback holds on to what was unpacked
        raise Refused(reason, state="error")
