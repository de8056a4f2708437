"""The order of the stages: collect, analyze, report, alert.

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
    from rivalscope.pipeline.diffing import diff_reports
    from rivalscope.pipeline.erasing import Erasure, Wanted, erase, find_reviews
    from rivalscope.pipeline.explaining import Explanation, explain
    from rivalscope.pipeline.night import Night, run
    from rivalscope.pipeline.reporting import build_report, waiting_texts, write_report
    from rivalscope.pipeline.watch import Watch

__all__ = [
    "Erasure",
    "Explanation",
    "ImportPlan",
    "Night",
    "Wanted",
    "Watch",
    "analyze",
    "build_report",
    "crawl",
    "diff_reports",
    "erase",
    "explain",
    "find_alerts",
    "find_reviews",
    "import_files",
    "run",
    "waiting_texts",
    "write_report",
]

_STAGES = {
    "alerting": ("find_alerts",),
    "analyzing": ("analyze",),
    "collecting": ("ImportPlan", "crawl", "import_files"),
    "diffing": ("diff_reports",),
    "erasing": ("Erasure", "Wanted", "erase", "find_reviews"),
    "explaining": ("Explanation", "explain"),
    "night": ("Night", "run"),
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
