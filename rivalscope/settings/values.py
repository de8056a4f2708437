"""What a configuration says, once it is right: frozen, and free of pydantic."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from rivalscope.models import NIGHTS_A_MONTH

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from rivalscope.models import (
        Brand,
        DigestCadence,
        IncidentKind,
        Job,
        ReportLanguage,
        Source,
        Thresholds,
    )


#: What names begin with that are no folder, but on the Hugging Face hub.
HUB = "hub:"
#: Stands for every language that has no model of its own.
ALL_LANGUAGES = "*"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelPlace:
    """Where a model is, and where the configuration says so."""

    name: str
    """A folder, relative to the configuration's, or ``hub:OWNER/NAME``."""
    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """When to speak up."""

    id: str
    brands: tuple[str, ...]
    """Slugs it watches."""
    themes: tuple[str, ...] | None
    """None watches all."""
    kind: IncidentKind = "complaint_spike"
    floor: int = 0
    """Complaints, praises or reviews that must be there; 0 for a kind that has no such floor."""
    sensitivity: float = 0.0
    """Expected false alerts a month, 0 to 15; 0 for a kind that chance can't raise."""
    confirm_nights: int = 1
    """Nights it must be seen on before it is told."""
    channels: tuple[str, ...] = ()
    is_immediate: bool = False
    """Told by the run that sees it, and not only in a channel's next digest."""

    @property
    def false_discovery(self) -> float:
        """Level of Benjamini-Hochberg of a night, 0 to 0.5.

        Where nothing happens, that is how likely a night finds anything at all.
        """
        return self.sensitivity / NIGHTS_A_MONTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Channel:
    """A way to tell somebody, and where the configuration says so."""

    id: str
    variable: str
    """Environment variable that holds its address; with ``_FILE`` added, a file that does."""
    digest: DigestCadence = "nightly"
    attach: Literal["html", "xlsx", "nothing"] | None = None
    """The report that a weekly mail brings; None: a web page, where no link can stand."""
    fallback: str | None = None
    """Channel that takes over where this one keeps failing."""
    is_private: bool = False
    """May reach addresses that are not public."""
    line: int = 0
    column: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LogPlace:
    """Where the log goes, and how much of it is kept."""

    folder: Path | None
    """None: ``logs`` beside the database."""
    level: Literal["debug", "info", "warning", "error"]
    most_bytes: int
    """A file of this size is followed by another one."""
    files: int
    """So many of them are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """One market: whom we watch, how, and where it is kept."""

    path: Path
    """The file it was read from; its folder may hold ``themes/`` and ``lexicons/`` of its own."""
    market: str
    industry: str
    languages: tuple[str, ...]
    synthetic: bool
    brands: tuple[Brand, ...]
    """Us first, then the competitors in the order of the file."""
    contact_url: str | None
    delay_seconds: float
    proxy: str | None
    crawl_timeout_seconds: float
    night_timeout_seconds: float
    max_requests_per_host: int
    """In one crawl, robots.txt included."""
    full_every_days: int
    """How often a source is read to its last page although all reviews on its first are known."""
    transformers: Mapping[str, ModelPlace]
    """Language -> the model that scores its texts; the others are scored by their lexicons."""
    transformer_threads: int
    thresholds: Thresholds
    alerts: tuple[AlertRule, ...]
    channels: tuple[Channel, ...]
    base_url: str | None
    """Where the reports folder can be read, without a slash at the end."""
    remind_every_days: int
    reminders: int
    """Most reminders of one incident."""
    jobs: tuple[Job, ...]
    """What runs by itself, the night first; those that are off are absent."""
    time_zone: str
    heartbeat_seconds: float
    """The last good night may be as long ago."""
    ping_is_private: bool
    """Whether the address that nights are told to may be one that is not public."""
    retention_months: int
    page_retention_days: int
    """How long the pages themselves are kept, so that they can be read again."""
    backs_up_nightly: bool
    """Whether a night begins with a backup."""
    backup_folder: Path | None
    """None puts them into ``backups`` beside the database."""
    backups_kept: int
    backup_days: int
    """How long a backup is kept; the latest stays."""
    database: Path
    reports: Path
    report_language: ReportLanguage
    """In which reports are written; quotes stay in theirs."""
    logs: LogPlace

    @property
    def log_folder(self) -> Path:
        """Where the log's files are."""
        return self.logs.folder or self.database.parent / "logs"

    @property
    def us(self) -> Brand:
        """The brand the report is written for."""
        return self.brands[0]

    @property
    def backups(self) -> Path:
        """The folder of the database's backups."""
        return self.backup_folder or self.database.parent / "backups"

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of every brand, in the order of the file."""
        return tuple(source for brand in self.brands for source in brand.sources)

    def seen_by(self, brand: Brand) -> Settings:
        """The same market with *brand* in our place, and us as its first rival."""
        rivals = (replace(one, is_us=False) for one in self.brands if one.slug != brand.slug)
        return replace(self, brands=(replace(brand, is_us=True), *rivals))


def brand_called(settings: Settings, name: str) -> Brand | None:
    """The brand that answers to *name* (slug, name or alias, in any case), if any does."""
    wanted = name.strip().casefold()
    for brand in settings.brands:
        answers = {brand.slug, brand.name.casefold(), *map(str.casefold, brand.aliases)}
        if wanted in answers:
            return brand
    return None
