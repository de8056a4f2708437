"""The report in a terminal: the comparative SWOT first, readable from 80 columns on."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.method import method_texts
from rivalscope.reports.outline import (
    further_facts,
    quadrants,
    rival_names,
    withheld_by_theme,
)
from rivalscope.reports.perspective import perspective_note
from rivalscope.reports.terminal_brands import brand_parts
from rivalscope.reports.terminal_goals import goal_parts
from rivalscope.reports.terminal_insight import insight_parts
from rivalscope.reports.terminal_lines import bullet
from rivalscope.reports.terminal_proxies import proxy_parts
from rivalscope.reports.threats import difference_lines, news_lines
from rivalscope.reports.tidy import tidied
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import Finding, Quadrant, Report, SwotCell
    from rivalscope.reports.outline import QuadrantOutline

NARROWEST: Final = 60
"""Columns below which nothing is made narrower still."""

_TWO_BY_TWO: Final = 110
"""Columns from which the quadrants stand two beside two."""
_ENTRIES_SHOWN: Final = 5
_BRANDS_SHOWN: Final = 6
_WITHHELD_SHOWN: Final = 8
_COLORS: Final[dict[Quadrant, str]] = {
    "strength": "green",
    "weakness": "red",
    "opportunity": "blue",
    "threat": "magenta",
}


def render_terminal(report: Report, *, width: int, color: bool) -> str:
    """The report as lines of at most ``width`` columns, with ANSI colors where ``color``.

    Nothing is cut: what does not fit wraps. Where a list is too long for a terminal, a line says
    how much more the other formats hold. Widths below 60 are taken as 60.
    """
    shown = tidied(report)
    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
        _environ={},
    )
    with console.capture() as capture:
        for part in _parts(shown, console.width):
            console.print(part)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _parts(report: Report, width: int) -> Iterator[RenderableType]:
    words = Words(report.language)
    yield from _heading(words, report)
    yield from _swot(words, report, width)
    yield Text()
    yield from insight_parts(report)
    yield from brand_parts(report)
    yield Text()
    yield from proxy_parts(report)
    yield from goal_parts(report)
    if report.compared and report.not_compared:
        yield from _not_compared(words, report)
    yield from _withheld(words, report)
    yield _method(words, report)


def _heading(words: Words, report: Report) -> Iterator[RenderableType]:
    us, rivals = brand_name(report, report.us), words.listing(rival_names(report))
    yield Text(words("report-title", us=us, rivals=rivals), style="bold")
    days = words.period_text(report.compared) if report.compared else words("no-days-compared")
    as_of = words("terminal-as-of", date=words.date_text(report.as_of), period=days)
    yield Text(as_of, style="dim")
    if not report.is_ours:
        yield Text(perspective_note(report))
    if report.synthetic:
        yield Text(words("synthetic"), style="bold yellow")
    yield Text(words("terminal-legend"), style="dim")
    yield Text()


def _swot(words: Words, report: Report, width: int) -> Iterator[RenderableType]:
    if report.compared is None:
        reasons = (Text(f"- {sentence}") for sentence in excuse_texts(report))
        yield Panel(Group(*reasons), title=Text(words("no-comparison")), title_align="left")
        if not report.cells:
            return
    panels = [_quadrant(words, report, quadrant) for quadrant in quadrants(report)]
    if width < _TWO_BY_TWO:
        yield from panels
        return
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row(*panels[:2])
    grid.add_row(*panels[2:])
    yield grid


def _quadrant(words: Words, report: Report, quadrant: QuadrantOutline) -> Panel:
    entries: list[RenderableType] = []
    for place, entry in enumerate(quadrant.entries[:_ENTRIES_SHOWN], start=1):
        entries += [Text()] if entries else []
        entries.append(_numbered(place, _cell(words, report, entry.cell)))
    more = len(quadrant.entries) - _ENTRIES_SHOWN
    if more > 0:
        entries += [Text(), Text(words("terminal-more", count=more), style="dim")]
    return Panel(
        Group(*entries or [Text(words("empty-quadrant"), style="dim")]),
        title=Text(f"{quadrant.title}: {quadrant.subtitle}"),
        title_align="left",
        border_style=_COLORS[quadrant.id],
        box=box.ROUNDED,
    )


def _numbered(place: int, content: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text(f"{place}."), content)
    return grid


def _cell(words: Words, report: Report, cell: SwotCell) -> Group:
    lines: list[RenderableType] = [Text(claim(report, cell), style="bold")]
    if cell.findings:
        lines.append(_evidence(words, report, cell))
    difference = words.difference_text(cell)
    named = difference_lines(report, cell)
    lines += [Text(line) for line in named or filter(None, (difference,))]
    lines += [Text(f"{one.told}: {one.sentence}") for one in news_lines(report, cell)]
    lines += [Text(f"{name}: {value}") for name, value in further_facts(cell)]
    warned = (f"{words('caution')}: {sentence}" for sentence in caveat_lines(report, cell))
    lines += [Text(sentence, style="yellow") for sentence in warned]
    lines += _quote(words, report, cell)
    lines.append(Text(cell.id, style="dim"))
    return Group(*lines)


def _evidence(words: Words, report: Report, cell: SwotCell) -> Group:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", max_width=18)
    for _ in ("n of N", "per 100", "interval"):
        table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for finding in cell.findings[:_BRANDS_SHOWN]:
        table.add_row(*_evidence_row(words, report, finding))
    more = len(cell.findings) - _BRANDS_SHOWN
    ending = [Text(words("terminal-more-brands", count=more), style="dim")] if more > 0 else []
    return Group(table, *ending)


def _evidence_row(words: Words, report: Report, finding: Finding) -> tuple[Text, ...]:
    rate = finding.rate
    return (
        Text(brand_name(report, finding.brand)),
        Text(words.share_of(rate.n, rate.of)),
        Text(words.number(rate.per_100)),
        Text(words.interval_text(rate.interval)),
        Text(words.short_trend_text(finding) if finding.enough else words("few")),
    )


def _quote(words: Words, report: Report, cell: SwotCell) -> list[RenderableType]:
    if not cell.quotes:
        return [Text(words("no-quote"), style="dim")]
    quote = cell.quotes[0]
    said = Text(f'"{quote.quote}"', style="italic")
    return [said, Text(f"- {words.cited_text(report, quote)}", style="dim")]


def _not_compared(words: Words, report: Report) -> Iterator[RenderableType]:
    yield Text(words("not-compared-heading"), style="bold")
    for sentence in excuse_texts(report):
        yield bullet(Text(sentence))
    yield Text()


def _withheld(words: Words, report: Report) -> Iterator[RenderableType]:
    yield Text(words("withheld-heading"), style="bold")
    groups = withheld_by_theme(report)
    for label, polarity, group in groups[:_WITHHELD_SHOWN]:
        told = [
            f"{brand_name(report, each.brand)} {words.insufficient_text(each)}"
            for each in group[:_BRANDS_SHOWN]
        ]
        more = len(group) - _BRANDS_SHOWN
        if more > 0:
            told.append(words("terminal-more-brands", count=more))
        subject = words("subject", theme=label, polarity=polarity)
        yield bullet(Text(f"{subject}: {', '.join(told)}"))
    if len(groups) > _WITHHELD_SHOWN:
        rest = words("terminal-more", count=len(groups) - _WITHHELD_SHOWN)
        yield bullet(Text(rest, style="dim"))
    if not groups:
        yield bullet(Text(words("nothing-withheld")))
    yield Text()


def _method(words: Words, report: Report) -> Text:
    lines = "; ".join(f"{name}: {value}" for name, value in method_texts(report))
    return Text(words("terminal-method", lines=lines or words("unknown")), style="dim")
