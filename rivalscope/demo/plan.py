"""What the demo market is made of, as its YAML files say it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Literal

from rivalscope.models import FaqEntry

Tone = Literal["positive", "negative"]
"""A customer complains of a theme (negative) or praises it (positive)."""
Mood = Literal["positive", "negative", "neutral"]
Direction = Literal["leaving", "coming"]
Layout = Literal["json_ld", "microdata", "plain", "app_store"]
FaqLayout = Literal["json_ld", "details", "dl"]
Chat = Literal["crisp", "smartsupp", "tawk", "commented", "none"]
"""``commented`` is an old widget left inside an HTML comment, which is no widget."""

PLATFORMS: Mapping[Layout, str] = {
    "json_ld": "starpost",
    "microdata": "shopguide",
    "plain": "marketplace",
    "app_store": "app_store",
}
"""Where each layout is used: one invented platform a layout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoSource:
    """One place that shows reviews of one brand."""

    id: str
    layout: Layout
    url: str
    volumes: Mapping[str, int]
    """Language -> number of reviews over the whole history, the spike's not counted."""

    @property
    def platform(self) -> str:
        """What it shares with the sources of the same layout at other brands."""
        return PLATFORMS[self.layout]

    @property
    def language(self) -> str:
        """What most of its reviews are written in, and its dates, where they are words."""
        return max(self.volumes, key=lambda language: self.volumes[language])


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAnswer:
    """What a question was answered with before."""

    answer: str
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoQuestion:
    """A question of an FAQ, and how it was answered when."""

    question: str
    answer: str
    since: date | None = None
    """When it was first asked; None where it always was."""
    earlier: EarlierAnswer | None = None

    def at(self, day: date) -> FaqEntry | None:
        """As it stood on a day; None where it did not yet."""
        if self.since and day < self.since:
            return None
        before = self.earlier is not None and day <= self.earlier.until
        answer = self.earlier.answer if self.earlier and before else self.answer
        return FaqEntry(question=self.question, answer=answer)


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoFaq:
    """A brand's page of questions and answers."""

    layout: FaqLayout
    url: str
    entries: tuple[DemoQuestion, ...]

    def at(self, day: date) -> tuple[FaqEntry, ...]:
        """What it said on a day."""
        return tuple(entry for each in self.entries if (entry := each.at(day)))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoContact:
    """How a brand can be reached, as its home page shows it."""

    phone: str | None = None
    email: str | None = None
    hours: str | None = None
    form: bool = False
    messenger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPromise:
    """A sentence of a brand's home page, and the days it stood there; None is always."""

    text: str
    since: date = date.min
    until: date = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Customers who go from one brand to another, and how many say so in whose reviews."""

    origin: str
    target: str
    leaving: int
    coming: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """A burst of complaints in the last days before the as-of date."""

    theme: str
    days: int
    extra: int
    """Reviews that appear beside the usual ones, each complaining of the theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBrand:
    """An invented brand; the first of the market is us."""

    slug: str
    name: str
    host: str
    lead: str
    replies_per_100: int
    chat: Chat
    rates: Mapping[Tone, Mapping[str, int]]
    """Where this brand differs from the background: theme -> reviews per 100."""
    sources: tuple[DemoSource, ...]
    faq: DemoFaq
    contact: DemoContact = DemoContact()
    promises: tuple[DemoPromise, ...] = ()
    spike: Spike | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """How people write, in reviews per 100."""

    short: int
    foreign: int
    verified: int
    typo: int
    no_accents: int
    lower_case: int
    exclamation: int
    off_stars: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketPlan:
    """Everything about the market but the words customers use."""

    name: str
    seed: int
    as_of: date
    days: int
    window_days: int
    page_size: int
    bot_page: str
    languages: tuple[str, ...]
    per_100: Habits
    background: Mapping[Tone, Mapping[str, int]]
    moves: tuple[Move, ...]
    visits: tuple[date, ...]
    """Days before today on which the brands' own pages were read, the first one first."""
    brands: tuple[DemoBrand, ...]

    @property
    def since(self) -> date:
        """The first day with reviews."""
        return self.as_of - timedelta(days=self.days - 1)

    @property
    def window_since(self) -> date:
        """The first day of the window whose rates are planted."""
        return self.as_of - timedelta(days=self.window_days - 1)

    def rates(self, brand: DemoBrand) -> dict[tuple[str, Tone], int]:
        """(theme, tone) -> reviews per 100 at this brand, highest rate first."""
        merged = {
            (theme, tone): brand.rates.get(tone, {}).get(theme, rate)
            for tone, themes in self.background.items()
            for theme, rate in themes.items()
        }
        return dict(sorted(merged.items(), key=lambda item: (-item[1], item[0])))


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseBank:
    """What customers write in one language."""

    language: str
    month_names: tuple[str, ...]
    """As they stand in a date."""
    date_format: str
    """Format with ``{day}``, ``{month}`` (its name) and ``{year}``."""
    slots: Mapping[str, tuple[str, ...]]
    openers: tuple[str, ...]
    closers: Mapping[Mood, tuple[str, ...]]
    general: Mapping[Mood, tuple[str, ...]]
    """Whole opinions that name no theme."""
    titles: Mapping[Mood, tuple[str, ...]]
    turns: Mapping[Tone, tuple[str, ...]]
    """Leads over to a sentence of the other tone."""
    short: Mapping[Tone, tuple[str, ...]]
    replies: tuple[str, ...]
    moves: Mapping[Direction, tuple[str, ...]]
    """Sentences of those who leave for, or come from, ``{brand}``."""
    themes: Mapping[str, Mapping[Tone, tuple[str, ...]]]

    def spoken(self, day: date) -> str:
        """Day as people of this language write it."""
        return self.date_format.format(
            day=day.day, month=self.month_names[day.month - 1], year=day.year
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """The plan and the words: all that the demo is generated from."""

    plan: MarketPlan
    banks: Mapping[str, PhraseBank]
    """By language."""
    foreign: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Whole texts by a language that the market does not read."""
