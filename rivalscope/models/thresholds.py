"""From where on the comparison claims something: configuration with these defaults."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """The numbers a comparison is held to; every report prints them."""

    window_days: int = 90
    """Days before and including the as-of date that a report looks at."""
    min_mentions: int = 8
    """Reviews that must speak of a theme on the side said to be the higher (n)."""
    min_reviews: int = 30
    """Reviews a brand must have on the days and in the strata compared (N)."""
    high_per_100: float = 10.0
    """Complaints are *high* where the lower Wilson bound reaches this."""
    gap_rivals: int = 2
    """Rivals whose complaints must be high before it is a gap of the market."""
    not_worse_points: float = 2.0
    """We are *not worse* where the upper bound of ours minus theirs stays below this."""
    baseline_days: int = 28
    """Covered days the window before must have, or no change is told."""
    false_discovery: float = 0.04
    """Benjamini-Hochberg's q. In simulated markets whose reviews come in bursts the share of false
    claims comes out up to a fifth above it, so that 4 % keeps them below 5 %."""
    confidence: float = 0.95
    """Level of every interval of a figure that was not selected for being remarkable."""
