"""What the detector of spikes would have said, day by day, of series from a file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from analysis.spikes import DailySeries, judgments
from rivalscope.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

COLUMNS = ("date", "competitor", "theme", "complaints", "reviews")
ALARMING = 0.01
"""A day alarms at this p or less: no floor and no allowance for many series, so that detectors can
be compared."""
_MOST_DAYS = 10_000


@dataclass(frozen=True, slots=True)
class DaySeen:
    """One day of one series."""

    complaints: float
    """NaN, like the reviews, where the day was not crawled."""
    reviews: float


@dataclass(frozen=True, slots=True)
class Replayed:
    """What the detector says of one day of one series."""

    day: date
    competitor: str
    theme: str
    p: float

    @property
    def alarms(self) -> bool:
        """Whether p is small enough for an alarm."""
        return self.p <= ALARMING


Series = dict[tuple[str, str], dict[date, DaySeen]]
"""Competitor and theme -> day -> what was seen on it."""


def read_series(path: Path) -> Series:
    """Reads a CSV of daily numbers; empty numbers, and days that are left out, were not crawled.

    Raises UsageError with the line for a column that is missing, a date or number that is none, a
    day that stands twice, or more complaints than reviews.
    """
    series: Series = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
        if missing:
            message = f"{path}: no column {', '.join(missing)}: needs {', '.join(COLUMNS)}"
            raise UsageError(message)
        for row in rows:
            try:
                day = date.fromisoformat(row["date"].strip())
                seen = _seen(row)
            except (ValueError, AttributeError) as error:
                message = f"{path}:{rows.line_num}: {error}"
                raise UsageError(message) from error
            days = series.setdefault((row["competitor"], row["theme"]), {})
            if day in days:
                message = f"{path}:{rows.line_num}: {day} stands twice in this series"
                raise UsageError(message)
            days[day] = seen
    return series


def replayed(series: Series) -> Iterator[Replayed]:
    """Every day of every series that can be judged, by day; each from the days before alone.

    Raises UsageError where the days reach over more than 10,000.
    """
    every = [day for days in series.values() for day in days]
    if not every:
        return
    first, count = min(every), (max(every) - min(every)).days + 1
    if count > _MOST_DAYS:
        message = f"the series reach over {count:,} days: at most {_MOST_DAYS:,} can be judged"
        raise UsageError(message)
    keys = sorted(series)
    for column, judgment in enumerate(judgments(_daily(series, keys, first=first, count=count))):
        day = first + timedelta(days=column)
        for (competitor, theme), p in zip(keys, judgment.p.tolist(), strict=True):
            if p == p:  # not NaN  # ruff: ignore[comparison-with-itself]
                yield Replayed(day, competitor, theme, p)


def _seen(row: Mapping[str, str]) -> DaySeen:
    complaints, reviews = (_number(row, name) for name in ("complaints", "reviews"))
    if complaints is None or reviews is None:
        return DaySeen(np.nan, np.nan)
    if complaints > reviews:
        message = f"{complaints:g} complaints in {reviews:g} reviews"
        raise ValueError(message)
    return DaySeen(complaints, reviews)


def _number(row: Mapping[str, str], name: str) -> float | None:
    text = row[name].strip()
    if not text:
        return None
    if not text.isdecimal():
        message = f"{name} {text!r} is no whole number from 0 on"
        raise ValueError(message)
    return float(text)


def _daily(series: Series, keys: list[tuple[str, str]], *, first: date, count: int) -> DailySeries:
    complaints, others = np.full((2, len(keys), count), np.nan)
    for row, key in enumerate(keys):
        for day, seen in series[key].items():
            column = (day - first).days
            complaints[row, column] = seen.complaints
            others[row, column] = seen.reviews - seen.complaints
    themes = {theme: number for number, theme in enumerate(sorted({theme for _, theme in keys}))}
    return DailySeries(
        complaints=complaints,
        others=others,
        weekday=first.weekday(),
        series=np.arange(len(keys)),
        peers=np.array([themes[theme] for _, theme in keys]),
    )
