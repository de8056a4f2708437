"""The comparative SWOT: fixed rules over judged comparisons; no model writes any of it.

Everything is told in a theme's complaints or in its praise. A side is *better* where it has fewer
complaints or more praise, and a difference counts only where it is significant after
Benjamini-Hochberg over the whole report. The floor of mentions is asked of the side said to have
more: 3 complaints of 400 are too few to say much about, but enough to be fewer than 60 of 400.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.rules import RULES
from analysis.standings import Standings
from rivalscope.models import Withheld

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from analysis.comparison import Comparison
    from analysis.gaps import SiteFacts
    from analysis.ground import Ground
    from rivalscope.models import FaqChange, Finding, PolicyChange, Spike, SwotCell, Thresholds

_QUADRANTS = ("strength", "weakness", "opportunity", "threat")


def cells(
    findings: Iterable[Finding],
    comparisons: Iterable[Comparison],
    *,
    common: Ground,
    sites: Mapping[str, SiteFacts],
    spikes: Iterable[Spike] = (),
    news: Iterable[FaqChange | PolicyChange] = (),
    thresholds: Thresholds,
) -> tuple[SwotCell, ...]:
    """Every claim that the rules allow: by quadrant, the most important first.

    ``findings`` are those gathered over ``common.scope``; their changes are replaced by the ones
    judged with everything else. A theme stands once per rule and subject: of its complaint and its
    praise the more important. ``news`` are what FAQs and policies have said anew in the window.
    Empty where nothing is compared.
    """
    if common.us is None or not common.rivals:
        return ()
    standings = Standings(
        findings,
        comparisons,
        common=common,
        sites=sites,
        spikes=spikes,
        news=news,
        thresholds=thresholds,
    )
    made = [cell for rule in RULES for cell in rule(standings)]
    first: dict[str, SwotCell] = {}
    for cell in sorted(made, key=lambda cell: (-cell.importance, cell.polarity)):
        first.setdefault(cell.id, cell)
    return tuple(sorted(first.values(), key=_order))


def withheld(
    findings: Iterable[Finding], made: Iterable[SwotCell], *, thin: Iterable[Finding] = ()
) -> tuple[Withheld, ...]:
    """What was mentioned at all, but too little to be told: below a floor and in no cell.

    ``thin`` are findings of brands that were not compared for want of reviews. Sorted by theme.
    """
    told = {(f.brand, f.theme, f.polarity) for cell in made for f in cell.findings}
    rows = {
        (f.theme, f.polarity, f.brand): Withheld(
            brand=f.brand, theme=f.theme, polarity=f.polarity, n=f.rate.n, of=f.rate.of
        )
        for f in (*findings, *thin)
        if f.rate.n and not f.enough and (f.brand, f.theme, f.polarity) not in told
    }
    return tuple(rows[key] for key in sorted(rows))


def _order(cell: SwotCell) -> tuple[int, float, str]:
    return _QUADRANTS.index(cell.quadrant), -cell.importance, cell.id
