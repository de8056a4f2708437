"""The walk back from a claim: what was read in a review, in which version, on which page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    from rivalscope.models.collected import Review
    from rivalscope.models.reported import Finding, Report, SwotCell
    from rivalscope.models.understood import ThemeMention

CueKind = Literal["complaint", "praise", "topic"]
ReviewField = Literal["title", "body", "rating", "date", "verified", "reply"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundCue:
    """A cue of a theme pack where it stands in a text."""

    theme: str
    kind: CueKind
    cue: str
    """In the notation of docs/cues.md."""
    start: int
    """Code points from the start of the text."""
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainedMention:
    """A mention and the cues that made it."""

    id: str
    mention: ThemeMention
    cues: tuple[FoundCue, ...]
    """Of the pack as it is today; empty where none of them stands there (any more)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page as it was fetched."""

    digest: str
    url: str
    fetched_at: datetime
    size: int | None
    """Bytes; None where the page itself is not kept any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewVersion:
    """What a review said for a while."""

    review: Review
    seen_at: datetime
    replaced_at: datetime | None
    """None for what it says now."""
    changed: tuple[ReviewField, ...]
    """What differs from the version before; empty for the first."""
    page: PageFacts | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One review, with what was made of it and the pages it was read from."""

    id: str
    brand: str
    source: str
    platform: str
    page_url: str
    first_seen_at: datetime
    gone_at: datetime | None
    duplicate_of: str | None
    """The copy that counts, where this one is another."""
    mentions: tuple[ExplainedMention, ...]
    versions: tuple[ReviewVersion, ...]
    """Oldest first; the last one is what it says now."""

    @property
    def review(self) -> Review:
        """What it says now."""
        return self.versions[-1].review

    @property
    def page(self) -> PageFacts | None:
        """The page that it stands on now."""
        return self.versions[-1].page


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What stands behind one id."""

    id: str
    report: Report
    cell: SwotCell | None
    """None for a finding, a review or a mention."""
    findings: tuple[Finding, ...]
    traces: tuple[Trace, ...]
