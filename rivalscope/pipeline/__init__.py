"""The order of the stages: collect, analyze, report, alert."""

from rivalscope.pipeline.alerting import find_alerts
from rivalscope.pipeline.analyzing import analyze
from rivalscope.pipeline.collecting import ImportPlan, crawl, import_files
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
    "erase",
    "explain",
    "find_alerts",
    "find_reviews",
    "import_files",
    "run",
    "waiting_texts",
    "write_report",
]
