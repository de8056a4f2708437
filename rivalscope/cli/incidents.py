"""Commands about incidents: look at them, silence them, tell of them."""

from __future__ import annotations

import getpass
import json
import sys
import uuid
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope import clock, pipeline
from rivalscope.alerts.digest import compose, entry_of, message_id
from rivalscope.alerts.feed import render_feed
from rivalscope.alerts.wording import fact_lines, statement
from rivalscope.cli.collected import PARTIAL
from rivalscope.cli.console import program
from rivalscope.cli.options import Day, json_option, market_options
from rivalscope.errors import RivalscopeError, UsageError
from rivalscope.models import IncidentEvent, Message
from rivalscope.pipeline.alerts.digesting import masthead_of
from rivalscope.plurals import counted
from rivalscope.settings.mistakes import did_you_mean
from rivalscope.storage import Store, existing, writing

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date

    from rivalscope.alerts.digest import Masthead
    from rivalscope.models import Happening, Incident, Queue
    from rivalscope.settings import Channel, Settings

_NOTE = 500


class IncidentKey(click.ParamType[int]):
    """The number of an incident."""

    name = "id"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """The number, or click's own usage error."""
        if isinstance(value, str) and not (value.isascii() and value.isdecimal()):
            self.fail(f"no incident {value!r}: `{program()} alerts list` names them", param, ctx)
        return int(value)


def user_name() -> str:
    """Who runs this command."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return "somebody"


by_option = click.option(
    "--by",
    "who",
    default=user_name,
    show_default="your user name",
    help="Who says so; it is kept in the incident's history.",
)


@click.command(name="list")
@market_options
@click.option("--all", "with_closed", is_flag=True, help="Those that are over too.")
@json_option
def list_(*, settings: Settings, with_closed: bool, as_json: bool) -> None:
    """The incidents, latest first."""
    masthead = masthead_of(settings, on=clock.today())
    with existing(settings.database) as store:
        found = [one for one in store.incidents.all() if with_closed or one.state != "closed"]
    if as_json:
        for one in found:
            click.echo(json.dumps(_record(one, masthead), ensure_ascii=False))
        return
    for one in found:
        click.echo(f"{one.id:>4}  {one.state:<10}  {_since(one)}  {_title(one, masthead)}")
    if not found:
        click.echo("no incidents" if with_closed else "no incidents that are not over")


@click.command()
@market_options
@click.argument("key", metavar="ID", type=IncidentKey())
@json_option
def show(*, settings: Settings, key: int, as_json: bool) -> None:
    """One incident: its figures, and what happened to it when and by whom."""
    masthead = masthead_of(settings, on=clock.today())
    with existing(settings.database) as store:
        incident, history = find_incident(store, key), store.incidents.history(key)
    if as_json:
        events = [
            {
                "what": event.what,
                "on": event.on.isoformat(),
                "at": event.at.isoformat(),
                "who": event.who,
                "note": event.note,
            }
            for event in history
        ]
        record = {**_record(incident, masthead), "history": events}
        click.echo(json.dumps(record, ensure_ascii=False))
        return
    click.echo(f"{incident.id}: {_title(incident, masthead)}")
    click.echo(f"  {incident.state}, {incident.severity}, rule {incident.rule}")
    for line in fact_lines(entry_of(incident, [], masthead)):
        click.echo(f"  {line}")
    for event in history:
        note = f": {event.note}" if event.note else ""
        click.echo(f"  {event.at:%Y-%m-%d %H:%M}  {event.who}  {event.what} ({event.on}){note}")


@click.command()
@market_options
@click.argument("key", metavar="ID", type=IncidentKey())
@click.option("--until", required=True, type=Day(), help="The day it may be spoken of again.")
@click.option("--reason", required=True, help="Why; it is kept in the incident's history.")
@by_option
def snooze(*, settings: Settings, key: int, until: date, reason: str, who: str) -> None:
    """Say nothing of an incident until a day."""
    if until <= clock.today():
        message = f"--until {until} is not in the future: it would silence nothing"
        raise UsageError(message)
    note = f"until {until}: {reason[:_NOTE]}"
    with _changing(settings) as store, store.tx():
        incident = _alive(store, key)
        store.incidents.save(replace(incident, snoozed_until=until))
        _record_event(store, key, "snoozed", who=who, note=note)
    click.echo(f"incident {key}: silent {note}")


@click.command(name="ack")
@market_options
@click.argument("key", metavar="ID", type=IncidentKey())
@click.option("--note", default="", help="Kept in the incident's history.")
@by_option
def acknowledge(*, settings: Settings, key: int, note: str, who: str) -> None:
    """Somebody has seen to an incident: no more reminders, but worse and over are told."""
    with _changing(settings) as store, store.tx():
        incident = _alive(store, key)
        store.incidents.save(replace(incident, acknowledged_on=clock.today()))
        _record_event(store, key, "acknowledged", who=who, note=note[:_NOTE])
    click.echo(f"incident {key}: acknowledged by {who}")


@click.command()
@market_options
@click.argument("name", metavar="CHANNEL")
def test(*, settings: Settings, name: str) -> None:
    """Send a message that says it is a test."""
    channel = _channel(settings, name)
    pipeline.check_channels(replace(settings, channels=(channel,)))
    masthead = replace(
        masthead_of(settings, on=clock.today()),
        sections=(("This is a test", (f"Messages of {settings.market} will arrive here.",)),),
    )
    key = uuid.uuid4().hex
    content = {**compose([], masthead=masthead, cadence=channel.digest), "id": key}
    told = pipeline.send_now(
        channel,
        Message(
            id=key,
            message_id=message_id(key, settings.base_url),
            channel=name,
            created_at=clock.now(),
            content=content,
        ),
    )
    if told.problem:
        message = f"channel {name}: {told.problem}"
        raise RivalscopeError(message)
    click.echo(f"channel {name}: sent" + (f", but {told.note}" if told.note else ""))


@click.command()
@market_options
def deliver(*, settings: Settings) -> None:
    """Send what waits; `run` does so too, and `schedule` twice a minute.

    Exits with 3 where something waits on.
    """
    with existing(settings.database):
        pass
    done = pipeline.deliver(settings)
    click.echo(f"{counted(done.sent, 'message')} sent")
    for queue in done.queues:
        click.echo(queue_line(queue))
    sys.exit(PARTIAL if done.queues else 0)


@click.command()
@market_options
@click.argument("name", metavar="CHANNEL")
@click.option("--yes", is_flag=True, help="Don't ask.")
def drop(*, settings: Settings, name: str, yes: bool) -> None:
    """Forget what a channel has yet to be told.

    For a channel that is configured no more, or one that was dead for so long that nobody wants to
    read it all. The incidents stay.
    """
    with existing(settings.database) as store:
        waiting = next((one for one in store.outbox.queues() if one.channel == name), None)
    if waiting and not yes:  # asked without the lock: a night must not wait for an answer
        click.confirm(f"{queue_line(waiting)}. Forget it?", abort=True, err=True)
    with _changing(settings) as store:
        dropped = store.outbox.drop(name)
    click.echo(f"channel {name}: {counted(dropped, 'message')} forgotten")


@click.command()
@market_options
@click.option(
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; it is replaced as a whole.",
)
def feed(*, settings: Settings, output: Path) -> None:
    """Write the incidents as an Atom feed."""
    masthead = masthead_of(settings, on=clock.today())
    with existing(settings.database) as store:
        changed = store.incidents.changed_at()
        entries = [
            (entry_of(one, [], masthead), changed[one.id])
            for one in store.incidents.all()
            if one.id in changed and one.opened_on
        ]
    text = render_feed(settings.market, entries, base_url=settings.base_url, empty_at=clock.now())
    beside = output.with_name(f".{output.name}.{uuid.uuid4().hex}")
    beside.write_text(text, encoding="utf-8", newline="\n")
    beside.replace(output)
    click.echo(f"{counted(len(entries), 'incident')} in {output}")


def queue_line(queue: Queue) -> str:
    """What waits on a channel, and why."""
    messages = "1 message waits" if queue.waiting == 1 else f"{queue.waiting} messages wait"
    tried = f" ({counted(queue.attempts, 'attempt')})" if queue.attempts else ""
    why = f": {queue.problem}{tried}" if queue.problem else ""
    return f"channel {queue.channel}: {messages} since {queue.since:%Y-%m-%d %H:%M}{why}"


@contextmanager
def _changing(settings: Settings) -> Generator[Store, None, None]:
    with existing(settings.database):
        pass
    with writing(settings.database), Store(settings.database) as store:
        yield store


def find_incident(store: Store, key: int) -> Incident:
    """The incident of that id; raises UsageError where there is none."""
    incident = store.incidents.find(key)
    if incident is None:
        message = f"no incident {key}: `rivalscope alerts list --all` shows them"
        raise UsageError(message)
    return incident


def _alive(store: Store, key: int) -> Incident:
    incident = find_incident(store, key)
    if incident.state == "closed":
        message = f"incident {key} is over since {incident.closed_on}"
        raise UsageError(message)
    return incident


def _record_event(store: Store, key: int, what: Happening, *, who: str, note: str) -> None:
    event = IncidentEvent(what=what, on=clock.today(), at=clock.now(), who=who, note=note)
    store.incidents.record(key, event)


def _channel(settings: Settings, name: str) -> Channel:
    channels = {channel.id: channel for channel in settings.channels}
    if name not in channels:
        hint = did_you_mean(name, channels)
        there = ", ".join(channels) or "none"
        message = f"no channel {name!r} in {settings.path}{hint} (there are: {there})"
        raise UsageError(message)
    return channels[name]


def _record(incident: Incident, masthead: Masthead) -> dict[str, object]:
    entry = entry_of(incident, [], masthead)
    silent = incident.snoozed_until
    seen = incident.acknowledged_on
    return {name: value for name, value in entry.items() if name not in {"quotes", "happened"}} | {
        "closed_on": incident.closed_on.isoformat() if incident.closed_on else None,
        "snoozed_until": silent.isoformat() if silent else None,
        "acknowledged_on": seen.isoformat() if seen else None,
    }


def _title(incident: Incident, masthead: Masthead) -> str:
    notes = []
    if incident.snoozed_until and incident.snoozed_until > clock.today():
        notes.append(f"silent until {incident.snoozed_until}")
    if incident.acknowledged_on:
        notes.append("acknowledged")
    text = statement(entry_of(incident, [], masthead))
    return f"{text} [{', '.join(notes)}]" if notes else text


def _since(incident: Incident) -> str:
    return f"{incident.opened_on or incident.first_on} to {incident.last_on}"
