"""Times the stages of one run on the demo market, and of a second run with nothing new.

Prints figures and judges nothing. Speeds are of this machine at this moment: compare ratios.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.demo import DemoSite, load_market
from rivalscope.settings import load_settings, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def timed(what: str) -> Generator[dict[str, float]]:
    """Prints how long the block took, and each figure it puts into the mapping per second."""
    figures: dict[str, float] = {}
    started = time.perf_counter()
    yield figures
    seconds = time.perf_counter() - started
    rates = ", ".join(f"{count / seconds:,.0f} {unit}/s" for unit, count in figures.items())
    print(f"{what:24}{seconds:8.2f} s   {rates}")


def main() -> None:
    """Two nights on the demo market."""
    shipped = shipped_folder() / "demo"
    watch = Watch(None, verbosity=Verbosity.QUIET)
    with tempfile.TemporaryDirectory() as folder:
        configuration = Path(folder) / "rivalscope.yaml"
        shutil.copyfile(shipped / "rivalscope.yaml", configuration)
        market = load_market(shipped)
        with DemoSite(market).serving() as address:
            settings = replace(load_settings(configuration), proxy=address)
            for night in ("first night", "second night"):
                with timed(f"{night}: crawl") as figures:
                    ended = pipeline.crawl(
                        settings, brands=settings.brands, watch=watch, log_level="ERROR"
                    )
                    figures["pages"] = sum(one.pages for one in ended)
                    figures["entries"] = sum(one.read for one in ended)
                with timed(f"{night}: analyze") as figures:
                    figures["texts"] = pipeline.analyze(settings, watch=watch)
                with timed(f"{night}: report"):
                    report = pipeline.build_report(settings, as_of=market.plan.as_of)
                    pipeline.write_report(report, settings.reports)


if __name__ == "__main__":
    main()
