"""What goes to the processes that read pages, and what comes back: plain values, easily copied."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from crawler.network.refusals import ProblemState
    from crawler.reading.cleaning import CleanPage
    from rivalscope.models import Snapshot, Source
    from rivalscope.storage import PackedPage, PageState, Saved


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPage:
    """A page as it came, with all that reading it needs."""

    source: Source
    snapshot: Snapshot
    reader_version: str
    etag: str | None = None
    last_modified: str | None = None
    is_first: bool = True
    """Whether nothing else of its source was asked for before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the crawl must know of a page, beside what is kept of it."""

    next_urls: Sequence[str] = ()
    """Addresses that it leads to, as far as its kind of source follows them."""
    newest_first: bool = False
    oldest_on: date | None = None
    """The first day that it prints."""
    reviews: int = 0
    fields: Mapping[str, int] = field(default_factory=dict)
    """Field -> how many of the reviews have it."""
    empty_because: str | None = None
    """What proves that there is nothing on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A page that was read."""

    clean: CleanPage
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Why a page could not be read."""

    reason: str
    state: ProblemState
    page: PackedPage | None = None
    """To be kept all the same, so that somebody can look at it, and read it again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A page that was read and kept."""

    state: PageState
    saved: Saved
    facts: Facts


Answer: TypeAlias = Read | Unread
