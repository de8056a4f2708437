"""Proxies: what public texts tell of the figures that only surveys know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from rivalscope.models.reported import Interval, Period, Rate
    from rivalscope.models.understood import Evidence, Stratum

ProxyKind = Literal["effort", "leaving", "coming", "compared"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxyPhrases:
    """How one language speaks of effort and of moving between brands; from ``proxies/*.yaml``."""

    language: str
    endings: tuple[str, ...]
    """What may be written to the end of a brand's name."""
    instead: Mapping[str, tuple[str, ...]]
    """Last letters of a name -> what may stand in their place."""
    effort: tuple[str, ...]
    """Cues of docs/cues.md."""
    leaving: tuple[str, ...]
    """Cues with ``@`` for the brand that the customer goes to."""
    coming: tuple[str, ...]
    """Cues with ``@`` for the brand that the customer comes from."""
    exclude: tuple[str, ...]
    """What uses the same words for something else."""
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProxySignal:
    """A stretch of one review that a proxy counts."""

    kind: ProxyKind
    brand: str
    """Slug of the brand it is about: the reviewed one for effort, else the one that is named."""
    start: int
    """Code points from the start of the text; ``text[start:end] == quote``."""
    end: int
    quote: str


class DailyAdvice(NamedTuple):
    """Distinct reviews of one brand, stratum and day that say whether they would recommend it."""

    brand: str
    stratum: Stratum
    day: date
    willing: int
    """Only that they would recommend it or come again."""
    unwilling: int
    """Only that they would not."""
    torn: int
    """Both."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReplies:
    """The reviews of one source in one period and what their owner answered."""

    brand: str
    source: str
    platform: str
    reviews: int
    replied: int
    delays: tuple[int, ...]
    """Days from review to reply where both days are known and the reply came later, ascending."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDelay:
    """Days between review and owner's reply."""

    n: int
    """Replies whose delay is known."""
    median: float
    lower_quartile: float
    upper_quartile: float
    interval: Interval | None
    """Of the median, from order statistics; None where n is too small to have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyProxy:
    """How often and how fast a brand answers its reviews."""

    brand: str
    source: str | None
    """None for all its sources together, which come first where there are several."""
    platform: str | None
    rate: Rate
    delay: ReplyDelay | None
    """None where no reply has a known delay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortProxy:
    """How many reviews of a brand tell of effort that it cost to be helped."""

    brand: str
    language: str | None
    """None for all its languages together, which come first where there are several."""
    rate: Rate
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendProxy:
    """Willingness to recommend a brand, of the reviews that say anything of it. No NPS."""

    brand: str
    speaking: Rate
    """Reviews that say anything of it."""
    willing: int
    unwilling: int
    torn: int
    """Reviews that say both; they count for neither side."""
    net: float
    """Willing minus unwilling per 100 reviews that speak, -100 to 100."""
    interval: Interval
    """Of the net share, in the same unit, on the effective number of reviews."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Customers who say that they move from one brand to another."""

    origin: str
    target: str
    leaving: Rate | None
    """Of the origin's reviews, those that say they go to the target; None without reviews."""
    coming: Rate | None
    """Of the target's reviews, those that say they come from the origin; None without reviews."""
    quotes: tuple[Evidence, ...]

    @property
    def n(self) -> int:
        """Reviews of either brand that tell of such a move."""
        return sum(rate.n for rate in (self.leaving, self.coming) if rate)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedWith:
    """Reviews of one brand that name another one without telling of a move."""

    brand: str
    named: str
    rate: Rate
    quotes: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proxies:
    """All proxies of one report, each of a brand by itself; empty where there is no data."""

    period: Period | None = None
    """Days whose reviews are counted; None where none were looked at."""
    replies: tuple[ReplyProxy, ...] = ()
    effort: tuple[EffortProxy, ...] = ()
    recommend: tuple[RecommendProxy, ...] = ()
    flows: tuple[Flow, ...] = ()
    """The most frequent first; pairs that no review speaks of are left out."""
    compared: tuple[ComparedWith, ...] = ()
    """The same for mentions without a move."""
    read: Mapping[str, int] = field(default_factory=dict)
    """Brand -> reviews of the period that were searched for effort and other brands."""
