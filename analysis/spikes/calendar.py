"""Daily counts laid out as rows of days, one for each place where a theme is complained of."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import numpy as np

from analysis.days import covered_days
from rivalscope.models import Period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from analysis.days import Covered
    from analysis.spikes.expecting import Numbers
    from rivalscope.models import DailyCount, DailyVolume, Stratum

_Key = TypeVar("_Key")


class Place(NamedTuple):
    """Where complaints are counted."""

    brand: str
    stratum: Stratum
    theme: str


class Calendar:
    """Complaints and reviews of each place, a column a day; NaN on days that are not covered."""

    def __init__(
        self,
        volumes: Iterable[DailyVolume],
        counts: Iterable[DailyCount],
        *,
        covered: Covered,
        period: Period,
    ) -> None:
        self.first: date = period.since
        self._period = period
        self._covered = covered
        reviews: dict[tuple[str, Stratum], Numbers] = {}
        complaints: dict[Place, Numbers] = {}
        for row in volumes:
            if row.day in period:
                self._row(reviews, (row.brand, row.stratum))[self._column(row.day)] += row.reviews
        for count in counts:
            if count.complaints and count.day in period:
                place = Place(count.brand, count.stratum, count.theme)
                self._row(complaints, place)[self._column(count.day)] += count.complaints
        known = {place: self._known(*place) for place in reviews}
        self.places = tuple(
            place for place in sorted(complaints) if known.get(place[:2], np.empty(0)).any()
        )
        """Sorted; those that have a complaint, and are covered on some day."""
        shape = (len(self.places), period.days)
        self.complaints: Numbers = np.full(shape, np.nan)
        self.reviews: Numbers = np.full(shape, np.nan)
        for number, place in enumerate(self.places):
            days = known[place[:2]]
            self.complaints[number, days] = complaints[place][days]
            self.reviews[number, days] = reviews[place[:2]][days]

    def _row(self, rows: dict[_Key, Numbers], key: _Key) -> Numbers:
        if key not in rows:
            rows[key] = np.zeros(self._period.days)
        return rows[key]

    def _column(self, day: date) -> int:
        return (day - self.first).days

    def _known(self, brand: str, stratum: Stratum) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        known = np.zeros(self._period.days, dtype=np.bool_)
        days = covered_days(self._covered, brand, platform=stratum.platform, within=self._period)
        if days:
            known[self._column(days.since) : self._column(days.until) + 1] = True
        return known


def history(until: date, *, nights: int, days: int) -> Period:
    """The days that some nights up to a date look at: those of the nights, and *days* before."""
    return Period(since=until - timedelta(days=nights + days - 1), until=until)
