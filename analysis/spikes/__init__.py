"""What stands out: what was expected, how surprising it is, and what is worth telling."""

from analysis.spikes.judging import DailySeries, Judgment, judgments
from analysis.spikes.rises import days_needed, recent_and_before, replayed, settled, spikes
from analysis.spikes.shifts import rating_drops, volume_shifts
from analysis.spikes.waiting import reporting_delay
from analysis.spikes.watching import SpikeLimits

__all__ = [
    "DailySeries",
    "Judgment",
    "SpikeLimits",
    "days_needed",
    "judgments",
    "rating_drops",
    "recent_and_before",
    "replayed",
    "reporting_delay",
    "settled",
    "spikes",
    "volume_shifts",
]
