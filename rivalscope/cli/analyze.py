"""The command that reads what is new; apart from others, as most nights there is little of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, program, watching
from rivalscope.cli.options import market_options, verbosity_options
from rivalscope.reports.lessons import lesson_name, lesson_text
from rivalscope.storage import existing

if TYPE_CHECKING:
    from rivalscope.settings import Settings


@click.command()
@market_options
@verbosity_options
def analyze(*, settings: Settings, verbosity: Verbosity) -> None:
    """Find language, sentiment and themes of new texts."""
    with watching(verbosity) as watch:
        count = pipeline.analyze(settings, watch=watch)
    click.echo(f"{count} texts analyzed" if count else "nothing new to analyze")
    with existing(settings.database) as store:
        for lesson in store.lessons.latest().values():
            click.echo(f"{lesson_name(lesson)}: {lesson_text(lesson)}")
    if verbosity is not Verbosity.QUIET:
        click.echo(f"Next: {program()} report", err=True)
