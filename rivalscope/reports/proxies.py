"""The proxies as tables of words, the same in every format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from rivalscope.reports.glossary import platform_name
from rivalscope.reports.outline import brands
from rivalscope.reports.wording import (
    brand_name,
    interval_text,
    number,
    period_text,
    rate_text,
    signed,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rivalscope.models import (
        BrandReport,
        ComparedWith,
        EffortProxy,
        Evidence,
        RecommendProxy,
        ReplyDelay,
        Report,
    )

TITLE: Final = "Public proxies"
NO_DATA: Final = "no data"
NONE_TOLD: Final = "none told of"
ALL: Final = "all together"
LEAD: Final = (
    "What public texts hint at where only a survey would know. Each figure is of one brand by "
    "itself: sources and languages differ between brands. They are no NPS, CSAT or CES."
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
    quotes: tuple[Evidence, ...] = ()
    nothing: str = NO_DATA
    """What to say where there is no row."""


def proxy_tables(report: Report) -> tuple[ProxyTable, ...]:
    """All of them, those without data too."""
    return (
        _replies(report),
        _effort(report),
        _recommend(report),
        _matrix(report),
        _flows(report),
        _compared(report),
    )


def lead_text(report: Report) -> str:
    """What the proxies are, and of which days."""
    return f"{LEAD} Days counted: {period_text(report.proxies.period)}."


def _replies(report: Report) -> ProxyTable:
    rows = [
        (
            brand_name(report, one.brand),
            f"{platform_name(one.platform)} ({one.source})" if one.platform else ALL,
            rate_text(one.rate),
            delay_text(one.delay),
        )
        for one in report.proxies.replies
    ]
    return ProxyTable(
        id="proxy-replies",
        title="Owner replies: responsiveness",
        lead=(
            "Reviews with an owner's reply, only on platforms that ever showed one. Delays are "
            "days from review to reply where both days are printed."
        ),
        head=("Brand", "Source", "Replied", "Delay in days"),
        rows=tuple(rows),
    )


def delay_text(delay: ReplyDelay | None) -> str:
    """``median 2.0 (95 % interval 1.0-3.0), quartiles 1.0-4.5, n=31``."""
    if delay is None:
        return NO_DATA
    reach = (
        f"95 % interval {interval_text(delay.interval)}"
        if delay.interval
        else "too few for an interval"
    )
    quartiles = f"{number(delay.lower_quartile)}-{number(delay.upper_quartile)}"
    return f"median {number(delay.median)} ({reach}), quartiles {quartiles}, n={delay.n}"


def _effort(report: Report) -> ProxyTable:
    found = report.proxies.effort
    return ProxyTable(
        id="proxy-effort",
        title="Effort: what it costs customers to be helped",
        lead=(
            "Reviews that tell of asking again, being handed on, explaining anew or doing it "
            "themselves. Languages are told apart, as each has its own phrases."
        ),
        head=("Brand", "Language", "Tell of effort"),
        rows=tuple(
            (brand_name(report, one.brand), one.language or ALL, rate_text(one.rate))
            for one in found
        ),
        quotes=_some(one.quotes for one in _whole(report, found)),
    )


def _recommend(report: Report) -> ProxyTable:
    rows = [
        (
            brand_name(report, one.brand),
            rate_text(one.speaking),
            f"{one.willing} / {one.unwilling} / {one.torn}",
            net_text(one),
        )
        for one in report.proxies.recommend
    ]
    return ProxyTable(
        id="proxy-recommend",
        title="Willingness to recommend (a proxy, no NPS)",
        lead=(
            "Reviews that say whether they would recommend the brand or come again. Net is those "
            "who would minus those who would not, per 100 that say anything of it."
        ),
        head=("Brand", "Say anything of it", "Would / would not / both", "Net"),
        rows=tuple(rows),
    )


def net_text(one: RecommendProxy) -> str:
    """``+42.0 (95 % interval +20.1 to +58.3), n=31``."""
    low, high = signed(one.interval.low), signed(one.interval.high)
    return f"{signed(one.net)} (95 % interval {low} to {high}), n={one.speaking.n}"


def _matrix(report: Report) -> ProxyTable:
    """Brands to brands; a row leaves, a column gains."""
    shown = brands(report)
    rows = [
        (brand.name, *("" if to is brand else _moved(report, brand, to) for to in shown))
        for brand in shown
    ]
    return ProxyTable(
        id="proxy-moves",
        title="Moves between brands, as customers tell them",
        lead=(
            "Reviews that say their writer goes from the brand of the row to the brand of the "
            "column, told in the reviews of either. Those who leave for a brand outside the "
            "market, or do not say for which, are not here."
        ),
        head=("From \\ to", *(brand.name for brand in shown)),
        rows=tuple(rows) if _was_searched(report) else (),
    )


def _flows(report: Report) -> ProxyTable:
    found = report.proxies.flows
    return ProxyTable(
        id="proxy-flows",
        title="Each move with its evidence",
        lead="Where they leave: of all reviews of the brand left. Where they come: of the other's.",
        head=("From", "To", "Said where they leave", "Said where they come"),
        rows=tuple(
            (
                brand_name(report, flow.origin),
                brand_name(report, flow.target),
                rate_text(flow.leaving) if flow.leaving else NO_DATA,
                rate_text(flow.coming) if flow.coming else NO_DATA,
            )
            for flow in found
        ),
        quotes=_some(flow.quotes for flow in found),
        nothing=nothing_told(report),
    )


def _compared(report: Report) -> ProxyTable:
    found: tuple[ComparedWith, ...] = report.proxies.compared
    return ProxyTable(
        id="proxy-compared",
        title="Compared with, without a move",
        lead="Reviews of a brand that name another one and do not tell of a move.",
        head=("Reviews of", "Name", "How many"),
        rows=tuple(
            (brand_name(report, one.brand), brand_name(report, one.named), rate_text(one.rate))
            for one in found
        ),
        quotes=_some(one.quotes for one in found),
        nothing=nothing_told(report),
    )


def nothing_told(report: Report) -> str:
    """Nothing found is not nothing looked at."""
    return NONE_TOLD if _was_searched(report) else NO_DATA


def _was_searched(report: Report) -> bool:
    return any(report.proxies.read.values())


def _moved(report: Report, origin: BrandReport, target: BrandReport) -> str:
    read = report.proxies.read
    if not read.get(origin.slug) and not read.get(target.slug):
        return NO_DATA
    flows = report.proxies.flows
    return str(sum(f.n for f in flows if (f.origin, f.target) == (origin.slug, target.slug)))


def _some(groups: Iterable[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """One quote of each, and not too many together."""
    return tuple(quote for group in groups for quote in group[:_QUOTES_OF_EACH])[:_MOST_QUOTES]


def _whole(report: Report, found: Sequence[EffortProxy]) -> Iterator[EffortProxy]:
    """The first of each brand: all its languages."""
    for brand in brands(report):
        yield from [one for one in found if one.brand == brand.slug][:1]
