"""Simulates markets whose truth is known, and counts what the comparison claims of them.

Figures only: how many comparative claims are false, over all markets and in the mean of them (the
false discovery rate proper), how often equal brands get one at all, and how often a planted
difference is found. Reviews come in weekly bursts of a known design effect.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from analysis import swot
from analysis.comparison import compare
from analysis.days import covered_by
from analysis.findings import gather
from analysis.ground import ground
from analysis.intervals import wilson
from analysis.tallies import Tallies
from rivalscope.models import (
    Brand,
    Coverage,
    DailyCount,
    DailyVolume,
    Period,
    Stratum,
    Thresholds,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from rivalscope.models import SwotCell

AS_OF = date(2026, 9, 30)
WEEKS = 26
"""Thirteen that are looked at, and as many before."""
RIVALS = 3
THEMES = tuple(f"theme{number:02}" for number in range(27))
PLANTED = THEMES[0]
STRATUM = Stratum(platform="portal", language="en")
THRESHOLDS = Thresholds(window_days=91)
SLUGS = ("us", *(f"rival{number}" for number in range(RIVALS)))
COMPARATIVE = frozenset(
    {"better_than_rivals", "worse_than_rivals", "rival_better", "rival_rising", "rival_improving"}
)
DIFFERING = 0.2
"""Share of all rates that differ from the market's, where some do."""
EFFECTS = (1.0, 1.5, 2.0)
_SAME = 1e-9
"""A difference of rates that is only rounding."""
Rates = np.ndarray
"""Brand x theme x polarity (complaints, praise): share of reviews, the same in every week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A kind of market."""

    name: str
    reviews: int
    """Of each brand in the window."""
    rates: Callable[[np.random.Generator], Rates]


def main() -> None:
    """Prints one line per scenario and design effect."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markets", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for scenario in SCENARIOS:
        for effect in EFFECTS:
            chance = np.random.default_rng(asked.seed)
            print(_line(scenario, chance, effect=effect, markets=asked.markets), flush=True)


def _line(scenario: Scenario, chance: np.random.Generator, *, effect: float, markets: int) -> str:
    claims = false = with_false = found = 0
    shares = 0.0
    for _ in range(markets):
        rates = scenario.rates(chance)
        made = _claims(_market(chance, rates, reviews=scenario.reviews, effect=effect))
        wrong = [cell for cell in made if not _is_true(cell, rates)]
        claims, false = claims + len(made), false + len(wrong)
        with_false += bool(wrong)
        shares += len(wrong) / max(len(made), 1)
        found += any(cell.rule == "worse_than_rivals" and cell.theme == PLANTED for cell in made)
    return (
        f"{scenario.name:34} design effect {effect:3.1f}: {claims / markets:6.2f} claims a market,"
        f" {_share(false, claims)} false ({shares / markets:.1%} of a market's, on average),"
        f" {_share(with_false, markets)} of markets with a false one,"
        f" planted weakness found in {_share(found, markets)}"
    )


def _share(n: int, of: int) -> str:
    if not of:
        return "none"
    bounds = wilson(n, of)
    return f"{n / of:.1%} ({bounds.low:.1%}-{bounds.high:.1%})"


def _market(
    chance: np.random.Generator, rates: Rates, *, reviews: int, effect: float
) -> tuple[Tallies, list[Coverage]]:
    """Two windows of weeks; a share wanders from week to week as a design effect asks for.

    Beta-binomial: with m reviews in a week and intraclass correlation r the variance of a week's
    count is 1 + (m - 1) r times the binomial one.
    """
    volumes, counts = [], []
    weekly = 2 * reviews // WEEKS
    correlation = (effect - 1) / (weekly - 1)
    for week in range(WEEKS):
        day = AS_OF - timedelta(days=7 * week + 3)
        for brand, shares in zip(SLUGS, rates, strict=True):
            now = _wandering(chance, shares, correlation=correlation)
            bad, good = chance.binomial(weekly, now).T.tolist()
            volumes.append(DailyVolume(brand=brand, stratum=STRATUM, day=day, reviews=weekly))
            counts.append(DailyCount(brand, STRATUM, day, THEMES, complaints=bad, praises=good))
    coverage = [
        Coverage(brand=brand, platform=STRATUM.platform, since=None, until=AS_OF) for brand in SLUGS
    ]
    return Tallies(volumes, counts), coverage


def _wandering(chance: np.random.Generator, shares: Rates, *, correlation: float) -> Rates:
    if correlation <= 0:
        return shares
    size = 1 / correlation - 1
    return chance.beta(shares * size, (1 - shares) * size)


def _claims(market: tuple[Tallies, list[Coverage]]) -> list[SwotCell]:
    """The comparative entries that a report of the market would hold."""
    tallies, coverage = market
    covered = covered_by(coverage)
    brands = tuple(Brand(slug=slug, name=slug, is_us=slug == "us") for slug in SLUGS)
    window = Period(since=AS_OF - timedelta(days=THRESHOLDS.window_days - 1), until=AS_OF)
    common = ground(tallies, covered, brands=brands, window=window, thresholds=THRESHOLDS)
    cells = swot.cells(
        gather(tallies, common.scope, covered=covered, thresholds=THRESHOLDS),
        compare(tallies, common, covered=covered, thresholds=THRESHOLDS),
        common=common,
        sites={},
        thresholds=THRESHOLDS,
    )
    return [cell for cell in cells if cell.rule in COMPARATIVE]


def _is_true(cell: SwotCell, rates: Rates) -> bool:
    """Whether the rates that the market was made with differ as the claim says.

    They never change, so that a change is always a false claim.
    """
    if cell.difference is None or cell.rule in {"rival_rising", "rival_improving"}:
        return False
    of = rates[:, THEMES.index(cell.theme), 0 if cell.polarity == "negative" else 1]
    theirs = of[SLUGS.index(cell.subject)] if cell.subject else of[1:].mean()
    return bool((of[0] - theirs) * cell.difference.points > _SAME)


def _equal(chance: np.random.Generator) -> Rates:
    """Every brand the same; themes from rare to frequent."""
    shares = chance.uniform(0.01, 0.2, size=(1, len(THEMES), 2))
    return np.repeat(shares, len(SLUGS), axis=0)


def _different(chance: np.random.Generator) -> Rates:
    """A fifth of all shares differ from the market's, by a third up or down."""
    shares = _equal(chance)
    differs = chance.random(shares.shape) < DIFFERING
    return np.where(differs, shares * chance.choice((2 / 3, 3 / 2), size=shares.shape), shares)


def _planted(ours: float) -> Callable[[np.random.Generator], Rates]:
    def rates(chance: np.random.Generator) -> Rates:
        shares = _equal(chance)
        shares[:, 0, 0] = 0.10
        shares[0, 0, 0] = ours
        return shares

    return rates


SCENARIOS = (
    Scenario(name="equal brands, N=500", reviews=500, rates=_equal),
    Scenario(name="equal brands, N=1,500", reviews=1_500, rates=_equal),
    Scenario(name="some differ by half, N=500", reviews=500, rates=_different),
    Scenario(name="some differ by half, N=1,500", reviews=1_500, rates=_different),
    Scenario(name="10 -> 18 per 100, N=500", reviews=500, rates=_planted(0.18)),
    Scenario(name="10 -> 15 per 100, N=1,500", reviews=1_500, rates=_planted(0.15)),
)


if __name__ == "__main__":
    main()
