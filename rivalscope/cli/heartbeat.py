"""The command that monitoring asks."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope import pipeline
from rivalscope.cli.incidents import queue_line
from rivalscope.cli.options import json_option, market_options
from rivalscope.errors import RivalscopeError

if TYPE_CHECKING:
    from rivalscope.settings import Settings

_LATE = 1


@click.command()
@market_options
@click.option(
    "--metrics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write figures for Prometheus (textfile collector) to this file.",
)
@json_option
def heartbeat(*, settings: Settings, metrics: Path | None, as_json: bool) -> None:
    """Exit with 1 and tell every channel where nights have stopped.

    For cron, a systemd timer or monitoring. The last good night may be 26 hours old
    (heartbeat.hours).
    """
    try:
        if metrics:
            pipeline.write_metrics(settings, metrics)
        pulse = pipeline.take_pulse(settings)
    except RivalscopeError:
        _tell_ping(settings)
        raise
    _show(pulse, as_json=as_json)
    if pulse.is_late:
        _tell_ping(settings)
        pipeline.raise_alarm(settings, pulse)
        for queue in pipeline.deliver(settings).queues:
            click.echo(queue_line(queue), err=True)
        sys.exit(_LATE)


def _tell_ping(settings: Settings) -> None:
    if problem := pipeline.ping(settings, "fail"):
        click.echo(problem, err=True)


def _show(pulse: pipeline.Pulse, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(asdict(pulse), default=str))
    else:
        click.echo(f"{'LATE' if pulse.is_late else 'ok'}: {pulse.why}")
