"""Where along the customer's journey a brand is praised and blamed, and who does best in what."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, cast, get_args

from analysis.evidence import choose
from analysis.intervals import wilson
from rivalscope.models import (
    Best,
    Delight,
    HeatCell,
    Interval,
    Position,
    Rate,
    Stage,
    Touchpoint,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from analysis.tallies import Topic
    from rivalscope.models import BrandReport, Evidence, Finding, Polarity, Thresholds
    from rivalscope.models.insight import Axis

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
TOUCHPOINTS: Final[tuple[Touchpoint, ...]] = get_args(Touchpoint)
DELIGHT: Final = "delight"
_MONTH: Final = 30


def heat(
    rates: Mapping[tuple[str, Topic], Rate], brands: Sequence[str], *, themed: Collection[str]
) -> tuple[HeatCell, ...]:
    """The map's cells, stages before touchpoints, each row in the order of *brands*.

    *rates*: by brand and group, as :func:`analysis.groups.groups` names them. A place that no
    review speaks of has 0 of N; one without a theme (a group that is not in *themed*) has no
    figure; a brand without rates has no cell.
    """
    known = {brand for brand, _ in rates}
    places: list[tuple[Axis, str]] = [("stage", place) for place in STAGES]
    places += [("touchpoint", place) for place in TOUCHPOINTS]
    return tuple(
        HeatCell(
            axis=axis,
            place=cast("Stage | Touchpoint", place),
            brand=brand,
            complaints=_rate(rates, brand, (group, "negative")) if group in themed else None,
            praise=_rate(rates, brand, (group, "positive")) if group in themed else None,
        )
        for axis, place in places
        for group in [f"{axis}:{place}"]
        for brand in brands
        if brand in known
    )


def _rate(rates: Mapping[tuple[str, Topic], Rate], brand: str, topic: Topic) -> Rate:
    """Where nobody speaks of it, as clustered as what most speak of."""
    if (brand, topic) in rates:
        return rates[brand, topic]
    most = min((-rate.n, topic) for (owner, topic), rate in rates.items() if owner == brand)
    some = rates[brand, most[1]]
    return proportion(0, some.of, effect=some.design_effect)


def proportion(n: int, of: int, *, effect: float = 1.0, confidence: float = 0.95) -> Rate:
    """So many of so many as a rate per 100 with its Wilson interval."""
    bounds = wilson(n / effect, of / effect, confidence=confidence)
    return Rate(
        n=n,
        of=of,
        per_100=100 * n / of,
        interval=Interval(low=100 * bounds.low, high=100 * bounds.high),
        design_effect=effect,
    )


def positions(
    brands: Iterable[BrandReport], *, effects: Mapping[str, float], confidence: float
) -> tuple[Position, ...]:
    """How much is written of each brand and how much of it is content; without reviews, nothing.

    The number of reviews is counted, not estimated, so it has no interval. ``effects``: the design
    effect of each brand's reviews.
    """
    found = []
    for brand in brands:
        judged = brand.positive + brand.negative + brand.neutral
        if brand.period and judged:
            content = proportion(
                brand.positive, judged, effect=effects.get(brand.slug, 1.0), confidence=confidence
            )
            found.append(
                Position(
                    brand=brand.slug,
                    reviews=brand.reviews,
                    per_30_days=_MONTH * brand.reviews / brand.period.days,
                    content=content,
                )
            )
    return tuple(found)


def told(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of themes and polarities that enough reviews of at least one brand speak of."""
    known = tuple(findings)
    enough = {(one.theme, one.polarity) for one in known if one.enough}
    return tuple(one for one in known if (one.theme, one.polarity) in enough)


def best_in_set(findings: Iterable[Finding], *, thresholds: Thresholds) -> tuple[Best, ...]:
    """Who has the fewest complaints, and the most praise, in each theme that brands differ in.

    Among brands with enough reviews, where one of them has enough mentions. Between equals the one
    with more reviews comes first, then the name. A best brand is *clear* only where its interval
    and the runner-up's don't overlap, which is stricter than a test at the same level.
    """
    rows: dict[tuple[str, Polarity], list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.rate.of >= thresholds.min_reviews:
            rows[finding.theme, finding.polarity].append(finding)
    found = [
        _best(row)
        for _, row in sorted(rows.items())
        if len(row) > 1 and any(one.enough for one in row)
    ]
    return tuple(sorted(found, key=lambda one: (one.polarity, not one.clear, one.theme)))


def _best(row: Sequence[Finding]) -> Best:
    sign = 1 if row[0].polarity == "negative" else -1
    first, second = sorted(row, key=lambda f: (sign * f.rate.per_100, -f.rate.of, f.brand))[:2]
    low, high = (first, second) if sign > 0 else (second, first)
    return Best(
        theme=first.theme,
        polarity=first.polarity,
        brand=first.brand,
        rate=first.rate,
        runner_up=second.brand,
        runner_up_rate=second.rate,
        clear=low.rate.interval.high < high.rate.interval.low,
    )


def delights(
    brands: Iterable[BrandReport], quotes: Mapping[str, Sequence[Evidence]]
) -> tuple[Delight, ...]:
    """What customers of each brand were delighted by; brands without such a review are absent.

    ``quotes`` by a finding's id.
    """
    return tuple(
        Delight(brand=brand.slug, rate=finding.rate, quotes=choose(quotes.get(finding.id, ())))
        for brand in brands
        for finding in brand.findings
        if (finding.theme, finding.polarity) == (DELIGHT, "positive") and finding.rate.n
    )
