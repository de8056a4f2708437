"""All comparisons of a report, judged together: us and the rivals, now and before."""

from __future__ import annotations

from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from analysis.contrasts import Contrast, Divergence, enough, judge, pooled
from analysis.findings import baseline, change_of, changes_of, topics_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from analysis.contrasts import Testable
    from analysis.days import Covered
    from analysis.ground import Ground
    from analysis.tallies import Tallies, Tally, Topic
    from rivalscope.models import Difference, Period, Polarity, Stratum, Thresholds

Kind = Literal["pooled", "rival", "change", "divergence"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """One theme's rate against another, judged among all comparisons of the report."""

    kind: Kind
    """``pooled``: ours minus the rivals' together, each rival weighing the same. ``rival``: ours
    minus one rival's. ``change``: this period minus the one before, of one brand. ``divergence``:
    a rival's change minus ours."""
    brand: str | None
    """Whom it is about; None for ``pooled``."""
    theme: str
    polarity: Polarity
    difference: Difference
    tested: bool
    """Both floors are reached; only then can it be significant."""


_Key = tuple[Kind, str, "Topic"]

_POOLED_STAKE = 20.0
"""Us against the rivals together is what a report is asked for first. There is one such comparison
of a theme beside a dozen of other kinds, among which it would drown if all weighed the same."""


def compare(
    tallies: Tallies, common: Ground, *, covered: Covered, thresholds: Thresholds
) -> tuple[Comparison, ...]:
    """Every comparison that the ground allows, sorted; empty where it allows none.

    In each stratum the pooled rivals are those compared there; their rate is the plain mean of
    theirs, so the largest does not speak for all. A divergence compares changes between the same
    days: the baselines of both, cut to what both cover.
    """
    if common.us is None or not common.rivals:
        return ()
    figures: dict[_Key, Testable] = {}
    for topic in topics_of(tallies, common.scope):
        figures.update(_against_rivals(tallies, common, us=common.us, topic=topic))
    changes = changes_of(tallies, common.scope, covered=covered, thresholds=thresholds)
    figures.update({("change", *key): change for key, change in changes.items()})
    figures.update(
        _divergences(tallies, common, us=common.us, covered=covered, thresholds=thresholds)
    )
    return tuple(
        Comparison(
            kind=kind,
            brand=brand or None,
            theme=topic[0],
            polarity=topic[1],
            difference=difference,
            tested=enough(figures[kind, brand, topic], thresholds),
        )
        for (kind, brand, topic), difference in sorted(
            judge(figures, thresholds, stake=_stake).items(), key=itemgetter(0)
        )
    )


def _stake(key: _Key) -> float:
    return _POOLED_STAKE if key[0] == "pooled" else 1.0


def _against_rivals(
    tallies: Tallies, common: Ground, *, us: str, topic: Topic
) -> Iterator[tuple[_Key, Testable]]:
    rivals: dict[str, list[tuple[Tally, Tally]]] = {rival: [] for rival in sorted(common.rivals)}
    together: list[tuple[Tally, Tally]] = []
    for stratum, days in sorted(common.ours.items()):
        ours = tallies.tally(us, stratum, topic=topic, period=days)
        theirs = {
            rival: tally
            for rival in rivals
            if stratum in common.scope[rival]
            and (tally := tallies.tally(rival, stratum, topic=topic, period=days))
        }
        if ours and theirs:
            together.append((ours, pooled(list(theirs.values()))))
            for rival, tally in theirs.items():
                rivals[rival].append((ours, tally))
    yield ("pooled", "", topic), Contrast(tuple(together))
    for rival, strata in rivals.items():
        yield ("rival", rival, topic), Contrast(tuple(strata))


def _divergences(
    tallies: Tallies, common: Ground, *, us: str, covered: Covered, thresholds: Thresholds
) -> Iterator[tuple[_Key, Testable]]:
    topics = topics_of(tallies, common.scope)
    before = {
        brand: baseline(strata, brand, covered=covered, thresholds=thresholds)
        for brand, strata in common.scope.items()
    }
    for rival in sorted(common.rivals):
        both = _both_before(before[rival], before[us])
        for topic in topics:
            theirs, ours = (
                change_of(tallies, brand, topic=topic, now=common.scope[brand], before=both)
                for brand in (rival, us)
            )
            if theirs and ours and enough(theirs, thresholds) and enough(ours, thresholds):
                yield ("divergence", rival, topic), Divergence(theirs, ours)


def _both_before(
    theirs: Mapping[Stratum, Period], ours: Mapping[Stratum, Period]
) -> dict[Stratum, Period]:
    # Both baselines end the day before the stratum's one period begins, so the shorter is common.
    return {
        stratum: min(theirs[stratum], ours[stratum], key=lambda period: period.days)
        for stratum in theirs.keys() & ours.keys()
    }
