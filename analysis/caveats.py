"""Why an entry may not hold all there is: sources that are not well, old readings, few reviews."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from rivalscope.models import Caveat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from rivalscope.models import Finding, Rule, SourceReport, SwotCell

STALE_DAYS: Final = 14
"""A source whose last good reading is older than this before the as-of date is stale."""

_SOUND: Final = frozenset({"ok", "imported"})
_OWN_PAGES: Final[Mapping[Rule, str]] = {
    "faq_gap": "faq",
    "rival_faq_answer": "faq",
    "channel_gap": "site",
    "rival_policy": "site",
}
"""Rules that rest on a brand's own pages too, and the kind of source these are."""


def with_caveats(
    cell: SwotCell,
    *,
    sources: Iterable[SourceReport],
    last_ok: Mapping[tuple[str, str], date],
    as_of: date,
    thin: Iterable[Finding] = (),
) -> SwotCell:
    """The cell with whatever limits it, in the order of the sources, then of the brands.

    *thin*: findings of brands that were left out of the comparison for want of reviews.
    """
    touched = [source for source in sources if _touches(source, cell)]
    caveats = (*_of_sources(touched, last_ok, as_of=as_of), *_of_brands(thin, cell))
    return replace(cell, caveats=caveats)


def _touches(source: SourceReport, cell: SwotCell) -> bool:
    platforms = {
        (finding.brand, stratum.platform) for finding in cell.findings for stratum in finding.strata
    }
    if source.kind == _OWN_PAGES.get(cell.rule):
        return source.brand in {cell.subject, *cell.rivals}
    return source.kind == "reviews" and (source.brand, source.platform) in platforms


def _of_sources(
    sources: Iterable[SourceReport], last_ok: Mapping[tuple[str, str], date], *, as_of: date
) -> Iterator[Caveat]:
    for source in sources:
        read_on = last_ok.get((source.brand, source.id))
        if source.state not in _SOUND:
            yield Caveat(
                kind="source",
                brand=source.brand,
                platform=source.platform,
                state=source.state,
                reason=source.reason,
            )
        if read_on and read_on < as_of - timedelta(days=STALE_DAYS):
            yield Caveat(
                kind="stale", brand=source.brand, platform=source.platform, last_ok=read_on
            )


def _of_brands(thin: Iterable[Finding], cell: SwotCell) -> Iterator[Caveat]:
    """Brands that speak of the same thing, but too few for a comparison."""
    if cell.subject or cell.rivals:
        return  # it is about certain rivals, and says nothing of the others
    for finding in thin:
        if (finding.theme, finding.polarity) == (cell.theme, cell.polarity) and finding.rate.n:
            yield Caveat(
                kind="insufficient", brand=finding.brand, n=finding.rate.n, of=finding.rate.of
            )
