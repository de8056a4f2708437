"""The order of the stages: collect, analyze, report, alert, deliver; a package for each.

Each stage is loaded when it is first asked for: a command that analyzes has no use for the readers
of pages, which take longer to load than it takes to see that there is nothing new.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rivalscope.pipeline.alerts.alerting import find_alerts
    from rivalscope.pipeline.alerts.delivering import Deliveries, check_channels, deliver, send_now
    from rivalscope.pipeline.care.backing_up import (
        BackedUp,
        Migrated,
        Restored,
        export,
        last_good_backup,
        make_backup,
        migrate,
        restore,
        restore_export,
    )
    from rivalscope.pipeline.care.blaming import damage_behind
    from rivalscope.pipeline.care.doctor import examine
    from rivalscope.pipeline.care.erasing import (
        Erasure,
        Wanted,
        are_in_copies,
        delete_elsewhere,
        erase,
        find_reviews,
    )
    from rivalscope.pipeline.collection.collecting import ImportPlan, crawl, import_files
    from rivalscope.pipeline.collection.remembering import Visit, remember, visits_of
    from rivalscope.pipeline.nights.heartbeat import Pulse, raise_alarm, take_pulse, tell_given_up
    from rivalscope.pipeline.nights.jobs import night_by_hand
    from rivalscope.pipeline.nights.metrics import write_metrics
    from rivalscope.pipeline.nights.night import Night, forget, forgettable, run
    from rivalscope.pipeline.nights.pinging import check_ping, ping
    from rivalscope.pipeline.reports.diffing import diff_reports
    from rivalscope.pipeline.reports.explaining import explain
    from rivalscope.pipeline.reports.reporting import build_report, waiting_texts, write_report
    from rivalscope.pipeline.understanding.analyzing import analyze
    from rivalscope.pipeline.watch import Watch

__all__ = [
    "BackedUp",
    "Deliveries",
    "Erasure",
    "ImportPlan",
    "Migrated",
    "Night",
    "Pulse",
    "Restored",
    "Visit",
    "Wanted",
    "Watch",
    "analyze",
    "are_in_copies",
    "build_report",
    "check_channels",
    "check_ping",
    "crawl",
    "damage_behind",
    "delete_elsewhere",
    "deliver",
    "diff_reports",
    "erase",
    "examine",
    "explain",
    "export",
    "find_alerts",
    "find_reviews",
    "forget",
    "forgettable",
    "import_files",
    "last_good_backup",
    "make_backup",
    "migrate",
    "night_by_hand",
    "ping",
    "raise_alarm",
    "remember",
    "restore",
    "restore_export",
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
    "alerts.alerting": ("find_alerts",),
    "understanding.analyzing": ("analyze",),
    "care.backing_up": (
        "BackedUp",
        "Migrated",
        "Restored",
        "export",
        "last_good_backup",
        "make_backup",
        "migrate",
        "restore",
        "restore_export",
    ),
    "care.blaming": ("damage_behind",),
    "collection.collecting": ("ImportPlan", "crawl", "import_files"),
    "alerts.delivering": ("Deliveries", "check_channels", "deliver", "send_now"),
    "care.doctor": ("examine",),
    "care.erasing": (
        "Erasure",
        "Wanted",
        "are_in_copies",
        "delete_elsewhere",
        "erase",
        "find_reviews",
    ),
    "reports.diffing": ("diff_reports",),
    "reports.explaining": ("explain",),
    "nights.heartbeat": ("Pulse", "raise_alarm", "take_pulse", "tell_given_up"),
    "nights.jobs": ("night_by_hand",),
    "nights.metrics": ("write_metrics",),
    "nights.pinging": ("check_ping", "ping"),
    "nights.night": ("Night", "forget", "forgettable", "run"),
    "collection.remembering": ("Visit", "remember", "visits_of"),
    "reports.reporting": ("build_report", "waiting_texts", "write_report"),
    "watch": ("Watch",),
}
_PLACES = {name: stage for stage, names in _STAGES.items() for name in names}


def __getattr__(name: str) -> Any:
    """What a stage offers, loaded now."""
    if name not in _PLACES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
