"""Reads exported tables of reviews (CSV, TSV, JSON, JSON Lines) by a mapping of their columns."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from crawler.extract.dates import read_moment
from crawler.extract.numbers import read_number
from rivalscope.errors import UsageError
from rivalscope.models import Reply, Review
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rivalscope.models import DateOrder, Snapshot

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
_DELIMITERS = ",;\t|"
_NUMERIC_DATE = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b")
_MONTHS = 12

_Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a table says."""

    rows: tuple[tuple[str | None, Review], ...]
    """(brand as written, review); None where no column names the brand."""
    notes: tuple[str, ...]
    """What a person should know of how it was read."""


def parse_mapping(text: str) -> dict[str, str]:
    """``text=comment,date=created`` as field -> column.

    Raises UsageError where a field is unknown or ``text`` is missing.
    """
    parts = [part.partition("=") for part in text.split(",")]
    mapping = {field.strip(): column.strip() for field, _, column in parts}
    unknown = sorted(mapping.keys() - set(FIELDS))
    unnamed = [field for field, column in mapping.items() if not column]
    if unknown or unnamed or "text" not in mapping:
        wrong = "no column for `text`"
        wrong = f"no column for {unnamed[0]!r}" if unnamed else wrong
        wrong = f"unknown field {unknown[0]!r}" if unknown else wrong
        message = f"--map {text}: {wrong}: write field=column,... with fields {', '.join(FIELDS)}"
        raise UsageError(message)
    return mapping


def read_table(
    snapshot: Snapshot, *, mapping: Mapping[str, str], date_order: DateOrder | None
) -> Table:
    """The reviews in a table.

    Order of dates and scale of ratings are decided once for the whole file: the order by the rows
    that leave no choice, the scale as the smallest usual one (5, 10, 100) that holds every rating.
    Raises UsageError for a file that is no table, a mapped column that no row has, and dates whose
    order nothing in the file tells.
    """
    records = _records(snapshot, mapping)
    dates = [fields.get("date") or "" for fields in records]
    order = date_order or _date_order(dates, name=snapshot.url)
    scale = _scale(records)
    reviews = [_review(fields, snapshot=snapshot, scale=scale, order=order) for fields in records]
    notes: list[str] = []
    undated = [raw for raw, review in zip(dates, reviews, strict=True) if not review.published_at]
    if "date" in mapping and undated:
        notes.append(f"{len(undated)} rows without a usable date, such as {undated[0]!r}")
    if scale > _SCALES[0] and "rating_max" not in mapping:
        notes.append(f"ratings are read as out of {scale:g}: map rating_max if they are not")
    brands = [fields.get("brand") for fields in records]
    return Table(rows=tuple(zip(brands, reviews, strict=True)), notes=tuple(notes))


def _records(snapshot: Snapshot, mapping: Mapping[str, str]) -> list[_Fields]:
    rows = _rows(snapshot)
    missing = sorted(set(mapping.values()) - {column for row in rows for column in row})
    if missing:
        have = ", ".join(sorted({str(column) for row in rows[:100] for column in row})) or "none"
        message = f"{snapshot.url}: no column {missing[0]!r}: it has {have}"
        raise UsageError(message)
    return [{field: _cell(row.get(column)) for field, column in mapping.items()} for row in rows]


def _rows(snapshot: Snapshot) -> list[dict[str, Any]]:
    try:
        rows = _parsed(snapshot.body.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        message = f"{snapshot.url}: is not UTF-8 (byte {error.start}): export it as CSV UTF-8"
        raise UsageError(message) from error
    except (ValueError, RecursionError, csv.Error) as error:
        message = f"{snapshot.url}: is no CSV, TSV, JSON or JSON Lines: {error}"
        raise UsageError(message) from error
    if not all(isinstance(row, dict) for row in rows):
        message = f"{snapshot.url}: each row must be an object with named columns"
        raise UsageError(message)
    return rows


def _parsed(text: str) -> list[Any]:
    start = text.lstrip()[:1]
    if start == "[":
        return list(json.loads(text))
    if start == "{":
        # only \n ends a line: texts may hold U+2028, at which splitlines() would break
        return [json.loads(line) for line in text.split("\n") if line.strip()]
    header = text.split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.DictReader(io.StringIO(text), delimiter=delimiter)
    return [{name: row[name] for name in row if name is not None} for row in rows]


def _date_order(dates: Sequence[str], *, name: str) -> DateOrder | None:
    """Day or month first, as told by the dates that leave no choice."""
    numeric = [match for raw in dates if (match := _NUMERIC_DATE.match(raw))]
    day_first = any(int(match[1]) > _MONTHS for match in numeric)
    month_first = any(int(match[2]) > _MONTHS for match in numeric)
    if day_first != month_first:
        return "DMY" if day_first else "MDY"
    if not numeric or all("." in match[0] for match in numeric):
        return "DMY" if numeric else None  # dots are written day first everywhere
    told = "both orders are used" if day_first else "either order is possible"
    message = f"{name}: dates such as {numeric[0][0]}: {told}: say --date-order DMY or MDY"
    raise UsageError(message)


def _scale(records: Sequence[_Fields]) -> float:
    highest = max((read_number(fields.get("rating")) or 0.0 for fields in records), default=0.0)
    return next((float(scale) for scale in _SCALES if highest <= scale), highest)


def _cell(value: object) -> str | None:
    text = "" if value is None else clean_text(str(value))
    return text or None


def _review(
    fields: _Fields, *, snapshot: Snapshot, scale: float, order: DateOrder | None
) -> Review:
    rating = read_number(fields.get("rating"))
    moment = read_moment(fields.get("date"), seen_at=snapshot.fetched_at, order=order)
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
