"""Scrapy's item pipeline: what a page said goes into the store, one transaction a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

    from crawler.items import ReadPage
    from crawler.spiders.source import SourceSpider
    from rivalscope.models import PageReading, Snapshot, Source
    from rivalscope.storage import Saved, Store


class SaveReading:
    """Saves each ReadPage and adds it to the spider's outcome."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> SaveReading:
        """Scrapy's way to build it."""
        return cls(crawler)

    def process_item(self, item: ReadPage) -> ReadPage:
        """Saves *item*; saving it twice leaves one row."""
        spider: SourceSpider = self._crawler.spider  # type: ignore[assignment]
        saved = save_reading(
            item.reading, source=spider.source, snapshot=item.snapshot, store=spider.store
        )
        spider.outcome.add_page(saved)
        return item


def save_reading(
    reading: PageReading, *, source: Source, snapshot: Snapshot, store: Store
) -> Saved:
    """Puts what the source is watched for into *store*, and says how much of it was new."""
    if reading.rating:
        store.sites.save_rating(reading.rating, source=source, snapshot=snapshot)
    if source.kind == "faq":
        return store.sites.save_faq(reading.faq, source=source, snapshot=snapshot)
    if source.kind == "site":
        return store.sites.save_signals(reading.signals, source=source, snapshot=snapshot)
    return store.reviews.save(reading.reviews, source=source, snapshot=snapshot)
