"""The command that waits for the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import scheduler
from rivalscope import clock
from rivalscope.cli.options import market_options

if TYPE_CHECKING:
    from rivalscope.settings import Settings


@click.command()
@market_options
@click.option("--next", "count", type=click.IntRange(1, 366), help="Only print the next N times.")
def schedule(*, settings: Settings, count: int | None) -> None:
    """Run every night at the configured time, until stopped."""
    if count:
        for due in scheduler.next_runs(settings, count=count, after=clock.now()):
            click.echo(due.isoformat())
        return
    scheduler.serve(settings, database=settings.database, say=_say)


def _say(line: str) -> None:
    click.echo(line, err=True)
