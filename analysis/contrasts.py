"""One share against another over the strata they have in common, and which contrasts stand out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, TypeVar

from analysis.discoveries import between, discoveries, excluding_p, selected_confidence
from analysis.intervals import StratifiedDifference, pool_equally
from analysis.tallies import Tally
from rivalscope.models import Difference, Interval

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rivalscope.models import Thresholds

Key = TypeVar("Key")


class Testable(Protocol):
    """A figure that may be nothing but chance. Shares and differences are proportions here."""

    @property
    def mentions(self) -> int:
        """Reviews with a mention, of both sides together: knows nothing of which side has more."""

    @property
    def reviews(self) -> int:
        """Reviews on the side that has fewer."""

    @property
    def difference(self) -> float:
        """The figure itself."""

    @property
    def p(self) -> float:
        """Two-sided p of "it is zero"."""

    def interval(self, confidence: float) -> Interval:
        """Around the figure, at a level between 0 and 1."""


@dataclass(frozen=True)
class Contrast:
    """First side minus second side, stratum by stratum; at least one stratum."""

    strata: tuple[tuple[Tally, Tally], ...]

    @property
    def mentions(self) -> int:
        """Reviews with a mention, of both sides together."""
        return sum(first.n + second.n for first, second in self.strata)

    @property
    def reviews(self) -> int:
        """Reviews on the side that has fewer."""
        return min(
            sum(first.of for first, _ in self.strata), sum(second.of for _, second in self.strata)
        )

    @property
    def difference(self) -> float:
        """Weighted over the strata, -1 to 1."""
        return self._figures.difference

    @property
    def p(self) -> float:
        """Score test over the strata."""
        return self._figures.p

    def interval(self, confidence: float) -> Interval:
        """Stratified Newcombe, in proportions."""
        return self._figures.interval(confidence)

    # asked again and again while a divergence looks for the level that touches zero
    @cached_property
    def _figures(self) -> StratifiedDifference:
        return StratifiedDifference(
            [(first.effective, second.effective) for first, second in self.strata]
        )


@dataclass(frozen=True, slots=True)
class Divergence:
    """One change minus another: whether two brands moved differently."""

    first: Contrast
    second: Contrast

    @property
    def mentions(self) -> int:
        """Reviews with a mention, in both changes together."""
        return self.first.mentions + self.second.mentions

    @property
    def reviews(self) -> int:
        """Reviews in the smallest of the four windows."""
        return min(self.first.reviews, self.second.reviews)

    @property
    def difference(self) -> float:
        """First change minus second, -2 to 2."""
        return self.first.difference - self.second.difference

    @property
    def p(self) -> float:
        """From the level at which the interval touches zero."""
        return excluding_p(self.difference, self.interval)

    def interval(self, confidence: float) -> Interval:
        """From the intervals of both changes."""
        first = (self.first.difference, self.first.interval(confidence))
        second = (self.second.difference, self.second.interval(confidence))
        return between(first, second)


def pooled(tallies: Sequence[Tally]) -> Tally:
    """Several brands in one stratum as one side on which each weighs the same."""
    return Tally(
        n=sum(tally.n for tally in tallies),
        of=sum(tally.of for tally in tallies),
        effective=pool_equally([tally.effective for tally in tallies]),
    )


def judge(
    figures: Mapping[Key, Testable],
    thresholds: Thresholds,
    *,
    stake: Callable[[Key], float] = lambda _: 1.0,
) -> dict[Key, Difference]:
    """All figures of a report as points per 100, with those that stand out marked.

    Figures with too few reviews or mentions are given but never tested, so they don't dilute
    the others; the count of both sides together decides, which says nothing about who is ahead.
    *stake*: how much more of the risk one kind of figure may take than another; the whole stays.
    A figure stands out where Benjamini-Hochberg over the tested ones selects it and its interval,
    widened for the selection, leaves zero outside; so text and figures never contradict.
    """
    tested = [key for key, figure in figures.items() if enough(figure, thresholds)]
    p_values = {key: figure.p for key, figure in figures.items()}
    total = math.fsum(map(stake, tested))
    weights = {key: stake(key) * len(tested) / total for key in tested}
    found = discoveries(
        [p_values[key] for key in tested],
        false_discovery=thresholds.false_discovery,
        weights=[weights[key] for key in tested],
    )
    selected = {key for key, yes in zip(tested, found, strict=True) if yes}
    stated = {
        key: _points(
            figures[key],
            p_values[key],
            confidence=selected_confidence(
                len(selected),
                len(tested),
                false_discovery=thresholds.false_discovery,
                weight=weights[key],
            ),
        )
        for key in selected
    }
    for key in figures.keys() - selected:
        plain = _points(figures[key], p_values[key], confidence=thresholds.confidence)
        stated[key] = replace(plain, significant=False)
    return {key: stated[key] for key in figures}


def enough(figure: Testable, thresholds: Thresholds) -> bool:
    """Both floors are reached, so the figure may be tested."""
    return figure.mentions >= thresholds.min_mentions and figure.reviews >= thresholds.min_reviews


def _points(figure: Testable, p: float, *, confidence: float) -> Difference:
    interval = figure.interval(confidence)
    return Difference(
        points=100.0 * figure.difference,
        interval=Interval(low=100.0 * interval.low, high=100.0 * interval.high),
        p=p,
        significant=interval.low > 0.0 or interval.high < 0.0,
    )
