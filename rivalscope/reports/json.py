"""The report for machines: everything it holds, claims included, in one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Final

from rivalscope.models import Finding
from rivalscope.reports.claims import claim
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from rivalscope.models import Report, SwotCell

FORMAT: Final = "rivalscope-report-1"
"""Raised whenever a key is renamed or loses its meaning."""

_DIGITS: Final = 6


def render_json(report: Report) -> str:
    """The report as JSON with two-space indentation and a trailing newline.

    Keys stand in the order of the models' fields, those of mappings sorted. Findings and cells
    carry their ``id``, cells their ``claim`` in words. Figures have six significant digits, dates
    are ISO, absent values and figures that are not finite are null.
    """
    shown = tidied(report)
    document: dict[str, object] = {"format": FORMAT, **_fields(shown)}
    document["cells"] = [_cell(shown, cell) for cell in shown.cells]
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _cell(report: Report, cell: SwotCell) -> dict[str, object]:
    return {"id": cell.id, "claim": claim(report, cell), **_fields(cell)}


def plain(value: object) -> object:
    """A part of a report as JSON has it."""
    match value:
        case float():
            return float(f"{value:.{_DIGITS}g}") if isfinite(value) else None
        case date():
            return value.isoformat()
        case tuple():
            return [plain(each) for each in value]
        case Mapping():
            return {str(key): plain(value[key]) for key in sorted(value)}
        case _ if is_dataclass(value):
            return _fields(value)
    return value


def _fields(value: object) -> dict[str, object]:
    if not is_dataclass(value) or isinstance(value, type):
        message = f"not part of a report: {type(value).__name__}"
        raise TypeError(message)
    named: dict[str, object] = {"id": value.id} if isinstance(value, Finding) else {}
    return named | {each.name: plain(getattr(value, each.name)) for each in fields(value)}
