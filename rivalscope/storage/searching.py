"""Looks for reviews in copies of a database, of this version or an earlier one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.errors import StorageError
from rivalscope.storage.author_keys import AuthorKeys
from rivalscope.storage.privacy import question_of
from rivalscope.storage.soundness import UNREADABLE, reading

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path


def search_copy(
    path: Path,
    *,
    ids: Sequence[str] = (),
    review: str | None,
    url: str | None,
    author: str | None,
    text: str | None,
) -> tuple[str, ...] | None:
    """Ids of the reviews in the database at *path* that are among *ids*, or for which all holds.

    What holds is asked as ``Privacy.matching`` does, an author by the key of that very database.
    None where it can't be read to tell. Nothing is written, nor is it brought up to date.
    """
    try:
        with reading(path, frozen=True) as connection:
            found = {key for key in ids if _has(connection, key)}
            authors = _authors(connection) if author else AuthorKeys(b"")
            question = authors and question_of(
                authors, review=review, url=url, author=author, text=text
            )
            rows = connection.execute(*question).fetchall() if question else []
    except (*UNREADABLE, StorageError):
        return None
    return tuple(sorted({*found, *(key for (key,) in rows)}))


def _has(connection: sqlite3.Connection, key: str) -> bool:
    return bool(connection.execute("SELECT 1 FROM reviews WHERE id = ?", (key,)).fetchone())


def _authors(connection: sqlite3.Connection) -> AuthorKeys | None:
    """None of a database of before authors were told apart."""
    columns = connection.execute("SELECT name FROM pragma_table_info('reviews')")
    if ("author_key",) not in columns.fetchall():
        return None
    salts = "SELECT value FROM secrets WHERE name = 'author_salt'"
    row = connection.execute(salts).fetchone()
    return AuthorKeys(bytes(row[0])) if row else None
