"""The report as Markdown (GitHub's dialect), for a wiki, a pull request or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.goals import goal_rows
from rivalscope.reports.insight import Grid, Quotes, sections
from rivalscope.reports.method import method_texts
from rivalscope.reports.outline import (
    RULES,
    brands,
    compared_reviews,
    further_facts,
    quadrants,
    rival_names,
    top_findings,
    withheld_by_theme,
)
from rivalscope.reports.perspective import perspective_note
from rivalscope.reports.proxies import proxy_tables
from rivalscope.reports.tactics import tactic_notes
from rivalscope.reports.threats import difference_lines, news_lines
from rivalscope.reports.tidy import find_link, tidied
from rivalscope.reports.wording import Words, brand_name, theme_label

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
    shown, words = tidied(report), Words(report.language)
    parts = (
        _heading(words, shown),
        _swot(words, shown),
        _insight(words, shown),
        _brands(words, shown),
        _proxies(words, shown),
        _goals(words, shown),
        _not_compared(words, shown),
        _withheld(words, shown),
        _method(words, shown),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _heading(words: Words, report: Report) -> Iterator[str]:
    us, rivals = brand_name(report, report.us), words.listing(rival_names(report))
    title = words("report-title", us=escape_markdown(us), rivals=escape_markdown(rivals))
    yield from (f"# {title}", "", f"{words('report-kind')}.", "")
    if not report.is_ours:
        yield from (escape_markdown(perspective_note(report)), "")
    if report.synthetic:
        yield from (f"> **{words('synthetic')}**", "")
    days = words.period_text(report.compared) if report.compared else words("no-days-compared")
    facts = [
        (words("fact-market"), report.market),
        (words("fact-industry"), report.industry),
        (words("fact-as-of"), words.date_text(report.as_of)),
        (words("fact-window"), words.period_text(report.window)),
        (words("fact-days"), days),
        (words("fact-reviews"), _compared_reviews(words, report)),
    ]
    yield from _table(("", ""), facts)


def _compared_reviews(words: Words, report: Report) -> str:
    totals = compared_reviews(report)
    names = (f"{brand_name(report, slug)} {total}" for slug, total in totals.items())
    return ", ".join(names) or words("unknown")


def _swot(words: Words, report: Report) -> Iterator[str]:
    yield from (f"## {words('swot-heading')}", "")
    if report.compared is None:
        yield from (f"**{words('no-comparison')}.**", "")
        yield from _bullets(excuse_texts(report))
        if not report.cells:
            return
    for quadrant in quadrants(report):
        yield from _quadrant(words, report, quadrant)


def _quadrant(words: Words, report: Report, quadrant: QuadrantOutline) -> Iterator[str]:
    yield from (f"### {quadrant.title}: {quadrant.subtitle}", "")
    if not quadrant.entries:
        yield from (f"{words('empty-quadrant')}.", "")
    for entry in quadrant.entries:
        yield from _cell(words, report, entry.cell)


def _cell(words: Words, report: Report, cell: SwotCell) -> Iterator[str]:
    yield from (f"#### {escape_markdown(claim(report, cell))}", "")
    places = ", ".join(map(words.place_name, report.places.get(cell.theme, (None, None))))
    rule = f"{words('rule-label')} {_code(cell.rule)}"
    yield from (f"{rule}; {escape_markdown(places)}; {_code(cell.id)}", "")
    if cell.findings:
        head = (words("column-brand"), words("column-rate-interval"), words("column-trend"))
        yield from _table(head, [_evidence_row(words, report, one) for one in cell.findings])
    difference = words.difference_text(cell)
    named = difference_lines(report, cell)
    yield from _bullets(named)
    if difference and not named:
        yield from (f"{difference[0].upper()}{difference[1:]}.", "")
    for one in news_lines(report, cell):
        yield from _news(one)
    yield from _bullets(f"{name}: {value}" for name, value in further_facts(cell))
    yield from _bullets(f"{words('caution')}: {what}" for what in caveat_lines(report, cell))
    yield from _quotes(words, report, cell.quotes)
    if not cell.quotes:
        yield from (words("no-quote"), "")
    for tactic in report.tactics.get(cell.id, ()):
        yield from _tactic(words, tactic)


def _evidence_row(words: Words, report: Report, finding: Finding) -> tuple[str, str, str]:
    name = brand_name(report, finding.brand)
    return name, words.finding_text(finding), words.trend_text(finding)


def _quotes(words: Words, report: Report, quotes: Iterable[Evidence]) -> Iterator[str]:
    for quote in quotes:
        cited = escape_markdown(words.cited_text(report, quote))
        link = find_link(quote.url)
        source = f"[{cited}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link else cited
        yield from (f"> {escape_markdown(quote.quote)}", ">", f"> {source}", "")


def _news(one: News) -> Iterator[str]:
    link = find_link(one.url)
    told = escape_markdown(one.told)
    source = f"[{told}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link else told
    before = f" ({one.before_label}: {one.before})" if one.before else ""
    yield from (f"- {source}: {escape_markdown(one.sentence + before)}", "")


def _insight(words: Words, report: Report) -> Iterator[str]:
    for section in sections(report):
        yield from (f"## {escape_markdown(section.title)}", "", escape_markdown(section.lead), "")
        for block in section.blocks:
            if isinstance(block, Grid):
                yield from _grid(block, section)
            if isinstance(block, Quotes):
                yield from _quotes(words, report, block.quotes)


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


def _tactic(words: Words, tactic: Tactic) -> Iterator[str]:
    effort, title = words("effort", effort=tactic.effort), escape_markdown(tactic.title)
    yield from (f"**{words('tactic', effort=effort, title=title)}**", "")
    yield from (f"- [ ] {escape_markdown(step)}" for step in tactic.steps)
    notes = (escape_markdown(note) for note in tactic_notes(tactic, words))
    yield from ("", f"{'; '.join((*notes, _code(tactic.id)))}", "")


def _brands(words: Words, report: Report) -> Iterator[str]:
    yield from (f"## {words('brands-heading')}", "")
    for brand in brands(report):
        yield from _brand(words, report, brand)


def _brand(words: Words, report: Report, brand: BrandReport) -> Iterator[str]:
    name = escape_markdown(brand.name)
    is_us = brand.slug == report.us
    yield from (f"### {words('brand-is-us', brand=name) if is_us else name}", "")
    judged = brand.positive + brand.neutral + brand.negative
    facts = [
        (words("brand-period"), words.period_text(brand.period)),
        (words("brand-reviews"), str(brand.reviews)),
        (words("brand-stars"), words.stars_text(brand.stars)),
        (words("brand-positive"), words.percent_text(brand.positive, judged)),
        (words("brand-neutral"), words.percent_text(brand.neutral, judged)),
        (words("brand-negative"), words.percent_text(brand.negative, judged)),
        (words("brand-replies"), words.rate_text(brand.reply_share)),
        (words("brand-unknown-language"), str(brand.unknown_language)),
        (words("brand-undated"), str(brand.undated)),
        (words("brand-chat"), ", ".join(brand.chat) or words("no-chat")),
        (words("brand-faq"), str(brand.faq_entries)),
    ]
    yield from _table(("", ""), facts)
    yield from _top(words, report, brand, polarity="negative")
    yield from _top(words, report, brand, polarity="positive")
    yield from _sources(words, brand)


def _sources(words: Words, brand: BrandReport) -> Iterator[str]:
    rows = [
        (
            words(
                "source-name",
                platform=words.platform_name(source.platform),
                source=source.id,
            ),
            words("state", state=source.state),
            source.reason or "",
            str(source.reviews),
            words.stars_text(source.rating),
        )
        for source in brand.sources
    ]
    columns = ("source", "state", "reason", "stored", "average")
    if rows:
        yield from _table(tuple(words(f"column-{name}") for name in columns), rows)


def _top(words: Words, report: Report, brand: BrandReport, *, polarity: Polarity) -> Iterator[str]:
    kind = "complaints" if polarity == "negative" else "praise"
    findings = top_findings(brand, polarity)
    if not findings:
        yield from (f"{words(f'no-{kind}')}.", "")
        return
    rows = [(theme_label(report, each.theme), words.finding_text(each)) for each in findings]
    yield from _table((words(f"top-{kind}"), words("column-rate-interval")), rows)
    for finding in findings:
        yield from _quotes(words, report, brand.quotes.get(finding.id, ())[:1])


def _proxies(words: Words, report: Report) -> Iterator[str]:
    lead = words("proxies-lead", period=words.period_text(report.proxies.period))
    yield from (f"## {words('proxies-heading')}", "", escape_markdown(lead), "")
    for table in proxy_tables(report):
        yield from (f"### {escape_markdown(table.title)}", "", escape_markdown(table.lead), "")
        yield from _table(table.head, table.rows) if table.rows else (f"{table.nothing}.", "")
        yield from _quotes(words, report, table.quotes)


def _goals(words: Words, report: Report) -> Iterator[str]:
    rows = goal_rows(report)
    if not rows:
        return
    yield from (f"## {words('goals-title')}", "", escape_markdown(words("goals-lead")), "")
    names = ("goal", "deadline", "way", "before", "now", "change", "state")
    yield from _table(
        tuple(words(f"goal-head-{name}") for name in names),
        (
            (
                "; ".join((row.title, *row.notes, row.id)),
                row.deadline,
                row.way,
                row.before,
                row.now,
                row.change,
                "; ".join(filter(None, (row.verdict, row.share_text, row.reason))),
            )
            for row in rows
        ),
    )


def _not_compared(words: Words, report: Report) -> Iterator[str]:
    yield from (f"## {words('not-compared-heading')}", "")
    yield from _bullets(excuse_texts(report) or (words("all-compared"),))


def _withheld(words: Words, report: Report) -> Iterator[str]:
    yield from (f"## {words('withheld-heading')}", "")
    rows = [
        (
            words("subject", theme=label, polarity=polarity),
            brand_name(report, each.brand),
            words.insufficient_text(each),
        )
        for label, polarity, group in withheld_by_theme(report)
        for each in group
    ]
    if not rows:
        yield from (words("nothing-withheld"), "")
        return
    head = (words("column-theme"), words("column-brand"), words("column-evidence"))
    yield from _table(head, rows)


def _method(words: Words, report: Report) -> Iterator[str]:
    yield from (f"## {words('method-heading')}", "")
    yield from _table((words("column-what"), words("column-value")), method_texts(report))
    yield from _bullets(f"{rule}: {words(f'rule-{rule}')}" for rule in RULES)


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
