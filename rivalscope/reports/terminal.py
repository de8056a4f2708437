"""The report in a terminal: the comparative SWOT first, readable from 80 columns on."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from rich import box
from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from rivalscope.reports import glossary, wording
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.claims import claim
from rivalscope.reports.outline import (
    further_facts,
    quadrants,
    rival_names,
    withheld_by_theme,
)
from rivalscope.reports.terminal_brands import brand_parts
from rivalscope.reports.terminal_insight import insight_parts
from rivalscope.reports.terminal_proxies import proxy_parts
from rivalscope.reports.threats import difference_lines, news_lines
from rivalscope.reports.tidy import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import Finding, Quadrant, Report, SwotCell
    from rivalscope.reports.outline import QuadrantOutline

NARROWEST: Final = 60
"""Columns below which nothing is made narrower still."""

_TWO_BY_TWO: Final = 110
"""Columns from which the quadrants stand two beside two."""
_LEGEND: Final = (
    "each row: n of N reviews, rate per 100, its 95 % interval, change against the period before"
)
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
    yield from _heading(report)
    yield from _swot(report, width)
    yield Text()
    yield from insight_parts(report)
    yield from brand_parts(report)
    yield from proxy_parts(report)
    if report.compared and report.not_compared:
        yield from _not_compared(report)
    yield from _withheld(report)
    yield _method(report)


def _heading(report: Report) -> Iterator[RenderableType]:
    us, rivals = wording.brand_name(report, report.us), wording.listing(rival_names(report))
    yield Text(f"{us} against {rivals}", style="bold")
    compared = wording.period_text(report.compared) if report.compared else "no comparison"
    yield Text(f"as of {report.as_of.isoformat()}, days compared: {compared}", style="dim")
    if report.synthetic:
        yield Text(glossary.SYNTHETIC, style="bold yellow")
    yield Text(_LEGEND, style="dim")
    yield Text()


def _swot(report: Report, width: int) -> Iterator[RenderableType]:
    if report.compared is None:
        reasons = (Text(f"- {sentence}") for sentence in report.not_compared)
        yield Panel(Group(*reasons), title=Text(glossary.NO_COMPARISON), title_align="left")
        if not report.cells:
            return
    panels = [_quadrant(report, quadrant) for quadrant in quadrants(report)]
    if width < _TWO_BY_TWO:
        yield from panels
        return
    grid = Table.grid(expand=True, padding=(0, 1, 0, 0))
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row(*panels[:2])
    grid.add_row(*panels[2:])
    yield grid


def _quadrant(report: Report, quadrant: QuadrantOutline) -> Panel:
    entries: list[RenderableType] = []
    for place, entry in enumerate(quadrant.entries[:_ENTRIES_SHOWN], start=1):
        entries += [Text()] if entries else []
        entries.append(_numbered(place, _cell(report, entry.cell)))
    more = len(quadrant.entries) - _ENTRIES_SHOWN
    if more > 0:
        entries += [Text(), Text(f"and {more} more; the HTML report lists them all", style="dim")]
    return Panel(
        Group(*entries or [Text(glossary.EMPTY_QUADRANT, style="dim")]),
        title=Text(f"{quadrant.title}: {quadrant.subtitle}"),
        title_align="left",
        border_style=_COLORS[quadrant.id],
        box=box.ROUNDED,
    )


def _numbered(place: int, content: RenderableType) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text(f"{place}."), content)
    return grid


def _cell(report: Report, cell: SwotCell) -> Group:
    lines: list[RenderableType] = [Text(claim(report, cell), style="bold")]
    if cell.findings:
        lines.append(_evidence(report, cell))
    difference = wording.difference_text(cell)
    named = difference_lines(report, cell)
    lines += [Text(line) for line in named or filter(None, (difference,))]
    lines += [Text(f"{one.told}: {one.sentence}") for one in news_lines(report, cell)]
    lines += [Text(f"{name}: {value}") for name, value in further_facts(cell)]
    lines += [
        Text(f"caution: {sentence}", style="yellow") for sentence in caveat_lines(report, cell)
    ]
    lines += _quote(report, cell)
    lines.append(Text(cell.id, style="dim"))
    return Group(*lines)


def _evidence(report: Report, cell: SwotCell) -> Group:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold", max_width=18)
    for _ in ("n of N", "per 100", "interval"):
        table.add_column(justify="right", no_wrap=True)
    table.add_column()
    for finding in cell.findings[:_BRANDS_SHOWN]:
        table.add_row(*_evidence_row(report, finding))
    more = len(cell.findings) - _BRANDS_SHOWN
    ending = [Text(f"and {more} more brands", style="dim")] if more > 0 else []
    return Group(table, *ending)


def _evidence_row(report: Report, finding: Finding) -> tuple[Text, ...]:
    rate = finding.rate
    trend = wording.short_trend_text(finding) if finding.enough else glossary.TOO_FEW
    return (
        Text(wording.brand_name(report, finding.brand)),
        Text(wording.share_of(rate.n, rate.of)),
        Text(wording.number(rate.per_100)),
        Text(wording.interval_text(rate.interval)),
        Text(trend),
    )


def _quote(report: Report, cell: SwotCell) -> list[RenderableType]:
    if not cell.quotes:
        return [Text(glossary.NO_QUOTE, style="dim")]
    quote = cell.quotes[0]
    words = Text(f'"{quote.quote}"', style="italic")
    return [words, Text(f"- {wording.cited_text(report, quote)}", style="dim")]


def _not_compared(report: Report) -> Iterator[RenderableType]:
    yield Text("Not compared", style="bold")
    for sentence in report.not_compared:
        yield _bullet(Text(sentence))
    yield Text()


def _withheld(report: Report) -> Iterator[RenderableType]:
    yield Text("Withheld for too little evidence", style="bold")
    groups = withheld_by_theme(report)
    for label, polarity, group in groups[:_WITHHELD_SHOWN]:
        brands_ = ", ".join(
            f"{wording.brand_name(report, each.brand)} {wording.insufficient_text(each)}"
            for each in group[:_BRANDS_SHOWN]
        )
        more = len(group) - _BRANDS_SHOWN
        ending = f" and {more} more brands" if more > 0 else ""
        yield _bullet(Text(f"{label}, {glossary.KINDS[polarity]}: {brands_}{ending}"))
    if len(groups) > _WITHHELD_SHOWN:
        more = len(groups) - _WITHHELD_SHOWN
        yield _bullet(Text(f"and {more} more; the HTML report lists them all", style="dim"))
    if not groups:
        yield _bullet(Text("Nothing was withheld."))
    yield Text()


def _method(report: Report) -> Text:
    values = "; ".join(f"{name}: {value}" for name, value in report.method)
    return Text(f"Method: {values or glossary.UNKNOWN}", style="dim")


def _bullet(text: Text) -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_row(Text("  -"), text)
    return grid
