"""Times whole crawls (fetch, read, store) beside a stock Scrapy that only fetches the same pages.

Prints figures and judges nothing; both run against one server on loopback, politeness off. Compare
the ratio, not the speeds. ``python bench/crawl.py memory`` crawls 10,000 pages instead, and prints
how the memory of the crawling process grows.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from page_server import Site, serving

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.settings import load_settings

if TYPE_CHECKING:
    from page_server import Server

    from rivalscope.settings import Settings

SITE = Site(sources=8, pages=100)
MEMORY_SITE = Site(sources=2, pages=5_000)
ROUNDS = 3
_STOCK = """
import sys
from scrapy import Spider
from scrapy.crawler import CrawlerProcess

class Stock(Spider):
    name = "stock"
    start_urls = sys.stdin.read().split()

    def parse(self, response):
        pass

process = CrawlerProcess({"LOG_LEVEL": "INFO"})
process.crawl(Stock)
process.start()
"""


def crawl_stock(server: Server, site: Site) -> float:
    """Pages per second of stock Scrapy, which is told every address beforehand."""
    addresses = "\n".join(f"{server.address}{path}" for path in site.urls())
    command = [sys.executable, "-c", _STOCK]
    subprocess.run(command, input=addresses, text=True, check=True, capture_output=True)
    pages, seconds = server.served()
    return pages / seconds


def settings_of(folder: Path, server: Server, site: Site) -> Settings:
    """A market whose only brand has *site*'s chains as its sources."""
    sources = "".join(
        f'    - {{id: s{number}, platform: bench, url: "http://s{number}.bench.example/s/{number}/0",'
        f" language: en, max_pages: {site.pages}}}\n"
        for number in range(site.sources)
    )
    (folder / "rivalscope.yaml").write_text(
        f"us:\n  slug: us\n  name: Us\n  sources:\n{sources}"
        "crawl:\n  contact_url: http://bench.example/bot\n  delay_seconds: 0\n"
        f"  max_requests_per_host: 100000\n  proxy: {server.address}\n"
    )
    return load_settings(folder / "rivalscope.yaml", environment={})


def crawl_ours(server: Server, site: Site) -> float:
    """Pages per second of a whole crawl, which finds each page by the one before."""
    with tempfile.TemporaryDirectory() as folder:
        settings = settings_of(Path(folder), server, site)
        watch = Watch(None, verbosity=Verbosity.QUIET)
        ended = pipeline.crawl(settings, brands=settings.brands, watch=watch, log_level="ERROR")
        told = {f"{one.state} {one.reason or ''}".strip() for one in ended}
        read = sum(one.new for one in ended)
        pages, seconds = server.served()
        print(f"  ours: {pages / seconds:.0f} pages/s ({pages} pages, {read} new reviews, {told})")
    return pages / seconds


def compare() -> None:
    """Stock and ours by turns."""
    with serving(SITE) as server:
        ratios = []
        for _ in range(ROUNDS):
            stock = crawl_stock(server, SITE)
            print(f"  stock Scrapy, fetch only: {stock:.0f} pages/s")
            ratios.append(crawl_ours(server, SITE) / stock)
    print(f"fetch + read + store against fetch alone: {statistics.median(ratios):.2f}x", end=" ")
    print("(", ", ".join(f"{ratio:.2f}" for ratio in ratios), ")", sep="")


def watch_memory() -> None:
    """One long crawl."""
    with serving(MEMORY_SITE) as server:
        crawl_ours(server, MEMORY_SITE)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"peak memory of a child: {peak / 1024:.0f} MB")


if __name__ == "__main__":
    watch_memory() if sys.argv[1:] == ["memory"] else compare()
