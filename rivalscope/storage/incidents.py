"""Tables of the incidents, of what happened to them, and of the nights that were judged."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rivalscope.models import Incident, IncidentEvent

if TYPE_CHECKING:
    from rivalscope.storage.database import Database

_DAYS = (
    "first_on",
    "opened_on",
    "last_on",
    "closed_on",
    "told_on",
    "snoozed_until",
    "acknowledged_on",
)
_LATEST = "SELECT max(id) FROM incidents GROUP BY fingerprint"


class Incidents:
    """The incidents of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def latest(self) -> tuple[Incident, ...]:
        """Of each fingerprint the incident that came last, closed or not."""
        rows = self._db.rows(f"SELECT * FROM incidents WHERE id IN ({_LATEST}) ORDER BY id")
        return tuple(map(incident_of, rows))

    def all(self) -> tuple[Incident, ...]:
        """Every incident, the one that was seen last first."""
        rows = self._db.rows("SELECT * FROM incidents ORDER BY last_on DESC, id DESC")
        return tuple(map(incident_of, rows))

    def find(self, key: int) -> Incident | None:
        """The incident of that id."""
        row = self._db.row("SELECT * FROM incidents WHERE id = ?", (key,))
        return incident_of(row) if row else None

    def judged_until(self, limit: date) -> date | None:
        """The latest night up to *limit* that was judged; None where none was."""
        row = self._db.row(
            "SELECT max(night) AS night FROM judged_nights WHERE night <= ?", (limit.isoformat(),)
        )
        return date.fromisoformat(row["night"]) if row and row["night"] else None

    def save_judged(self, night: date) -> None:
        """The night was judged, whatever was seen on it."""
        with self._db.tx():
            self._db.execute(
                "INSERT OR IGNORE INTO judged_nights (night) VALUES (?)", (night.isoformat(),)
            )

    def save(self, incident: Incident) -> Incident:
        """Keeps the incident as it is now; gives it with its id."""
        row: dict[str, object] = {**asdict(incident), "fingerprint": incident.fingerprint}
        row |= {name: day.isoformat() for name in _DAYS if (day := getattr(incident, name))}
        row["facts"] = json.dumps(dict(incident.facts), ensure_ascii=False, sort_keys=True)
        row["id"] = incident.id or None
        columns, marks = ", ".join(row), ", ".join("?" for _ in row)
        updates = ", ".join(f"{name} = excluded.{name}" for name in row if name != "id")
        with self._db.tx():
            cursor = self._db.execute(
                f"INSERT INTO incidents ({columns}) VALUES ({marks})"
                f" ON CONFLICT (id) DO UPDATE SET {updates}",
                tuple(row.values()),
            )
        return incident if incident.id else replace(incident, id=int(cursor.lastrowid or 0))

    def record(self, key: int, event: IncidentEvent) -> int:
        """Adds a line to the history of the incident *key*; gives the line's id."""
        with self._db.tx():
            cursor = self._db.execute(
                'INSERT INTO incident_events (incident, what, "on", at, who, note)'
                " VALUES (?, ?, ?, ?, ?, ?)",
                (
                    key,
                    event.what,
                    event.on.isoformat(),
                    event.at.isoformat(),
                    event.who,
                    event.note,
                ),
            )
        return int(cursor.lastrowid or 0)

    def history(self, key: int) -> tuple[IncidentEvent, ...]:
        """What happened to the incident *key*, oldest first."""
        rows = self._db.rows(
            'SELECT what, "on", at, who, note FROM incident_events WHERE incident = ? ORDER BY id',
            (key,),
        )
        return tuple(
            IncidentEvent(
                **row
                | {
                    "on": date.fromisoformat(row["on"]),
                    "at": datetime.fromisoformat(row["at"]),
                }
            )
            for row in rows
        )

    def changed_at(self) -> dict[int, datetime]:
        """Incident -> when anything last happened to it."""
        rows = self._db.rows("SELECT incident, max(at) AS at FROM incident_events GROUP BY 1")
        return {row["incident"]: datetime.fromisoformat(row["at"]) for row in rows}


def incident_of(row: dict[str, Any]) -> Incident:
    """A row of the incidents, among whatever else it holds."""
    values = {name: row[name] for name in Incident.__dataclass_fields__}
    values |= {name: date.fromisoformat(row[name]) for name in _DAYS if row[name]}
    return Incident(**values | {"facts": json.loads(row["facts"])})
