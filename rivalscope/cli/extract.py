"""The command that tries a page, without any configuration or database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from crawler.extract import page_record, read_page
from crawler.imports import is_table, snapshot_of_file
from rivalscope.cli.console import program
from rivalscope.errors import PageChanged, UsageError
from rivalscope.plurals import counted


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a file.")
def extract(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Read saved pages and print what stands on them."""
    failed = False
    for file in files:
        try:
            reading = read_page(snapshot_of_file(file))
        except (PageChanged, UsageError) as error:
            click.echo(f"rivalscope: {error}", err=True)
            failed = True
            continue
        if is_table(file):
            click.echo(f"{file}: a table is read by `{program()} import`, not by this", err=True)
        record = page_record(str(file), reading)
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else _page_summary(record))
    if failed:
        sys.exit(1)


def _page_summary(record: dict[str, Any]) -> str:
    rating = record["rating"]
    shown = f"{rating['value']:g} of {rating['max']:g}" if rating else "none"
    lines = [
        (
            f"{record['file']}: {counted(len(record['reviews']), 'review')},"
            f" {counted(len(record['faq']), 'FAQ pair')},"
            f" average {shown}, chat {', '.join(record['chat']) or 'none'}"
        )
    ]
    for review in record["reviews"]:
        stars = (
            "-" if review["rating"] is None else f"{review['rating']:g}/{review['rating_max']:g}"
        )
        text = " ".join(filter(None, (review["title"], review["body"]))).replace("\n", " ")
        lines.append(f"  {(review['published_at'] or 'no date')[:10]:10}  {stars:>6}  {text[:90]}")
    lines += [f"  ? {entry['question'][:100]}" for entry in record["faq"]]
    return "\n".join(lines)
