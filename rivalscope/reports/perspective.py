"""Who "we" are in a report that is written for another brand of the market."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.reports.messages import messages
from rivalscope.reports.wording import brand_name

if TYPE_CHECKING:
    from rivalscope.models import Report


def perspective_note(report: Report) -> str:
    """One sentence, no markup, not escaped."""
    return messages(report.language)("perspective-note", brand=brand_name(report, report.us))
