"""Reads exported tables of reviews by a mapping of their columns, or by the names these have."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from crawler.extract.dates import read_moment
from crawler.extract.numbers import Rating, read_number, read_rating
from crawler.tables.columns import find_mapping, mapping_text, passed_over
from crawler.tables.date_order import numeric_dates, told_orders
from crawler.tables.files import read_table_file
from rivalscope.errors import UsageError
from rivalscope.models import Reply, Review
from rivalscope.plurals import counted
from rivalscope.text import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from crawler.tables.files import Row, TableFile
    from rivalscope.models import DateOrder, Snapshot

_SCALES = (5, 10, 100)
# Days since this one are how spreadsheets keep dates; what is kept so here are 1990 to 2100.
_SERIAL_START = datetime(1899, 12, 30)  # ruff: ignore[call-datetime-without-tzinfo] - a calendar, no clock
_SERIALS = range(32_874, 73_415)
_SERIAL = re.compile(r"\d{5}(?:\.\d+)?")

#: Whatever was meant is before the end of this.
_AHEAD = timedelta(days=365 * 100)

_Fields = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """What a table says."""

    mapping: Mapping[str, str]
    """Field -> column it was read from."""
    snapshot: Snapshot
    """What of the file may be kept: the mapped cells as JSON Lines, without who wrote the reviews.
    A table often holds addresses and numbers of customers in columns that nobody asked for."""
    rows: tuple[tuple[str | None, Review], ...]
    """(brand as written, review); None where no column names the brand."""
    notes: tuple[str, ...]
    """What a person should know of how it was read."""


class _Conventions(NamedTuple):
    """What is decided once for a whole file."""

    scale: float
    order: DateOrder | None


def read_table(
    snapshot: Snapshot,
    *,
    mapping: Mapping[str, str] | None,
    date_order: DateOrder | None,
    sheet: str | None = None,
    name: str,
) -> Table:
    """The reviews in a table; without *mapping* by the usual names of columns, which a note tells.

    *name* is what errors call the file.

    Order of dates and scale of ratings are decided once for the whole file: the order by the rows
    that leave no choice, the scale as the smallest usual one (5, 10, 100) that holds every rating.
    Rows without text, title and rating are left out. Raises UsageError for a file that is no table,
    a mapped column that no row has, a text column that no name tells, and dates whose order nothing
    in the file tells.
    """
    file = read_table_file(
        snapshot.body,
        name=name,
        mapper=find_mapping if mapping is None else lambda _columns, _rows: mapping,
        sheet=sheet,
    )
    _check_mapping(file, name=name)
    records = [_fields(row, file.mapping) for row in file.rows]
    kept = [record for record in records if any(map(record.get, ("text", "title", "rating")))]
    dates = [fields.get("date") or "" for fields in kept]
    order = date_order or _date_order(dates, name=name)
    conventions = _Conventions(scale=_scale(kept), order=order)
    reviews = [_review(fields, snapshot, conventions) for fields in kept]
    notes = [*_how_read(file)] if mapping is None else []
    notes += file.notes
    if left_out := len(records) - len(kept):
        notes.append(f"{counted(left_out, 'row')} without text, title and rating left out")
    notes += _unusable(kept, reviews, seen_at=snapshot.fetched_at, order=order)
    if conventions.scale > _SCALES[0] and "rating_max" not in file.mapping:
        notes.append(
            f"ratings are read as out of {conventions.scale:g}: map rating_max if they are not"
        )
    brands = [fields.get("brand") for fields in kept]
    rows = tuple(zip(brands, reviews, strict=True))
    return Table(
        mapping=file.mapping, snapshot=_kept(snapshot, kept), rows=rows, notes=tuple(notes)
    )


def _how_read(file: TableFile) -> Iterator[str]:
    """Which column was taken for what, and which one that is called so was not."""
    yield f"read as: {mapping_text(file.mapping)}"
    for field, column in passed_over(file.columns, file.mapping).items():
        yield (
            f"column {column!r} is not read as {field}: its cells don't look like it"
            f" (--map with {field}={column} reads it)"
        )


def _unusable(
    records: Sequence[_Fields],
    reviews: Sequence[Review],
    *,
    seen_at: datetime,
    order: DateOrder | None,
) -> Iterator[str]:
    """Cells that say nothing usable, by what is wrong with them."""
    pairs = list(zip(records, reviews, strict=True))
    ratings = [
        one["rating"] for one, review in pairs if one.get("rating") and not review.rating_max
    ]
    dates = [
        one["date"] or "" for one, review in pairs if "date" in one and not review.published_at
    ]
    ahead = [raw for raw in dates if read_moment(raw, seen_at=seen_at + _AHEAD, order=order)]
    unread = [raw for raw in dates if raw not in ahead]
    for what, cells in (
        ("without a usable rating", ratings),
        ("without a usable date", unread),
        ("dated in the future, read without the date", ahead),
    ):
        if cells:
            yield f"{counted(len(cells), 'row')} {what}, such as {cells[0]!r}"


def _kept(snapshot: Snapshot, records: Sequence[_Fields]) -> Snapshot:
    lines = (
        json.dumps({field: one[field] for field in one if field != "author"}, ensure_ascii=False)
        for one in records
    )
    body = "".join(f"{line}\n" for line in lines).encode()
    return replace(snapshot, body=body, content_type="application/jsonl", encoding="utf-8")


def _check_mapping(file: TableFile, *, name: str) -> None:
    have = ", ".join(sorted(file.columns)) or "none"
    if "text" not in file.mapping:
        message = (
            f"{name}: which column holds the texts? a table needs --map, such as --map"
            f" text=COLUMN,date=COLUMN: it has {have}"
        )
        raise UsageError(message)
    if missing := sorted(set(file.mapping.values()) - set(file.columns)):
        message = f"{name}: no column {missing[0]!r}: it has {have}"
        raise UsageError(message)


def _fields(row: Row, mapping: Mapping[str, str]) -> _Fields:
    fields = {field: _cell(row.get(column)) for field, column in mapping.items()}
    if date := fields.get("date"):
        fields["date"] = _calendar(date)
    return fields


def _cell(value: object) -> str | None:
    """The text of a cell; 4.0 is how spreadsheets keep 4."""
    whole = isinstance(value, float) and value.is_integer()
    text = "" if value is None else clean_text(f"{value:.0f}" if whole else str(value))
    return text or None


def _calendar(date: str) -> str:
    """*date* in ISO 8601 where it is a number of days since 1899, and as it is elsewhere."""
    if not _SERIAL.fullmatch(date) or int(float(date)) not in _SERIALS:
        return date
    at = _SERIAL_START + timedelta(seconds=round(float(date) * 86_400))
    return at.isoformat() if "." in date else at.date().isoformat()


def _date_order(dates: Sequence[str], *, name: str) -> DateOrder | None:
    """Day or month first, as told by the dates that leave no choice."""
    joined = "\n".join(dates)
    numeric, told = [*numeric_dates(joined)], told_orders(joined)
    if len(told) == 1:
        return next(iter(told))
    if not numeric or all("." in one for one in numeric):
        return "DMY" if numeric else None  # dots are written day first everywhere
    why = "both orders are used" if told else "either order is possible"
    message = f"{name}: dates such as {numeric[0]}: {why}: say --date-order DMY or MDY"
    raise UsageError(message)


def _rating(fields: _Fields) -> Rating | None:
    """Stars and, where the cell or its column says it, their maximum."""
    rating = read_rating(fields.get("rating"))
    maximum = read_number(fields.get("rating_max"))
    return rating._replace(maximum=maximum) if rating and maximum else rating


def _scale(records: Sequence[_Fields]) -> float:
    ratings = filter(None, map(_rating, records))
    highest = max((one.value for one in ratings if one.maximum is None), default=0.0)
    return next((float(scale) for scale in _SCALES if highest <= scale), highest)


def _review(fields: _Fields, snapshot: Snapshot, conventions: _Conventions) -> Review:
    rating = _rating(fields)
    moment = read_moment(fields.get("date"), seen_at=snapshot.fetched_at, order=conventions.order)
    reply = fields.get("reply")
    return Review(
        body=fields.get("text") or "",
        title=fields.get("title"),
        native_id=fields.get("id"),
        rating=rating.value if rating else None,
        rating_max=(rating.maximum or conventions.scale) if rating else None,
        published_at=moment.at if moment else None,
        date_precision=moment.precision if moment else None,
        language=(fields.get("language") or "")[:2].lower() or None,
        reply=Reply(body=reply) if reply else None,
        url=fields.get("url"),
        author=fields.get("author"),
    )
