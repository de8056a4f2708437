"""Table of what each page was when it was last read, so that an unchanged one is not read again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from rivalscope.models import Source
    from rivalscope.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class PageState:
    """What one page of one source said, and how to ask whether it still does."""

    url: str
    reader_version: str
    """Changes whenever the same page would be read differently."""
    digest: str
    """Of the body as it came, before anything was taken out of it."""
    etag: str | None = None
    last_modified: str | None = None
    next_urls: tuple[str, ...] = ()
    """Addresses it led to."""
    newest_first: bool = False
    """Whether what is behind this page is older than what is on it."""
    entries: tuple[str, ...] = ()
    """Keys of the rows that it holds."""
    oldest_on: date | None = None


class PageStates:
    """The page states of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, state: PageState, *, source: Source) -> None:
        """Replaces what was known of that page."""
        with self._db.tx():
            self._db.execute(
                "INSERT OR REPLACE INTO page_states (brand, source, url, reader_version, digest,"
                " etag, last_modified, next_urls, newest_first, entries, oldest_on)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    source.brand,
                    source.id,
                    state.url,
                    state.reader_version,
                    state.digest,
                    state.etag,
                    state.last_modified,
                    json.dumps(state.next_urls),
                    state.newest_first,
                    json.dumps(state.entries, separators=(",", ":")),
                    state.oldest_on.isoformat() if state.oldest_on else None,
                ),
            )

    def entries(self, *, source: Source, urls: Collection[str]) -> frozenset[str]:
        """Keys of all rows that stand on those pages of *source*."""
        rows = self._db.rows(
            "SELECT url, entries FROM page_states WHERE brand = ? AND source = ?",
            (source.brand, source.id),
        )
        here = (json.loads(row["entries"]) for row in rows if row["url"] in urls)
        return frozenset(chain.from_iterable(here))

    def forget_others(self, source: Source, *, urls: Collection[str]) -> None:
        """Drops what is known of pages that *source* no longer leads to."""
        rows = self._db.rows(
            "SELECT url FROM page_states WHERE brand = ? AND source = ?", (source.brand, source.id)
        )
        others = [(source.brand, source.id, row["url"]) for row in rows if row["url"] not in urls]
        if others:
            with self._db.tx():
                self._db.execute_many(
                    "DELETE FROM page_states WHERE brand = ? AND source = ? AND url = ?", others
                )

    def find(self, url: str, *, source: Source, reader_version: str) -> PageState | None:
        """What is known of the page, unless it would be read differently now."""
        row = self._db.row(
            "SELECT * FROM page_states WHERE brand = ? AND source = ? AND url = ?"
            " AND reader_version = ?",
            (source.brand, source.id, url, reader_version),
        )
        if row is None:
            return None
        return PageState(
            url=row["url"],
            reader_version=row["reader_version"],
            digest=row["digest"],
            etag=row["etag"],
            last_modified=row["last_modified"],
            next_urls=tuple(json.loads(row["next_urls"])),
            newest_first=bool(row["newest_first"]),
            entries=tuple(json.loads(row["entries"])),
            oldest_on=date.fromisoformat(row["oldest_on"]) if row["oldest_on"] else None,
        )
