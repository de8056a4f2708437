"""How often alerts cry wolf where nothing happens, and how long judging a night takes.

Prints figures and judges nothing. The quiet market: negative-binomial complaints beside Poisson
reviews with weekdays and seasons, stars drawn from shares that never change. In the bumpy one, the
volume of each week varies by a fifth besides (gamma).
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from analysis.spikes import DailySeries, SpikeLimits, judgments
from analysis.spikes.calendar import EVERYWHERE, STAR_STEPS, Calendar, Place
from analysis.spikes.volumes import VolumeWatch
from analysis.spikes.watching import Watch
from rivalscope.alerts.lifecycle import PATIENCE
from rivalscope.models import DEFAULTS, NIGHTS_A_MONTH, Stratum
from rivalscope.settings.schema import ConfigurationFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.spikes.expecting import Numbers
    from analysis.spikes.watching import Night
    from rivalscope.models import IncidentKind

RIVALS, THEMES, WEEKS = 10, 12, 52
MARKETS = 10
HISTORY = 365
UNTIL = date(2026, 11, 20)
FIRST = UNTIL - timedelta(days=HISTORY + 7 * WEEKS - 1)
SINCE = UNTIL - timedelta(days=7 * WEEKS - 1)
PLACE = Stratum(platform="trustpilot", language="en")
ASKED = (0.5, 1.0, 2.0, 4.0)
#: Shares of five stars down to one.
TASTES = ((0.55, 0.2, 0.08, 0.05, 0.12), (0.8, 0.1, 0.03, 0.02, 0.05), (0.3, 0.2, 0.1, 0.1, 0.3))


@dataclass(frozen=True)
class QuietMarket:
    """Days of all rivals; shares never change."""

    reviews: Numbers
    """By rival and day."""
    complaints: Numbers
    """By rival, theme and day."""
    missing_stars: Numbers
    """By rival and day."""

    def nights(self, kind: IncidentKind) -> Iterator[Night]:
        limits = SpikeLimits(min_complaints=DEFAULTS[kind].floor)
        match kind:
            case "complaint_spike" | "praise_surge":
                counted = self.complaints.reshape(RIVALS * THEMES, -1)
                themes = [f"theme-{number}" for number in range(THEMES)]
                reviews = np.repeat(self.reviews, THEMES, axis=0)
                calendar = Calendar(FIRST, _places(themes), counted, reviews, counted)
                return Watch(calendar, limits=limits).nights(SINCE)
            case "rating_drop":
                calendar = Calendar(
                    FIRST,
                    _places([EVERYWHERE]),
                    self.missing_stars,
                    STAR_STEPS * self.reviews,
                    self.reviews,
                )
                return Watch(calendar, limits=limits).nights(SINCE)
            case _:
                calendar = Calendar(
                    FIRST, _places([PLACE.platform]), self.reviews, self.reviews, self.reviews
                )
                direction = "surge" if kind == "volume_surge" else "drop"
                return VolumeWatch(calendar, limits=limits, direction=direction).nights(SINCE)


def quiet_market(seed: int, *, bumps: float) -> QuietMarket:
    """*bumps*: coefficient of variation of the volume of weeks."""
    rng = np.random.default_rng(seed)
    days = HISTORY + 7 * WEEKS
    week = np.array([1.15, 1.1, 1.05, 1.0, 1.0, 0.8, 0.75])[np.arange(days) % 7]
    reviews, missing = np.zeros((RIVALS, days)), np.zeros((RIVALS, days))
    complaints = np.zeros((RIVALS, THEMES, days))
    for rival in range(RIVALS):
        season = np.exp(0.25 * np.cos(2 * np.pi * (np.arange(days) + rng.integers(365)) / 365))
        mean = rng.choice([3.0, 12.0, 50.0]) * week * season
        if bumps:
            weeks = rng.gamma(bumps**-2, bumps**2, days // 7 + 1)
            mean *= np.repeat(weeks, 7)[:days]
        reviews[rival] = rng.poisson(mean)
        for theme in range(THEMES):
            share, over = rng.choice([0.02, 0.06, 0.15]), rng.choice([0.2, 0.5, 1.5])
            drawn = rng.poisson(rng.gamma(share * mean / over, over))
            complaints[rival, theme] = np.minimum(drawn, reviews[rival])
        stars = rng.multinomial(reviews[rival].astype(int), TASTES[rng.integers(len(TASTES))])
        missing[rival] = stars @ np.arange(STAR_STEPS + 1)
    return QuietMarket(reviews, complaints, missing)


def alerts(nights: Iterator[Night], kind: IncidentKind, asked: tuple[float, ...]) -> list[int]:
    """Incidents told, for each number of false alerts a month that is asked for."""
    usual = DEFAULTS[kind]
    told = [0] * len(asked)
    seen: list[dict[tuple[str, str], list[date]]] = [defaultdict(list) for _ in asked]
    for night in nights:
        for number, sensitivity in enumerate(asked):
            limits = SpikeLimits(
                min_complaints=usual.floor, false_discovery=sensitivity / NIGHTS_A_MONTH
            )
            for rise in night.rises(limits):
                days = seen[number][rise.brand, rise.theme]
                if days and (night.day - days[-1]).days > PATIENCE[kind].cool_down_days:
                    days.clear()
                days.append(night.day)
                told[number] += len(days) == usual.confirm_nights
    return told


def bench_quiet(what: str, *, bumps: float) -> None:
    kinds = [kind for kind in DEFAULTS if kind != "praise_surge"]  # judged as complaints are
    told = {kind: np.zeros(len(ASKED) + 1) for kind in kinds}
    for seed in range(MARKETS):
        market = quiet_market(seed, bumps=bumps)
        for kind in kinds:
            asked = (DEFAULTS[kind].sensitivity, *ASKED)
            told[kind] += alerts(market.nights(kind), kind, asked)
    weeks = MARKETS * RIVALS * WEEKS
    months = MARKETS * 7 * WEEKS / NIGHTS_A_MONTH
    print(f"{MARKETS} {what} markets of {RIVALS} rivals x {THEMES} themes x {WEEKS} weeks:")
    print("  alerts by default in 200 competitor-weeks; and a month where asked for so many")
    print(f"  {'':16}{'default':>8}" + "".join(f"{asked:>8g}" for asked in ASKED))
    for kind, counts in told.items():
        seen = "".join(f"{count / months:8.2f}" for count in counts[1:])
        print(f"  {kind:16}{200 * counts[0] / weeks:8.2f}{seen}")
    watched = {rule.kind for rule in ConfigurationFile.model_fields["alerts"].default}
    total = sum(counts[0] for kind, counts in told.items() if kind in watched)
    print(f"  all rules that are on by default: {200 * total / weeks:.2f} in 200")


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


def _places(subjects: list[str]) -> tuple[Place, ...]:
    return tuple(
        Place(f"rival-{rival}", PLACE, subject) for rival in range(RIVALS) for subject in subjects
    )


if __name__ == "__main__":
    bench_speed()
    bench_quiet("quiet", bumps=0.0)
    bench_quiet("bumpy", bumps=0.2)
