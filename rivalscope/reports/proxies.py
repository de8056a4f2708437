"""The proxies as tables of words, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope.reports.outline import brands
from rivalscope.reports.wording import Words, brand_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rivalscope.models import (
        BrandReport,
        ComparedWith,
        EffortProxy,
        Evidence,
        RecommendProxy,
        ReplyDelay,
        ReplyProxy,
        Report,
    )

_QUOTES_OF_EACH = 1
_MOST_QUOTES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyTable:
    """One proxy, or one view of it."""

    id: str
    title: str
    lead: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Each as wide as the head."""
    nothing: str
    """What to say where there is no row."""
    quotes: tuple[Evidence, ...] = ()


def proxy_tables(report: Report) -> tuple[ProxyTable, ...]:
    """All of them, those without data too."""
    words = Words(report.language)
    return (
        _replies(words, report),
        _effort(words, report),
        _recommend(words, report),
        _matrix(words, report),
        _flows(words, report),
        _compared(words, report),
    )


def _table(
    words: Words,
    name: str,
    *,
    head: tuple[str, ...],
    rows: Iterable[tuple[str, ...]],
    quotes: tuple[Evidence, ...] = (),
    nothing: str | None = None,
) -> ProxyTable:
    return ProxyTable(
        id=name,
        title=words(name),
        lead=words(f"{name}.about"),
        head=head,
        rows=tuple(rows),
        nothing=nothing or words("proxy-no-data"),
        quotes=quotes,
    )


def _heads(words: Words, *names: str) -> tuple[str, ...]:
    return tuple(words(f"column-{name}") for name in names)


def _replies(words: Words, report: Report) -> ProxyTable:
    rows = (
        (
            brand_name(report, one.brand),
            _source(words, one),
            words.rate_text(one.rate),
            _delay_text(words, one.delay),
        )
        for one in report.proxies.replies
    )
    head = _heads(words, "brand", "source", "replied", "delay")
    return _table(words, "proxy-replies", head=head, rows=rows)


def _source(words: Words, one: ReplyProxy) -> str:
    if not one.platform:
        return words("proxy-all")
    platform = words.platform_name(one.platform)
    return words("source-name", platform=platform, source=one.source or "")


def _delay_text(words: Words, delay: ReplyDelay | None) -> str:
    """``median 2.0 (95 % interval 1.0-3.0), quartiles 1.0-4.5, n=31``."""
    if delay is None:
        return words("proxy-no-data")
    values = {
        "median": words.number(delay.median),
        "lower": words.number(delay.lower_quartile),
        "upper": words.number(delay.upper_quartile),
    }
    if delay.interval is None:
        return words("delay-of-few", n=delay.n, **values)
    low, high = words.number(delay.interval.low), words.number(delay.interval.high)
    return words("delay", n=delay.n, low=low, high=high, **values)


def _effort(words: Words, report: Report) -> ProxyTable:
    found = report.proxies.effort
    rows = (
        (
            brand_name(report, one.brand),
            one.language or words("proxy-all"),
            words.rate_text(one.rate),
        )
        for one in found
    )
    return _table(
        words,
        "proxy-effort",
        head=_heads(words, "brand", "language", "effort"),
        rows=rows,
        quotes=_some(one.quotes for one in _whole(report, found)),
    )


def _recommend(words: Words, report: Report) -> ProxyTable:
    rows = (
        (
            brand_name(report, one.brand),
            words.rate_text(one.speaking),
            f"{one.willing} / {one.unwilling} / {one.torn}",
            _net_text(words, one),
        )
        for one in report.proxies.recommend
    )
    head = _heads(words, "brand", "speaking", "willing", "net")
    return _table(words, "proxy-recommend", head=head, rows=rows)


def _net_text(words: Words, one: RecommendProxy) -> str:
    """``+42.0 (95 % interval +20.1 to +58.3), n=31``."""
    low, high = words.signed(one.interval.low), words.signed(one.interval.high)
    return words("net", net=words.signed(one.net), low=low, high=high, n=one.speaking.n)


def _matrix(words: Words, report: Report) -> ProxyTable:
    """Brands to brands; a row leaves, a column gains."""
    shown = brands(report)
    rows = [
        (brand.name, *("" if to is brand else _moved(words, report, brand, to) for to in shown))
        for brand in shown
    ]
    return _table(
        words,
        "proxy-moves",
        head=(words("column-from-to"), *(brand.name for brand in shown)),
        rows=rows if _was_searched(report) else (),
    )


def _flows(words: Words, report: Report) -> ProxyTable:
    found, nothing = report.proxies.flows, words("proxy-no-data")
    rows = (
        (
            brand_name(report, flow.origin),
            brand_name(report, flow.target),
            words.rate_text(flow.leaving) if flow.leaving else nothing,
            words.rate_text(flow.coming) if flow.coming else nothing,
        )
        for flow in found
    )
    return _table(
        words,
        "proxy-flows",
        head=_heads(words, "from", "to", "leaving", "coming"),
        rows=rows,
        quotes=_some(flow.quotes for flow in found),
        nothing=nothing_told(words, report),
    )


def _compared(words: Words, report: Report) -> ProxyTable:
    found: tuple[ComparedWith, ...] = report.proxies.compared
    rows = (
        (brand_name(report, one.brand), brand_name(report, one.named), words.rate_text(one.rate))
        for one in found
    )
    return _table(
        words,
        "proxy-compared",
        head=_heads(words, "reviews-of", "names", "how-many"),
        rows=rows,
        quotes=_some(one.quotes for one in found),
        nothing=nothing_told(words, report),
    )


def nothing_told(words: Words, report: Report) -> str:
    """Nothing found is not nothing looked at."""
    return words("proxy-none-told" if _was_searched(report) else "proxy-no-data")


def _was_searched(report: Report) -> bool:
    return any(report.proxies.read.values())


def _moved(words: Words, report: Report, origin: BrandReport, target: BrandReport) -> str:
    read = report.proxies.read
    if not read.get(origin.slug) and not read.get(target.slug):
        return words("proxy-no-data")
    flows = report.proxies.flows
    return str(sum(f.n for f in flows if (f.origin, f.target) == (origin.slug, target.slug)))


def _some(groups: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """One quote of each, and not too many together."""
    return tuple(quote for group in groups for quote in group[:_QUOTES_OF_EACH])[:_MOST_QUOTES]


def _whole(report: Report, found: Sequence[EffortProxy]) -> Iterator[EffortProxy]:
    """The first of each brand: all its languages."""
    for brand in brands(report):
        yield from [one for one in found if one.brand == brand.slug][:1]
