"""What stands out besides themes: stars, and how many reviews there are; and how it was judged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.models.reported import Interval, Period
    from rivalscope.models.understood import Stratum

ShiftKind = Literal["rating_drop", "volume_surge", "volume_drop"]


class Arrival(NamedTuple):
    """Reviews of one source that one night saw for the first time."""

    night: date
    days: int
    """From the day they are dated to that night."""
    reviews: int


class Witness(NamedTuple):
    """One review that something was seen in."""

    review_id: str
    published_on: date
    platform: str
    url: str | None
    quote: str
    """What it says of it, or how it begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judging:
    """What a p was held to."""

    on: date
    """The day that was judged: the newest that is complete."""
    threshold: float
    """What p had to reach among those of that night, 0 to 1."""
    false_discovery: float
    """The level of Benjamini-Hochberg that the threshold comes from."""
    series: int
    """How many were judged together."""
    floor: int
    """How many customers had to say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekFigures:
    """Reviews of some days, and the stars that they give."""

    period: Period
    reviews: int
    stars: float | None
    """Mean of those with stars, of five; None for a kind that is not about stars."""
    interval: Interval | None
    """95 % around the mean, weeks as clusters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A brand's stars, or its reviews on one platform, that are not as they used to be."""

    kind: ShiftKind
    brand: str
    subject: str
    """A platform, or ``all``."""
    now: WeekFigures
    before: WeekFigures
    expected: float
    """Reviews that the week was to bring; of stars, the mean that was to be expected."""
    p: float
    market_wide: bool | None
    strata: tuple[Stratum, ...]
    judging: Judging
