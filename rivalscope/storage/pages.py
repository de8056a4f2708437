"""Tables of the pages as fetched, each body kept once and only for a while."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, TypeAlias

from rivalscope.models import PageFacts, Snapshot

if TYPE_CHECKING:
    from rivalscope.models import Source
    from rivalscope.storage.database import Database

# Level 1 is five times as fast as the default and a fifth larger; pages are dropped after weeks.
_COMPRESSION = 1
#: What stands in the place of a body that was dropped; a compressed body is never empty.
NO_BODY = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedPage:
    """A page as it is kept."""

    url: str
    fetched_at: datetime
    digest: str
    content_type: str
    encoding: str | None
    body: bytes
    """Compressed; `NO_BODY` where only the fetch is kept, as something on it must not be."""


AnyPage: TypeAlias = Snapshot | PackedPage
"""Whatever says where and when a page was fetched, and what its digest is."""


def packed(snapshot: Snapshot, *, with_body: bool = True) -> PackedPage:
    """*snapshot* as it is kept."""
    return PackedPage(
        url=snapshot.url,
        fetched_at=snapshot.fetched_at,
        digest=snapshot.digest,
        content_type=snapshot.content_type,
        encoding=snapshot.encoding,
        body=zlib.compress(snapshot.body, _COMPRESSION) if with_body else NO_BODY,
    )


class Pages:
    """The snapshots of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, page: PackedPage, *, source: Source, run: int) -> None:
        """Keeps the body (once per digest) and that it was fetched."""
        with self._db.tx():
            self._db.execute(
                "INSERT OR IGNORE INTO snapshots (digest, content_type, encoding, body)"
                " VALUES (?, ?, ?, ?)",
                (page.digest, page.content_type, page.encoding, page.body),
            )
            self._db.execute(
                "INSERT INTO fetches (run, brand, source, url, fetched_at, snapshot)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    run,
                    source.brand,
                    source.id,
                    page.url,
                    page.fetched_at.isoformat(),
                    page.digest,
                ),
            )

    def find(self, digest: str, *, url: str) -> Snapshot | None:
        """The page with *digest*, as first fetched from *url*; None once its body was dropped."""
        row = self._db.row(
            "SELECT s.*, f.url, f.fetched_at"
            " FROM snapshots s JOIN fetches f ON f.snapshot = s.digest"
            " WHERE s.digest = ? AND f.url = ? ORDER BY f.id LIMIT 1",
            (digest, url),
        )
        if row is None or row["body"] == NO_BODY:
            return None
        return Snapshot(
            url=row["url"],
            fetched_at=datetime.fromisoformat(row["fetched_at"]),
            body=zlib.decompress(row["body"]),
            content_type=row["content_type"],
            encoding=row["encoding"],
        )

    def facts(self, digest: str, *, url: str) -> PageFacts | None:
        """Where and when the page with *digest* was first fetched, whether it is kept or not.

        From *url*, if it ever was; None where it never was fetched from anywhere.
        """
        row = self._db.row(
            "SELECT s.digest, s.body, f.url, f.fetched_at"
            " FROM snapshots s JOIN fetches f ON f.snapshot = s.digest"
            " WHERE s.digest = ? ORDER BY f.url = ? DESC, f.id LIMIT 1",
            (digest, url),
        )
        if row is None:
            return None
        return PageFacts(
            digest=row["digest"],
            url=row["url"],
            fetched_at=datetime.fromisoformat(row["fetched_at"]),
            size=None if row["body"] == NO_BODY else len(zlib.decompress(row["body"])),
        )
