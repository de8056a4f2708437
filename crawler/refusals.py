"""Why a page is not fetched or followed: each reason with the state it leaves its source in."""

from __future__ import annotations

from typing import Literal

from scrapy.exceptions import IgnoreRequest

#: What a problem makes of the source it happens to.
ProblemState = Literal["partial", "blocked", "robots_denied", "layout_changed", "error"]


class Refused(IgnoreRequest):
    """A request of ours that a rule of ours, or of the site's, ends."""

    def __init__(self, reason: str, *, state: ProblemState) -> None:
        super().__init__(reason)
        self.state = state
