"""The command that reads what is new; apart from others, as most nights there is little of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, program, watching
from rivalscope.cli.options import market_options, verbosity_options
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.models import Lesson
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
        lessons = tuple(store.lessons.latest().values())
    if lessons:
        _tell(lessons)
    if verbosity is not Verbosity.QUIET:
        click.echo(f"Next: {program()} report", err=True)


def _tell(lessons: Iterable[Lesson]) -> None:
    # words of reports take a while to load, and most nights nothing was learned
    from rivalscope.reports.method import lesson_line, line_text  # ruff: ignore[import-outside-top-level] - see above
    from rivalscope.reports.wording import Words  # ruff: ignore[import-outside-top-level] - see above

    for lesson in lessons:
        click.echo(": ".join(line_text(Words("en"), lesson_line(lesson))))
