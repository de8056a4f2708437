"""What must not be kept: authors' names, and whatever a person asked to be forgotten for good."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, TypeAlias

from rivalscope.batches import batched
from rivalscope.storage.author_keys import AuthorKeys
from rivalscope.storage.pages import NO_BODY
from rivalscope.storage.review_identity import words_key
from rivalscope.storage.traces import count_traces, probes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import datetime

    from rivalscope.storage.database import Database
    from rivalscope.storage.review_rows import Row

Suppression: TypeAlias = tuple[str, str, str]
"""Key, kind, and when it was added."""

_KEYS_AT_ONCE = 500
_SUPPRESS = "INSERT OR IGNORE INTO suppressions (key, kind, added_at) VALUES (?, ?, ?)"
#: From so many characters on a text is one person's.
_OWN_WORDS = 40
# two questions rather than one with OR, so that each has its index
_COLLECT_COPIES = """
INSERT OR IGNORE INTO temp.erased
    SELECT coalesce(duplicate_of, id) FROM reviews WHERE id IN (SELECT id FROM temp.erased);
"""
_COLLECT_OTHERS = """
INSERT OR IGNORE INTO temp.erased
    SELECT id FROM reviews WHERE duplicate_of IN (SELECT id FROM temp.erased);
"""
#: What is made of reviews names them so.
_LINKED = """
SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
WHERE m.type = 'table' AND c.name = 'review' ORDER BY m.name
"""
_DROP_BODIES = (
    "UPDATE snapshots SET body = ?1 WHERE body != ?1 AND digest IN"
    " (SELECT snapshot FROM fetches WHERE brand = ?2 AND source = ?3)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What an erasure came to."""

    reviews: tuple[str, ...]
    """Ids of the rows that are gone, copies on other sites included."""
    sources: tuple[str, ...]
    """Keys of the sources whose stored pages were dropped."""
    rows: Mapping[str, int]
    """Table -> rows that are gone, the reviews themselves included; without tables of none."""
    pages: int
    """Stored pages that were dropped."""
    searched: int
    """Of so many texts a stretch was looked for, byte by byte, in the database and its logs."""
    left: int
    """How often it was found there."""
    is_log_empty: bool
    """False where a program that reads the file keeps the texts in its log until it ends."""


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
        question = question_of(self.authors, review=review, url=url, author=author, text=text)
        return tuple(row["id"] for row in self._db.rows(*question)) if question else ()

    def erase(self, ids: Sequence[str], *, at: datetime) -> Erased:
        """Deletes those reviews with all made of them; no crawl brings them back.

        Copies on other sites go too, and so do the stored pages of their sources, since those hold
        the same text. One that is not here, but in a backup, does not come back from there either.
        Deleted bytes are overwritten, in the write-ahead log as well.
        """
        with self._db.tx():
            keys = self._with_copies(ids)
            rows = self._db.rows(
                "SELECT id, brand, source, title, body FROM reviews"
                " WHERE id IN (SELECT id FROM temp.erased) ORDER BY id"
            )
            texts = [f"{row['title'] or ''}{row['body']}" for row in rows]
            self._suppress("review", {*keys, *ids}, at=at)
            self._suppress("words", filter(None, map(_words, texts)), at=at)
            counts = self._count_linked()
            self._db.execute("DELETE FROM reviews WHERE id IN (SELECT id FROM temp.erased)")
            # what was learned from them is learned anew, from the others
            self._db.execute("DELETE FROM lessons")
            sources = sorted({(row["brand"], row["source"]) for row in rows})
            pages = sum(
                self._db.execute(_DROP_BODIES, (NO_BODY, *source)).rowcount for source in sources
            )
        is_log_empty = self._db.empty_log()
        probes = probes_of(row["body"] for row in rows)
        return Erased(
            reviews=tuple(keys),
            sources=tuple("/".join(one) for one in sources),
            rows={"reviews": len(keys), **counts} if keys else {},
            pages=pages,
            searched=len(probes),
            left=count_traces(self._db.path, probes),
            is_log_empty=is_log_empty,
        )

    def suppressions(self) -> tuple[Suppression, ...]:
        """All that must not come back."""
        rows = self._db.rows("SELECT key, kind, added_at FROM suppressions ORDER BY key")
        return tuple((row["key"], row["kind"], row["added_at"]) for row in rows)

    def adopt(self, suppressions: Sequence[Suppression], *, at: datetime) -> Erased | None:
        """Takes over what another database of this market must not hold; erases what is meant.

        None where all of it was known here.
        """
        known = {key for key, _, _ in self.suppressions()}
        new = {key: (key, kind, moment) for key, kind, moment in suppressions if key not in known}
        if not new:
            return None
        with self._db.tx():
            self._db.execute_many(_SUPPRESS, list(new.values()))
        rows = self._db.rows("SELECT id, title, body, author_key FROM reviews ORDER BY id")
        meant = [row["id"] for row in rows if not new.keys().isdisjoint(_keys(row))]
        return self.erase(meant, at=at)

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
        self._db.execute_many(_SUPPRESS, [(key, kind, at.isoformat()) for key in keys])

    def _with_copies(self, ids: Sequence[str]) -> list[str]:
        """Ids of the reviews and of all their copies, which ``temp.erased`` then holds too."""
        self._db.execute("CREATE TEMP TABLE IF NOT EXISTS erased (id TEXT PRIMARY KEY)")
        self._db.execute("DELETE FROM temp.erased")
        self._db.execute_many("INSERT OR IGNORE INTO temp.erased VALUES (?)", [(i,) for i in ids])
        self._db.execute(_COLLECT_COPIES)
        self._db.execute(_COLLECT_OTHERS)
        sql = "SELECT id FROM reviews WHERE id IN (SELECT id FROM temp.erased) ORDER BY id"
        return [row["id"] for row in self._db.rows(sql)]

    def _count_linked(self) -> dict[str, int]:
        """Table -> rows made of the reviews in ``temp.erased``."""
        counts = {}
        for table in (row["name"] for row in self._db.rows(_LINKED)):
            row = self._db.row(
                f"SELECT count(*) AS n FROM {table} WHERE review IN (SELECT id FROM temp.erased)"
            )
            if row and row["n"]:
                counts[table] = row["n"]
        return counts


def question_of(
    authors: AuthorKeys,
    *,
    review: str | None,
    url: str | None,
    author: str | None,
    text: str | None,
) -> tuple[str, list[str]] | None:
    """SQL that selects ids of the reviews for which all of that holds, and its parameters.

    None where nothing is asked for.
    """
    conditions = {
        "id = ?": review,
        "url = ?": url,
        "author_key = ?": authors.of(author),
        "instr(coalesce(title, '') || ' ' || body || ' ' || coalesce(reply_body, ''), ?)": text,
    }
    asked = {condition: value for condition, value in conditions.items() if value}
    if not asked:
        return None
    return f"SELECT id FROM reviews WHERE {' AND '.join(asked)} ORDER BY id", list(asked.values())


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
