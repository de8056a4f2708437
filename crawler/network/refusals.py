"""Why a page is not fetched or followed: each reason with the state it leaves its source in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

if TYPE_CHECKING:
    from twisted.python.failure import Failure

#: What a problem makes of the source it happens to.
ProblemState = Literal["partial", "blocked", "robots_denied", "layout_changed", "error"]


class Refused(IgnoreRequest):
    """A request of ours that a rule of ours, or of the site's, ends."""

    def __init__(self, reason: str, *, state: ProblemState) -> None:
        super().__init__(reason)
        self.state = state


def refusal_of(failure: Failure) -> Refused:
    """What ended a request, whatever it was, as a reason with its state."""
    error = failure.value
    if isinstance(error, Refused):
        return error
    if isinstance(error, HttpError):
        response = error.response
        return Refused(f"HTTP {response.status} from {response.url}", state="error")
    request = getattr(failure, "request", None)
    where = f" ({request.url})" if request else ""
    return Refused(f"{type(error).__name__}: {error}{where}", state="error")
