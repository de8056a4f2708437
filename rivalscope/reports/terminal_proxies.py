"""The proxies in short, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports import proxies
from rivalscope.reports.outline import brands
from rivalscope.reports.wording import (
    brand_name,
    interval_text,
    number,
    rate_text,
    share_of,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import BrandReport, Flow, Rate, RecommendProxy, ReplyDelay, Report

_MOVES_SHOWN: Final = 6
_HEAD: Final = (
    "Brand",
    "Owner replied",
    "Median delay, days",
    "Tell of effort",
    "Recommend, net",
)


def proxy_parts(report: Report) -> Iterator[RenderableType]:
    """A table of all brands, then the moves between them."""
    table = Table(
        title=Text(f"{proxies.TITLE} (intervals: 95 %; no NPS, CSAT or CES)", style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for name in _HEAD:
        table.add_column(name, overflow="fold")
    for row in _short_rows(report):
        table.add_row(*map(Text, row))
    yield table
    lines = _flow_lines(report)
    yield Text(f"Moves between brands: {proxies.nothing_told(report)}" if not lines else "Moves:")
    for line in lines[:_MOVES_SHOWN]:
        yield Text(f"  {line}")
    if len(lines) > _MOVES_SHOWN:
        more = len(lines) - _MOVES_SHOWN
        yield Text(f"  and {more} more; the HTML report lists them all", style="dim")
    yield Text()


def _short_rows(report: Report) -> tuple[tuple[str, ...], ...]:
    """One row of each brand under _HEAD, over all its sources and languages."""
    return tuple(_short_row(report, brand) for brand in brands(report))


def _flow_lines(report: Report) -> tuple[str, ...]:
    """``Kestrel to Norvia: 5 reviews``, the most frequent first."""
    return tuple(_flow_line(report, flow) for flow in report.proxies.flows)


def _flow_line(report: Report, flow: Flow) -> str:
    origin, target = brand_name(report, flow.origin), brand_name(report, flow.target)
    rates = [rate_text(rate) for rate in (flow.leaving, flow.coming) if rate and rate.n]
    return f"{origin} to {target}: {flow.n} ({'; '.join(rates)})"


def _short_row(report: Report, brand: BrandReport) -> tuple[str, ...]:
    found = report.proxies
    reply = next((one for one in found.replies if one.brand == brand.slug), None)
    effort = next((one for one in found.effort if one.brand == brand.slug), None)
    advice = next((one for one in found.recommend if one.brand == brand.slug), None)
    return (
        brand.name,
        _short_rate(reply.rate if reply else None),
        _short_delay(reply.delay if reply else None),
        _short_rate(effort.rate if effort else None),
        _short_net(advice),
    )


def _short_rate(rate: Rate | None) -> str:
    if rate is None:
        return proxies.NO_DATA
    return f"{share_of(rate.n, rate.of)} ({interval_text(rate.interval)} per 100)"


def _short_delay(delay: ReplyDelay | None) -> str:
    if delay is None:
        return proxies.NO_DATA
    reach = f" ({interval_text(delay.interval)})" if delay.interval else ""
    return f"{number(delay.median)}{reach}, n={delay.n}"


def _short_net(one: RecommendProxy | None) -> str:
    if one is None:
        return proxies.NO_DATA
    low, high = signed(one.interval.low), signed(one.interval.high)
    return f"{signed(one.net)} ({low} to {high}), n={one.speaking.n}"
