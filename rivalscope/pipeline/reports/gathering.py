"""Gathers for a report what the proxies count."""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.proxies.gathering import Counted, gather

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import DailyVolume, Period, Proxies
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def gather_proxies(
    settings: Settings, store: Store, *, period: Period, volumes: Sequence[DailyVolume]
) -> Proxies:
    """The proxies of a report, over the days of *period*; *volumes* are those of all languages."""
    without = {source.key for source in settings.sources if source.quotes_only}
    since, until = period.since, period.until
    of = store.proxies
    return gather(
        Counted(
            replies=of.replies(since=since, until=until, without=without),
            volumes=of.daily_volumes(since=since, until=until, without=without),
            signals=of.daily_counts(since=since, until=until, without=without),
            all_volumes=[one for one in volumes if one.day in period],
            advice=of.daily_advice(since=since, until=until, without=without),
            evidence=of.evidence(since=since, until=until, without=without),
        ),
        settings.brands,
        period=period,
        confidence=settings.thresholds.confidence,
    )
