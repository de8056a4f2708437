"""The only code that knows tables: one module per family, one Store over them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from rivalscope.errors import StorageError
from rivalscope.storage.arrivals import Arrivals
from rivalscope.storage.author_keys import AuthorKeys
from rivalscope.storage.backups import (
    Backup,
    back_up,
    delete_copy,
    find_backups,
    find_good_backup,
    find_replaced,
    find_unfinished,
    rotate,
)
from rivalscope.storage.copies import Copies
from rivalscope.storage.corrections import Corrections
from rivalscope.storage.daily_counts import DailyCounts
from rivalscope.storage.database import Database
from rivalscope.storage.expected_schema import known_migrations
from rivalscope.storage.exporting import Exported, Format, export_tables, import_tables
from rivalscope.storage.facts import newest_moment, sqlite_version, wrongly_counted_days
from rivalscope.storage.goals import Goals
from rivalscope.storage.incidents import Incidents
from rivalscope.storage.job_runs import JobRuns
from rivalscope.storage.lessons import Lessons
from rivalscope.storage.locks import LEAST_FREE_BYTES, delivering, holder, scheduling, writing
from rivalscope.storage.open_languages import OpenLanguages
from rivalscope.storage.opinions import LEXICON, Decided, Opinions
from rivalscope.storage.outbox import Outbox
from rivalscope.storage.page_states import PageState, PageStates
from rivalscope.storage.pages import PackedPage, Pages, packed
from rivalscope.storage.past import Past
from rivalscope.storage.presence import Presence
from rivalscope.storage.privacy import Erased, Privacy
from rivalscope.storage.proxies import Proxies
from rivalscope.storage.restoring import admit, beside, erased_in, install, sent_from
from rivalscope.storage.retention import Forgotten, Retention
from rivalscope.storage.review_identity import review_id
from rivalscope.storage.reviews import Reviews, Saved, SeenVersion, StoredReview
from rivalscope.storage.runs import RunRecord, Runs, SourceRun
from rivalscope.storage.searching import search_copy
from rivalscope.storage.site_history import SiteHistory
from rivalscope.storage.sites import Sites
from rivalscope.storage.soundness import applied_in, is_empty, is_foreseen, problems
from rivalscope.storage.tagged_texts import TaggedText, TaggedTexts
from rivalscope.storage.understandings import BrandTally, Understandings

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

__all__ = [
    "LEAST_FREE_BYTES",
    "LEXICON",
    "AuthorKeys",
    "Backup",
    "BrandTally",
    "Decided",
    "Erased",
    "Exported",
    "Forgotten",
    "Format",
    "PackedPage",
    "PageState",
    "RunRecord",
    "Saved",
    "SeenVersion",
    "SourceRun",
    "Store",
    "StoredReview",
    "TaggedText",
    "admit",
    "applied_in",
    "back_up",
    "beside",
    "delete_copy",
    "delivering",
    "erased_in",
    "existing",
    "export_tables",
    "find_backups",
    "find_good_backup",
    "find_replaced",
    "find_unfinished",
    "holder",
    "import_tables",
    "install",
    "is_empty",
    "is_foreseen",
    "known_migrations",
    "newest_moment",
    "packed",
    "problems",
    "review_id",
    "rotate",
    "scheduling",
    "search_copy",
    "sent_from",
    "sqlite_version",
    "writing",
    "wrongly_counted_days",
]

_GROWING = ("reviews", "snapshots", "mentions", "faq_entries", "site_signals", "incidents")


class Store:
    """One market's database, open."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the database at *path*; raises StorageError where that can't be done."""
        self._database = Database(path)
        self.counts = DailyCounts(self._database)
        self.runs = Runs(self._database, self.counts)
        self.pages = Pages(self._database)
        self.page_states = PageStates(self._database)
        self.privacy = Privacy(self._database)
        copies = Copies(self._database)
        self.reviews = Reviews(self._database, authors=self.privacy.authors, copies=copies)
        self.presence = Presence(self._database, copies)
        self.retention = Retention(self._database, copies)
        self.past = Past(self._database)
        self.sites = Sites(self._database)
        self.site_history = SiteHistory(self._database)
        self.understandings = Understandings(self._database, self.counts)
        self.open_languages = OpenLanguages(self._database)
        self.lessons = Lessons(self._database)
        self.opinions = Opinions(self._database)
        self.corrections = Corrections(self._database)
        self.tagged_texts = TaggedTexts(self._database)
        self.proxies = Proxies(self._database, self.counts)
        self.arrivals = Arrivals(self.counts)
        self.incidents = Incidents(self._database)
        self.goals = Goals(self._database)
        self.outbox = Outbox(self._database)
        self.job_runs = JobRuns(self._database)

    def tx(self) -> AbstractContextManager[None]:
        """One write transaction around everything that is saved inside it."""
        return self._database.tx()

    def census(self) -> dict[str, int]:
        """Table -> rows, of those that grow with what is collected."""
        counts = " UNION ALL ".join(
            f"SELECT '{one}' AS name, count(*) AS n FROM {one}" for one in _GROWING
        )
        return {row["name"]: row["n"] for row in self._database.rows(counts)}

    def close(self) -> None:
        """Gives the file back."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def existing(path: Path) -> Store:
    """The store at *path*, for commands that have nothing to say of an empty one.

    Raises StorageError where nothing was collected yet.
    """
    check_there(path)
    return Store(path)


def check_there(path: Path) -> None:
    """Raises StorageError where nothing was collected yet."""
    if not path.is_file() or not path.stat().st_size:
        first = "`rivalscope run` or `rivalscope import` first"
        message = f"database {path}: nothing is there yet: {first}"
        raise StorageError(message)
