"""What rivalscope.yaml may say: the pydantic models at the door, and nowhere else."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from rivalscope.models import (  # ruff: ignore[typing-only-first-party-import] - pydantic reads them
    DateOrder,
    DigestCadence,
    IncidentKind,
    Reader,
    ReportLanguage,
    SourceKind,
)
from rivalscope.settings.patterns import ENVIRONMENT_VARIABLE, LANGUAGE, SLUG, TIME

Slug = Annotated[str, Field(pattern=SLUG, max_length=64)]
Language = Annotated[str, Field(pattern=LANGUAGE)]


def _web_address(url: str) -> str:
    if not url.startswith(("http://", "https://")):
        message = "must begin with http:// or https://"
        raise ValueError(message)
    return url


def _plain_address(url: str) -> str:
    if set("@?#") & set(url):
        message = "must be an address that a path can follow, without a user name, ? or #"
        raise ValueError(message)
    return url.rstrip("/")


WebAddress = Annotated[str, AfterValidator(_web_address)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SelectorsSection(_Section):
    """CSS selectors of a page without markup."""

    review: str
    body: str
    title: str | None = None
    rating: str | None = None
    rating_max: float = Field(5.0, gt=0)
    date: str | None = None
    id: str | None = None
    verified: str | None = None
    reply: str | None = None
    reply_date: str | None = None
    next_page: str | None = None


class ApiKeySection(_Section):
    """Where a source's key comes from, and where its requests carry it."""

    variable: str = Field(pattern=ENVIRONMENT_VARIABLE)
    parameter: str | None = Field(None, min_length=1)
    header: str | None = Field(None, min_length=1)

    @model_validator(mode="after")
    def _one_place(self) -> Self:
        if (self.parameter is None) == (self.header is None):
            message = "needs either `parameter` or `header`, which carries the key"
            raise ValueError(message)
        return self


class SourceSection(_Section):
    """One place we read about one brand."""

    id: Slug
    platform: Slug
    kind: SourceKind = "reviews"
    url: WebAddress | None = None
    reader: Reader = "auto"
    selectors: SelectorsSection | None = None
    language: Language | None = None
    date_order: DateOrder | None = None
    max_pages: int = Field(50, ge=1, le=10_000)
    quotes_only: bool = False
    optional: bool = False
    render: bool = False
    permission: str | None = Field(None, min_length=1, max_length=500)
    api_key: ApiKeySection | None = None


class BrandSection(_Section):
    """Us or a competitor."""

    slug: Slug
    name: str = Field(min_length=1, max_length=100)
    aliases: list[str] = []
    sources: list[SourceSection] = []


class MarketSection(_Section):
    """What the report is about."""

    name: str = Field("Our market", min_length=1, max_length=200)
    industry: Slug = "core"
    languages: list[Language] = Field(["en"], min_length=1)
    synthetic: bool = False


class CrawlSection(_Section):
    """How politely we read."""

    contact_url: WebAddress | None = None
    delay_seconds: float = Field(2.0, ge=0, le=3600)
    proxy: WebAddress | None = None
    timeout_minutes: float = Field(60.0, gt=0, le=24 * 60)
    max_requests_per_host: int = Field(1000, ge=1, le=100_000)
    full_every_days: int = Field(7, ge=1, le=365)


class AnalysisSection(_Section):
    """What texts are read with besides the pack and the lexicons."""

    transformers: dict[str, Annotated[str, Field(min_length=1, max_length=1000)]] = {}
    threads: int = Field(1, ge=1, le=64)


class SwotSection(_Section):
    """Thresholds of the comparison."""

    window_days: int = Field(90, ge=7, le=3660)
    min_mentions: int = Field(8, ge=1)
    min_reviews: int = Field(30, ge=1)
    high_per_100: float = Field(10.0, gt=0, le=100)
    gap_rivals: int = Field(2, ge=1)
    not_worse_points: float = Field(2.0, ge=0, le=100)
    false_discovery: float = Field(0.04, gt=0, lt=1)


class AlertSection(_Section):
    """When to speak up."""

    id: Slug
    kind: IncidentKind = "complaint_spike"
    brands: Literal["all", "competitors", "us"] | list[Slug] = "competitors"
    themes: Literal["all"] | list[Slug] = "all"
    min_complaints: int | None = Field(None, ge=1)
    min_reviews: int | None = Field(None, ge=1)
    sensitivity: float | None = Field(None, gt=0, le=15)
    confirm_nights: int | None = Field(None, ge=1, le=30)
    channels: Literal["all"] | list[Slug] = "all"
    deliver: Literal["immediate", "digest"] = "digest"


class ChannelSection(_Section):
    """A way to tell somebody; its address is a secret and stands in the environment."""

    variable: str | None = Field(None, pattern=ENVIRONMENT_VARIABLE)
    digest: DigestCadence = "nightly"
    attach: Literal["html", "xlsx", "nothing"] | None = None
    fallback: Slug | None = None
    private: bool = False


class DeliverySection(_Section):
    """What messages hold, and how often they repeat themselves."""

    base_url: Annotated[WebAddress, AfterValidator(_plain_address)] | None = None
    remind_every_days: int = Field(7, ge=1, le=365)
    reminders: int = Field(3, ge=0, le=100)


class JobSection(_Section):
    """A command that runs by itself."""

    at: str | None = Field(None, pattern=TIME)
    command: str | None = Field(None, min_length=1, max_length=1000)
    timeout_minutes: float = Field(120.0, gt=0, le=24 * 60)


class ScheduleSection(_Section):
    """What runs by itself, and when."""

    nightly: str = Field("02:30", pattern=TIME)
    time_zone: str = "UTC"
    timeout_minutes: float = Field(360.0, gt=0, le=24 * 60)
    jobs: dict[Slug, JobSection] = {}


class HeartbeatSection(_Section):
    """How long after the last good night somebody must know."""

    hours: float = Field(26.0, gt=0, le=24 * 366)
    private: bool = False


class RetentionSection(_Section):
    """How long texts are kept."""

    months: int = Field(24, ge=1, le=600)
    pages_days: int = Field(30, ge=1, le=3660)


class BackupSection(_Section):
    """Copies of the database."""

    nightly: bool = True
    folder: str | None = Field(None, min_length=1)
    keep: int = Field(7, ge=1, le=1000)
    days: int = Field(30, ge=1, le=3660)


class LogsSection(_Section):
    """What is written down of what happens, and how much of it is kept."""

    folder: str | None = Field(None, min_length=1)
    level: Literal["debug", "info", "warning", "error"] = "info"
    max_mb: float = Field(5.0, ge=0.01, le=1000)
    files: int = Field(10, ge=2, le=1000)


class ReportSection(_Section):
    """How reports are written."""

    language: ReportLanguage = "en"


class ConfigurationFile(_Section):
    """The whole of rivalscope.yaml."""

    market: MarketSection = MarketSection()
    us: BrandSection
    competitors: list[BrandSection] = []
    crawl: CrawlSection = CrawlSection()
    analysis: AnalysisSection = AnalysisSection()
    swot: SwotSection = SwotSection()
    alerts: list[AlertSection] = [
        AlertSection(id="complaint-spikes"),
        AlertSection(id="rating-drops", kind="rating_drop"),
        AlertSection(id="volume-surges", kind="volume_surge"),
        AlertSection(id="policy-changes", kind="policy_change"),
        AlertSection(id="source-health", kind="source_health", brands="all"),
    ]
    channels: dict[Slug, ChannelSection] = {}
    delivery: DeliverySection = DeliverySection()
    schedule: ScheduleSection = ScheduleSection()
    heartbeat: HeartbeatSection = HeartbeatSection()
    retention: RetentionSection = RetentionSection()
    backup: BackupSection = BackupSection()
    database: str = "rivalscope.sqlite"
    reports: str = "reports"
    report: ReportSection = ReportSection()
    logs: LogsSection = LogsSection()
