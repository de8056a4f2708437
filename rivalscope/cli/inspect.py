"""Commands that look at what is there: the state of the sources, the evidence behind a claim."""

from __future__ import annotations

import json
from dataclasses import asdict
from itertools import pairwise
from pathlib import Path
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
    find_brand,
    for_option,
    json_option,
    market_options,
    since_option,
)
from rivalscope.plurals import counted
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.explanation import render_explanation_html, render_explanation_json
from rivalscope.reports.method import lesson_line, line_text
from rivalscope.reports.threats import news_lines
from rivalscope.reports.wording import Words
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from rivalscope.models import Explanation, PageFacts, Review, Trace
    from rivalscope.settings import Settings
    from rivalscope.storage import SourceRun, Store

#: What is shown of a review's text.
_SHOWN = 600
#: Characters of cues that are shown; `--json` has them whole.
_CUE = 80
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
    """How sources and jobs ended and why, which messages wait."""
    with existing(settings.database) as store:
        rows = _source_rows(settings, store)
        lessons = store.lessons.latest().values()
        latest, reviews = store.runs.find_latest(), store.reviews.count()
        queues, jobs = store.outbox.queues(), store.job_runs.latest()
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
                    "jobs": list(map(asdict, jobs)),
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
    for job in jobs:
        click.echo(f"job {job.job}: {job.state} on {job.local_date}")
    click.echo(f"{counted(reviews, 'review')} in {settings.database}")
    if latest and latest.finished_at is None:
        click.echo(f"run {latest.id} ({latest.command}) did not finish; simply run it again")


@click.command()
@market_options
@click.argument("key", metavar="ID")
@as_of_option
@since_option
@for_option
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write it to this file, as a page that needs no network.",
)
@json_option
def explain(
    *,
    settings: Settings,
    key: str,
    as_of: date,
    since: date | None,
    point_of_view: str | None,
    page: Path | None,
    as_json: bool,
) -> None:
    """Walk back from a claim to the pages it stands on.

    IDs are in every report: opportunity:market_gap:wait_time, finding:BRAND:THEME:complaint,
    mention:..., review:...
    """
    settings = check_period(settings, as_of=as_of, since=since)
    brand = find_brand(settings, point_of_view) if point_of_view else None
    explanation = pipeline.explain(settings, key=key, as_of=as_of, brand=brand)
    if page:
        page.write_text(render_explanation_html(explanation), encoding="utf-8", newline="\n")
    if as_json:
        click.echo(render_explanation_json(explanation), nl=False)
    elif page:
        click.echo(page)
    else:
        click.echo("\n".join(_explanation_lines(explanation)))


def _explanation_lines(explanation: Explanation) -> Iterator[str]:
    report = explanation.report
    names = {brand.slug: brand.name for brand in report.brands}
    words = Words(report.language)
    yield explanation.id
    if explanation.cell:
        yield f"  {claim(report, explanation.cell)}"
        yield f"  rule: {explanation.cell.rule}"
        for one in news_lines(report, explanation.cell):
            yield f"  {one.told}: {one.sentence} ({one.url})"
        for line in caveat_lines(report, explanation.cell):
            yield f"  caution: {line}"
    for finding in explanation.findings:
        kind = "complain about" if finding.polarity == "negative" else "praise"
        label = report.labels.get(finding.theme, finding.theme).lower()
        strata = ", ".join(f"{s.platform}/{s.language}" for s in finding.strata)
        yield (
            f"  {names[finding.brand]}: {words.rate_text(finding.rate)} {kind} {label},"
            f" {finding.period.since} to {finding.period.until} on {strata}"
        )
    if explanation.findings:
        told = max(finding.rate.n for finding in explanation.findings)
        count = len(explanation.traces)
        yield f"  {counted(count, 'review')} that show it, of {told} at the brand with most:"
    for trace in explanation.traces:
        yield from _trace_lines(trace, names)


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


def _trace_lines(trace: Trace, names: dict[str, str]) -> Iterator[str]:
    review = trace.review
    text = _cut(review.text, _SHOWN)
    yield ""
    yield (
        f"{trace.id}: {names.get(trace.brand, trace.brand)} on {trace.platform},"
        f" {review.published_on or 'undated'}{_stars_text(review)}"
    )
    if trace.gone_at:
        yield f"  gone from its page since {trace.gone_at:%Y-%m-%d}"
    if trace.duplicate_of:
        yield f"  a copy of {trace.duplicate_of}, which counts"
    for line in text.split("\n"):
        yield f"  | {line}"
    for one in trace.mentions:
        mention = one.mention
        cues = _cut(", ".join(cue.cue for cue in one.cues), _CUE)
        yield (
            f"  {mention.theme}: {mention.polarity} by {mention.rule},"
            f" characters {mention.start}-{mention.end}: {mention.quote!r}"
        )
        yield f"    {one.id}{f', cue {cues}' if cues else ''}"
    yield from _version_lines(trace)
    yield f"  page {trace.page_url}"
    if trace.page:
        yield f"  {_page_text(trace.page)}"


def _cut(text: str, length: int) -> str:
    """A cue may be one long word: it is cut where it must be."""
    return text if len(text) <= length else f"{text[:length]} ..."


def _version_lines(trace: Trace) -> Iterator[str]:
    """What the review said before, and what each edit changed."""
    for before, after in pairwise(trace.versions):
        yield (
            f"  edited between {before.seen_at:%Y-%m-%d} and {after.seen_at:%Y-%m-%d}:"
            f" {', '.join(after.changed)}; before{_stars_text(before.review)}:"
        )
        for line in before.review.text[:_SHOWN].split("\n"):
            yield f"  < {line}"
        if before.page:
            yield f"    {_page_text(before.page)}"


def _stars_text(review: Review) -> str:
    return "" if review.rating is None else f", {review.rating:g} of {review.rating_max:g}"


def _page_text(page: PageFacts) -> str:
    size = "no longer kept" if page.size is None else f"{page.size:,} bytes"
    return f"snapshot {page.digest}, {size}, fetched {page.fetched_at:%Y-%m-%d %H:%M:%S} UTC"


def _print(table: Table) -> None:
    Console(width=terminal_width(), highlight=False).print(table)
