"""The command that says what is not well, and what to do about it."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rivalscope import pipeline
from rivalscope.cli.console import terminal_width
from rivalscope.cli.options import configuration_option, database_option, json_option
from rivalscope.errors import ConfigurationError
from rivalscope.pipeline.care.doctor.finding import failed
from rivalscope.plurals import counted
from rivalscope.settings import find_configuration, load_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rivalscope.pipeline.care.doctor import Finding
    from rivalscope.settings import Settings

_SHOWN = {
    "ok": ("ok", "green"),
    "warning": ("warn", "yellow"),
    "failed": ("FAIL", "bold red"),
    "skipped": ("-", "dim"),
}


@click.command()
@configuration_option
@database_option
@click.option("--online", is_flag=True, help="Fetch the first page of each source, too.")
@json_option
def doctor(
    *, configuration: Path | None, database: Path | None, online: bool, as_json: bool
) -> None:
    """Say what is not well, and what to do about it.

    Looks at the machine, the configuration and the database. Exit code 1 where
    something must be put right; warnings are none. Works without a configuration, too. Nothing is
    changed, and without --online nothing is fetched.
    """
    settings, problem = _settings(configuration, database)
    findings = [*pipeline.examine(settings, online=online)]
    if problem:
        findings = [one for one in findings if one.check != "configuration"] + [problem]
    if as_json:
        click.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False, indent=2))
    else:
        _show(findings)
    wrong = [one.check for one in findings if one.state == "failed"]
    if wrong:  # the last words of a job are those on standard error
        click.echo(f"rivalscope: to put right: {', '.join(wrong)}", err=True)
    sys.exit(bool(wrong))


def _settings(
    configuration: Path | None, database: Path | None
) -> tuple[Settings | None, Finding | None]:
    """The settings, or what is wrong with them; neither where there is no file by chance."""
    try:
        path = find_configuration(configuration)
    except ConfigurationError:
        return None, None
    try:
        settings = load_settings(path)
    except ConfigurationError as error:
        return None, failed("configuration", str(error), fix="mend the file at that place")
    return (replace(settings, database=database) if database else settings), None


def _show(findings: Sequence[Finding]) -> None:
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True, max_width=24, overflow="fold")
    table.add_column(overflow="fold")
    for one in findings:
        word, style = _SHOWN[one.state]
        says = Text(one.says)
        if one.fix:
            says.append(f"\n-> {one.fix}", style="bold")
        table.add_row(Text(word, style=style), Text(one.check), says)
    Console(width=terminal_width(), highlight=False).print(table)
    counts = Counter(one.state for one in findings)
    click.echo(f"\n{counts['failed']} to put right, {counted(counts['warning'], 'warning')}")
