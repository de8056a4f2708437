"""The report as one HTML page that needs nothing but itself: no network, no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from rivalscope.reports import charts, glossary, outline, proxies, threats, wording
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.insight import Grid, sections
from rivalscope.reports.messages import messages
from rivalscope.reports.tidy import find_link, tidied

if TYPE_CHECKING:
    from jinja2 import Template

    from rivalscope.models import Report

_TEMPLATES = Path(__file__).parent / "templates"


def render_html(report: Report) -> str:
    """The report as a complete HTML document, readable on a phone, on paper and in the dark.

    Every entry has an anchor made from its cell id. The only addresses in it are those of quotes.
    """
    shown = tidied(report)
    compared = outline.compared_themes(shown)
    return _page().render(
        report=shown,
        us_name=wording.brand_name(shown, shown.us),
        rivals=outline.rival_names(shown),
        brands=outline.brands(shown),
        quadrants=outline.quadrants(shown),
        compared_reviews=outline.compared_reviews(shown),
        compared_themes=compared,
        compared_end=charts.ceiling(each for theme in compared for each in theme.findings),
        brands_end=charts.ceiling(each for brand in shown.brands for each in brand.findings),
        withheld=outline.withheld_by_theme(shown),
        sections=sections(shown),
        see=messages(shown.language)("insight-see"),
    )


@cache
def _page() -> Template:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_word_for_absent,
    )
    environment.globals.update(
        charts=charts,
        claim=claim,
        find_link=find_link,
        outline=outline,
        caveat_lines=caveat_lines,
        is_grid=lambda block: isinstance(block, Grid),
        proxies=proxies,
        threats=threats,
        say=wording,
        words=glossary,
    )
    return environment.get_template("report.html.j2")


def _word_for_absent(value: object) -> object:
    return glossary.UNKNOWN if value is None else value
