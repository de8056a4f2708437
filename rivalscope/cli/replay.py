"""What would have been told: of the stored history by the rules, of a file by the detector."""

from __future__ import annotations

import json
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope import clock
from rivalscope.alerts.digest import entry_of
from rivalscope.alerts.wording import fact_lines, folded, statement
from rivalscope.cli.console import watching
from rivalscope.cli.options import (
    Day,
    configuration_option,
    database_option,
    json_option,
    market,
    verbosity_options,
)
from rivalscope.errors import UsageError
from rivalscope.models import Period
from rivalscope.pipeline.alerts.digesting import masthead_of
from rivalscope.pipeline.alerts.replaying import RuleReplay, replay_rules
from rivalscope.pipeline.alerts.replaying_series import ALARMING, Replayed, read_series, replayed
from rivalscope.plurals import counted
from rivalscope.storage import existing

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.alerts.digest import Masthead
    from rivalscope.cli.console import Verbosity
    from rivalscope.settings import Settings

_DAYS = 180


@click.command()
@configuration_option
@database_option
@click.option(
    "--days",
    type=click.IntRange(1, 3660),
    default=_DAYS,
    show_default=True,
    help="How many nights, up to --as-of.",
)
@click.option("--rule", metavar="ID", help="Only this rule.")
@click.option(
    "--as-of", type=Day(), default=clock.today, show_default="today", help="The last night."
)
@click.option(
    "--series",
    "path",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Instead of the rules, judge a CSV with the columns date, competitor, theme, complaints,"
    " reviews; empty numbers mean that there was no crawl.",
)
@json_option
@verbosity_options
def replay(
    *,
    configuration: Path | None,
    database: Path | None,
    days: int,
    rule: str | None,
    as_of: date,
    path: Path | None,
    as_json: bool,
    verbosity: Verbosity,
) -> None:
    """What the rules as they stand would have told of the stored history.

    Judges every night from what is known now, without the nights on which sources
    were ill. With --series, judges daily series of any origin instead, a day a line:
    an alarm is p <= 0.01 there, without the floor and without the allowance for many
    series that alerts are held to.
    """
    if path:
        if rule:
            message = "--series is judged without rules: leave --rule out"
            raise UsageError(message)
        _replay_series(path, as_json=as_json)
        return
    nights = Period(since=as_of - timedelta(days=days - 1), until=as_of)
    with (
        market(configuration, database, verbosity=verbosity) as settings,
        watching(verbosity) as watch,
    ):
        found = replay_rules(settings, nights=nights, rule=rule, watch=watch)
        masthead = masthead_of(settings, on=as_of)
        known = _days_with_reviews(settings, nights)
    if as_json:
        click.echo(json.dumps(_report(found, nights, masthead), ensure_ascii=False))
        return
    for one in found:
        _print_rule(one, masthead)
    together = sum(len(one.opened) for one in found)
    click.echo(_sum(together, nights, sum(one.a_month for one in found)))
    click.echo(f"of {counted(nights.days, 'day')}, {known} had reviews to judge")


def _days_with_reviews(settings: Settings, nights: Period) -> int:
    """A past without reviews is no calm one."""
    with existing(settings.database) as store:
        volumes = store.understandings.daily_volumes(until=nights.until, since=nights.since)
    return len({one.day for one in volumes})


def _print_rule(replayed_rule: RuleReplay, masthead: Masthead) -> None:
    rule = replayed_rule.rule
    asked = f", {rule.sensitivity:g} false alerts a month expected" if rule.sensitivity else ""
    for line in folded(f"rule {rule.id} ({rule.kind}){asked}", width=80):
        click.echo(line)
    for incident in replayed_rule.opened:
        entry = entry_of(incident, [], masthead)
        for line in folded(f"{incident.opened_on}  {statement(entry)}", width=76):
            click.echo(f"  {line}")
        for line in list(fact_lines(entry))[:3]:
            for piece in folded(line, width=74):
                click.echo(f"    {piece}")
    click.echo(f"  {_sum(len(replayed_rule.opened), replayed_rule.nights, replayed_rule.a_month)}")


def _sum(count: int, nights: Period, a_month: float) -> str:
    what = "1 alert" if count == 1 else f"{count} alerts"
    return f"{what} in {nights.days / 7:.1f} weeks, about {a_month:.1f} a month"


def _report(found: tuple[RuleReplay, ...], nights: Period, masthead: Masthead) -> dict[str, object]:
    return {
        "since": nights.since.isoformat(),
        "until": nights.until.isoformat(),
        "rules": [
            {
                "id": one.rule.id,
                "kind": one.rule.kind,
                "sensitivity": one.rule.sensitivity or None,
                "alerts": [_alert(entry_of(incident, [], masthead)) for incident in one.opened],
                "weeks": round(one.weeks, 1),
                "a_month": round(one.a_month, 2),
            }
            for one in found
        ],
        "alerts": sum(len(one.opened) for one in found),
        "a_month": round(sum(one.a_month for one in found), 2),
    }


def _alert(entry: dict[str, object]) -> dict[str, object]:
    told = ("opened_on", "kind", "brand", "subject", "label", "severity", "facts")
    return {name: entry[name] for name in told}


def _replay_series(path: Path, *, as_json: bool) -> None:
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
