"""Tables of the pages as fetched, each body kept once and only for a while."""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import TYPE_CHECKING

from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from rivalscope.models import Source
    from rivalscope.storage.database import Database

# Level 1 is five times as fast as the default and a fifth larger; pages are dropped after weeks.
_COMPRESSION = 1
#: What stands in the place of a body that was dropped; a compressed body is never empty.
NO_BODY = b""


class Pages:
    """The snapshots of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, snapshot: Snapshot, *, source: Source, run: int) -> None:
        """Keeps the body (once per digest) and that it was fetched."""
        self._save(snapshot, zlib.compress(snapshot.body, _COMPRESSION), source=source, run=run)

    def save_without_body(self, snapshot: Snapshot, *, source: Source, run: int) -> None:
        """Keeps only that it was fetched: something on it must not be kept."""
        self._save(snapshot, NO_BODY, source=source, run=run)

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

    def _save(self, snapshot: Snapshot, body: bytes, *, source: Source, run: int) -> None:
        with self._db.tx():
            self._db.execute(
                "INSERT OR IGNORE INTO snapshots (digest, content_type, encoding, body)"
                " VALUES (?, ?, ?, ?)",
                (snapshot.digest, snapshot.content_type, snapshot.encoding, body),
            )
            self._db.execute(
                "INSERT INTO fetches (run, brand, source, url, fetched_at, snapshot)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    run,
                    source.brand,
                    source.id,
                    snapshot.url,
                    snapshot.fetched_at.isoformat(),
                    snapshot.digest,
                ),
            )
