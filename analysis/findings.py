"""What each brand's customers together complain of and praise, and how that changed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from analysis.contrasts import Contrast, judge
from analysis.days import covered_days, days_before, hull
from analysis.intervals import wilson
from rivalscope.models import Finding, Interval, Period, Rate, Stratum

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from analysis.days import Covered
    from analysis.tallies import Tallies, Tally, Topic
    from rivalscope.models import Thresholds

Scope = Mapping[str, Mapping[Stratum, Period]]
"""Brand -> stratum -> the days on which its reviews count."""

BrandTopic = tuple[str, "Topic"]


def everywhere(tallies: Tallies, covered: Covered, *, period: Period) -> Scope:
    """Every stratum of every brand, on the covered days of a period: a brand by itself.

    Strata without a review on such days are left out, and so are brands without any stratum.
    """
    scope: dict[str, dict[Stratum, Period]] = {}
    for brand in tallies.brands():
        for stratum in tallies.strata(brand):
            days = covered_days(covered, brand, platform=stratum.platform, within=period)
            if days and tallies.reviews(brand, stratum, period=days):
                scope.setdefault(brand, {})[stratum] = days
    return scope


def gather(
    tallies: Tallies, scope: Scope, *, covered: Covered, thresholds: Thresholds
) -> tuple[Finding, ...]:
    """Findings of every brand in scope, for each theme that any of them has mentions of.

    So a theme nobody mentions at a brand is there with n = 0, because silence of 400 customers
    where another brand's complain is something to know. Per brand the most frequent come first.
    The period runs from the first to the last day counted. Changes are judged among those gathered
    in one call; a comparative report judges them again among all its comparisons.
    """
    changes = judge(changes_of(tallies, scope, covered=covered, thresholds=thresholds), thresholds)
    before = {
        brand: baseline(strata, brand, covered=covered, thresholds=thresholds)
        for brand, strata in scope.items()
    }
    topics = topics_of(tallies, scope)
    rates = rates_of(tallies, scope, topics=topics, confidence=thresholds.confidence)
    previous = rates_of(tallies, before, topics=topics, confidence=thresholds.confidence)
    found = [
        Finding(
            brand=brand,
            theme=theme,
            polarity=polarity,
            period=hull(scope[brand].values()),
            rate=rate,
            previous=previous.get((brand, (theme, polarity))),
            change=changes.get((brand, (theme, polarity))),
            strata=tuple(sorted(scope[brand])),
            enough=rate.n >= thresholds.min_mentions and rate.of >= thresholds.min_reviews,
        )
        for (brand, (theme, polarity)), rate in rates.items()
    ]
    return tuple(sorted(found, key=_most_frequent_first))


def rates_of(
    tallies: Tallies, scope: Scope, *, topics: Iterable[Topic], confidence: float = 0.95
) -> dict[BrandTopic, Rate]:
    """What each brand's customers say of each of *topics*; brands without a review are left out."""
    return {
        (brand, topic): rate
        for topic in topics
        for brand, strata in scope.items()
        for found in [tallied(tallies, brand, topic=topic, strata=strata)]
        if (rate := rate_of(found, confidence=confidence))
    }


def topics_of(tallies: Tallies, scope: Scope) -> tuple[Topic, ...]:
    """Themes and polarities that any brand in scope has a mention of, sorted."""
    found: set[Topic] = set()
    for brand, strata in scope.items():
        for stratum, days in strata.items():
            found |= tallies.topics(brand, stratum, period=days)
    return tuple(sorted(found))


def baseline(
    strata: Mapping[Stratum, Period], brand: str, *, covered: Covered, thresholds: Thresholds
) -> dict[Stratum, Period]:
    """The equally long days before, per stratum, clipped to what is covered.

    Strata with fewer covered days than ``baseline_days`` are left out.
    """
    days = {
        stratum: covered_days(covered, brand, platform=stratum.platform, within=days_before(period))
        for stratum, period in strata.items()
    }
    return {s: p for s, p in days.items() if p and p.days >= thresholds.baseline_days}


def changes_of(
    tallies: Tallies, scope: Scope, *, covered: Covered, thresholds: Thresholds
) -> dict[BrandTopic, Contrast]:
    """This period against the one before, by brand and topic, where there is a baseline."""
    topics = topics_of(tallies, scope)
    changes: dict[BrandTopic, Contrast] = {}
    for brand in sorted(scope):
        before = baseline(scope[brand], brand, covered=covered, thresholds=thresholds)
        for topic in topics:
            change = change_of(tallies, brand, topic=topic, now=scope[brand], before=before)
            if change:
                changes[brand, topic] = change
    return changes


def change_of(
    tallies: Tallies,
    brand: str,
    *,
    topic: Topic,
    now: Mapping[Stratum, Period],
    before: Mapping[Stratum, Period],
) -> Contrast | None:
    """Now minus before, over the strata with reviews in both; None where there is no such."""
    pairs = tuple(
        (this, that)
        for stratum in sorted(now.keys() & before.keys())
        if (this := tallies.tally(brand, stratum, topic=topic, period=now[stratum]))
        and (that := tallies.tally(brand, stratum, topic=topic, period=before[stratum]))
    )
    return Contrast(pairs) if pairs else None


def tallied(
    tallies: Tallies, brand: str, *, topic: Topic, strata: Mapping[Stratum, Period]
) -> list[Tally]:
    """A brand's counts in each stratum on its days; strata without reviews are left out."""
    return [
        tally
        for stratum, days in sorted(strata.items())
        if (tally := tallies.tally(brand, stratum, topic=topic, period=days))
    ]


def rate_of(tallies: Sequence[Tally], *, confidence: float = 0.95) -> Rate | None:
    """Several strata of one brand together, None where there is no review.

    The design effect is the mean of the strata's, each weighed by the binomial variance that it
    puts into the sum (by its reviews, where nothing varies).
    """
    n, of = sum(tally.n for tally in tallies), sum(tally.of for tally in tallies)
    if not of:
        return None
    weights = [tally.of * tally.effective.share * (1 - tally.effective.share) for tally in tallies]
    if not any(weights):
        weights = [float(tally.of) for tally in tallies]
    effects = [tally.of / tally.effective.of for tally in tallies]
    weighed = math.fsum(w * effect for w, effect in zip(weights, effects, strict=True))
    effect = max(1.0, weighed / math.fsum(weights))
    bounds = wilson(n / effect, of / effect, confidence=confidence)
    return Rate(
        n=n,
        of=of,
        per_100=100.0 * n / of,
        interval=Interval(low=100.0 * bounds.low, high=100.0 * bounds.high),
        design_effect=effect,
    )


def _most_frequent_first(finding: Finding) -> tuple[str, int, str, str]:
    return finding.brand, -finding.rate.n, finding.theme, finding.polarity
