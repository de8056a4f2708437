"""Commands that look at what is there: the state of the sources, the evidence behind a claim."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rivalscope import pipeline
from rivalscope.cli.console import terminal_width
from rivalscope.cli.incidents import queue_line
from rivalscope.cli.options import (
    as_of_option,
    check_period,
    json_option,
    market_options,
    since_option,
)
from rivalscope.reports.claims import claim
from rivalscope.reports.method import lesson_line, line_text
from rivalscope.reports.wording import Words
from rivalscope.storage import existing

if TYPE_CHECKING:
    from datetime import date, datetime

    from rivalscope.pipeline.explaining import Trace
    from rivalscope.settings import Settings
    from rivalscope.storage import SourceRun, Store

#: What is shown of a review's text.
_SHOWN = 600
_SIGNS = {"new": "+", "changed": "~", "gone": "-"}
_COUNTS = (
    "pages",
    "unchanged",
    "requests",
    "bytes",
    "statuses",
    "read",
    "new",
    "changed",
    "gone",
    "fields",
    "complete",
)


@click.command()
@market_options
@json_option
def status(*, settings: Settings, as_json: bool) -> None:
    """How each source ended its last run and why, and which messages wait."""
    with existing(settings.database) as store:
        rows = _source_rows(settings, store)
        lessons = store.lessons.latest().values()
        latest, reviews = store.runs.find_latest(), store.reviews.count()
        queues = store.outbox.queues()
    if as_json:
        last = {**asdict(latest)} if latest else None
        click.echo(
            json.dumps(
                {
                    "run": last,
                    "reviews": reviews,
                    "sources": rows,
                    "sentiment": list(map(asdict, lessons)),
                    "queues": list(map(asdict, queues)),
                },
                default=str,
            )
        )
        return
    table = Table(box=None, pad_edge=False)
    for heading in ("Source", "State", "Pages", "Read", "Changes", "Ended (UTC)"):
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(escape, _cells(row)))
    _print(table)
    click.echo("Changes: + new, ~ edited, - gone")
    for row in rows:
        if row["reason"]:
            click.echo(f"{row['source']}: {row['reason']}{_last_ok(row)}")
    for lesson in lessons:
        click.echo(": ".join(line_text(Words("en"), lesson_line(lesson))))
    for queue in queues:
        click.echo(queue_line(queue))
    click.echo(f"{reviews} reviews in {settings.database}")
    if latest and latest.finished_at is None:
        click.echo(f"run {latest.id} ({latest.command}) did not finish; simply run it again")


@click.command()
@market_options
@click.argument("key", metavar="ID")
@as_of_option
@since_option
def explain(*, settings: Settings, key: str, as_of: date, since: date | None) -> None:
    """Walk back from a claim to the pages it stands on.

    IDs are in every report: opportunity:market_gap:wait_time, finding:BRAND:THEME:complaint,
    review:...
    """
    settings = check_period(settings, as_of=as_of, since=since)
    explanation = pipeline.explain(settings, key=key, as_of=as_of)
    report = explanation.report
    click.echo(key)
    if explanation.cell:
        click.echo(f"  {claim(report, explanation.cell)}")
        click.echo(f"  rule: {explanation.cell.rule}")
    names = {brand.slug: brand.name for brand in report.brands}
    words = Words(report.language)
    for finding in explanation.findings:
        kind = "complain about" if finding.polarity == "negative" else "praise"
        label = report.labels.get(finding.theme, finding.theme).lower()
        strata = ", ".join(f"{s.platform}/{s.language}" for s in finding.strata)
        click.echo(
            f"  {names[finding.brand]}: {words.rate_text(finding.rate)} {kind} {label},"
            f" {finding.period.since} to {finding.period.until} on {strata}"
        )
    if explanation.findings:
        told = max(finding.rate.n for finding in explanation.findings)
        count = len(explanation.traces)
        click.echo(f"  {count} reviews that show it, of {told} at the brand with most:")
    for trace in explanation.traces:
        click.echo("\n".join(_trace_lines(trace, names)))


def _source_rows(settings: Settings, store: Store) -> list[dict[str, object]]:
    """Configured sources first, in the order of the file; then those only imported."""
    latest, good = store.runs.latest_of_sources(), store.runs.last_ok()
    configured = {(source.brand, source.id): "never_run" for source in settings.sources}
    rows: list[dict[str, object]] = []
    for brand, source in {**configured, **dict.fromkeys(latest)}:
        run, ended = latest.get((brand, source), (None, None))
        rows.append(
            {
                "source": f"{brand}/{source}",
                "state": run.state if run else "never_run",
                "reason": run.reason if run else None,
                **(_counts(run) if run else dict.fromkeys(_COUNTS, 0)),
                "ended": _minute(ended) or "-",
                "last_ok": _minute(good.get((brand, source))),
            }
        )
    return rows


def _counts(run: SourceRun) -> dict[str, object]:
    return {name: getattr(run, name) for name in _COUNTS}


def _minute(moment: datetime | None) -> str | None:
    return moment.strftime("%Y-%m-%d %H:%M") if moment else None


def _cells(row: dict[str, object]) -> list[str]:
    """One line of the table; the year of its end is left out, as it is nearly always this one."""
    changes = [f"{sign}{row[name]}" for name, sign in _SIGNS.items() if row[name]]
    shown = [str(row[name]) for name in ("source", "state", "pages", "read")]
    return [*shown, " ".join(changes), str(row["ended"])[5:] or "-"]


def _last_ok(row: dict[str, object]) -> str:
    if row["state"] in {"ok", "imported", "never_run"}:
        return ""
    return f" (last ok {row['last_ok']})" if row["last_ok"] else " (never ok so far)"


def _trace_lines(trace: Trace, names: dict[str, str]) -> list[str]:
    stored, review = trace.stored, trace.stored.review
    text = review.text if len(review.text) <= _SHOWN else f"{review.text[:_SHOWN]} ..."
    stars = "" if review.rating is None else f", {review.rating:g} of {review.rating_max:g}"
    lines = [
        "",
        (
            f"{stored.id}: {names.get(stored.brand, stored.brand)} on {stored.platform},"
            f" {review.published_on or 'undated'}{stars}"
        ),
        *(f"  | {line}" for line in text.split("\n")),
    ]
    lines.extend(
        f"  {mention.theme}: {mention.polarity} by {mention.rule},"
        f" characters {mention.start}-{mention.end}: {mention.quote!r}"
        for mention in trace.mentions
    )
    lines.append(f"  page {stored.page_url}")
    if trace.snapshot:
        lines.append(
            f"  snapshot {stored.snapshot}, {len(trace.snapshot.body):,} bytes,"
            f" fetched {trace.snapshot.fetched_at:%Y-%m-%d %H:%M:%S} UTC"
        )
    return lines


def _print(table: Table) -> None:
    Console(width=terminal_width(), highlight=False).print(table)
