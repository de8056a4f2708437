"""Commands that draw conclusions: report, and the whole night."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from rivalscope import clock, pipeline
from rivalscope.alerts.wording import render_alert
from rivalscope.cli.collected import exit_code as collected_code
from rivalscope.cli.collected import summary
from rivalscope.cli.console import (
    Verbosity,
    program,
    show_markdown,
    terminal_color,
    terminal_width,
    watching,
)
from rivalscope.cli.incidents import queue_line
from rivalscope.cli.options import (
    Day,
    as_of_option,
    brand_option,
    check_period,
    chosen_brands,
    find_brand,
    for_option,
    json_option,
    known_at_option,
    market_options,
    since_option,
    verbosity_options,
)
from rivalscope.errors import UsageError
from rivalscope.plurals import counted
from rivalscope.reports.diff import render_diff, render_diff_json
from rivalscope.reports.json import render_json
from rivalscope.reports.messages import LANGUAGES
from rivalscope.reports.pdf import load_weasyprint
from rivalscope.reports.terminal import render_terminal
from rivalscope.storage import existing, writing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from rivalscope.models import Brand, Report, ReportLanguage
    from rivalscope.settings import Settings

#: Exit code of ``--fail-on-alert``.
ALERTED = 4

pdf_option = click.option("--pdf", is_flag=True, help="Write report.pdf, too (extra pdf).")


@click.command()
@market_options
@verbosity_options
@as_of_option
@known_at_option
@since_option
@pdf_option
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Language of the report (default: as configured).",
)
@for_option
@click.option(
    "--diff",
    "days",
    type=(Day(), Day()),
    metavar="FROM TO",
    help="Print what changed between the reports of two days, and write nothing.",
)
@json_option
@click.pass_context
def report(
    context: click.Context,
    *,
    settings: Settings,
    verbosity: Verbosity,
    as_of: date,
    known_at: datetime | None,
    since: date | None,
    pdf: bool,
    language: ReportLanguage | None,
    point_of_view: str | None,
    days: tuple[date, date] | None,
    as_json: bool,
) -> None:
    """Print the comparative SWOT and write its files.

    HTML, Markdown, JSON, CSV, XLSX and PPTX go to DATE/ and latest/ of the reports folder; those
    for another brand to for-BRAND/ in them. With --known-at they go to a folder of their own, and
    --as-of is then that day where it is not given.
    """
    if language:
        settings = replace(settings, report_language=language)
    brand = find_brand(settings, point_of_view) if point_of_view else None
    if days:
        _show_diff(settings, *days, brand=brand, since=since, as_json=as_json)
        return
    if known_at and context.get_parameter_source("as_of") is ParameterSource.DEFAULT:
        as_of = known_at.date()
    settings = check_period(settings, as_of=as_of, since=since)
    also = _on_demand(pdf=pdf)
    with watching(verbosity) as watch:
        watch.stage("report", None)
        built = pipeline.build_report(settings, as_of=as_of, brand=brand, known_at=known_at)
        files = pipeline.write_report(built, settings.reports, also=also, known_at=known_at)
        waiting = pipeline.waiting_texts(settings)
        if waiting:
            watch.say(
                f"not in this report: {counted(waiting, 'text')}: `{program()} analyze` first"
            )
    show_report(built, as_json=as_json)
    if not as_json and verbosity is not Verbosity.QUIET:
        click.echo(f"\nReport: {files[0]}", err=True)


def _show_diff(
    settings: Settings,
    before: date,
    after: date,
    *,
    brand: Brand | None,
    since: date | None,
    as_json: bool,
) -> None:
    if since:
        message = "--since and --diff: two days have no first day of the window in common"
        raise UsageError(message)
    if before >= after:
        message = f"--diff {before} {after}: the first day must be before the second"
        raise UsageError(message)
    check_period(settings, as_of=after, since=None)
    old, new, found = pipeline.diff_reports(settings, before=before, after=after, brand=brand)
    if as_json:
        click.echo(render_diff_json(found, before=old, after=new), nl=False)
    else:
        show_markdown(render_diff(found, before=old, after=new))


@click.command()
@market_options
def recount(*, settings: Settings) -> None:
    """Count all reviews anew and mend the daily counts.

    They are kept up to date by themselves; this is for a file that was damaged.
    """
    with writing(settings.database), existing(settings.database) as store:
        wrong = store.counts.mend()
    click.echo(f"{wrong} rows of counts were wrong and are mended" if wrong else "counts are right")


@click.command()
@market_options
@verbosity_options
@as_of_option
@since_option
@brand_option
@pdf_option
@json_option
@click.option("--fail-on-alert", is_flag=True, help="Exit with 4 when a new alert fired.")
def run(
    *,
    settings: Settings,
    verbosity: Verbosity,
    as_of: date,
    since: date | None,
    brand_names: tuple[str, ...],
    pdf: bool,
    as_json: bool,
    fail_on_alert: bool,
) -> None:
    """The whole night: crawl, analyze, report, alert, deliver."""
    settings = check_period(settings, as_of=as_of, since=since)
    brands = chosen_brands(settings, brand_names)
    also = _on_demand(pdf=pdf)
    is_whole = not brand_names and as_of == clock.today(settings.time_zone)
    with (
        pipeline.night_by_hand(settings, say=_complain) if is_whole else nullcontext() as outcome,
        watching(verbosity) as watch,
    ):
        night = pipeline.run(
            settings,
            brands=brands,
            as_of=as_of,
            also=also,
            watch=watch,
            log_level=verbosity.log_level,
        )
        code = exit_code(settings, night, fail_on_alert=fail_on_alert)
        if outcome:
            outcome.exit_code = code
    if as_json:
        show_report(night.report, as_json=True)
        click.echo(_outcome(night, settings=settings), err=True)
    else:
        show_night(night, settings=settings)
    sys.exit(code)


def _complain(line: str) -> None:
    click.echo(line, err=True)


def _on_demand(*, pdf: bool) -> tuple[str, ...]:
    if not pdf:
        return ()
    load_weasyprint()  # what is missing is said before the work, not after it
    return ("report.pdf",)


def show_report(report: Report, *, as_json: bool) -> None:
    """Prints the report, as a person or a program reads it."""
    if as_json:
        click.echo(render_json(report), nl=False)
    else:
        click.echo(render_terminal(report, width=terminal_width(), color=terminal_color()))


def show_night(night: pipeline.Night, *, settings: Settings) -> None:
    """Prints what a night came to: the SWOT, the alerts, the sources that are not well."""
    show_report(night.report, as_json=False)
    click.echo("\n" + _outcome(night, settings=settings))
    click.echo(f"Report: {night.files[0]}")


def _outcome(night: pipeline.Night, *, settings: Settings) -> str:
    """Alerts, and how the sources ended."""
    names = {brand.slug: brand.name for brand in settings.brands}
    labels = night.report.labels
    alerts = [render_alert(one, names=names, labels=labels) + "\n" for one in night.alerts]
    texts = f"{counted(night.understood, 'text')} analyzed"
    return "\n".join((*alerts, summary(night.sources), texts, *_deliveries(night)))


def _deliveries(night: pipeline.Night) -> Iterator[str]:
    if night.deliveries.sent:
        yield f"{counted(night.deliveries.sent, 'message')} sent"
    yield from map(queue_line, night.deliveries.queues)


def exit_code(settings: Settings, night: pipeline.Night, *, fail_on_alert: bool) -> int:
    """4 for a new alert where that was asked for, else 3 for sources that failed, else 0."""
    if fail_on_alert and any(alert.is_new for alert in night.alerts):
        return ALERTED
    return collected_code(settings, night.sources)
