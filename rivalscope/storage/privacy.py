"""What must not be kept: authors' names, and whatever a person asked to be forgotten for good."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from rivalscope.batches import batched
from rivalscope.storage.author_keys import AuthorKeys
from rivalscope.storage.pages import NO_BODY
from rivalscope.storage.review_identity import words_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from rivalscope.storage.database import Database
    from rivalscope.storage.review_rows import Row

_KEYS_AT_ONCE = 500
#: From so many characters on a text is one person's.
_OWN_WORDS = 40
_ERASE_COPIES_TOO = """
WITH groups AS (
    SELECT coalesce(duplicate_of, id) AS first FROM reviews WHERE id IN ({marks})
)
SELECT * FROM reviews WHERE coalesce(duplicate_of, id) IN (SELECT first FROM groups) ORDER BY id
"""
_DROP_BODIES = (
    "UPDATE snapshots SET body = ? WHERE digest IN"
    " (SELECT snapshot FROM fetches WHERE brand = ? AND source = ?)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure came to."""

    reviews: tuple[str, ...]
    """Ids of the rows that are gone, copies on other sites included."""
    sources: tuple[str, ...]
    """Keys of the sources whose stored pages were dropped."""


class Privacy:
    """The secrets and suppressions of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database
        # made at once: made while a page is kept, it would be lost with a page that fails
        self.authors = AuthorKeys(self._known_salt() or self._new_salt())

    def admitted(self, rows: Sequence[Row]) -> list[Row]:
        """*rows* of reviews without those that somebody asked to be forgotten."""
        if not self._db.row("SELECT 1 FROM suppressions LIMIT 1"):
            return list(rows)
        keys = [frozenset(_keys(row)) for row in rows]
        suppressed = self._suppressed(frozenset(chain.from_iterable(keys)))
        return [row for row, own in zip(rows, keys, strict=True) if not own & suppressed]

    def matching(
        self, *, review: str | None, url: str | None, author: str | None, text: str | None
    ) -> tuple[str, ...]:
        """Ids of the reviews that have that id, address, author, or hold that text; sorted."""
        conditions = {
            "id = ?": review,
            "url = ?": url,
            "author_key = ?": self.authors.of(author),
            "instr(coalesce(title, '') || ' ' || body || ' ' || coalesce(reply_body, ''), ?)": text,
        }
        asked = {condition: value for condition, value in conditions.items() if value}
        if not asked:
            return ()
        where = " AND ".join(asked)
        rows = self._db.rows(
            f"SELECT id FROM reviews WHERE {where} ORDER BY id", list(asked.values())
        )
        return tuple(row["id"] for row in rows)

    def erase(self, ids: Sequence[str], *, at: datetime) -> Erased:
        """Deletes those reviews with all made of them; no crawl brings them back.

        Copies on other sites go too, and so do the stored pages of their sources, since those hold
        the same text. Deleted bytes are overwritten, in the write-ahead log as well.
        """
        with self._db.tx():
            marks = ", ".join("?" for _ in ids)
            rows = self._db.rows(_ERASE_COPIES_TOO.format(marks=marks), list(ids))
            keys = [row["id"] for row in rows]
            texts = [f"{row['title'] or ''}{row['body']}" for row in rows]
            self._suppress("review", keys, at=at)
            self._suppress("words", filter(None, map(_words, texts)), at=at)
            self._db.execute_many("DELETE FROM reviews WHERE id = ?", [(key,) for key in keys])
            # what was learned from them is learned anew, from the others
            self._db.execute("DELETE FROM lessons")
            sources = sorted({(row["brand"], row["source"]) for row in rows})
            self._db.execute_many(_DROP_BODIES, [(NO_BODY, *source) for source in sources])
        self._db.empty_log()
        return Erased(reviews=tuple(keys), sources=tuple("/".join(one) for one in sources))

    def suppress_author(self, name: str, *, at: datetime) -> None:
        """Nothing that this author writes under this name is kept from now on."""
        key = self.authors.of(name)
        if key:
            with self._db.tx():
                self._suppress("author", [f"author:{key}"], at=at)

    def _known_salt(self) -> bytes:
        row = self._db.row("SELECT value FROM secrets WHERE name = 'author_salt'")
        return bytes(row["value"]) if row else b""

    def _new_salt(self) -> bytes:
        with self._db.tx():
            self._db.execute(
                "INSERT OR IGNORE INTO secrets (name, value) VALUES ('author_salt', ?)",
                (secrets.token_bytes(32),),
            )
        return self._known_salt()

    def _suppressed(self, keys: Iterable[str]) -> set[str]:
        """Those of *keys* that are suppressed."""
        found: set[str] = set()
        for some in batched(keys, _KEYS_AT_ONCE):
            marks = ", ".join("?" for _ in some)
            rows = self._db.rows(f"SELECT key FROM suppressions WHERE key IN ({marks})", some)
            found |= {row["key"] for row in rows}
        return found

    def _suppress(self, kind: str, keys: Iterable[str], *, at: datetime) -> None:
        self._db.execute_many(
            "INSERT OR IGNORE INTO suppressions (key, kind, added_at) VALUES (?, ?, ?)",
            [(key, kind, at.isoformat()) for key in keys],
        )


def _keys(row: Row) -> Iterable[str]:
    """All that a suppression may go by."""
    yield row["id"]
    words = _words(f"{row['title'] or ''}{row['body']}")
    if words:
        yield words
    if row["author_key"]:
        yield f"author:{row['author_key']}"


def _words(text: str) -> str | None:
    """None for a text that others may well write too."""
    return f"words:{words_key(text)}" if len(text) >= _OWN_WORDS else None
