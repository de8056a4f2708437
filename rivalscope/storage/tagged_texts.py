"""All understood texts with their mentions, a page at a time: a history need not fit in memory."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from rivalscope.models import ThemeMention
from rivalscope.storage.review_rows import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.models import Sentiment, Text
    from rivalscope.storage.database import Database

_AT_ONCE = 1_000
_TEXTS = """
SELECT r.*, u.language AS read_in, u.sentiment FROM reviews r
JOIN understandings u ON u.review = r.id
WHERE r.id > ? AND r.duplicate_of IS NULL AND r.gone_at IS NULL AND u.language != 'unknown'
    AND u.language = coalesce(?, u.language)
ORDER BY r.id LIMIT ?
"""
_MENTIONS = """
SELECT review, theme, polarity, start, "end", quote, rule FROM mentions
WHERE review BETWEEN ? AND ? ORDER BY review, start, theme
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaggedText:
    """A text with what is stored of its meaning; nothing of it is corrected."""

    text: Text
    brand: str
    language: str
    sentiment: Sentiment
    mentions: tuple[ThemeMention, ...]


class TaggedTexts:
    """The understood texts of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def count(self) -> int:
        """How many there are in a known language; copies and those that are gone do not count."""
        row = self._db.row(
            "SELECT count(*) AS n FROM reviews r JOIN understandings u ON u.review = r.id"
            " WHERE r.duplicate_of IS NULL AND r.gone_at IS NULL AND u.language != 'unknown'"
        )
        return int(row["n"]) if row else 0

    def all(self, *, language: str | None = None) -> Iterator[TaggedText]:
        """Each of them in the order of the ids; as these are hashes, the first are a sample."""
        last = ""
        while rows := self._db.rows(_TEXTS, (last, language, _AT_ONCE)):
            first, last = rows[0]["id"], rows[-1]["id"]
            found = self._db.rows(_MENTIONS, (first, last))
            mentions = {
                review: tuple(map(_mention, of_one))
                for review, of_one in groupby(found, key=itemgetter("review"))
            }
            for row in rows:
                yield TaggedText(
                    text=text_of(row),
                    brand=row["brand"],
                    language=row["read_in"],
                    sentiment=row["sentiment"],
                    mentions=mentions.get(row["id"], ()),
                )


def _mention(row: dict[str, Any]) -> ThemeMention:
    return ThemeMention(**{name: value for name, value in row.items() if name != "review"})
