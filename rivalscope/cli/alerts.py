"""The commands about alerts: what would fire, what fired, and why."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from rivalscope.cli.incidents import acknowledge, deliver, feed, list_, show, snooze, test
from rivalscope.pipeline.replaying import ALARMING, Replayed, read_series, replayed


@click.group()
def alerts() -> None:
    """Spikes and sick sources: what fires, who is told, what would have fired."""


for _command in (list_, show, snooze, acknowledge, test, deliver, feed):
    alerts.add_command(_command)


@alerts.command()
@click.option(
    "--series",
    "path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="CSV with the columns date, competitor, theme, complaints, reviews; empty numbers mean"
    " that there was no crawl.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a day and series.")
def replay(*, path: Path, as_json: bool) -> None:
    """Judge daily series of any origin as the detector would have on each day.

    Without --json only the days that alarm are printed. An alarm is p <= 0.01 here, without the
    floor of complaints and without the allowance for many series that alerts are held to.
    """
    series = read_series(path)
    judged = alarming = 0
    for one in replayed(series):
        judged += 1
        alarming += one.alarms
        if as_json:
            sys.stdout.write(json.dumps(_record(one), ensure_ascii=False) + "\n")
        elif one.alarms:
            click.echo(f"{one.day}  {one.competitor}  {one.theme}  p = {one.p:.2g}")
    click.echo(
        f"{len(series)} series, {judged} days judged, {alarming} at p <= {ALARMING:g}", err=True
    )


def _record(one: Replayed) -> dict[str, object]:
    return {
        "date": one.day.isoformat(),
        "competitor": one.competitor,
        "theme": one.theme,
        "p": one.p,
        "alarm": one.alarms,
    }
