"""The report as a PDF: its own HTML page on paper, by the extra ``pdf`` (WeasyPrint).

Nothing is fetched for it, whatever a text says: only what an address holds in itself is read.
"""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from rivalscope.errors import UsageError
from rivalscope.reports.fingerprint import fingerprint
from rivalscope.reports.html import render_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Report

_TEMPLATES: Final = Path(__file__).parent / "templates"
_SVG: Final = re.compile(r"<svg\b[^>]*>")
_RULE: Final = re.compile(r"(?m)^[^{}@/]+\{[^{}]*\}")
_DRAWS: Final = re.compile(r"\b(?:fill|stroke)[\w-]*\s*:")
_ROOT: Final = re.compile(r":root \{([^}]*)\}")
_SET: Final = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USED: Final = re.compile(r"var\((--[\w-]+)\)")

EXTRA: Final = "pip install 'rivalscope[pdf]'"


def render_pdf(report: Report) -> bytes:
    """The report as a PDF document, with its dates and an identifier made of what it says.

    Raises UsageError where the extra is not installed, or a library it draws with is missing.
    """
    return drawn(for_paper(render_html(report)), identifier=fingerprint(report))


def drawn(page: str, *, identifier: str) -> bytes:
    """A page of HTML as a PDF; an address other than ``data:`` is passed over."""
    weasyprint = load_weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=frozenset({"data"}))
    document = weasyprint.HTML(string=page, url_fetcher=fetcher)
    written: bytes = document.write_pdf(pdf_identifier=identifier.encode())
    return written


def for_paper(page: str) -> str:
    """The page with the style sheet for paper, and with the colors of its drawings in each.

    WeasyPrint styles an SVG only by what stands inside it, and knows no variables there.
    """
    sheets = (_TEMPLATES / name for name in ("report.css", "pdf.css"))
    screen, paper = (sheet.read_text(encoding="utf-8") for sheet in sheets)
    colors = "".join(_drawing_rules(screen))
    page = page.replace("</head>", f"<style>\n{paper}</style>\n</head>", 1)
    return _SVG.sub(rf"\g<0><style>{colors}</style>", page)


def _drawing_rules(sheet: str) -> Iterator[str]:
    """The rules that fill or stroke, with the values that variables have on paper."""
    roots = _ROOT.findall(sheet)
    # the first block has all of them, the last one those that paper changes
    values = {name: value for root in (roots[0], roots[-1]) for name, value in _SET.findall(root)}
    for rule in _RULE.findall(sheet):
        if _DRAWS.search(rule):
            yield _USED.sub(lambda used: values[used[1]], rule.strip())


def load_weasyprint() -> Any:
    """The module that draws; asked for early by who does long work before.

    Raises UsageError where it can't be loaded.
    """
    try:
        return import_module("weasyprint")
    except ImportError as error:
        message = f"a PDF needs an extra that is not installed: {EXTRA}"
        raise UsageError(message) from error
    except OSError as error:
        message = f"a PDF needs the library Pango, which is not installed: {error}"
        raise UsageError(message) from error
