"""The proxies in short, for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rich import box
from rich.table import Table
from rich.text import Text

from rivalscope.reports.outline import brands
from rivalscope.reports.proxies import nothing_told
from rivalscope.reports.terminal_lines import bullet
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType

    from rivalscope.models import BrandReport, Flow, Rate, RecommendProxy, ReplyDelay, Report

_MOVES_SHOWN: Final = 6
_COLUMNS: Final = ("brand", "owner-replied", "median-delay", "effort", "recommend")


def proxy_parts(report: Report) -> Iterator[RenderableType]:
    """A table of all brands, then the moves between them."""
    words = Words(report.language)
    table = Table(
        title=Text(words("terminal-proxies"), style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
    )
    for name in _COLUMNS:
        table.add_column(words(f"column-{name}"), overflow="fold")
    for brand in brands(report):
        table.add_row(*map(Text, _short_row(words, report, brand)))
    yield table
    flows = report.proxies.flows
    if flows:
        yield Text(words("terminal-moves"))
    else:
        yield Text(words("terminal-no-moves", nothing=nothing_told(words, report)))
    for flow in flows[:_MOVES_SHOWN]:
        yield bullet(Text(_flow_line(words, report, flow)))
    if len(flows) > _MOVES_SHOWN:
        more = words("terminal-more", count=len(flows) - _MOVES_SHOWN)
        yield bullet(Text(more, style="dim"))
    yield Text()


def _flow_line(words: Words, report: Report, flow: Flow) -> str:
    """``Kestrel to Norvia: 5; 5 of 212 (1.0-5.4 per 100)``."""
    rates = [_short_rate(words, rate) for rate in (flow.leaving, flow.coming) if rate and rate.n]
    return words(
        "terminal-flow",
        origin=brand_name(report, flow.origin),
        target=brand_name(report, flow.target),
        count=flow.n,
        rates="; ".join(rates),
    )


def _short_row(words: Words, report: Report, brand: BrandReport) -> tuple[str, ...]:
    """One brand over all its sources and languages, in the order of the columns."""
    found = report.proxies
    reply = next((one for one in found.replies if one.brand == brand.slug), None)
    effort = next((one for one in found.effort if one.brand == brand.slug), None)
    advice = next((one for one in found.recommend if one.brand == brand.slug), None)
    return (
        brand.name,
        _short_rate(words, reply.rate if reply else None),
        _short_delay(words, reply.delay if reply else None),
        _short_rate(words, effort.rate if effort else None),
        _short_net(words, advice),
    )


def _short_rate(words: Words, rate: Rate | None) -> str:
    if rate is None:
        return words("proxy-no-data")
    low, high = words.number(rate.interval.low), words.number(rate.interval.high)
    return words("short-rate", n=rate.n, of=rate.of, low=low, high=high)


def _short_delay(words: Words, delay: ReplyDelay | None) -> str:
    if delay is None:
        return words("proxy-no-data")
    median = words.number(delay.median)
    if delay.interval is None:
        return words("short-delay-of-few", median=median, n=delay.n)
    low, high = words.number(delay.interval.low), words.number(delay.interval.high)
    return words("short-delay", median=median, low=low, high=high, n=delay.n)


def _short_net(words: Words, one: RecommendProxy | None) -> str:
    if one is None:
        return words("proxy-no-data")
    low, high = words.signed(one.interval.low), words.signed(one.interval.high)
    return words("short-net", net=words.signed(one.net), low=low, high=high, n=one.speaking.n)
