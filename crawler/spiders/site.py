"""Spider of a brand's own pages, for what it offers its customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from crawler.spiders.source import SourceSpider

if TYPE_CHECKING:
    from collections.abc import Sequence

    from crawler.reading.keeping import ReadPage


class SiteSpider(SourceSpider):
    """Reads one page; one without any signal is an answer too."""

    name = "site"

    def _next_urls(self, page: ReadPage) -> Sequence[str]:
        """None: what a page offers stands on it."""
        del page
        return []
