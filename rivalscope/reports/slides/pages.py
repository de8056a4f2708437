"""The slides one by one; each measures what it puts and continues where it is too much."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Final, TypeVar

from rivalscope.reports import outline
from rivalscope.reports.caveats import caveat_lines
from rivalscope.reports.charts import ceiling
from rivalscope.reports.claims import claim
from rivalscope.reports.excuses import excuse_texts
from rivalscope.reports.measuring import fitted, lines_of
from rivalscope.reports.method import method_texts
from rivalscope.reports.palette import LINE, SOFT, TINTS, TONES, WARN, WARN_TINT, WHITE
from rivalscope.reports.slides.canvas import (
    BOTTOM,
    MARGIN,
    TOP,
    WIDTH,
    Box,
    Grid,
    Run,
    height_of,
    inner,
    rectangle,
    row_height,
    table,
    text,
)
from rivalscope.reports.slides.chart import MOST_BRANDS, Bars, put_chart
from rivalscope.reports.tidy import find_link
from rivalscope.reports.wording import brand_name, theme_label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from pptx.slide import Slide

    from rivalscope.models import BrandReport, Evidence, Finding, Quadrant, SwotCell
    from rivalscope.reports.slides.deck import Deck

_Item = TypeVar("_Item")

_ROOM: Final = WIDTH - 2 * MARGIN
_PALE: Final = "#C9CED6"
_GLANCES: Final = 3
_GLANCE: Final = 12.5
_MOST_LINES: Final = 4
_PANEL_LINES: Final = 8
"""Lines of claims in a panel, beside its title and how many more there are."""
_MOST_ROWS: Final = 8
_MOST_THEMES: Final = 6
_QUOTES: Final = 3
_CAUTIONS: Final = 2
_NAME_WIDTH: Final = 150.0


def opening(deck: Deck) -> None:
    """Who against whom, when, and on what."""
    report, say, phrases = deck.report, deck.say, deck.phrases
    slide = deck.dark_slide(phrases.title())
    head = Box(x=MARGIN, y=112, width=_ROOM, height=22)
    text(slide, head, [[Run(text=say("office-subtitle"), size=15, color=_PALE)]])
    facts = (
        say("office-market", market=report.market, date=report.as_of.isoformat()),
        phrases.period(report.compared or report.window),
        f"{phrases.reviews()}  \u00b7  {phrases.sources()}",
        deck.digest,
    )
    lines = [[Run(text=fitted(each, _ROOM, 15, lines=1), size=15, color=WHITE)] for each in facts]
    text(slide, Box(x=MARGIN, y=280, width=_ROOM, height=110), lines, gap=7)
    if report.synthetic:
        box = Box(x=MARGIN, y=456, width=_ROOM, height=34)
        rectangle(slide, box, fill=WARN_TINT)
        notice = fitted(say("office-synthetic"), _ROOM - 24, 12, lines=1, bold=True)
        place = Box(x=MARGIN + 12, y=466, width=_ROOM - 24, height=18)
        text(slide, place, [[Run(text=notice, size=12, bold=True, color=WARN)]])


def overview(deck: Deck) -> None:
    """The four quadrants on one slide, or why there are none."""
    report, say = deck.report, deck.say
    if report.compared is None and not report.cells:
        reasons = excuse_texts(report) or (say("office-unknown"),)
        _listed(deck, say("office-no-comparison"), reasons)
        return
    slide = deck.slide(say("office-slide.overview"))
    gap = 14
    top = TOP - 12
    width, height = (_ROOM - gap) / 2, (BOTTOM - top - gap) / 2
    for place, quadrant in enumerate(outline.quadrants(report)):
        down, across = divmod(place, 2)
        box = Box(
            x=MARGIN + across * (width + gap),
            y=top + down * (height + gap),
            width=width,
            height=height,
        )
        claims = [claim(report, each.cell) for each in quadrant.entries]
        _panel(deck, slide, box, quadrant=quadrant.id, claims=claims)


def _panel(
    deck: Deck, slide: Slide, box: Box, *, quadrant: Quadrant, claims: Sequence[str]
) -> None:
    rectangle(slide, box, fill=TINTS[quadrant])
    rectangle(slide, Box(x=box.x, y=box.y, width=box.width, height=4), fill=TONES[quadrant])
    room = box.width - 32
    title = Run(text=deck.say(f"office-term.{quadrant}"), size=17, bold=True, color=TONES[quadrant])
    lead = Run(text=f"   {deck.say(f'office-quadrant-lead.{quadrant}')}", size=12, color=SOFT)
    shown = _glances(claims[:_GLANCES], room)
    paragraphs = [[title, lead], *([Run(text=each, size=_GLANCE)] for each in shown)]
    if not claims:
        paragraphs.append([Run(text=deck.say("office-nothing"), size=_GLANCE, color=SOFT)])
    if len(claims) > _GLANCES:
        more = deck.say("office-more-entries", count=len(claims) - _GLANCES)
        paragraphs.append([Run(text=more, size=11, color=SOFT)])
    inside = Box(x=box.x + 16, y=box.y + 12, width=room, height=box.height - 16)
    text(slide, inside, paragraphs, gap=6)


def _glances(claims: Sequence[str], room: float) -> list[str]:
    """The claims, each as long as all of them still fit into a panel."""
    for lines in range(_MOST_LINES, 0, -1):
        shown = [fitted(each, room, _GLANCE, lines=lines) for each in claims]
        if sum(len(lines_of(each, room, _GLANCE)) for each in shown) <= _PANEL_LINES:
            break
    return shown


@dataclass(frozen=True, slots=True, kw_only=True)
class _Card:
    """An entry on its quadrant's slide, already broken to fit."""

    claim: str
    figures: str
    quote: str
    height: float


_CARD_ROOM: Final = _ROOM - 22
_CLAIM, _FIGURES, _QUOTE = 17.0, 12.0, 13.0
_CARD_GAP: Final = 24.0
_CARD_BRANDS: Final = 3
_QUOTED: Final = 0.7
"""Share of a line that a quote may take; its source has the rest."""


def quadrants(deck: Deck) -> None:
    """Each quadrant's entries, the most important first, on as many slides as they need."""
    for quadrant in outline.quadrants(deck.report):
        cards = [_card(deck, each.cell) for each in quadrant.entries]
        name = deck.say(f"office-term.{quadrant.id}")
        lead = deck.say(f"office-quadrant-lead.{quadrant.id}")
        slides = list(_packed(cards, BOTTOM - TOP, height=lambda card: card.height + _CARD_GAP))
        for number, shown in enumerate(slides, start=1):
            title = _continued(deck, f"{name}: {lead}", number, of=len(slides))
            slide = deck.slide(title, color=TONES[quadrant.id])
            _put_cards(slide, shown, color=TONES[quadrant.id])


def _card(deck: Deck, cell: SwotCell) -> _Card:
    report, phrases = deck.report, deck.phrases
    figures = "  \u00b7  ".join(
        f"{brand_name(report, each.brand)} {phrases.rate(each)}"
        for each in _headline_first(deck, cell)[:_CARD_BRANDS]
    )
    quote = next(iter(cell.quotes), None)
    said = deck.say("office-no-quote")
    if quote:
        words = fitted(quote.quote, _CARD_ROOM * _QUOTED, _QUOTE, lines=1)
        said = f"\u201c{words}\u201d  {phrases.cited(quote)}"
    words = fitted(claim(report, cell), _CARD_ROOM, _CLAIM, lines=3, bold=True)
    figures = fitted(figures, _CARD_ROOM, _FIGURES, lines=2)
    said = fitted(said, _CARD_ROOM, _QUOTE, lines=1)
    height = (
        height_of(len(lines_of(words, _CARD_ROOM, _CLAIM, bold=True)), _CLAIM)
        + height_of(len(lines_of(figures, _CARD_ROOM, _FIGURES)), _FIGURES)
        + height_of(1, _QUOTE)
        + 10
    )
    return _Card(claim=words, figures=figures, quote=said, height=height)


def _put_cards(slide: Slide, cards: Sequence[_Card], *, color: str) -> None:
    y = TOP
    for card in cards:
        rectangle(slide, Box(x=MARGIN, y=y, width=4, height=card.height), fill=color)
        paragraphs = [
            [Run(text=card.claim, size=_CLAIM, bold=True)],
            [Run(text=card.figures, size=_FIGURES, color=SOFT)],
            [Run(text=card.quote, size=_QUOTE, italic=True)],
        ]
        inside = Box(x=MARGIN + 18, y=y, width=_CARD_ROOM, height=card.height)
        text(slide, inside, paragraphs, gap=4)
        y += card.height + _CARD_GAP


def _headline_first(deck: Deck, cell: SwotCell) -> list[Finding]:
    about = outline.headline(deck.report, cell)
    return sorted(cell.findings, key=lambda finding: finding is not about)


def themes(deck: Deck) -> None:
    """The most important themes as a chart: the first brands side by side, with intervals."""
    report, say = deck.report, deck.say
    compared = outline.compared_themes(report)[:_MOST_THEMES]
    if not compared:
        return
    brands = outline.brands(report)
    shown = brands[:MOST_BRANDS]
    bars = []
    for brand in shown:
        found = [
            next((each.rate for each in theme.findings if each.brand == brand.slug), None)
            for theme in compared
        ]
        name = fitted(brand.name, _NAME_WIDTH, 11, lines=1)
        bars.append(Bars(name=name, rates=tuple(found)))
    slide = deck.slide(say("office-slide.themes"))
    lead = say("office-chart.lead")
    if len(brands) > len(shown):
        lead += " " + say("office-chart-others", count=len(brands) - len(shown))
    text(
        slide, Box(x=MARGIN, y=72, width=_ROOM, height=16), [[Run(text=lead, size=12, color=SOFT)]]
    )
    put_chart(
        slide,
        Box(x=MARGIN, y=TOP + 4, width=_ROOM, height=BOTTOM - TOP - 4),
        categories=[
            fitted(deck.phrases.words.subject_text(report, each.findings[0]), 200, 11, lines=2)
            for each in compared
        ],
        bars=bars,
        end=ceiling(finding for theme in compared for finding in theme.findings),
        created=deck.created,
    )


_TABLE: Final = 520.0
_TABLE_SIZE: Final = 11.0
_ASIDE: Final = _ROOM - _TABLE - 28
_FIGURE_WIDTHS: Final = (138.0, 84.0, 62.0, 94.0, 142.0)
_TABLE_GAP: Final = 10.0
_ASIDE_GAP: Final = 6.0
_NOTE: Final = 11.0
_ID_SIZE: Final = 9.0
_COMPARABLE: Final = 2
"""Bars that are worth a chart."""


def evidence(deck: Deck) -> None:
    """A slide an entry: each brand's figures, the difference, and the customers' words."""
    for quadrant in outline.quadrants(deck.report):
        for entry in quadrant.entries:
            _evidence(deck, entry.cell, color=TONES[quadrant.id])


def _evidence(deck: Deck, cell: SwotCell, *, color: str) -> None:
    report, say = deck.report, deck.say
    about = deck.phrases.words.subject_text(report, cell)
    slide = deck.slide(f"{say(f'office-term.{cell.quadrant}')}: {about}", color=color)
    words = fitted(claim(report, cell), _ROOM, 13.5, lines=3)
    text(slide, Box(x=MARGIN, y=TOP - 14, width=_ROOM, height=49), [[Run(text=words, size=13.5)]])
    y = TOP + 36
    notes = _notes(deck, cell)
    if cell.findings:
        grid, left = _figures(deck, cell, room=BOTTOM - y - _taken(notes, _TABLE) - _TABLE_GAP)
        table(slide, (MARGIN, y), grid)
        y += sum(grid.heights) + _TABLE_GAP
        notes = [*_more_brands(deck, left), *notes]
    taken = _taken(notes, _TABLE)
    box = Box(x=MARGIN, y=y, width=_TABLE, height=taken)
    text(slide, box, [[run] for run in notes], gap=_ASIDE_GAP)
    _put_bars(deck, slide, cell, top=y + taken)
    aside = Box(x=MARGIN + _TABLE + 28, y=TOP + 36, width=_ASIDE, height=BOTTOM - TOP - 36)
    _put_aside(deck, slide, aside, cell=cell)


def _put_bars(deck: Deck, slide: Slide, cell: SwotCell, *, top: float) -> None:
    """The table's rates as bars, where there are several and there is room."""
    us = deck.report.us
    findings = _headline_first(deck, cell)[:_MOST_ROWS]
    needed = 48 + 24 * len(findings)
    if len(findings) < _COMPARABLE or BOTTOM - top < needed:
        return
    names = [
        fitted(brand_name(deck.report, each.brand), _NAME_WIDTH, 11, lines=1) for each in findings
    ]
    put_chart(
        slide,
        Box(x=MARGIN, y=top, width=_TABLE, height=min(BOTTOM - top, needed + 20)),
        categories=names,
        bars=[Bars(name=deck.say("office-chart.axis"), rates=tuple(one.rate for one in findings))],
        end=ceiling(findings),
        created=deck.created,
        ours=next((place for place, each in enumerate(findings) if each.brand == us), None),
    )


def _figures(deck: Deck, cell: SwotCell, *, room: float) -> tuple[Grid, int]:
    """A table of the brands for which there is room, and how many others there are."""
    report, say, phrases = deck.report, deck.say, deck.phrases
    rows = [
        (
            brand_name(report, each.brand) + ("" if each.enough else f" ({say('office-few')})"),
            say("office-share", n=str(each.rate.n), of=str(each.rate.of)),
            phrases.number(each.rate.per_100),
            phrases.interval(each),
            phrases.trend(each),
        )
        for each in _headline_first(deck, cell)
    ]
    head = tuple(
        say(f"office-slide.{name}") for name in ("brand", "rate", "per-100", "interval", "change")
    )
    grid = _grid(head, rows[:_MOST_ROWS], widths=_FIGURE_WIDTHS, figures=frozenset({1, 2, 3}))
    (shown, *_) = _pages_of(grid, room - height_of(1, _NOTE) - _ASIDE_GAP)
    return shown, len(rows) - len(shown.rows)


def _more_brands(deck: Deck, count: int) -> tuple[Run, ...]:
    if not count:
        return ()
    return (Run(text=deck.say("office-more-brands", count=count), size=_NOTE, color=SOFT),)


def _notes(deck: Deck, cell: SwotCell) -> list[Run]:
    """What stands under an entry's table."""
    say = deck.say
    notes = []
    difference = deck.phrases.difference(cell)
    if difference:
        notes.append(Run(text=fitted(difference, _TABLE, 12, lines=2), size=12, bold=True))
    for sentence in caveat_lines(deck.report, cell)[:_CAUTIONS]:
        caution = say("office-caution", sentence=sentence)
        notes.append(Run(text=fitted(caution, _TABLE, _NOTE, lines=2), size=_NOTE, color=WARN))
    notes.append(Run(text=fitted(cell.id, _TABLE, _ID_SIZE, lines=2), size=_ID_SIZE, color=SOFT))
    return notes


def _put_aside(deck: Deck, slide: Slide, box: Box, *, cell: SwotCell) -> None:
    """Quotes with their sources, as links where they lead somewhere, and what to do if it fits."""
    rectangle(slide, Box(x=box.x, y=box.y, width=1.5, height=box.height), fill=LINE)
    room = box.width - 18
    quotes = cell.quotes[:_QUOTES]
    runs = [run for quote in quotes for run in _quotation(deck, quote, room)]
    if not runs:
        runs = [Run(text=deck.say("office-no-quote"), size=12, color=SOFT)]
    for advice in _advice(deck, cell, room):
        if _taken([*runs, *advice], room) <= box.height:
            runs += advice
    inside = Box(x=box.x + 18, y=box.y, width=room, height=box.height)
    text(slide, inside, [[run] for run in runs], gap=_ASIDE_GAP)


def _quotation(deck: Deck, quote: Evidence, room: float) -> tuple[Run, Run]:
    said = fitted(quote.quote, room - 14, 14, lines=4)
    cited = fitted(deck.phrases.cited(quote), room, 10.5, lines=1)
    return (
        Run(text=f"\u201c{said}\u201d", size=14, italic=True),
        Run(text=cited, size=10.5, color=SOFT, link=find_link(quote.url)),
    )


def _advice(deck: Deck, cell: SwotCell, room: float) -> Iterator[list[Run]]:
    """Each tactic of an entry with its steps, line by line."""
    for tactic in deck.report.tactics.get(cell.id, ()):
        effort = deck.say(f"office-term.{tactic.effort}")
        title = deck.say("office-tactic", title=tactic.title, effort=effort)
        steps = (fitted(f"\u2022 {step}", room, 11, lines=2) for step in tactic.steps)
        yield [
            Run(text=fitted(title, room, 12, lines=3, bold=True), size=12, bold=True),
            *(Run(text=step, size=11) for step in steps),
        ]


def _taken(runs: Iterable[Run], room: float) -> float:
    """Points that paragraphs of one run each take in a column."""
    return sum(
        height_of(len(lines_of(run.text, room, run.size, bold=run.bold)), run.size) + _ASIDE_GAP
        for run in runs
    )


def brands(deck: Deck) -> None:
    """Each brand by itself: reviews, what is said most, and how its sources stand."""
    say, phrases = deck.say, deck.phrases
    head = (
        say("office-slide.brand"),
        say("office-column.reviews"),
        say("office-column.stars"),
        say("office-slide.complaint"),
        say("office-slide.praise"),
        say("office-slide.read"),
    )
    rows = [
        (
            brand.name,
            str(brand.reviews),
            "" if brand.stars is None else phrases.number(brand.stars * 5),
            _most(deck, brand, "negative"),
            _most(deck, brand, "positive"),
            phrases.sources(brand),
        )
        for brand in outline.brands(deck.report)
    ]
    widths = (130.0, 70.0, 62.0, 230.0, 230.0, 150.0)
    _tables(
        deck,
        say("office-slide.sources"),
        _grid(head, rows, widths=widths, figures=frozenset({1, 2})),
    )
    cautions = [
        phrases.words.source_text(deck.report, source)
        for brand in outline.brands(deck.report)
        for source in brand.sources
        if source.state not in outline.SOUND_STATES
    ]
    left_out = (*cautions, *excuse_texts(deck.report))
    if left_out and deck.report.compared:
        _listed(deck, say("office-slide.limits"), left_out)


def _most(deck: Deck, brand: BrandReport, polarity: str) -> str:
    top = next((each for each in brand.findings if each.polarity == polarity), None)
    return f"{theme_label(deck.report, top.theme)}\n{deck.phrases.rate(top)}" if top else ""


def withheld(deck: Deck) -> None:
    """Comparisons not made, with what there was."""
    say, report = deck.say, deck.report
    rows = [
        (
            f"{label}, {say(f'office-term.{polarity}')}",
            "; ".join(
                f"{brand_name(report, each.brand)} "
                + say("office-counted", n=str(each.n), of=str(each.of))
                for each in group
            ),
        )
        for label, polarity, group in outline.withheld_by_theme(report)
    ]
    if rows:
        head = (say("office-column.theme"), say("office-slide.counted"))
        grid = _grid(head, rows, widths=(272.0, 600.0))
        _tables(deck, say("office-slide.withheld"), grid)


def method(deck: Deck) -> None:
    """Thresholds and versions."""
    if deck.report.method:
        head = (deck.say("office-column.what"), deck.say("office-column.value"))
        grid = _grid(head, method_texts(deck.report), widths=(300.0, 572.0))
        _tables(deck, deck.say("office-slide.method"), grid)


def _grid(
    head: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    *,
    widths: tuple[float, ...],
    figures: frozenset[int] = frozenset(),
) -> Grid:
    """A table whose paragraphs, two a cell, are cut to three lines, and whose rows are measured."""
    texts = [
        tuple(
            "\n".join(
                fitted(part, inner(width), _TABLE_SIZE, lines=3, bold=place == 0 or number == 0)
                for part in cell.split("\n")[:2]
            )
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for number, row in enumerate((head, *rows))
    ]
    heights = tuple(
        row_height(
            max(
                len(lines_of(cell, inner(width), _TABLE_SIZE, bold=place == 0 or number == 0))
                for place, (cell, width) in enumerate(zip(row, widths, strict=True))
            ),
            _TABLE_SIZE,
        )
        for number, row in enumerate(texts)
    )
    return Grid(
        head=texts[0],
        rows=tuple(texts[1:]),
        widths=widths,
        size=_TABLE_SIZE,
        heights=heights,
        figures=figures,
    )


def _tables(deck: Deck, title: str, grid: Grid) -> None:
    """The table on as many slides as it needs, its head on each."""
    grids = list(_pages_of(grid, BOTTOM - TOP))
    for number, part in enumerate(grids, start=1):
        slide = deck.slide(_continued(deck, title, number, of=len(grids)))
        table(slide, (MARGIN, TOP), part)


def _pages_of(grid: Grid, room: float) -> Iterator[Grid]:
    """The table in parts that each fit, with the head on every one."""
    rows = zip(grid.rows, grid.heights[1:], strict=True)
    for shown in _packed(rows, room - grid.heights[0], height=itemgetter(1)):
        yield replace(
            grid,
            rows=tuple(row for row, _ in shown),
            heights=(grid.heights[0], *(height for _, height in shown)),
        )


_LIST: Final = 14.0
_LIST_GAP: Final = 8.0


def _listed(deck: Deck, title: str, sentences: Iterable[str]) -> None:
    """Sentences one under the other, on as many slides as they need."""
    room = _ROOM - 16
    shown = [fitted(each, room, _LIST, lines=3) for each in sentences]
    slides = list(
        _packed(
            shown,
            BOTTOM - TOP,
            height=lambda each: height_of(len(lines_of(each, room, _LIST)), _LIST) + _LIST_GAP,
        )
    )
    for number, part in enumerate(slides, start=1):
        slide = deck.slide(_continued(deck, title, number, of=len(slides)))
        paragraphs = [[Run(text=f"\u2013 {each}", size=_LIST)] for each in part]
        box = Box(x=MARGIN, y=TOP, width=_ROOM, height=BOTTOM - TOP)
        text(slide, box, paragraphs, gap=_LIST_GAP)


def _continued(deck: Deck, title: str, page: int, *, of: int) -> str:
    if of == 1:
        return title
    return deck.say("office-slide.continued", title=title, page=str(page), pages=str(of))


def _packed(
    items: Iterable[_Item], room: float, *, height: Callable[[_Item], float]
) -> Iterator[list[_Item]]:
    """Items in order, as many together as there is room for, and at least one."""
    page: list[_Item] = []
    used = 0.0
    for item in items:
        needed = height(item)
        if page and used + needed > room:
            yield page
            page, used = [], 0.0
        page.append(item)
        used += needed
    if page:
        yield page
