"""Why an incident was told: its figures, what they were held to, what was left out, who said it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from rivalscope import clock
from rivalscope.alerts.digest import entry_of
from rivalscope.alerts.why import reasons
from rivalscope.alerts.wording import folded, statement
from rivalscope.cli.incidents import IncidentKey, find_incident
from rivalscope.cli.options import json_option, market_options
from rivalscope.pipeline.alerts.digesting import masthead_of
from rivalscope.pipeline.alerts.witnessing import witnesses
from rivalscope.storage import existing
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from rivalscope.models import Witness
    from rivalscope.settings import Settings

_MOST = 10


@click.command()
@market_options
@click.argument("key", metavar="ID", type=IncidentKey())
@click.option(
    "--reviews",
    "most",
    type=click.IntRange(0, 100),
    default=_MOST,
    show_default=True,
    help="How many reviews to show.",
)
@json_option
def explain(*, settings: Settings, key: int, most: int, as_json: bool) -> None:
    """Why an incident was told: counts, threshold, what was left out, which reviews."""
    masthead = masthead_of(settings, on=clock.today())
    with existing(settings.database) as store:
        incident = find_incident(store, key)
        entry = entry_of(incident, [], masthead)
        said = witnesses(store, entry, most=most)
    if as_json:
        kept = {name: value for name, value in entry.items() if name not in {"quotes", "happened"}}
        told = {**kept, "reviews": [_record(one) for one in said]}
        click.echo(json.dumps(told, ensure_ascii=False))
        return
    click.echo("\n".join(folded(f"{incident.id}: {statement(entry)}", width=80)))
    for line in reasons(entry):
        for piece in folded(line):
            click.echo(f"  {piece}")
    for one in said:
        quote = " ".join(clean_text(one.quote).split())
        for piece in folded(f'"{quote}"'):
            click.echo(f"  {piece}")
        for piece in folded(f"{one.review_id}, {one.published_on}, {one.platform}", width=76):
            click.echo(f"    {piece}")


def _record(one: Witness) -> dict[str, Any]:
    return one._asdict() | {"published_on": one.published_on.isoformat()}
