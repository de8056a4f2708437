"""Texts that tell no language, in sources that declare none: read in the one that prevails there.

Beside each stands which language its source had when it was looked at, so that it is looked at
again only when that changes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from rivalscope.storage.review_rows import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rivalscope.models import Text
    from rivalscope.storage.database import Database

FEWEST_CHARACTERS = 40
"""A text of so many tells its language well enough to be counted for its source."""

_OPEN = "(u.language = 'unknown' OR u.source_language IS NOT NULL) AND r.language IS NULL"
_NONE = ""
_PLACES = f"""
SELECT DISTINCT r.brand, r.source FROM understandings u JOIN reviews r ON r.id = u.review
WHERE {_OPEN} ORDER BY 1, 2
"""
_LANGUAGES = f"""
SELECT r.brand, r.source, count(*) AS texts,
    CASE WHEN u.source_language IS NULL THEN u.language ELSE 'unknown' END AS read_in
FROM ({_PLACES}) AS place
JOIN reviews r ON r.brand = place.brand AND r.source = place.source
JOIN understandings u ON u.review = r.id
WHERE r.language IS NULL AND r.gone_at IS NULL AND r.duplicate_of IS NULL
    AND length(coalesce(r.title, '')) + length(r.body) >= {FEWEST_CHARACTERS}
GROUP BY 1, 2, 4 ORDER BY 1, 2, 4
"""
_OUTDATED = f"""
SELECT r.*, u.language AS read_in FROM understandings u
JOIN reviews r ON r.id = u.review
WHERE {_OPEN} AND r.brand = ? AND r.source = ? AND u.source_language IS NOT ? ORDER BY r.id
"""


class Place(NamedTuple):
    """Where texts stand together."""

    brand: str
    source: str


class OpenText(NamedTuple):
    """A text that tells no language."""

    text: Text
    content: str
    """What it is to be recorded for, as with other understandings."""
    language: str
    """The one it was last read in; that of its source then, or *unknown*."""


class OpenLanguages:
    """Those of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def are_new(self) -> bool:
        """Whether any of them was not looked at yet."""
        found = self._db.row(
            "SELECT 1 FROM understandings u JOIN reviews r ON r.id = u.review"
            f" WHERE {_OPEN} AND u.source_language IS NULL LIMIT 1"
        )
        return found is not None

    def places(self) -> list[Place]:
        """The sources that have any."""
        return [Place(row["brand"], row["source"]) for row in self._db.rows(_PLACES)]

    def languages(self) -> Mapping[Place, Counter[str]]:
        """Source with any -> language -> longer texts of that source that told it themselves."""
        found: defaultdict[Place, Counter[str]] = defaultdict(Counter)
        for row in self._db.rows(_LANGUAGES):
            found[Place(row["brand"], row["source"])][row["read_in"]] = row["texts"]
        return found

    def outdated(self, place: Place, *, language: str | None) -> list[OpenText]:
        """Those of a source that were not looked at since it is written in *language*."""
        rows = self._db.rows(_OUTDATED, (*place, language or _NONE))
        return [OpenText(text_of(row), row["content"], row["read_in"]) for row in rows]

    def mark(self, reviews: Iterable[str], *, language: str | None) -> None:
        """Those were looked at in a source written in *language*; None for no one language."""
        with self._db.tx():
            self._db.execute_many(
                "UPDATE understandings SET source_language = ? WHERE review = ?",
                [(language or _NONE, review) for review in reviews],
            )
