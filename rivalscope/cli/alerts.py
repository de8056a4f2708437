"""The commands about alerts: what would fire, what fired, and why."""

from __future__ import annotations

import click

from rivalscope.cli.incidents import acknowledge, deliver, drop, feed, list_, show, snooze, test
from rivalscope.cli.replay import replay
from rivalscope.cli.why import explain


@click.group()
def alerts() -> None:
    """What is unusual and why, who is told, what would have fired."""


for _command in (list_, show, explain, snooze, acknowledge, test, deliver, drop, feed, replay):
    alerts.add_command(_command)
