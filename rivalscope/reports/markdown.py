"""The report as Markdown (GitHub's dialect), for a wiki, a pull request or a message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote as percent_encoded

from rivalscope.reports import glossary, proxies, wording
from rivalscope.reports.claims import claim
from rivalscope.reports.goals import goal_rows
from rivalscope.reports.messages import messages
from rivalscope.reports.outline import (
    brands,
    cautions,
    compared_reviews,
    further_facts,
    quadrants,
    rival_names,
    top_findings,
    withheld_by_theme,
)
from rivalscope.reports.perspective import perspective_note
from rivalscope.reports.tactics import tactic_notes
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
    shown = tidied(report)
    parts = (
        _heading(shown),
        _swot(shown),
        _brands(shown),
        _proxies(shown),
        _goals(shown),
        _not_compared(shown),
        _withheld(shown),
        _method(shown),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _heading(report: Report) -> Iterator[str]:
    us = escape_markdown(wording.brand_name(report, report.us))
    rivals = escape_markdown(wording.listing(rival_names(report)))
    yield from (f"# {us} against {rivals}", "", "Comparative SWOT of customer experience.", "")
    if not report.is_ours:
        yield from (escape_markdown(perspective_note(report)), "")
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
    if difference:
        yield from (f"{difference[0].upper()}{difference[1:]}.", "")
    yield from _bullets(f"{name}: {value}" for name, value in further_facts(cell))
    yield from _bullets(f"Caution: {sentence}" for sentence in cautions(report, cell))
    yield from _quotes(report, cell.quotes)
    if not cell.quotes:
        yield from (glossary.NO_QUOTE, "")
    for tactic in report.tactics.get(cell.id, ()):
        yield from _tactic(tactic, report.language)


def _evidence_row(report: Report, finding: Finding) -> tuple[str, str, str]:
    name = wording.brand_name(report, finding.brand)
    return name, wording.finding_text(finding), wording.trend_text(finding)


def _quotes(report: Report, quotes: Iterable[Evidence]) -> Iterator[str]:
    for quote in quotes:
        cited = escape_markdown(wording.cited_text(report, quote))
        link = find_link(quote.url)
        source = f"[{cited}]({percent_encoded(link, safe=_SAFE_IN_ADDRESS)})" if link else cited
        yield from (f"> {escape_markdown(quote.quote)}", ">", f"> {source}", "")


def _tactic(tactic: Tactic, language: str) -> Iterator[str]:
    effort = glossary.EFFORTS[tactic.effort]
    yield from (f"**What to do ({effort}): {escape_markdown(tactic.title)}**", "")
    yield from (f"- [ ] {escape_markdown(step)}" for step in tactic.steps)
    notes = (escape_markdown(note) for note in tactic_notes(tactic, language))
    yield from ("", f"{'; '.join((*notes, _code(tactic.id)))}", "")


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


def _goals(report: Report) -> Iterator[str]:
    say, rows = messages(report.language), goal_rows(report)
    if not rows:
        return
    yield from (f"## {say('goals-title')}", "", escape_markdown(say("goals-lead")), "")
    names = ("goal", "deadline", "way", "before", "now", "change", "state")
    yield from _table(
        tuple(say(f"goal-head-{name}") for name in names),
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
