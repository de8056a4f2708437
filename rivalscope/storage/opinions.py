"""Who decides the sentiment of each understood text: its first engine, or what stars taught.

The first engine of a language is the lexicon, or a transformer where the configuration names one.

Both are kept: a learned opinion can be taken back without reading the text again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope.storage.review_rows import text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rivalscope.models import Polarity
    from rivalscope.storage.database import Database

BATCH = 500
"""Texts a batch: one transaction, so little is lost when it is killed."""

LEXICON = "lexicon"
"""The first engine of every language without a transformer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unopined:
    """A text whose sentiment another engine should decide."""

    review: str
    body: str
    score: float
    """What the first engine makes of it, -1 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What an engine says of one text."""

    review: str
    sentiment: Polarity
    score: float
    """-1 to 1."""
    confidence: float | None
    """0 to 1; a first engine has none."""


class Opinions:
    """The sentiments of one database, by who decided them."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def outdated(
        self, language: str, *, engine: str, platforms: Sequence[str]
    ) -> Iterator[list[Unopined]]:
        """Batches of texts of those platforms that *engine* should decide and has not."""
        marks = ", ".join("?" for _ in platforms)
        return self._batches(
            "u.language = ? AND u.engine != ? AND trim(coalesce(r.title, '') || r.body) != ''"
            f" AND r.platform IN ({marks})",
            (language, engine, *platforms),
        )

    def overstepping(
        self, language: str, *, platforms: Sequence[str], first: str = LEXICON
    ) -> Iterator[list[Unopined]]:
        """Batches of texts of other platforms that another than the *first* engine decided."""
        marks = ", ".join("?" for _ in platforms)
        return self._batches(
            f"u.language = ? AND u.engine != ? AND r.platform NOT IN ({marks})",
            (language, first, *platforms),
        )

    def languages(self) -> tuple[str, ...]:
        """Those in which another engine than the lexicon has decided anything."""
        rows = self._db.rows(
            f"SELECT DISTINCT language FROM understandings WHERE engine != '{LEXICON}' ORDER BY 1"
        )
        return tuple(row["language"] for row in rows)

    def save(self, decided: Iterable[Decided], *, engine: str) -> None:
        """What *engine* says of those texts, in one transaction."""
        with self._db.tx():
            self._db.execute_many(
                "UPDATE understandings SET sentiment = ?, score = ?, confidence = ?, engine = ?"
                " WHERE review = ?",
                [(one.sentiment, one.score, one.confidence, engine, one.review) for one in decided],
            )

    def _batches(self, condition: str, parameters: Sequence[object]) -> Iterator[list[Unopined]]:
        """Each text once, even where what is done with a batch makes the condition false."""
        last = ""
        while True:
            rows = self._db.rows(
                "SELECT r.*, u.lexicon_score FROM understandings u"
                " JOIN reviews r ON r.id = u.review"
                f" WHERE u.review > ? AND u.lexicon_score IS NOT NULL AND {condition}"
                " ORDER BY u.review LIMIT ?",
                (last, *parameters, BATCH),
            )
            if not rows:
                return
            last = rows[-1]["id"]
            yield [
                Unopined(review=row["id"], body=text_of(row).body, score=row["lexicon_score"])
                for row in rows
            ]
