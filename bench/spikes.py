"""How often alerts cry wolf where nothing happens, and how long judging a night takes.

Prints figures and judges nothing. The quiet market: negative-binomial complaints beside Poisson
reviews with weekdays and seasons, and a night in ten that was not crawled.
"""

from __future__ import annotations

import time
from datetime import date, timedelta

import numpy as np

from analysis.spikes import DailySeries, judgments, replayed
from rivalscope.models import Coverage, DailyCount, DailyVolume, Stratum
from rivalscope.storage.incidents import SAME_INCIDENT_DAYS

RIVALS, THEMES, WEEKS = 10, 12, 52
MARKETS = 5
HISTORY = 365
UNTIL = date(2026, 11, 20)
PLACE = Stratum(platform="trustpilot", language="en")


def quiet_market(
    seed: int,
) -> tuple[list[DailyVolume], list[DailyCount]]:
    """Daily counts of a market in which shares never change."""
    rng = np.random.default_rng(seed)
    days = HISTORY + 7 * WEEKS
    first = UNTIL - timedelta(days=days - 1)
    week = np.array([1.15, 1.1, 1.05, 1.0, 1.0, 0.8, 0.75])[np.arange(days) % 7]
    volumes, counts = [], []
    for rival in range(RIVALS):
        season = np.exp(0.25 * np.cos(2 * np.pi * (np.arange(days) + rng.integers(365)) / 365))
        reviews = rng.choice([3.0, 12.0, 50.0]) * week * season
        drawn = rng.poisson(reviews)
        complaints = np.zeros((THEMES, days), dtype=int)
        for theme in range(THEMES):
            mean = rng.choice([0.02, 0.06, 0.15]) * reviews
            over = rng.choice([0.2, 0.5, 1.5])
            complaints[theme] = np.minimum(rng.poisson(rng.gamma(mean / over, over)), drawn)
        for number in range(days):
            day = first + timedelta(days=number)
            brand = f"rival-{rival}"
            volumes.append(
                DailyVolume(brand=brand, stratum=PLACE, day=day, reviews=int(drawn[number]))
            )
            counts += [
                DailyCount(
                    brand=brand,
                    stratum=PLACE,
                    day=day,
                    theme=f"theme-{theme}",
                    complaints=int(complaints[theme, number]),
                    praises=0,
                )
                for theme in range(THEMES)
                if complaints[theme, number]
            ]
    return volumes, counts


def bench_quiet() -> None:
    coverage = [
        Coverage(brand=f"rival-{rival}", platform=PLACE.platform, since=None, until=UNTIL)
        for rival in range(RIVALS)
    ]
    since = UNTIL - timedelta(days=7 * WEEKS - 1)
    alerts = 0
    for seed in range(MARKETS):
        volumes, counts = quiet_market(seed)
        last: dict[str, date] = {}
        for night, found in replayed(volumes, counts, since=since, until=UNTIL, coverage=coverage):
            for spike in found:
                before = last.get(spike.finding.id)
                alerts += before is None or (night - before).days > SAME_INCIDENT_DAYS
                last[spike.finding.id] = night
    weeks = MARKETS * RIVALS * WEEKS
    print(f"{MARKETS} quiet markets of {RIVALS} rivals x {THEMES} themes x {WEEKS} weeks:")
    print(f"  {alerts} alerts in {weeks:,} competitor-weeks, {200 * alerts / weeks:.2f} in 200")


def bench_speed() -> None:
    rng = np.random.default_rng(1)
    for what, series, days, judged in (
        ("one night of 10,000 series", 10_000, HISTORY, 1),
        ("365 nights of 200 series", 200, 2 * HISTORY, HISTORY),
    ):
        daily = DailySeries(
            complaints=rng.poisson(2.0, (series, days)).astype(float),
            others=rng.poisson(20.0, (series, days)).astype(float),
            weekday=0,
            series=np.arange(series),
            peers=np.arange(series) % 27,
        )
        started = time.process_time()
        for _ in judgments(daily, since=days - judged):
            pass
        print(f"{what}, {days} days of history: {time.process_time() - started:.1f} s")


if __name__ == "__main__":
    bench_speed()
    bench_quiet()
