"""Complaints that jump: what was expected, how surprising it is, and what is worth telling."""

from analysis.spikes.judging import DailySeries, Judgment, judgments
from analysis.spikes.rises import days_needed, replayed, spikes
from analysis.spikes.watching import SpikeLimits

__all__ = [
    "DailySeries",
    "Judgment",
    "SpikeLimits",
    "days_needed",
    "judgments",
    "replayed",
    "spikes",
]
