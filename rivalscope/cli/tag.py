"""The command that tries a theme pack on texts, without any configuration or database."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from analysis.prevailing import Place
from analysis.themes.cues import parse_cue, parse_entry
from analysis.understanding import Understander
from rivalscope.errors import UsageError
from rivalscope.models import Text
from rivalscope.settings import available, load_lexicons, load_theme_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Understanding

#: Texts that are read before the first answer, so that short ones find a language.
_AT_ONCE = 200
_SHOWN = ("theme", "polarity", "start", "end", "quote")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a text.")
@click.option("--industry", default="core", show_default=True, help="Theme pack to use.")
def tag(*, as_json: bool, industry: str) -> None:
    """Tag texts given as JSON Lines on standard input.

    Each line is {"id", "text", "lang"?}. Short texts without "lang" are read in the
    language that most of the input is in.
    """
    languages = available("lexicons")
    own = Path.cwd()
    understander = Understander(
        load_theme_pack(industry, languages=languages, own=own, check=parse_cue),
        load_lexicons(languages, own=own, check=parse_entry),
        languages=languages,
    )
    sys.stdout.reconfigure(newline="\n", errors="backslashreplace")  # type: ignore[union-attr]
    place = Place(understander)
    # a person who types is answered at once
    count = 1 if sys.stdin.isatty() else _AT_ONCE
    for rows in _batches(count):
        texts = [text for _, text in rows]
        for (id_, _), understood in zip(rows, place.understood(texts), strict=True):
            record = _record(id_, understood)
            line = json.dumps(record, ensure_ascii=False) if as_json else _text_summary(record)
            sys.stdout.write(line + "\n")


def _batches(count: int) -> Iterator[list[tuple[object, Text]]]:
    """*count* rows at a time; those before a line that can't be read are answered all the same."""
    some: list[tuple[object, Text]] = []
    try:
        for row in _rows():
            some.append(row)
            if len(some) == count:
                yield some
                some = []
    except UsageError:
        yield some
        raise
    yield some


def _rows() -> Iterator[tuple[object, Text]]:
    """Each text with its id as it was given."""
    # binary and split at \n: text mode would end lines at U+2028 and friends, which texts hold
    for number, line in enumerate(sys.stdin.buffer, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            yield row["id"], text_of(row)
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            message = f'line {number} of standard input: needs {{"id": ..., "text": ...}}: {error}'
            raise UsageError(message) from error


def _record(id_: object, understood: Understanding) -> dict[str, Any]:
    return {
        "id": id_,
        "language": understood.language,
        "sentiment": understood.sentiment,
        "score": understood.score,
        "mentions": [
            {name: getattr(mention, name) for name in _SHOWN} for mention in understood.mentions
        ],
    }


def text_of(row: dict[str, Any]) -> Text:
    """The text in one row of input; raises KeyError or TypeError where there is none."""
    body, hint = row["text"], row.get("lang")
    if not isinstance(body, str):
        message = f"text is {body!r}, not a string"
        raise TypeError(message)
    if hint is not None and not isinstance(hint, str):
        message = f"lang is {hint!r}, not a string"
        raise TypeError(message)
    return Text(id=str(row["id"]), body=body, language_hint=hint)


def _text_summary(record: dict[str, Any]) -> str:
    score = "" if record["score"] is None else f" {record['score']:+.2f}"
    lines = [f"{record['id']}: {record['language']}, {record['sentiment']}{score}"]
    lines += [
        f"  {mention['polarity']:8}  {mention['theme']:20}  {mention['quote']}"
        for mention in record["mentions"]
    ]
    return "\n".join(lines)
