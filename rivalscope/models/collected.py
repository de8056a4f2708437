"""What is collected: whom we watch, the pages as fetched, and what stands on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date, datetime

SourceKind = Literal["reviews", "faq", "site", "feed"]
Reader = Literal[
    "auto",
    "selectors",
    "app_store",
    "steam",
    "google_places",
    "feefo",
    "yotpo",
    "bazaarvoice",
    "mastodon",
    "youtube",
    "reddit",
    "web_feed",
    "trustpilot",
    "review_list",
    "heureka",
    "schema_org",
    "repeated_blocks",
]
#: ``about_day`` is counted back from "2 days ago": another visit may make it the day before.
DatePrecision = Literal["second", "day", "about_day", "week", "month", "year"]
DateOrder = Literal["DMY", "MDY", "YMD"]
SignalKind = Literal[
    "chat",
    "phone",
    "email",
    "contact_form",
    "messenger",
    "social",
    "opening_hours",
    "return_days",
    "free_shipping_from",
    "response_hours",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selectors:
    """CSS selectors (parsel's, so ``::text`` and ``::attr(x)`` work) for a page without markup."""

    review: str
    """One block per review; every other selector looks inside it."""
    body: str
    title: str | None = None
    rating: str | None = None
    """Text, attribute or class that holds the number of stars."""
    rating_max: float = 5.0
    date: str | None = None
    id: str | None = None
    verified: str | None = None
    """The review is verified where this matches anything."""
    reply: str | None = None
    reply_date: str | None = None
    next_page: str | None = None
    """Link to the next page, looked for in the whole page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiKey:
    """Where a source's key comes from, and where its requests carry it; never the key itself."""

    variable: str
    """Environment variable that holds it."""
    parameter: str | None = None
    """Parameter of the query that carries it; either this or *header*."""
    header: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One place we read about one brand."""

    brand: str
    """Slug of the brand it speaks of."""
    id: str
    """Unique within the brand; identity of its reviews, so a changed URL loses nothing."""
    platform: str
    """Where it lives (``trustpilot``, ``app_store`` ...): what two brands can share."""
    kind: SourceKind
    url: str | None
    """None for a source that is only ever imported."""
    reader: Reader = "auto"
    selectors: Selectors | None = None
    language: str | None = None
    """ISO 639-1 code its texts are mostly in: the hint for short texts and for dates."""
    date_order: DateOrder | None = None
    max_pages: int = 50
    quotes_only: bool = False
    """True where the platform picks reviews by relevance: good for quotes, never for rates."""
    optional: bool = False
    """True where a night without it is no failed night."""
    render: bool = False
    """True where the page shows nothing without JavaScript (extra ``js``)."""
    permission: str | None = None
    """The agreement that allows crawling a site whose terms forbid it to strangers."""
    api_key: ApiKey | None = None

    @property
    def key(self) -> str:
        """``brand/id``, unique in one market."""
        return f"{self.brand}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Us or a competitor."""

    slug: str
    name: str
    is_us: bool
    aliases: tuple[str, ...] = ()
    """Other spellings, as they stand in exports and in customers' texts."""
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A page exactly as fetched."""

    url: str
    fetched_at: datetime
    body: bytes
    content_type: str = ""
    """The header's value, lower case, without parameters; empty where none was sent."""
    encoding: str | None = None
    """As the transport declared it; None leaves the decision to the reader."""
    digest: str = field(init=False)
    """Key of the body: 32 hex digits of BLAKE2b."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", blake2b(self.body, digest_size=16).hexdigest())


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """The owner's public answer to a review."""

    body: str
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """One customer's opinion, as a page shows it."""

    body: str
    title: str | None = None
    native_id: str | None = None
    """The platform's own id; None leaves identity to the content."""
    rating: float | None = None
    rating_max: float | None = None
    published_at: datetime | None = None
    """Aware, in the offset the source printed; the first moment of a coarser period."""
    date_precision: DatePrecision | None = None
    language: str | None = None
    """As the source declares it for this review; often wrong, so only a hint."""
    verified: bool | None = None
    reply: Reply | None = None
    url: str | None = None
    """Permanent link to this one review, where the page gives one."""
    author: str | None = field(default=None, repr=False, compare=False)
    """Name as printed, while the page is being read: only its keyed hash is ever kept."""
    pros: tuple[str, ...] = field(default=(), repr=False, compare=False)
    """Listed apart by the page; ``body`` ends with them as well, then with *cons*, one a line."""
    cons: tuple[str, ...] = field(default=(), repr=False, compare=False)

    @property
    def text(self) -> str:
        """Title and body as one text, title first: what analysis reads and spans point into."""
        if not self.title or self.body.startswith(self.title):
            return self.body
        return f"{self.title}\n{self.body}" if self.body else self.title

    @property
    def own_words(self) -> str:
        """The body without the lists of pros and cons that end it."""
        return self.body.removesuffix("\n".join((*self.pros, *self.cons))).rstrip()

    @property
    def published_on(self) -> date | None:
        """The calendar day in the source's own offset, as its readers see it."""
        return self.published_at.date() if self.published_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class FaqEntry:
    """A question and the answer given."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AggregateRating:
    """The page's own average."""

    value: float
    maximum: float
    count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteSignal:
    """A chat widget, a contact channel or a policy fact found on a page."""

    kind: SignalKind
    value: str
    """Vendor, number, address, network or opening hours as text; days, amount (``999 CZK``) or
    hours of a policy."""
    proof: str
    """The piece of the page that shows it, at most 200 characters; of a policy its sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageReading:
    """Everything a page says that we look for."""

    reader: Reader | None = None
    """Who found the reviews; None where nobody did."""
    is_payload: bool = False
    """Whether the page is an interface's answer (JSON or XML as a whole) rather than a web page."""
    reviews: tuple[Review, ...] = ()
    faq: tuple[FaqEntry, ...] = ()
    rating: AggregateRating | None = None
    signals: tuple[SiteSignal, ...] = ()
    next_url: str | None = None
    """Absolute address of the following page, None on the last."""
    empty_because: str | None = None
    """What proves that a page without reviews is right to have none (a valid feed without entries,
    a stated count of 0); None where nothing does."""
