"""The command that reads the log back."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from rivalscope import clock
from rivalscope.cli.console import terminal_width
from rivalscope.cli.options import market_options
from rivalscope.logs.reading import LEVELS, Wanted, lines, render_lines
from rivalscope.logs.starting import log_files

if TYPE_CHECKING:
    from rivalscope.settings import Settings

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


class Since(click.ParamType[datetime]):
    """A day, a moment in UTC, or how long ago."""

    name = "when"

    def convert(
        self,
        value: str | datetime,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> datetime:
        """The aware moment, or click's own usage error."""
        if isinstance(value, datetime):
            return value
        try:
            if ago := re.fullmatch(r"(\d{1,6})([mhd])", value):
                return clock.now() - timedelta(**{_UNITS[ago[2]]: int(ago[1])})
            moment = datetime.fromisoformat(value)
        except (ValueError, OverflowError):
            self.fail(
                f"{value!r} is no time: write 2026-09-30, 2026-09-30T02:30 or 12h", param, ctx
            )
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


@click.command()
@market_options
@click.option("--run", "call", metavar="ID", help="Only this run (its number), or call.")
@click.option("--source", metavar="BRAND/ID", help="Only this source, or all of a brand.")
@click.option(
    "--level",
    type=click.Choice(LEVELS[:-1]),
    default="debug",
    show_default="all",
    help="Only this level and worse.",
)
@click.option("--since", type=Since(), help="Only from then on: 2026-09-30, or 90m, 12h, 7d ago.")
@click.option(
    "--tail",
    type=click.IntRange(min=0),
    default=100,
    show_default=True,
    help="Only the last N lines; 0 for all.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the lines as they were written.")
def logs(
    *,
    settings: Settings,
    call: str | None,
    source: str | None,
    level: str,
    since: datetime | None,
    tail: int,
    as_json: bool,
) -> None:
    """What happened, from the log of all commands.

    Times are UTC. Personal numbers, keys and addresses of channels are not in it.
    """
    files = log_files(settings)
    wanted = Wanted(run=call, source=source, level=level, since=since, tail=tail)
    found = lines(files, wanted)
    shown = (
        (json.dumps(line, ensure_ascii=False) for line in found)
        if as_json
        else render_lines(found, width=terminal_width())
    )
    is_empty = True
    for line in shown:
        click.echo(line)
        is_empty = False
    if is_empty:
        why = "nothing of that is in the log" if files.numbered() else "there is no log yet"
        click.echo(f"{why}: {files.folder}", err=True)
