"""Tables of what was learned from stars, and the reviews it is learned from."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rivalscope.models import Lesson, LessonFigures, Starred
from rivalscope.storage.review_rows import text_of

if TYPE_CHECKING:
    from rivalscope.storage.database import Database

#: Reviews with stars and words, each once, in a language we understand. Those that are gone from
#: their pages still teach.
_STARRED = (
    "FROM reviews r JOIN understandings u ON u.review = r.id"
    " WHERE r.rating IS NOT NULL AND r.rating_max > 0 AND r.duplicate_of IS NULL"
    " AND u.lexicon_score IS NOT NULL AND trim(coalesce(r.title, '') || r.body) != ''"
)


class Lessons:
    """What was learned in one database, every attempt with its figures; of the latest the model."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def starred(self) -> dict[str, int]:
        """Language -> reviews that could be learned from."""
        rows = self._db.rows(f"SELECT u.language, count(*) AS n {_STARRED} GROUP BY 1 ORDER BY 1")
        return {row["language"]: row["n"] for row in rows}

    def sample(self, language: str, *, most: int) -> tuple[Starred, ...]:
        """At most so many of them, in the order of their ids.

        Ids are hashes, so the first ones are a sample, and nearly the same one tomorrow.
        """
        rows = self._db.rows(
            f"SELECT r.*, u.lexicon_score {_STARRED} AND u.language = ? ORDER BY r.id LIMIT ?",
            (language, most),
        )
        return tuple(map(_starred, rows))

    def latest(self) -> dict[str, Lesson]:
        """Language -> the last attempt to learn it."""
        rows = self._db.rows(
            "SELECT language, learned_at, starred, engine, platforms, made_with, figures"
            " FROM lessons WHERE id IN (SELECT max(id) FROM lessons GROUP BY language)"
            " ORDER BY language"
        )
        return {row["language"]: _lesson(row) for row in rows}

    def find_model(self, engine: str) -> bytes | None:
        """The bytes of that model."""
        row = self._db.row(
            "SELECT model FROM lessons WHERE engine = ? AND model IS NOT NULL ORDER BY id DESC",
            (engine,),
        )
        return bytes(row["model"]) if row else None

    def save(self, lesson: Lesson, model: bytes | None) -> None:
        """Keeps an attempt; the model of the one before is dropped, its figures stay."""
        with self._db.tx():
            self._db.execute(
                "UPDATE lessons SET model = NULL WHERE language = ?", (lesson.language,)
            )
            self._db.execute(
                "INSERT INTO lessons (language, learned_at, starred, engine, platforms, made_with,"
                " figures, model) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    lesson.language,
                    lesson.learned_at.isoformat(),
                    lesson.starred,
                    lesson.engine,
                    json.dumps(lesson.platforms),
                    lesson.made_with,
                    json.dumps(asdict(lesson.figures)),
                    model,
                ),
            )


def _starred(row: dict[str, Any]) -> Starred:
    return Starred(
        id=row["id"],
        brand=row["brand"],
        source=row["source"],
        platform=row["platform"],
        body=text_of(row).body,
        stars=row["rating"] / row["rating_max"],
        score=row["lexicon_score"],
    )


def _lesson(row: dict[str, Any]) -> Lesson:
    return Lesson(
        language=row["language"],
        learned_at=datetime.fromisoformat(row["learned_at"]),
        starred=row["starred"],
        engine=row["engine"],
        platforms=tuple(json.loads(row["platforms"])),
        made_with=row["made_with"],
        figures=LessonFigures(**json.loads(row["figures"])),
    )
