"""The report as Markdown (GitHub's dialect), for a wiki, a pull request or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.method import method_texts
from rivalscope.reports.outline import (
    RULES,
    brands,
    cautions,
    compared_reviews,
    further_facts,
    quadrants,
    rival_names,
    top_findings,
    withheld_by_theme,
)
from rivalscope.reports.proxies import proxy_tables
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
    from rivalscope.reports.outline import QuadrantOutline

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
        _brands(words, shown),
        _proxies(words, shown),
        _not_compared(words, shown),
        _withheld(words, shown),
        _method(words, shown),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _heading(words: Words, report: Report) -> Iterator[str]:
    us, rivals = brand_name(report, report.us), words.listing(rival_names(report))
    title = words("report-title", us=escape_markdown(us), rivals=escape_markdown(rivals))
    yield from (f"# {title}", "", f"{words('report-kind')}.", "")
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
    if difference:
        yield from (f"{difference[0].upper()}{difference[1:]}.", "")
    yield from _bullets(f"{name}: {value}" for name, value in further_facts(cell))
    yield from _bullets(f"{words('caution')}: {what}" for what in cautions(report, cell))
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


def _tactic(words: Words, tactic: Tactic) -> Iterator[str]:
    effort, title = words("effort", effort=tactic.effort), escape_markdown(tactic.title)
    yield from (f"**{words('tactic', effort=effort, title=title)}**", "")
    yield from (f"- [ ] {escape_markdown(step)}" for step in tactic.steps)
    yield ""


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
