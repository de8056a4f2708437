"""Every format that a report is written in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from rivalscope.reports.csv import render_csv, render_findings_csv
from rivalscope.reports.html import render_html
from rivalscope.reports.json import render_json
from rivalscope.reports.markdown import render_markdown
from rivalscope.reports.pdf import render_pdf
from rivalscope.reports.slides import render_pptx
from rivalscope.reports.xlsx import render_xlsx

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from rivalscope.models import Report


def _encoded(render: Callable[[Report], str]) -> Callable[[Report], bytes]:
    return lambda report: render(report).encode()


RENDERERS: Final[Mapping[str, Callable[[Report], bytes]]] = MappingProxyType(
    {
        "report.html": _encoded(render_html),
        "report.md": _encoded(render_markdown),
        "report.json": _encoded(render_json),
        "report.csv": _encoded(render_csv),
        "findings.csv": _encoded(render_findings_csv),
        "report.xlsx": render_xlsx,
        "report.pptx": render_pptx,
    }
)
"""File name -> what gives its bytes, in the order they are written; texts are UTF-8."""

ON_DEMAND: Final[Mapping[str, Callable[[Report], bytes]]] = MappingProxyType(
    {"report.pdf": render_pdf}
)
"""The same for what needs an extra and takes long: written only where it is asked for."""
