"""Commands about goals: set one, see how it stands, type a figure in, close it, judge it."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from rivalscope import clock
from rivalscope.cli.console import program
from rivalscope.cli.options import (
    Day,
    PastDay,
    as_of_option,
    check_period,
    find_brand,
    json_option,
    market_options,
)
from rivalscope.models import METRICS
from rivalscope.pipeline.reports.gauging import gauge_of
from rivalscope.pipeline.reports.goals import (
    TEMPLATES,
    GoalWish,
    add_goal,
    close_goal,
    find_goal,
    measure_goal,
)
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.reports.goals import goal_row, metric_text, unit_text
from rivalscope.settings import load_playbook
from rivalscope.storage import Store, existing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from rivalscope.models import Goal, GoalProgress, Measure, MetricId
    from rivalscope.settings import Settings

_on_option = click.option(
    "--on", type=PastDay(), default=clock.today, show_default="today", help="The day it holds for."
)


@click.group()
def goal() -> None:
    """Goals: a metric, a baseline, a target, a deadline, an owner."""


@goal.command()
@market_options
@click.option(
    "--template", type=click.Choice(tuple(TEMPLATES)), help="Fill all but baseline and owner."
)
@click.option("--metric", type=click.Choice(tuple(METRICS)), help="What is measured.")
@click.option("--theme", metavar="ID", help="Theme of a rate, such as wait_time.")
@click.option("--brand", metavar="NAME", help="Whose goal (default: ours).")
@click.option(
    "--baseline", type=float, help="Where it stands (default, if read off reviews: as it was)."
)
@click.option("--target", type=float, help="The figure to reach.")
@click.option("--deadline", type=Day(), help="The last day that counts.")
@click.option("--owner", help="Who answers for it.")
@click.option("--title", help="What to call it (default: by its metric).")
@click.option("--parent", metavar="ID", help="The goal it is part of.")
@click.option("--tactic", metavar="ID", help="The tactic of the playbook that serves it.")
@click.option(
    "--start", type=Day(), default=clock.today, show_default="today", help="Its first day."
)
def add(
    *,
    settings: Settings,
    template: str | None,
    metric: MetricId | None,
    theme: str | None,
    brand: str | None,
    baseline: float | None,
    target: float | None,
    deadline: date | None,
    owner: str | None,
    title: str | None,
    parent: str | None,
    tactic: str | None,
    start: date,
) -> None:
    """Set a goal.

    Refused as long as anything is missing that it takes to check it; all of that is named at once.
    Setting the same goal again changes nothing. docs/goals.md says what each metric is.
    """
    wish = GoalWish(
        brand=find_brand(settings, brand).slug if brand else settings.us.slug,
        started_on=start,
        metric=metric,
        theme=theme,
        baseline=baseline,
        target=target,
        deadline=deadline,
        owner=owner,
        title=title,
        parent=parent,
        tactic=tactic,
    )
    if template:
        wish = TEMPLATES[template].fill(wish)
    labels = _labels(settings)
    with Store(settings.database) as store:
        kept, is_new = add_goal(
            settings,
            store,
            wish,
            themes=labels,
            playbook=load_playbook(own=settings.path.parent),
        )
    if not is_new:
        click.echo("this goal is there already, and stays as it was:")
    click.echo("\n".join(_goal_lines(kept, labels)))


@goal.command("list")
@market_options
@click.option("--all", "with_closed", is_flag=True, help="Closed ones too.")
@json_option
def list_(*, settings: Settings, with_closed: bool, as_json: bool) -> None:
    """The goals, the next deadline first."""
    with existing(settings.database) as store:
        goals = [one for one in store.goals.all() if with_closed or one.closed_on is None]
    if as_json:
        click.echo(_json([asdict(one) for one in goals]))
        return
    labels = _labels(settings)
    for one in goals:
        click.echo("\n".join(_goal_lines(one, labels)))
    if not goals:
        click.echo(f"no goals: `{program()} goal add` sets one")


@goal.command()
@market_options
@click.argument("key", metavar="ID")
@as_of_option
@json_option
def show(*, settings: Settings, key: str, as_of: date, as_json: bool) -> None:
    """One goal with its figures and the goals that are part of it."""
    check_period(settings, as_of=as_of, since=None)
    with existing(settings.database) as store:
        found = find_goal(store, key)
        judged = _judged(settings, store, found, as_of=as_of)
        measures = store.goals.measures(key)
        parts = [one for one in store.goals.all() if one.parent == key]
    if as_json:
        click.echo(
            _json(
                {
                    **asdict(judged),
                    "measures": list(map(asdict, measures)),
                    "parts": [one.id for one in parts],
                }
            )
        )
        return
    labels = _labels(settings)
    click.echo("\n".join((*_goal_lines(found, labels), *_verdict_lines(judged, labels))))
    for line in _measure_lines(found, measures):
        click.echo(line)
    for one in parts:
        click.echo("\n".join(("part of it:", *_goal_lines(one, labels))))


@goal.command()
@market_options
@click.argument("key", metavar="ID")
@click.argument("value", type=float)
@_on_option
def measure(*, settings: Settings, key: str, value: float, on: date) -> None:
    """Type in a figure that no review tells: NPS, CSAT, CES, time to resolution.

    A second figure for the same day holds from then on; the first one is kept.
    """
    with existing(settings.database) as store:
        is_new = measure_goal(store, key, value=value, on=on)
    click.echo(f"{key}: {value:g} on {on}{'' if is_new else ', as it was already'}")


@goal.command()
@market_options
@click.argument("key", metavar="ID")
@_on_option
def close(*, settings: Settings, key: str, on: date) -> None:
    """Close a goal; it is kept, and judged by what was reached up to that day."""
    with existing(settings.database) as store:
        closed, was_open = close_goal(store, key, on=on)
    click.echo(f"{key}: {'closed' if was_open else 'was closed already'} on {closed.closed_on}")


@goal.command()
@market_options
@click.argument("key", metavar="ID")
@as_of_option
@json_option
def verdict(*, settings: Settings, key: str, as_of: date, as_json: bool) -> None:
    """Before and after: met, not met, too early to say, or too little data."""
    check_period(settings, as_of=as_of, since=None)
    with existing(settings.database) as store:
        judged = _judged(settings, store, find_goal(store, key), as_of=as_of)
    if as_json:
        click.echo(_json(asdict(judged)))
        return
    click.echo("\n".join((key, *_verdict_lines(judged, _labels(settings)))))


def _judged(settings: Settings, store: Store, found: Goal, *, as_of: date) -> GoalProgress:
    gauge = gauge_of(settings, store, as_of=as_of)
    playbook = load_playbook(own=settings.path.parent)
    return gauge.progress(found, as_of=as_of, playbook=playbook)


def _labels(settings: Settings) -> Mapping[str, str]:
    return {theme.id: theme.label["en"] for theme in knowledge_of(settings).pack.themes}


def _goal_lines(one: Goal, labels: Mapping[str, str]) -> Iterator[str]:
    name = metric_text(one, labels=labels)
    title = f"{one.title} ({name})" if one.title else name
    closed = f", closed on {one.closed_on}" if one.closed_on else ""
    yield one.id
    yield (
        f"  {title}: from {one.baseline:g} to {one.target:g} {unit_text(METRICS[one.metric])}"
        f" between {one.started_on} and {one.deadline}; {one.owner}{closed}"
    )


def _verdict_lines(judged: GoalProgress, labels: Mapping[str, str]) -> Iterator[str]:
    row = goal_row(judged, labels=labels)
    yield f"  before: {row.before}"
    yield f"  now: {row.now}"
    yield f"  change: {row.change}"
    if row.share_text:
        yield f"  {row.share_text}"
    yield f"  {row.verdict}: {row.reason}"


def _measure_lines(one: Goal, measures: tuple[Measure, ...]) -> Iterator[str]:
    for each in measures:
        yield f"  {each.measured_on}: {each.value:g} {unit_text(METRICS[one.metric])}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)
