"""Who stands where in each theme: what the SWOT's rules ask before they speak."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from analysis.comparison import Comparison, Kind
    from analysis.gaps import SiteFacts
    from analysis.ground import Ground
    from rivalscope.models import (
        Difference,
        FaqChange,
        Finding,
        Polarity,
        PolicyChange,
        Spike,
        Thresholds,
    )


class Standings:
    """Findings and judged comparisons of one report, by theme; everything sorted."""

    def __init__(
        self,
        findings: Iterable[Finding],
        comparisons: Iterable[Comparison],
        *,
        common: Ground,
        sites: Mapping[str, SiteFacts],
        spikes: Iterable[Spike],
        news: Iterable[FaqChange | PolicyChange],
        thresholds: Thresholds,
    ) -> None:
        self.rivals = common.rivals
        self.spikes = tuple(spikes)
        self.news = tuple(one for one in news if one.brand in common.rivals)
        self.sites = sites
        self.thresholds = thresholds
        self._us = common.us
        self._judged: dict[tuple[Kind, str | None, str, Polarity], Difference] = {
            (c.kind, c.brand, c.theme, c.polarity): c.difference for c in comparisons if c.tested
        }
        self._findings = {
            (f.brand, f.theme, f.polarity): replace(
                f, change=self._judged.get(("change", f.brand, f.theme, f.polarity), f.change)
            )
            for f in findings
        }
        self._totals: dict[tuple[str, Polarity], int] = defaultdict(int)
        for finding in self._findings.values():
            self._totals[finding.brand, finding.polarity] += finding.rate.n

    def ours(self, polarity: Polarity) -> list[Finding]:
        """Our findings of one polarity, by theme."""
        return [
            self._findings[key]
            for key in sorted(self._findings)
            if key[::2] == (self._us, polarity)
        ]

    def complaints_of(self, rival: str) -> list[Finding]:
        """One rival's complaints, by theme."""
        return [
            self._findings[key] for key in sorted(self._findings) if key[::2] == (rival, "negative")
        ]

    def theirs(self, ours: Finding) -> tuple[Finding, ...]:
        """The rivals' findings beside one of ours, in the order of the configuration."""
        keys = [(rival, ours.theme, ours.polarity) for rival in self.rivals]
        return tuple(self._findings[key] for key in keys if key in self._findings)

    def beside(self, theirs: Finding) -> tuple[Finding, ...]:
        """A rival's finding after ours of the same theme."""
        ours = self._findings.get((self._us or "", theirs.theme, theirs.polarity))
        return (ours, theirs) if ours else (theirs,)

    def pooled(self, ours: Finding) -> Difference | None:
        """Ours minus the rivals' together; None where it could not be tested."""
        return self._judged.get(("pooled", None, ours.theme, ours.polarity))

    def against(self, theirs: Finding) -> Difference | None:
        """Ours minus one rival's; None where it could not be tested."""
        return self._judged.get(("rival", theirs.brand, theirs.theme, theirs.polarity))

    def divergence(self, theirs: Finding) -> Difference | None:
        """A rival's change minus ours; None where it could not be tested."""
        return self._judged.get(("divergence", theirs.brand, theirs.theme, theirs.polarity))

    def is_high(self, finding: Finding) -> bool:
        """Enough customers, and surely no fewer than ``high_per_100``."""
        return is_high(finding, self.thresholds)

    def is_better(self, ours: Finding) -> bool:
        """We are significantly better than the rivals together."""
        difference = self.pooled(ours)
        return (
            difference is not None
            and difference.significant
            and better_by(ours, difference.points) > 0
            and self._carried(difference, (ours,), self.theirs(ours))
        )

    def is_weak(self, theme: str) -> bool:
        """More of our customers complain than of the rivals' together, significantly."""
        ours = self._findings.get((self._us or "", theme, "negative"))
        difference = self.pooled(ours) if ours else None
        return bool(
            ours and ours.enough and difference and difference.significant and difference.points > 0
        )

    def is_high_at_us(self, theme: str) -> bool:
        """Our own complaints are high."""
        ours = self._findings.get((self._us or "", theme, "negative"))
        return bool(ours and self.is_high(ours))

    def better_rivals(self, ours: Finding) -> Iterator[tuple[Finding, Difference]]:
        """Rivals significantly better than one of our findings, and ours minus theirs."""
        for theirs in self.theirs(ours):
            difference = self.against(theirs)
            if (
                difference
                and difference.significant
                and better_by(ours, difference.points) < 0
                and self._carried(difference, (ours,), (theirs,))
            ):
                yield theirs, difference

    def is_beaten(self, theme: str) -> bool:
        """Some rival is significantly better, be it in complaints or in praise."""
        polarities: tuple[Polarity, ...] = ("negative", "positive")
        mine = (self._findings.get((self._us or "", theme, polarity)) for polarity in polarities)
        return any(True for ours in mine if ours for _ in self.better_rivals(ours))

    def importance(self, findings: Sequence[Finding], size: float) -> float:
        """Share of complaints (or praise) x size, in points.

        The share is that of the theme among all mentions a brand's customers make in the same
        polarity, ours or the mean of the rivals', whichever is greater.
        """
        ours = [self.share(finding) for finding in findings if finding.brand == self._us]
        theirs = [self.share(finding) for finding in findings if finding.brand != self._us]
        return max(mean(ours), mean(theirs)) * size

    def share(self, finding: Finding) -> float:
        """The theme's part of a brand's mentions in one polarity, 0 to 1."""
        total = self._totals[finding.brand, finding.polarity]
        return finding.rate.n / total if total else 0.0

    def _carried(
        self, difference: Difference, ours: Sequence[Finding], theirs: Sequence[Finding]
    ) -> bool:
        more = ours if difference.points > 0 else theirs
        return sum(finding.rate.n for finding in more) >= self.thresholds.min_mentions


def is_high(finding: Finding, thresholds: Thresholds) -> bool:
    """Enough customers speak of it, and surely no fewer than ``high_per_100``."""
    return finding.enough and finding.rate.interval.low >= thresholds.high_per_100


def better_by(finding: Finding, points: float) -> float:
    """Points turned so that more is better: praise as it is, complaints negated."""
    return points if finding.polarity == "positive" else -points


def mean(values: Sequence[float]) -> float:
    """The plain mean, 0 for nothing."""
    return math.fsum(values) / len(values) if values else 0.0
