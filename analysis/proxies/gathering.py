"""From daily counts of signals to the proxies of a report."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain, permutations
from typing import TYPE_CHECKING

from analysis.evidence import choose, choose_across_brands
from analysis.findings import rate_of, tallied
from analysis.intervals import wilson
from analysis.proxies.delays import delay_of
from analysis.proxies.shares import net_interval
from analysis.tallies import Tallies
from rivalscope.models import (
    ComparedWith,
    DailyCount,
    DailyVolume,
    EffortProxy,
    Flow,
    Interval,
    Proxies,
    Rate,
    RecommendProxy,
    ReplyProxy,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rivalscope.models import (
        Brand,
        DailyAdvice,
        Evidence,
        Period,
        Polarity,
        ProxyKind,
        SourceReplies,
        Stratum,
    )

_ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What the store counted of signals; a signal's theme is made by ``topic_of``."""

    replies: Sequence[SourceReplies]
    volumes: Sequence[DailyVolume]
    """Countable reviews of languages that were searched for signals."""
    signals: Sequence[DailyCount]
    all_volumes: Sequence[DailyVolume]
    """Countable reviews of every language."""
    advice: Sequence[DailyAdvice]
    evidence: Sequence[Evidence]


def topic_of(kind: ProxyKind, brand: str) -> str:
    """What stands for a signal where others have a theme."""
    return f"{kind}:{brand}"


def gather(
    counted: Counted, brands: Sequence[Brand], *, period: Period, confidence: float
) -> Proxies:
    """The proxies of each brand by itself, in the order of the configuration."""
    slugs = [brand.slug for brand in brands]
    signals = _Signals(counted, period=period, confidence=confidence)
    pairs = list(permutations(slugs, 2))
    flows = [flow for pair in pairs if (flow := signals.flow(*pair)) and flow.n]
    compared = [one for pair in pairs if (one := signals.compared(*pair)) and one.rate.n]
    return Proxies(
        period=period,
        replies=tuple(
            one for slug in slugs for one in _replies(counted.replies, slug, confidence=confidence)
        ),
        effort=tuple(one for slug in slugs for one in signals.effort(slug)),
        recommend=tuple(_recommended(counted, slugs, period=period, confidence=confidence)),
        flows=tuple(sorted(flows, key=lambda flow: -flow.n)),
        compared=tuple(sorted(compared, key=lambda one: -one.rate.n)),
        read={slug: signals.read(slug) for slug in slugs},
    )


class _Signals:
    """Rates of signals in one period."""

    def __init__(self, counted: Counted, *, period: Period, confidence: float) -> None:
        self._tallies = Tallies(counted.volumes, counted.signals)
        self._evidence: dict[tuple[str, str], list[Evidence]] = defaultdict(list)
        for one in counted.evidence:
            self._evidence[one.brand, one.theme].append(one)
        self._period = period
        self._confidence = confidence

    def read(self, brand: str) -> int:
        """How many reviews of a brand were searched."""
        return sum(
            self._tallies.reviews(brand, stratum, period=self._period)
            for stratum in self._tallies.strata(brand)
        )

    def effort(self, brand: str) -> list[EffortProxy]:
        """All languages together where there are several, then each one with reviews."""
        topic = topic_of("effort", brand)
        strata = self._tallies.strata(brand)
        found = []
        languages = sorted({stratum.language for stratum in strata})
        together = [None] if len(languages) > 1 else []
        for language in (*together, *languages):
            own = [stratum for stratum in strata if language in {None, stratum.language}]
            rate = self._rate(brand, topic, own)
            if rate:
                quotes = [
                    one for one in self._quotable(brand, topic) if language in {None, one.language}
                ]
                found.append(
                    EffortProxy(brand=brand, language=language, rate=rate, quotes=choose(quotes))
                )
        return found

    def flow(self, origin: str, target: str) -> Flow:
        """From one brand to another, told by either side's customers."""
        leaving, coming = topic_of("leaving", target), topic_of("coming", origin)
        quotes = [*self._quotable(origin, leaving), *self._quotable(target, coming)]
        return Flow(
            origin=origin,
            target=target,
            leaving=self._rate(origin, leaving, self._tallies.strata(origin)),
            coming=self._rate(target, coming, self._tallies.strata(target)),
            quotes=choose_across_brands(quotes, (origin, target)),
        )

    def compared(self, brand: str, named: str) -> ComparedWith | None:
        """One brand named in the other's reviews; None where that has no review."""
        topic = topic_of("compared", named)
        rate = self._rate(brand, topic, self._tallies.strata(brand))
        if rate is None:
            return None
        quotes = choose(self._quotable(brand, topic))
        return ComparedWith(brand=brand, named=named, rate=rate, quotes=quotes)

    def _rate(self, brand: str, topic: str, strata: Iterable[Stratum]) -> Rate | None:
        days = dict.fromkeys(strata, self._period)
        found = tallied(self._tallies, brand, topic=(topic, "negative"), strata=days)
        return rate_of(found, confidence=self._confidence)

    def _quotable(self, brand: str, topic: str) -> list[Evidence]:
        return self._evidence.get((brand, topic), [])


def _replies(
    rows: Iterable[SourceReplies], brand: str, *, confidence: float
) -> Iterator[ReplyProxy]:
    """All sources of a brand together where there are several, then each one with reviews."""
    own = [row for row in rows if row.brand == brand and row.reviews]
    if len(own) > 1:
        yield _reply(own, brand, source=None, platform=None, confidence=confidence)
    for row in own:
        yield _reply([row], brand, source=row.source, platform=row.platform, confidence=confidence)


def _reply(
    rows: Sequence[SourceReplies],
    brand: str,
    *,
    source: str | None,
    platform: str | None,
    confidence: float,
) -> ReplyProxy:
    """No design effect: replies are the owner's doing, not the customers'."""
    replied, reviews = sum(row.replied for row in rows), sum(row.reviews for row in rows)
    bounds = wilson(replied, reviews, confidence=confidence)
    return ReplyProxy(
        brand=brand,
        source=source,
        platform=platform,
        rate=Rate(
            n=replied,
            of=reviews,
            per_100=100 * replied / reviews,
            interval=Interval(low=100 * bounds.low, high=100 * bounds.high),
        ),
        delay=delay_of(
            sorted(chain.from_iterable(row.delays for row in rows)), confidence=confidence
        ),
    )


def _recommended(
    counted: Counted, brands: Iterable[str], *, period: Period, confidence: float
) -> Iterable[RecommendProxy]:
    """Of each brand that any review recommends or warns of."""
    spoken = Tallies(
        counted.all_volumes,
        [_daily(row, row.willing + row.unwilling + row.torn, 0) for row in counted.advice],
    )
    sided = Tallies(
        [
            DailyVolume(
                brand=row.brand,
                stratum=row.stratum,
                day=row.day,
                reviews=row.willing + row.unwilling + row.torn,
            )
            for row in counted.advice
        ],
        [_daily(row, row.unwilling, row.willing) for row in counted.advice],
    )
    for brand in brands:
        speaking = _advice_rate(spoken, brand, "negative", period, confidence)
        against = _advice_rate(sided, brand, "negative", period, confidence)
        willing = _advice_rate(sided, brand, "positive", period, confidence)
        if not (speaking and against and willing):
            continue
        effect = max(against.design_effect, willing.design_effect)
        interval = net_interval(
            willing.n / effect, against.n / effect, willing.of / effect, confidence=confidence
        )
        yield RecommendProxy(
            brand=brand,
            speaking=speaking,
            willing=willing.n,
            unwilling=against.n,
            torn=willing.of - willing.n - against.n,
            net=100 * (willing.n - against.n) / willing.of,
            interval=Interval(low=100 * interval.low, high=100 * interval.high),
        )


def _daily(row: DailyAdvice, complaints: int, praises: int) -> DailyCount:
    return DailyCount(
        brand=row.brand,
        stratum=row.stratum,
        day=row.day,
        themes=(_ADVICE,),
        complaints=(complaints,),
        praises=(praises,),
    )


def _advice_rate(
    tallies: Tallies, brand: str, polarity: Polarity, period: Period, confidence: float
) -> Rate | None:
    days = dict.fromkeys(tallies.strata(brand), period)
    found = tallied(tallies, brand, topic=(_ADVICE, polarity), strata=days)
    return rate_of(found, confidence=confidence)
