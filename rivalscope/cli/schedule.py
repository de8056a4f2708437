"""The command that waits for the night."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

import scheduler
from rivalscope import clock, pipeline
from rivalscope.cli.options import market_options
from rivalscope.errors import RivalscopeError

if TYPE_CHECKING:
    from rivalscope.settings import Settings


@click.command()
@market_options
@click.option("--next", "count", type=click.IntRange(1, 366), help="Only print the next N times.")
def schedule(*, settings: Settings, count: int | None) -> None:
    """Run every night at the configured time, and deliver what waits, until stopped."""
    if count:
        for due in scheduler.next_runs(settings, count=count, after=clock.now()):
            click.echo(due.isoformat())
        return
    scheduler.serve(
        settings, database=settings.database, say=_say, deliver=lambda: _deliver(settings)
    )


def _deliver(settings: Settings) -> None:
    """Sends what waits, if anything does: a market without a database has nothing to send."""
    if not settings.channels or not settings.database.is_file():
        return
    try:
        done = pipeline.deliver(settings)
    except RivalscopeError as error:
        _say(f"rivalscope: {error}")  # the next time is soon
        return
    if done.sent:
        _say(f"{done.sent} messages sent")


def _say(line: str) -> None:
    click.echo(line, err=True)
