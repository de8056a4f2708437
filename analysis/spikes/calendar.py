"""Daily counts laid out as rows of days, one for each place where something is counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from analysis.days import covered_days
from analysis.tallies import POLARITIES
from rivalscope.models import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from analysis.days import Covered
    from analysis.spikes.expecting import Numbers
    from analysis.tallies import Tallies
    from rivalscope.models import DailyStars, DailyVolume, Polarity, Stratum

#: Of stars, in which units they are counted: a quarter of the way from the best to the worst.
STAR_STEPS = 4
#: What a series of stars is about.
EVERYWHERE = "all"


Waits = Mapping[tuple[str, str], int]
"""(brand, platform) -> days until the reviews of a day are there, 0 to 6; 0 for those absent."""


class Place(NamedTuple):
    """Where something is counted."""

    brand: str
    stratum: Stratum
    subject: str
    """A theme id, a platform, or ``all``."""


class Tick(NamedTuple):
    """What one day of one place adds."""

    place: Place
    day: date
    counted: float
    of: float
    told: float
    """What a floor is held to."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What is counted of each place, a row a place, a column a day; NaN on days not covered."""

    first: date
    """The day of the first column."""
    places: tuple[Place, ...]
    counted: Numbers
    of: Numbers
    """What it is counted among: reviews, or all steps of stars that could be given."""
    told: Numbers
    """What a floor is held to: complaints, or reviews with stars; 0 on days not covered."""
    waits: Waits = field(default_factory=dict)


def complaints_of(
    tallies: Tallies,
    *,
    polarity: Polarity = "negative",
    covered: Covered,
    period: Period,
    waits: Waits | None = None,
) -> Calendar:
    """Complaints among the reviews of each day, by theme; praise where *polarity* is positive."""
    rows: dict[Place, Numbers] = {}
    first = period.since.toordinal()
    for brand, stratum in tallies.places():
        found = tallies.days(brand, stratum, period=period)
        mentions = found.mentions[POLARITIES.index(polarity)]
        for number in np.flatnonzero(mentions.any(axis=1)):
            row = np.zeros((3, period.days))
            row[:, found.days - first] = mentions[number], found.reviews, mentions[number]
            rows[Place(brand, stratum, found.themes[number])] = row
    return _calendar(rows, covered=covered, period=period, waits=waits)


def stars_of(
    stars: Iterable[DailyStars],
    *,
    covered: Covered,
    period: Period,
    waits: Waits | None = None,
) -> Calendar:
    """Stars not given, in quarters of the scale, among all that could be; a series a brand."""
    ticks = (
        Tick(
            Place(row.brand, row.stratum, EVERYWHERE),
            row.day,
            STAR_STEPS * (row.reviews - row.total),
            STAR_STEPS * row.reviews,
            row.reviews,
        )
        for row in stars
    )
    return _calendar(_added_up(ticks, period), covered=covered, period=period, waits=waits)


def reviews_of(
    volumes: Iterable[DailyVolume],
    *,
    covered: Covered,
    period: Period,
    waits: Waits | None = None,
) -> Calendar:
    """Reviews; a series a brand and platform."""
    ticks = (
        Tick(
            Place(row.brand, row.stratum, row.stratum.platform),
            row.day,
            row.reviews,
            row.reviews,
            row.reviews,
        )
        for row in volumes
    )
    return _calendar(_added_up(ticks, period), covered=covered, period=period, waits=waits)


def history(until: date, *, nights: int, days: int) -> Period:
    """The days that some nights up to a date look at: those of the nights, and *days* before."""
    return Period(since=until - timedelta(days=nights + days - 1), until=until)


def _added_up(ticks: Iterable[Tick], period: Period) -> dict[Place, Numbers]:
    """By place a row a number, a column a day."""
    rows: dict[Place, Numbers] = {}
    for tick in ticks:
        if tick.day in period:
            if tick.place not in rows:
                rows[tick.place] = np.zeros((3, period.days))
            rows[tick.place][:, (tick.day - period.since).days] += tick[2:]
    return rows


def _calendar(
    rows: Mapping[Place, Numbers],
    *,
    covered: Covered,
    period: Period,
    waits: Waits | None,
) -> Calendar:
    """Of the places that something is counted of, and that are covered on some day; sorted."""
    known = {place: _known(place, covered, period) & _begun(rows[place]) for place in rows}
    places = tuple(sorted(place for place in rows if known[place].any()))
    numbers = np.zeros((3, len(places), period.days))
    for number, place in enumerate(places):
        numbers[:, number] = rows[place]
        numbers[:2, number, ~known[place]] = np.nan
        numbers[2, number, ~known[place]] = 0.0
    counted, of, told = numbers
    return Calendar(period.since, places, counted, of, told, waits or {})


def _begun(row: Numbers) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """The days from the first review on: before it, the place was not there, and not quiet."""
    return np.logical_or.accumulate(row[1] > 0.0)


def _known(
    place: Place, covered: Covered, period: Period
) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    known = np.zeros(period.days, dtype=np.bool_)
    days = covered_days(covered, place.brand, platform=place.stratum.platform, within=period)
    if days:
        first, last = ((day - period.since).days for day in (days.since, days.until))
        known[first : last + 1] = True
    return known
