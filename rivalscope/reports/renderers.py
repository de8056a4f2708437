"""Every format that a report is written in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import Report

RENDERERS: Final[Mapping[str, Callable[[Report], str]]] = MappingProxyType(
    {
        "report.html": render_html,
        "report.md": render_markdown,
        "report.json": render_json,
    }
)
"""File name -> what writes it, in the order they are written."""
