"""What spikes are looked for in, by reports and alerts alike: reviews whose date tells the day."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from analysis.spikes import days_needed, reporting_delay
from analysis.tallies import Tallies

if TYPE_CHECKING:
    from rivalscope.models import Coverage, DailyStars, DailyVolume, Period
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

#: How far back it is learned how long reviews take to be there.
_ARRIVALS_DAYS = 120


class DayTold:
    """The counts that some nights are judged by; each kind is read once.

    A review that is dated by its month stands on the first of it, and would be a jump there.
    """

    def __init__(self, settings: Settings, store: Store, *, nights: Period) -> None:
        self._store = store
        self._nights = nights
        self._needed = days_needed(nights)
        self._without = {source.key for source in settings.sources if source.quotes_only}

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """Which days of which places were read in full."""
        return self._store.runs.coverages(without=self._without)

    @cached_property
    def waits(self) -> dict[tuple[str, str], int]:
        """(brand, platform) -> days until the reviews of a day are there."""
        since = self._nights.until - timedelta(days=_ARRIVALS_DAYS)
        waits: dict[tuple[str, str], int] = defaultdict(int)
        for (brand, source, platform), seen in self._store.arrivals.by_source(since=since).items():
            if f"{brand}/{source}" not in self._without:
                waits[brand, platform] = max(waits[brand, platform], reporting_delay(seen))
        return dict(waits)

    @cached_property
    def volumes(self) -> tuple[DailyVolume, ...]:
        """Reviews, of the nights and of the days they are learned from."""
        return self._store.understandings.daily_volumes(
            since=self._needed.since,
            until=self._needed.until,
            without=self._without,
            day_told=True,
        )

    @cached_property
    def tallies(self) -> Tallies:
        """The same with what they complain of and praise."""
        counts = self._store.understandings.daily_counts(
            since=self._needed.since,
            until=self._needed.until,
            without=self._without,
            day_told=True,
        )
        return Tallies(self.volumes, counts)

    @cached_property
    def stars(self) -> tuple[DailyStars, ...]:
        """Of the same days."""
        return self._store.understandings.daily_stars(
            since=self._needed.since, until=self._needed.until, without=self._without
        )
