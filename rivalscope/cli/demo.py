"""The command that shows everything on the bundled market."""

from __future__ import annotations

import shutil
import sys
from dataclasses import replace
from pathlib import Path

import click

from rivalscope import pipeline
from rivalscope.cli.conclude import exit_code, show_night
from rivalscope.cli.console import Verbosity, program, watching
from rivalscope.cli.options import logged, verbosity_options
from rivalscope.demo import DemoSite, earlier_pages, load_market
from rivalscope.errors import UsageError
from rivalscope.settings import load_settings, shipped_folder


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("demo"))
@verbosity_options
def demo(*, folder: Path, verbosity: Verbosity) -> None:
    """Crawl, analyze and report an invented market.

    It is served on this machine, and real spiders read it over HTTP into
    FOLDER/rivalscope.sqlite (default: demo/). The brands' own pages also have an
    invented past. Running it again adds nothing.
    """
    shipped = shipped_folder() / "demo"
    folder.mkdir(parents=True, exist_ok=True)
    configuration = folder / "rivalscope.yaml"
    if configuration.exists() and not load_settings(configuration).synthetic:
        message = f"{configuration} is a market of your own: name another folder for the demo"
        raise UsageError(message)
    shutil.copyfile(shipped / "rivalscope.yaml", configuration)
    settings = load_settings(configuration)
    market = load_market(shipped)
    pipeline.remember(settings, pipeline.visits_of(settings.sources, earlier_pages(market)))
    with (
        logged(settings, verbosity=verbosity),
        watching(verbosity) as watch,
        DemoSite(market).serving() as address,
    ):
        night = pipeline.run(
            replace(settings, proxy=address),
            brands=settings.brands,
            as_of=market.plan.as_of,
            watch=watch,
            log_level=verbosity.log_level,
        )
    show_night(night, settings=settings)
    options = f"--config {configuration} --as-of {market.plan.as_of}"
    click.echo(f"Next: {program()} explain {options} {_first_claim(night)}")
    sys.exit(exit_code(settings, night, fail_on_alert=False))


def _first_claim(night: pipeline.Night) -> str:
    return night.report.cells[0].id if night.report.cells else "ID"
