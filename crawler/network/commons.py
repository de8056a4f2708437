"""What all crawls of one process share, so that together they are as polite as one."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic
from typing import TYPE_CHECKING, Self, cast

if TYPE_CHECKING:
    import asyncio

    from scrapy.crawler import Crawler

    from crawler.network.robots import RobotsFile
    from crawler.network.turns import HostTurns
    from rivalscope.settings.closed_sites import ClosedSites

#: The Scrapy setting that carries it.
SETTING = "RIVALSCOPE_COMMONS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commons:
    """The hosts' turns, their robots.txt, and the time that is left."""

    turns: HostTurns
    closed_sites: ClosedSites
    ends_at: float
    """When the crawl is stopped, on the clock of ``time.monotonic``."""
    robots: dict[str, asyncio.Task[RobotsFile]] = field(default_factory=dict)
    """Origin -> its robots.txt, fetched or on its way."""

    def __deepcopy__(self, memo: object) -> Self:
        """Itself: Scrapy copies its settings for each crawl, and this is what they share."""
        return self

    @property
    def seconds_left(self) -> float:
        """Until the crawl is stopped."""
        return self.ends_at - monotonic()


def commons_of(crawler: Crawler) -> Commons:
    """What *crawler* shares with the others of its process."""
    return cast("Commons", crawler.settings[SETTING])
