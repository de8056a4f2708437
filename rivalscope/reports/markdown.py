"""The report as Markdown (GitHub's dialect), for a wiki, a pull request or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from rivalscope.reports import glossary, proxies, wording
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.insight import Grid, Quotes, sections
from rivalscope.reports.outline import (
    brands,
    compared_reviews,
    further_facts,
    quadrants,
    rival_names,
    top_findings,
    withheld_by_theme,
)
from rivalscope.reports.threats import difference_lines, news_lines
from rivalscope.reports.tidy import find_link, tidied

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rivalscope.models import (
        BrandReport,
        Evidence,
        Finding,
        Polarity,
        Report,
        SwotCell,
        Tactic,
    )
    from rivalscope.reports.insight import Cell, Section
    from rivalscope.reports.outline import QuadrantOutline
    from rivalscope.reports.threats import News

_BREAKS = re.compile(r"\s*\n\s*")
_MEANINGFUL = re.compile(r"[\\`*_\[\]<>|~&$]|:(?=//)|(?<=\bwww)\.|@", re.IGNORECASE)
_AT_START = re.compile(r"^((?:\d{1,9}(?=[.)](?:\s|$)))?)([#+=.)-])")
_SAFE_IN_ADDRESS = "/:?#@!$&'*+,;=%~-._"


def escape_markdown(text: str) -> str:
    """Text that any Markdown reader shows as it is, on one line: no markup, link or HTML."""
    line = _BREAKS.sub(" ", text).strip()
    escaped = _MEANINGFUL.sub(lambda match: f"\\{match[0]}", line)
    return _AT_START.sub(r"\1\\\2", escaped)


def render_markdown(report: Report) -> str:
    """The report as Markdown ending in one newline."""
    shown = tidied(report)
    parts = (
        _heading(shown),
        _swot(shown),
        _insight(shown),
        _brands(shown),
        _proxies(shown),
        _not_compared(shown),
        _withheld(shown),
        _method(shown),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _heading(report: Report) -> Iterator[str]:
    us = escape_markdown(wording.brand_name(report, report.us))
    rivals = escape_markdown(wording.listing(rival_names(report)))
    yield from (f"# {us} against {rivals}", "", "Comparative SWOT of customer experience.", "")
    if report.synthetic:
        yield from (f"> **{glossary.SYNTHETIC}**", "")
    facts = [
        ("Market", report.market),
        ("Industry", report.industry),
        ("As of", wording.date_text(report.as_of)),
        ("Window", wording.period_text(report.window)),
        ("Days compared", _compared_days(report)),
        ("Reviews compared", _compared_reviews(report)),
    ]
    yield from _table(("", ""), facts)


def _compared_days(report: Report) -> str:
    return wording.period_text(report.compared) if report.compared else "no comparison"


def _compared_reviews(report: Report) -> str:
    totals = compared_reviews(report)
    names = (f"{wording.brand_name(report, slug)} {total}" for slug, total in totals.items())
    return ", ".join(names) or glossary.UNKNOWN


def _swot(report: Report) -> Iterator[str]:
    yield from ("## SWOT", "")
    if report.compared is None:
        yield from (f"**{glossary.NO_COMPARISON}.**", "")
        yield from _bullets(report.not_compared)
        if not report.cells:
            return
    for quadrant in quadrants(report):
        yield from _quadrant(report, quadrant)


def _quadrant(report: Report, quadrant: QuadrantOutline) -> Iterator[str]:
    yield from (f"### {quadrant.title}: {quadrant.subtitle}", "")
    if not quadrant.entries:
        yield from (f"{glossary.EMPTY_QUADRANT}.", "")
    for entry in quadrant.entries:
        yield from _cell(report, entry.cell)


def _cell(report: Report, cell: SwotCell) -> Iterator[str]:
    yield from (f"#### {escape_markdown(claim(report, cell))}", "")
    touchpoint, stage = report.places.get(cell.theme, (glossary.UNKNOWN, glossary.UNKNOWN))
    places = f"{glossary.place_name(touchpoint)}, {glossary.place_name(stage)}"
    yield from (f"{escape_markdown(places)}; rule {_code(cell.rule)}; {_code(cell.id)}", "")
    if cell.findings:
        rows = [_evidence_row(report, finding) for finding in cell.findings]
        yield from _table(("Brand", "n of N (per 100, 95 % interval)", "Trend"), rows)
    difference = wording.difference_text(cell)
    named = difference_lines(report, cell)
    yield from _bullets(named)
    if difference and not named:
        yield from (f"{difference[0].upper()}{difference[1:]}.", "")
    for one in news_lines(report, cell):
        yield from _news(one)
    yield from _bullets(f"{name}: {value}" for name, value in further_facts(cell))
    yield from _bullets(f"Caution: {sentence}" for sentence in caveat_lines(report, cell))
    yield from _quotes(report, cell.quotes)
    if not cell.quotes:
        yield from (glossary.NO_QUOTE, "")
    for tactic in report.tactics.get(cell.id, ()):
        yield from _tactic(tactic)


def _evidence_row(report: Report, finding: Finding) -> tuple[str, str, str]:
    name = wording.brand_name(report, finding.brand)
    return name, wording.finding_text(finding), wording.trend_text(finding)


def _quotes(report: Report, quotes: Iterable[Evidence]) -> Iterator[str]:
    for quote in quotes:
        cited = escape_markdown(wording.cited_text(report, quote))
        link = find_link(quote.url)
        source = f"[{cited}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link else cited
        yield from (f"> {escape_markdown(quote.quote)}", ">", f"> {source}", "")


def _news(one: News) -> Iterator[str]:
    link = find_link(one.url)
    told = escape_markdown(one.told)
    source = f"[{told}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link else told
    before = f" ({one.before_label}: {one.before})" if one.before else ""
    yield from (f"- {source}: {escape_markdown(one.sentence + before)}", "")


def _insight(report: Report) -> Iterator[str]:
    for section in sections(report):
        yield from (f"## {escape_markdown(section.title)}", "", escape_markdown(section.lead), "")
        for block in section.blocks:
            if isinstance(block, Grid):
                yield from _grid(block, section)
            if isinstance(block, Quotes):
                yield from _quotes(report, block.quotes)


def _grid(grid: Grid, section: Section) -> Iterator[str]:
    if grid.title != section.title:
        yield from (f"### {escape_markdown(grid.title)}", "")
    if grid.about:
        yield from (escape_markdown(grid.about), "")
    if not grid.rows:
        yield from (f"{escape_markdown(grid.nothing)}.", "")
        return
    yield _row(grid.head)
    yield f"|{' --- |' * len(grid.head)}"
    for row in grid.rows:
        cells = (escape_markdown(row.name), *map(_grid_cell, row.cells))
        yield f"| {' | '.join(cells)} |"
    yield ""


def _grid_cell(cell: Cell) -> str:
    text = escape_markdown(cell.text)
    link = find_link(cell.link)
    shown = f"[{text}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link and text else text
    return "; ".join((shown, *map(escape_markdown, cell.notes)))


def _tactic(tactic: Tactic) -> Iterator[str]:
    effort = glossary.EFFORTS[tactic.effort]
    yield from (f"**What to do ({effort}): {escape_markdown(tactic.title)}**", "")
    yield from (f"- [ ] {escape_markdown(step)}" for step in tactic.steps)
    yield ""


def _brands(report: Report) -> Iterator[str]:
    yield from ("## Each brand by itself", "")
    for brand in brands(report):
        yield from _brand(report, brand)


def _brand(report: Report, brand: BrandReport) -> Iterator[str]:
    name = escape_markdown(brand.name)
    yield from (f"### {name}{' (us)' if brand.slug == report.us else ''}", "")
    judged = brand.positive + brand.neutral + brand.negative
    facts = [
        ("Period", wording.period_text(brand.period)),
        ("Reviews", str(brand.reviews)),
        ("Stars", wording.stars_text(brand.stars)),
        ("Positive", wording.percent_text(brand.positive, judged)),
        ("Neutral", wording.percent_text(brand.neutral, judged)),
        ("Negative", wording.percent_text(brand.negative, judged)),
        ("Owner replies", wording.rate_text(brand.reply_share)),
        ("In an unknown language", str(brand.unknown_language)),
        ("Without a date", str(brand.undated)),
        ("Chat", ", ".join(brand.chat) or "none found"),
        ("FAQ entries", str(brand.faq_entries)),
    ]
    yield from _table(("", ""), facts)
    yield from _top(report, brand, "negative")
    yield from _top(report, brand, "positive")
    sources = [
        (
            f"{glossary.platform_name(source.platform)} ({source.id})",
            glossary.STATES[source.state],
            source.reason or "",
            str(source.reviews),
            wording.stars_text(source.rating),
        )
        for source in brand.sources
    ]
    if sources:
        yield from _table(("Source", "State", "Reason", "Reviews stored", "Its average"), sources)


def _top(report: Report, brand: BrandReport, polarity: Polarity) -> Iterator[str]:
    kind = "complaints" if polarity == "negative" else "praises"
    findings = top_findings(brand, polarity)
    if not findings:
        yield from (f"No {kind} found.", "")
        return
    rows = [
        (wording.theme_label(report, each.theme), wording.finding_text(each)) for each in findings
    ]
    yield from _table((f"Top {kind}", "n of N (per 100, 95 % interval)"), rows)
    for finding in findings:
        yield from _quotes(report, brand.quotes.get(finding.id, ())[:1])


def _proxies(report: Report) -> Iterator[str]:
    yield from (f"## {proxies.TITLE}", "", escape_markdown(proxies.lead_text(report)), "")
    for table in proxies.proxy_tables(report):
        yield from (f"### {escape_markdown(table.title)}", "", escape_markdown(table.lead), "")
        yield from _table(table.head, table.rows) if table.rows else (f"{table.nothing}.", "")
        yield from _quotes(report, table.quotes)


def _not_compared(report: Report) -> Iterator[str]:
    yield from ("## Not compared", "")
    yield from _bullets(report.not_compared or ("Every brand was compared.",))


def _withheld(report: Report) -> Iterator[str]:
    yield from ("## Withheld for too little evidence", "")
    rows = [
        (
            f"{label}, {glossary.KINDS[polarity]}",
            wording.brand_name(report, each.brand),
            wording.insufficient_text(each),
        )
        for label, polarity, group in withheld_by_theme(report)
        for each in group
    ]
    if not rows:
        yield from ("Nothing was withheld.", "")
        return
    yield from _table(("Theme", "Brand", "Evidence"), rows)


def _method(report: Report) -> Iterator[str]:
    yield from ("## Method", "")
    yield from _table(("What", "Value"), report.method)
    yield from _bullets(f"{rule}: {words}" for rule, words in glossary.RULES.items())


def _bullets(sentences: Iterable[str]) -> Iterator[str]:
    lines = [f"- {escape_markdown(sentence)}" for sentence in sentences]
    yield from (*lines, "") if lines else ()


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _row(head)
    yield f"|{' --- |' * len(head)}"
    yield from (_row(row) for row in rows)
    yield ""


def _row(cells: tuple[str, ...]) -> str:
    return f"| {' | '.join(escape_markdown(cell) for cell in cells)} |"


def _code(text: str) -> str:
    """Text as code; what would end it or its table cell is taken out."""
    return f"`{_BREAKS.sub(' ', text).replace('`', '').replace('|', '/')}`"
