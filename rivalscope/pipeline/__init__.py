"""The order of the stages: collect, analyze, report, alert, deliver.

Each stage is loaded when it is first asked for: a command that analyzes has no use for the readers
of pages, which take longer to load than it takes to see that there is nothing new.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rivalscope.pipeline.alerting import find_alerts
    from rivalscope.pipeline.analyzing import analyze
    from rivalscope.pipeline.collecting import ImportPlan, crawl, import_files
    from rivalscope.pipeline.delivering import Deliveries, check_channels, deliver, send_now
    from rivalscope.pipeline.diffing import diff_reports
    from rivalscope.pipeline.erasing import Erasure, Wanted, erase, find_reviews
    from rivalscope.pipeline.explaining import explain
    from rivalscope.pipeline.heartbeat import Pulse, raise_alarm, take_pulse, tell_given_up
    from rivalscope.pipeline.jobs import night_by_hand
    from rivalscope.pipeline.metrics import write_metrics
    from rivalscope.pipeline.night import Night, run
    from rivalscope.pipeline.pinging import check_ping, ping
    from rivalscope.pipeline.remembering import Visit, remember, visits_of
    from rivalscope.pipeline.reporting import build_report, waiting_texts, write_report
    from rivalscope.pipeline.watch import Watch

__all__ = [
    "Deliveries",
    "Erasure",
    "ImportPlan",
    "Night",
    "Pulse",
    "Visit",
    "Wanted",
    "Watch",
    "analyze",
    "build_report",
    "check_channels",
    "check_ping",
    "crawl",
    "deliver",
    "diff_reports",
    "erase",
    "explain",
    "find_alerts",
    "find_reviews",
    "import_files",
    "night_by_hand",
    "ping",
    "raise_alarm",
    "remember",
    "run",
    "send_now",
    "take_pulse",
    "tell_given_up",
    "visits_of",
    "waiting_texts",
    "write_metrics",
    "write_report",
]

_STAGES = {
    "alerting": ("find_alerts",),
    "analyzing": ("analyze",),
    "collecting": ("ImportPlan", "crawl", "import_files"),
    "delivering": ("Deliveries", "check_channels", "deliver", "send_now"),
    "diffing": ("diff_reports",),
    "erasing": ("Erasure", "Wanted", "erase", "find_reviews"),
    "explaining": ("explain",),
    "heartbeat": ("Pulse", "raise_alarm", "take_pulse", "tell_given_up"),
    "jobs": ("night_by_hand",),
    "metrics": ("write_metrics",),
    "night": ("Night", "run"),
    "pinging": ("check_ping", "ping"),
    "remembering": ("Visit", "remember", "visits_of"),
    "reporting": ("build_report", "waiting_texts", "write_report"),
    "watch": ("Watch",),
}
_PLACES = {name: stage for stage, names in _STAGES.items() for name in names}


def __getattr__(name: str) -> Any:
    """What a stage offers, loaded now."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
