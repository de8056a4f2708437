"""Reads files a person saved or exported: pages as they are, tables by a column mapping."""

from __future__ import annotations

import csv
import io
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from crawler.extract import read_page
from crawler.extract.dates import read_moment
from crawler.extract.numbers import read_number
from rivalscope import clock
from rivalscope.errors import UsageError
from rivalscope.models import Reply, Review, Snapshot
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from rivalscope.models import DateOrder, PageReading, Source

#: What a column may be mapped to.
FIELDS = (
    "text",
    "title",
    "brand",
    "date",
    "id",
    "rating",
    "rating_max",
    "language",
    "reply",
    "url",
)
_SCALES = (5, 10, 100)
_DELIMITERS = {".csv": ",", ".tsv": "\t"}


def snapshot_of_file(path: Path) -> Snapshot:
    """The file as a page fetched now; raises UsageError where it can't be read."""
    try:
        body = path.read_bytes()
    except OSError as error:
        message = f"{path}: can't be read: {error.strerror or error}"
        raise UsageError(message) from error
    return Snapshot(url=path.resolve().as_uri(), fetched_at=clock.now(), body=body)


def read_saved_page(snapshot: Snapshot, *, source: Source) -> PageReading:
    """What the saved page says; raises UsageError where no review stands on it."""
    reading = read_page(
        snapshot,
        reader=source.reader,
        selectors=source.selectors,
        language=source.language,
        date_order=source.date_order,
    )
    if not reading.reviews:
        message = (
            f"{snapshot.url}: no reviews found: is it a review page, or a table that needs --map?"
        )
        raise UsageError(message)
    return reading


def parse_mapping(text: str) -> dict[str, str]:
    """``text=comment,date=created`` as field -> column.

    Raises UsageError where a field is unknown or ``text`` is missing.
    """
    mapping = dict(part.split("=", 1) for part in text.split(",") if "=" in part)
    unknown = sorted(mapping.keys() - set(FIELDS))
    if unknown or "text" not in mapping:
        wrong = f"unknown field {unknown[0]!r}" if unknown else "no column for `text`"
        message = f"--map {text}: {wrong}: write field=column,... with fields {', '.join(FIELDS)}"
        raise UsageError(message)
    return mapping


def rows_of(
    snapshot: Snapshot, *, mapping: Mapping[str, str], date_order: DateOrder | None
) -> Iterator[tuple[str | None, Review]]:
    """Each row of a CSV, TSV, JSON or JSON Lines file as (brand as written, review).

    Ratings without a column for their maximum are on the smallest usual scale (5, 10, 100) that
    holds all of the file. Raises UsageError for a file that is none of these, and for a mapped
    column that no row has.
    """
    rows = _rows(snapshot)
    missing = sorted(set(mapping.values()) - {column for row in rows for column in row})
    if missing:
        have = ", ".join(sorted({str(column) for row in rows[:100] for column in row})) or "none"
        message = f"{snapshot.url}: no column {missing[0]!r}: it has {have}"
        raise UsageError(message)
    records = [{field: _cell(row.get(column)) for field, column in mapping.items()} for row in rows]
    scale = _scale(records)
    for fields in records:
        review = _review(fields, snapshot=snapshot, scale=scale, date_order=date_order)
        yield fields.get("brand"), review


def _scale(records: Sequence[Mapping[str, str | None]]) -> float:
    highest = max((read_number(fields.get("rating")) or 0.0 for fields in records), default=0.0)
    return next((float(scale) for scale in _SCALES if highest <= scale), highest)


def _rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    try:
        rows = _parsed(snapshot.body.decode("utf-8-sig"), ending=PurePath(snapshot.url).suffix)
    except (UnicodeDecodeError, json.JSONDecodeError, csv.Error) as error:
        message = f"{snapshot.url}: is no CSV, TSV, JSON or JSON Lines in UTF-8: {error}"
        raise UsageError(message) from error
    if not all(isinstance(row, dict) for row in rows):
        message = f"{snapshot.url}: each row must be an object with named columns"
        raise UsageError(message)
    return rows


def _parsed(text: str, *, ending: str) -> list[Any]:
    if ending in _DELIMITERS:
        return list(csv.DictReader(io.StringIO(text), delimiter=_DELIMITERS[ending]))
    if text.lstrip().startswith("["):
        return list(json.loads(text))
    # only \n ends a line: texts may hold U+2028, at which splitlines() would break
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def _cell(value: object) -> str | None:
    text = "" if value is None else clean_text(str(value))
    return text or None


def _review(
    fields: Mapping[str, str | None],
    *,
    snapshot: Snapshot,
    scale: float,
    date_order: DateOrder | None,
) -> Review:
    rating = read_number(fields.get("rating"))
    moment = read_moment(fields.get("date"), seen_at=snapshot.fetched_at, order=date_order)
    reply = fields.get("reply")
    return Review(
        body=fields.get("text") or "",
        title=fields.get("title"),
        native_id=fields.get("id"),
        rating=rating,
        rating_max=None if rating is None else read_number(fields.get("rating_max")) or scale,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=(fields.get("language") or "")[:2].lower() or None,
        reply=Reply(body=reply) if reply else None,
        url=fields.get("url"),
    )
