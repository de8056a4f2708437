"""The report as one HTML page that needs nothing but itself: no network, no script."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from rivalscope.reports import charts, outline, threats
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.goals import goal_rows
from rivalscope.reports.insight import Grid, sections
from rivalscope.reports.method import method_texts
from rivalscope.reports.perspective import perspective_note
from rivalscope.reports.proxies import proxy_tables
from rivalscope.reports.rates import direction
from rivalscope.reports.tactics import tactic_notes
from rivalscope.reports.tidy import find_link, tidied
from rivalscope.reports.wording import Words, brand_name, theme_label

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
    return template("report.html.j2", report.language).render(
        report=shown,
        us_name=brand_name(shown, shown.us),
        rivals=outline.rival_names(shown),
        brands=outline.brands(shown),
        quadrants=outline.quadrants(shown),
        compared_reviews=outline.compared_reviews(shown),
        compared_themes=compared,
        compared_end=charts.ceiling(each for theme in compared for each in theme.findings),
        brands_end=charts.ceiling(each for brand in shown.brands for each in brand.findings),
        not_compared=excuse_texts(shown),
        goals=goal_rows(shown),
        withheld=outline.withheld_by_theme(shown),
        proxy_tables=proxy_tables(shown),
        method=method_texts(shown),
        sections=sections(shown),
        see=Words(report.language)("insight-see"),
    )


def template(name: str, language: str) -> Template:
    """A page's template, with everything that any page shows, and the words of a language."""
    return _environment(language).get_template(name)


@cache
def _environment(language: str) -> Environment:
    words = Words(language)

    def word_for_absent(value: object) -> object:
        return words("unknown") if value is None else value

    def marked(message: str, **values: str | float) -> Markup:
        """The message with values that may be markup; texts among them are escaped."""
        safe = {
            name: str(escape(value)) if isinstance(value, str) else value
            for name, value in values.items()
        }
        return Markup(words(message, **safe))  # ruff: ignore[unsafe-markup-use] - messages are ours

    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=word_for_absent,
    )
    environment.globals.update(
        brand_name=brand_name,
        charts=charts,
        claim=claim,
        direction=direction,
        find_link=find_link,
        marked=marked,
        outline=outline,
        perspective_note=perspective_note,
        say=words,
        tactic_notes=tactic_notes,
        theme_label=theme_label,
        caveat_lines=caveat_lines,
        is_grid=lambda block: isinstance(block, Grid),
        threats=threats,
    )
    return environment
