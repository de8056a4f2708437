"""Spider of FAQ pages: the one page a source names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.spiders.source import SourceSpider

if TYPE_CHECKING:
    from collections.abc import Iterator

    from scrapy import Request

    from rivalscope.models import PageReading


class FaqSpider(SourceSpider):
    """Reads one FAQ page."""

    name = "faq"

    def _next_request(self, reading: PageReading) -> Iterator[Request]:
        """None: an FAQ has no second page."""
        del reading
        return iter(())
