"""Rows of the tables of daily counts: asked for by day and source, read into objects."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from rivalscope.models import Stratum
from rivalscope.storage.countable import not_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator


def days_of_sources(table: str, without: Collection[str]) -> str:
    """FROM a table of daily counts ``c``; takes *without*, sorted, and the first and last day.

    Source by source, so that each reads but its own run of days.
    """
    return (
        f"FROM (SELECT DISTINCT brand, source, platform FROM daily_sources WHERE {not_in(without)})"
        f" CROSS JOIN {table} c USING (brand, source, platform) WHERE c.day BETWEEN ? AND ?"
    )


def placed(rows: Iterable[tuple[Any, ...]], *, lists: int = 0) -> Iterator[tuple[Any, ...]]:
    """Brand, stratum, day and the rest, of rows that begin with brand, platform, language, day.

    Equal strata, and days, are the same object. The last columns, as many as *lists*, hold lists.
    """
    rows = tuple(rows)
    end = len(rows[0]) - lists if rows else 0
    # read as one, which is many times quicker than one by one
    of_lists = [
        json.loads(f"[{','.join(row[column] for row in rows)}]")
        for column in range(end, end + lists)
    ]
    stratum = cache(lambda platform, language: Stratum(platform=platform, language=language))
    on = cache(date.fromisoformat)
    for row, *listed in zip(rows, *of_lists, strict=True):
        brand, platform, language, day, *rest = row[:end]
        yield brand, stratum(platform, language), on(day), *rest, *listed
