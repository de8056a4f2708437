"""Table of the incidents: a spike is told once, however often it is seen."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rivalscope.storage.database import Database

#: A spike that comes back within this many days is the same one.
SAME_INCIDENT_DAYS = 14


class Incidents:
    """The incidents of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def record(self, *, rule: str, brand: str, theme: str, on: date) -> tuple[date, bool]:
        """When the incident opened, and whether it is new; repeating the call changes nothing."""
        near = (on - timedelta(days=SAME_INCIDENT_DAYS)).isoformat()
        with self._db.tx():
            row = self._db.row(
                "SELECT opened_on, last_on FROM incidents"
                " WHERE rule = ? AND brand = ? AND theme = ? AND last_on >= ?"
                " AND opened_on <= ? ORDER BY opened_on DESC LIMIT 1",
                (rule, brand, theme, near, on.isoformat()),
            )
            if row is None:
                self._db.execute(
                    "INSERT INTO incidents (rule, brand, theme, opened_on, last_on)"
                    " VALUES (?, ?, ?, ?, ?)",
                    (rule, brand, theme, on.isoformat(), on.isoformat()),
                )
                return on, True
            if row["last_on"] < on.isoformat():
                self._db.execute(
                    "UPDATE incidents SET last_on = ? WHERE rule = ? AND brand = ? AND theme = ?"
                    " AND opened_on = ?",
                    (on.isoformat(), rule, brand, theme, row["opened_on"]),
                )
            return date.fromisoformat(row["opened_on"]), False
