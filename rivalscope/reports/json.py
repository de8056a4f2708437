"""The report for machines: everything it holds, claims included, in one JSON document."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Final

from rivalscope.models import Evidence, Finding
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_text
from rivalscope.reports.method import method_texts
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from rivalscope.models import Report, SwotCell

FORMAT: Final = "rivalscope-report-2"
"""Raised whenever a key is renamed or loses its meaning."""

_DIGITS: Final = 6


def render_json(report: Report) -> str:
    """The report as JSON with two-space indentation and a trailing newline.

    Keys stand in the order of the models' fields, those of mappings sorted. Findings, quotes and
    cells carry their ``id``. In the report's language cells carry their ``claim``, what was not
    compared its ``text``, lines of the method ``name`` and ``text``; ids are the same in all.
    Figures have six significant digits, dates are ISO, absent values and those not finite null.
    """
    shown = tidied(report)
    document: dict[str, object] = {"format": FORMAT, **plain_fields(shown)}
    document["cells"] = [cell_fields(shown, cell) for cell in shown.cells]
    document["not_compared"] = [
        {"text": excuse_text(shown, excuse), **plain_fields(excuse)}
        for excuse in shown.not_compared
    ]
    document["method"] = [
        {"name": name, "text": text, **plain_fields(line)}
        for line, (name, text) in zip(shown.method, method_texts(shown), strict=True)
    ]
    return json.dumps(document, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def cell_fields(report: Report, cell: SwotCell) -> dict[str, object]:
    """A cell with its id and its claim, as JSON has it."""
    return {"id": cell.id, "claim": claim(report, cell), **plain_fields(cell)}


def plain(value: object) -> object:
    """Part of a model as JSON has it: figures rounded, dates as text, mappings sorted."""
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
            return plain_fields(value)
    return value


def plain_fields(value: object) -> dict[str, object]:
    """The fields of a model as JSON has them; raises TypeError for anything else."""
    if not is_dataclass(value) or isinstance(value, type):
        message = f"not part of a report: {type(value).__name__}"
        raise TypeError(message)
    named: dict[str, object] = {"id": value.id} if isinstance(value, Finding | Evidence) else {}
    return named | {each.name: plain(getattr(value, each.name)) for each in fields(value)}
