"""Quotes that help a reader believe or doubt a claim: few, fresh, distinct, of readable length."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from rivalscope.models import CUE_RULES, READABLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rivalscope.models import Evidence, SwotCell

_TOO_ALIKE = 0.6
_WORDS = re.compile(r"\w+")


def choose(candidates: Sequence[Evidence], *, most: int = 3) -> tuple[Evidence, ...]:
    """Up to ``most`` quotes: those that say it outright first, then readable, then recent ones.

    Outright is what a cue decided, not the mood around it; readable are 30 to 160 characters.

    Never two of one review, nor two that share most of their words; undated ones come last. Fewer
    where there are no more such. The order of the candidates plays no part.
    """
    chosen: list[Evidence] = []
    for candidate in sorted(set(candidates), key=_rank):
        if len(chosen) >= most:
            break
        if not any(_repeats(candidate, one) for one in chosen):
            chosen.append(candidate)
    return tuple(chosen)


def choose_across_brands(
    candidates: Sequence[Evidence], brands: Sequence[str], *, most: int = 3
) -> tuple[Evidence, ...]:
    """The same, taking turns between the brands in the order given; others are never quoted."""
    own = [choose([one for one in candidates if one.brand == brand], most=most) for brand in brands]
    turns = chain.from_iterable(zip_longest(*own))
    chosen: list[Evidence] = []
    for candidate in turns:
        if candidate and not any(_repeats(candidate, one) for one in chosen):
            chosen.append(candidate)
    return tuple(chosen[:most])


def illustrate(cell: SwotCell, candidates: Iterable[Evidence], *, most: int = 3) -> SwotCell:
    """The cell with quotes of its own theme, polarity and days, of brands that show its point."""
    days = {finding.brand: finding.period for finding in cell.findings}
    fitting = [
        one
        for one in candidates
        if (one.theme, one.polarity) == (cell.theme, cell.polarity)
        and one.brand in days
        and one.published_on
        and one.published_on in days[one.brand]
    ]
    quotes = choose_across_brands(fitting, brands_to_quote(cell), most=most)
    return replace(cell, quotes=quotes)


def brands_to_quote(cell: SwotCell) -> tuple[str, ...]:
    """Whose customers show the point of a cell.

    The side with more of the complaint or praise: ours for a weakness, the rivals' for a gap or for
    complaints that we have fewer of. A cell's first finding is ours.
    """
    if cell.rule == "market_gap":
        return tuple(cell.facts["rivals"].split(","))
    if cell.rule in {"faq_gap", "channel_gap", "rival_rising", "rival_spiking"}:
        return (cell.subject,) if cell.subject else ()
    ours, *rivals = (finding.brand for finding in cell.findings)
    if cell.news:
        return (ours,)
    about_us = cell.rule == "worse_than_rivals" or (cell.polarity == "positive") == (
        cell.rule == "better_than_rivals"
    )
    return (ours,) if about_us else tuple(rivals)


def _rank(evidence: Evidence) -> tuple[bool, bool, int, int, str, str, str, str]:
    length = len(evidence.quote)
    missed = max(READABLE.start - length, length - READABLE.stop + 1, 0)
    age = -(evidence.published_on or date.min).toordinal()
    # Unreadable quotes rank by how far they are from readable, in steps that let freshness speak.
    return (
        evidence.rule not in CUE_RULES,
        missed > 0,
        missed // 40,
        age,
        evidence.review_id,
        evidence.quote,
        evidence.rule,
        evidence.url or "",
    )


def _repeats(one: Evidence, other: Evidence) -> bool:
    if (one.brand, one.review_id) == (other.brand, other.review_id):
        return True
    first, second = _words(one.quote), _words(other.quote)
    shared = len(first & second)
    return shared >= _TOO_ALIKE * max(1, min(len(first), len(second)))


@lru_cache(maxsize=4096)  # a quote is a candidate of its brand's page and of several claims
def _words(quote: str) -> frozenset[str]:
    return frozenset(_WORDS.findall(quote.casefold()))
