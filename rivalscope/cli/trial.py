"""Commands that try a page or a theme pack, without any configuration or database."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analysis.themes.cues import parse_cue
from analysis.understanding import Understander
from crawler.extract import page_record, read_page
from crawler.imports import snapshot_of_file
from rivalscope.errors import PageChanged, UsageError
from rivalscope.models import Text
from rivalscope.settings import available, load_lexicons, load_theme_pack

if TYPE_CHECKING:
    from collections.abc import Iterator


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
        record = page_record(str(file), reading)
        click.echo(json.dumps(record, ensure_ascii=False) if as_json else _page_summary(record))
    if failed:
        sys.exit(1)


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text.")
@click.option("--industry", default="core", show_default=True, help="Theme pack to use.")
def tag(*, as_json: bool, industry: str) -> None:
    """Tag texts: JSON Lines {"id", "text", "lang"?} on standard input."""
    languages = available("lexicons")
    own = Path.cwd()
    understander = Understander(
        load_theme_pack(industry, own=own, check=parse_cue),
        load_lexicons(languages, own=own, check=parse_cue),
        languages=languages,
    )
    sys.stdout.reconfigure(newline="\n")  # type: ignore[union-attr]
    for record in _tagged(understander):
        line = json.dumps(record, ensure_ascii=False) if as_json else _text_summary(record)
        sys.stdout.write(line + "\n")


def _tagged(understander: Understander) -> Iterator[dict[str, Any]]:
    # binary and split at \n: text mode would end lines at U+2028 and friends, which texts hold
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            text = Text(id=str(row["id"]), body=row["text"], language_hint=row.get("lang"))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            message = f'line {number} of standard input: needs {{"id": ..., "text": ...}}: {error}'
            raise UsageError(message) from error
        understood = understander.understand(text)
        yield {
            "id": row["id"],
            "language": understood.language,
            "sentiment": understood.sentiment,
            "score": understood.score,
            "mentions": [
                {name: value for name, value in asdict(mention).items() if name != "rule"}
                for mention in understood.mentions
            ],
        }


def _page_summary(record: dict[str, Any]) -> str:
    rating = record["rating"]
    shown = f"{rating['value']:g} of {rating['max']:g}" if rating else "none"
    lines = [
        (
            f"{record['file']}: {len(record['reviews'])} reviews, {len(record['faq'])} FAQ pairs,"
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


def _text_summary(record: dict[str, Any]) -> str:
    score = "" if record["score"] is None else f" {record['score']:+.2f}"
    lines = [f"{record['id']}: {record['language']}, {record['sentiment']}{score}"]
    lines += [
        f"  {mention['polarity']:8}  {mention['theme']:20}  {mention['quote']}"
        for mention in record["mentions"]
    ]
    return "\n".join(lines)
