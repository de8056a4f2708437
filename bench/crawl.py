"""Times whole crawls (fetch, read, store) beside a stock Scrapy that only fetches the same pages.

Prints figures and judges nothing; both run against one server on loopback, politeness off. Compare
the ratio, not the speeds. ``python bench/crawl.py memory`` crawls 10,000 pages instead, and prints
how the memory of the crawling process grows.
"""

from __future__ import annotations

import multiprocessing
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
MEMORY_SITE = Site(sources=5, pages=2_000)
SAMPLE_SECONDS = 2.0
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


def resident_mb(process: int) -> int:
    """Memory of the largest among *process* and its descendants; 0 for one that has ended."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1])
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = pages * resource.getpagesize() // 2**20
    return max([own, *map(resident_mb, map(int, children))])


def watch_memory() -> None:
    """One long crawl in a process of its own, looked at every few seconds."""
    with serving(MEMORY_SITE) as server:
        crawl = multiprocessing.Process(target=crawl_ours, args=(server, MEMORY_SITE))
        crawl.start()
        samples = []
        while crawl.is_alive():
            crawl.join(SAMPLE_SECONDS)
            samples.append(resident_mb(crawl.pid or 0))
    tenth = len(samples) // 10
    told = [samples[tenth * place] for place in range(1, 10)]
    print(f"memory of the crawling process over time, in MB: {told}; most: {max(samples)}")


if __name__ == "__main__":
    watch_memory() if sys.argv[1:] == ["memory"] else compare()
