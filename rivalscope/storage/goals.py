"""Tables of the goals and of the figures typed in for them; nothing in them is ever deleted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from rivalscope.models import Goal, Measure

if TYPE_CHECKING:
    from datetime import datetime

    from rivalscope.storage.database import Database

_GOALS = (
    "SELECT id, brand, metric, theme, title, baseline, target, started_on, deadline, owner,"
    " parent, tactic, closed_on FROM goals"
)


class Goals:
    """The goals of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, goal: Goal, *, at: datetime) -> bool:
        """Keeps an open *goal*; False where it was there already, which is left as it was."""
        with self._db.tx():
            cursor = self._db.execute(
                "INSERT OR IGNORE INTO goals (id, brand, metric, theme, title, baseline, target,"
                " started_on, deadline, owner, parent, tactic, recorded_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    goal.id,
                    goal.brand,
                    goal.metric,
                    goal.theme,
                    goal.title,
                    goal.baseline,
                    goal.target,
                    goal.started_on.isoformat(),
                    goal.deadline.isoformat(),
                    goal.owner,
                    goal.parent,
                    goal.tactic,
                    at.isoformat(),
                ),
            )
        return cursor.rowcount > 0

    def find(self, key: str) -> Goal | None:
        """The goal with that id."""
        row = self._db.row(f"{_GOALS} WHERE id = ?", (key,))
        return _goal(row) if row else None

    def all(self) -> tuple[Goal, ...]:
        """Every goal, closed ones too, the next deadline first."""
        return tuple(map(_goal, self._db.rows(f"{_GOALS} ORDER BY deadline, id")))

    def open_on(self, day: date, *, brand: str) -> tuple[Goal, ...]:
        """The goals of *brand* that had begun by *day* and were not closed yet, as they were then.

        The next deadline first.
        """
        rows = self._db.rows(
            f"{_GOALS} WHERE brand = ? AND started_on <= ? AND coalesce(closed_on, '9999') > ?"
            " ORDER BY deadline, id",
            (brand, day.isoformat(), day.isoformat()),
        )
        return tuple(_goal({**row, "closed_on": None}) for row in rows)

    def close(self, key: str, *, on: date, at: datetime) -> bool:
        """Closes the goal; False where it was closed before, which stays as it was."""
        with self._db.tx():
            cursor = self._db.execute(
                "UPDATE goals SET closed_on = ?, closed_at = ? WHERE id = ? AND closed_on IS NULL",
                (on.isoformat(), at.isoformat(), key),
            )
        return cursor.rowcount > 0

    def measure(self, measure: Measure, *, at: datetime) -> bool:
        """Keeps a figure; False where it is the one that already holds for that day.

        Another one for the same day holds from now on, and the old one is kept beside it.
        """
        with self._db.tx():
            row = self._db.row(
                "SELECT value FROM goal_measures WHERE goal = ? AND measured_on = ?"
                " ORDER BY id DESC LIMIT 1",
                (measure.goal, measure.measured_on.isoformat()),
            )
            if row and row["value"] == measure.value:
                return False
            self._db.execute(
                "INSERT INTO goal_measures (goal, measured_on, value, recorded_at)"
                " VALUES (?, ?, ?, ?)",
                (measure.goal, measure.measured_on.isoformat(), measure.value, at.isoformat()),
            )
        return True

    def measures(self, key: str) -> tuple[Measure, ...]:
        """The figure that holds for each day of that goal, by day."""
        rows = self._db.rows(
            "SELECT goal, measured_on, value FROM goal_measures WHERE id IN"
            " (SELECT max(id) FROM goal_measures WHERE goal = ? GROUP BY measured_on)"
            " ORDER BY measured_on",
            (key,),
        )
        return tuple(
            Measure(**{**row, "measured_on": date.fromisoformat(row["measured_on"])})
            for row in rows
        )


def _goal(row: dict[str, Any]) -> Goal:
    days = {
        name: date.fromisoformat(row[name]) if row[name] else None
        for name in ("started_on", "deadline", "closed_on")
    }
    return Goal(**{**row, **days})
