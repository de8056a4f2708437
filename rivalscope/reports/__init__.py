"""What people read: pure renderers from a finished :class:`~rivalscope.models.Report` to text.

A renderer adds words and nothing else. The same report gives the same bytes: no clock, no chance,
mappings sorted. Every text from outside is cleaned and escaped for its format. The terminal has its
own renderer, :func:`rivalscope.reports.terminal.render_terminal`, because it needs to know a width.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import Report

__all__ = ["RENDERERS", "render_html", "render_json", "render_markdown"]

RENDERERS: Final[Mapping[str, Callable[[Report], str]]] = MappingProxyType(
    {
        "report.html": render_html,
        "report.md": render_markdown,
        "report.json": render_json,
    }
)
"""File name -> what writes it, in the order they are written."""
