"""A short name for exactly this report."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final

from rivalscope.reports.json import render_json
from rivalscope.reports.remembered import remembered

if TYPE_CHECKING:
    from rivalscope.models import Report

_DIGITS: Final = 12


@remembered
def fingerprint(report: Report) -> str:
    """The first twelve hexadecimal digits of the SHA-256 of its JSON, versions included.

    The file of every format that shows it can be held against ``report.json`` by it.
    """
    return sha256(render_json(report).encode()).hexdigest()[:_DIGITS]
