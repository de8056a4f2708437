"""Heat map, position, best in set and delight, as blocks."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from rivalscope.reports.insight.blocks import Cell, Grid, Quotes, Row
from rivalscope.reports.insight.scatter import scatter
from rivalscope.reports.outline import brands
from rivalscope.reports.wording import brand_name, theme_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import HeatCell, Polarity, Rate, Report
    from rivalscope.reports.insight.blocks import Block
    from rivalscope.reports.insight.say import Say

LEVELS: Final = (2.5, 10.0, 20.0, 30.0)
"""Rates per 100 from which the next stronger color stands for a cell."""


_BESIDE: Final = 4
"""Brands up to which two maps have room beside each other."""


def journey_blocks(report: Report, say: Say) -> tuple[Block, ...]:
    """All of them, in order."""
    return (
        _heat(report, say, "negative"),
        _heat(report, say, "positive"),
        _position(report, say),
        _best(report, say),
        *_delight(report, say),
    )


def level(rate: Rate) -> int:
    """0 to 4: how strong the color of a rate is."""
    return bisect_right(LEVELS, rate.per_100)


def _heat(report: Report, say: Say, polarity: Polarity) -> Grid:
    cells = report.insight.heat
    known = [one.slug for one in brands(report) if any(cell.brand == one.slug for cell in cells)]
    places = list(dict.fromkeys((cell.axis, cell.place) for cell in cells))
    found = {(cell.axis, cell.place, cell.brand): cell for cell in cells}
    kind = "complaints" if polarity == "negative" else "praise"
    return Grid(
        id=f"heat-{kind}",
        title=say(f"heat-{kind}"),
        about=say("heat-about"),
        head=(say("heat-column"), *(brand_name(report, slug) for slug in known)),
        rows=tuple(
            Row(
                name=say("heat-axis", axis=axis, place=place),
                cells=tuple(_heat_cell(found[axis, place, slug], polarity, say) for slug in known),
            )
            for axis, place in places
        ),
        nothing=say("insight-nothing"),
        is_map=True,
        is_half=len(known) <= _BESIDE,
    )


def _heat_cell(cell: HeatCell, polarity: Polarity, say: Say) -> Cell:
    rate = cell.complaints if polarity == "negative" else cell.praise
    if rate is None:
        return Cell(text=say("heat-no-theme"))
    tone = "bad" if polarity == "negative" else "good"
    return Cell(
        text=say.number(rate.per_100),
        notes=(say.reach(rate), say("insight-of", n=rate.n, of=rate.of)),
        tone=f"{tone}{level(rate)}",
    )


def _position(report: Report, say: Say) -> Grid:
    found = report.insight.positions
    points = [(brand_name(report, one.brand), one.brand == report.us, one) for one in found]
    return Grid(
        id="position",
        title=say("position-title"),
        about=say("position-about"),
        head=(
            say("insight-brand"),
            say("position-reviews"),
            say("position-per-month"),
            say("position-content"),
        ),
        rows=tuple(
            Row(
                name=brand_name(report, one.brand),
                cells=(
                    Cell(text=str(one.reviews)),
                    Cell(text=say.number(one.per_30_days)),
                    Cell(text=say.short_rate(one.content)),
                ),
            )
            for one in found
        ),
        nothing=say("insight-nothing"),
        drawing=scatter(
            points,
            title=say("position-title"),
            across=say("position-per-month"),
            up=say("position-content"),
            number=say.number,
        )
        if points
        else None,
    )


def _best(report: Report, say: Say) -> Grid:
    return Grid(
        id="best",
        title=say("best-title"),
        about=say("best-about"),
        head=(
            say("insight-theme"),
            say("best-brand"),
            say("best-next"),
            say("best-verdict"),
        ),
        rows=tuple(
            Row(
                name=say(
                    "best-fewest" if one.polarity == "negative" else "best-most",
                    theme=theme_label(report, one.theme),
                ),
                cells=(
                    Cell(text=brand_name(report, one.brand), notes=(say.short_rate(one.rate),)),
                    Cell(
                        text=brand_name(report, one.runner_up),
                        notes=(say.short_rate(one.runner_up_rate),),
                    ),
                    Cell(text=say("best-clear" if one.clear else "best-close")),
                ),
            )
            for one in report.insight.best
        ),
        nothing=say("insight-nothing"),
    )


def _delight(report: Report, say: Say) -> Iterator[Block]:
    found = report.insight.delight
    yield Grid(
        id="delight",
        title=say("delight-title"),
        about=say("delight-about"),
        head=(say("insight-brand"), say("delight-rate")),
        rows=tuple(
            Row(name=brand_name(report, one.brand), cells=(Cell(text=say.short_rate(one.rate)),))
            for one in found
        ),
        nothing=say("insight-nothing"),
    )
    yield Quotes(quotes=tuple(quote for one in found for quote in one.quotes[:2]))
