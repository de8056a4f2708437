"""How brands stand along the customer's journey, gathered for a report."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

from analysis.findings import everywhere, rates_of, topics_of
from analysis.groups import counts_of_groups, groups
from analysis.journey import best_in_set, delights, heat, positions, told
from analysis.tallies import Tallies
from rivalscope.models import Insight

if TYPE_CHECKING:
    from collections.abc import Sequence

    from analysis.days import Covered
    from analysis.ground import Ground
    from rivalscope.models import (
        BrandReport,
        DailyVolume,
        Finding,
        HeatCell,
        Period,
        ThemePack,
        Thresholds,
    )
    from rivalscope.pipeline.reports.own_pages import OwnPages
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def gather_insight(
    brands: Sequence[BrandReport],
    *,
    pages: OwnPages,
    findings: Sequence[Finding],
    heat_cells: tuple[HeatCell, ...],
    thresholds: Thresholds,
) -> Insight:
    """*findings* are those of the comparison; none, where nothing is compared."""
    quotes = {name: quotes for brand in brands for name, quotes in brand.quotes.items()}
    return Insight(
        faq=pages.faq_report(brands),
        policies=pages.policies,
        heat=heat_cells,
        heat_compared=bool(findings),
        channels=pages.channels,
        sites_read=pages.sites_read,
        positions=positions(brands, effects=_effects(brands), confidence=thresholds.confidence),
        compared=told(findings),
        best=best_in_set(findings, thresholds=thresholds),
        delight=delights(brands, quotes),
    )


def heat_cells(
    settings: Settings,
    store: Store,
    *,
    pack: ThemePack,
    volumes: Sequence[DailyVolume],
    common: Ground,
    covered: Covered,
    window: Period,
) -> tuple[HeatCell, ...]:
    """Where the brands are compared, there; else in all that was read of each in the window."""
    places = groups(pack.themes)
    said = store.understandings.daily_combinations(
        since=window.since,
        until=window.until,
        without={source.key for source in settings.sources if source.quotes_only},
    )
    recent = (row for row in volumes if row.day in window)
    tallies = Tallies(recent, counts_of_groups(said, places))
    scope = common.scope or everywhere(tallies, covered, period=window)
    rates = rates_of(
        tallies,
        scope,
        topics=topics_of(tallies, scope),
        confidence=settings.thresholds.confidence,
    )
    return heat(rates, tuple(brand.slug for brand in settings.brands), themed=places)


def _effects(brands: Sequence[BrandReport]) -> dict[str, float]:
    """The mean design effect of a brand's findings: how far its reviews come in bursts."""
    return {
        brand.slug: fmean(finding.rate.design_effect for finding in brand.findings)
        for brand in brands
        if brand.findings
    }
