"""Tables of what has yet to be told: notices, messages that wait, and whose words they quote."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeAlias

from rivalscope.models import Message, Notice, Queue
from rivalscope.storage.incidents import incident_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from rivalscope.models import QueuedQuote
    from rivalscope.storage.database import Database

#: A message that was delivered, as a row of its own table.
Sent: TypeAlias = tuple[object, ...]

_WEB = ("http://", "https://")
#: All but the content, which is empty of what was sent.
_COLUMNS = "id, message_id, channel, created_at, attempts, due_at, problem, sent_at, sent_by"
SENT = f"SELECT {_COLUMNS} FROM outbox WHERE sent_at IS NOT NULL"
_ADOPT = f"""
INSERT INTO outbox ({_COLUMNS}, content)
VALUES ({", ".join("?" * len(_COLUMNS.split(", ")))}, '')
ON CONFLICT (id) DO UPDATE SET sent_at = excluded.sent_at, sent_by = excluded.sent_by,
    attempts = excluded.attempts, problem = excluded.problem, content = excluded.content
WHERE sent_at IS NULL
"""
_NOTICES = """
SELECT n.event, n.urgent, e.what, i.* FROM notices n
JOIN incident_events e ON e.id = n.event JOIN incidents i ON i.id = e.incident
WHERE n.channel = ? AND n.message IS NULL ORDER BY n.event
"""
_QUOTES = """
SELECT q.incident, q.quote AS text, r.published_on, r.platform, u.language,
    coalesce(r.url, r.page_url) AS url
FROM outbox_quotes q JOIN reviews r ON r.id = q.review
LEFT JOIN understandings u ON u.review = r.id
WHERE q.message = ? ORDER BY q.incident, q.place
"""
#: Of what waits; NULL stands for all channels.
_OF_CHANNELS = """
sent_at IS NULL AND (:channels IS NULL OR channel IN (SELECT value FROM json_each(:channels)))
"""
_STRANDED = """
sent_at IS NULL AND problem IS NOT :problem
    AND channel NOT IN (SELECT value FROM json_each(:channels))
"""
_QUEUES = """
SELECT channel, count(*) AS waiting, min(created_at) AS since, max(attempts) AS attempts,
    (SELECT problem FROM outbox AS this WHERE this.channel = outbox.channel
     AND sent_at IS NULL AND problem IS NOT NULL ORDER BY due_at DESC, id LIMIT 1) AS problem
FROM outbox WHERE sent_at IS NULL GROUP BY channel ORDER BY channel
"""


class Outbox:
    """What one database has yet to tell."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def notify(self, event: int, *, channel: str, urgent: bool) -> None:
        """The channel is to be told of the event."""
        with self._db.tx():
            self._db.execute(
                "INSERT INTO notices (event, channel, urgent) VALUES (?, ?, ?)",
                (event, channel, int(urgent)),
            )

    def notices(self, channel: str) -> tuple[Notice, ...]:
        """What the channel has yet to be told and stands in no message, oldest first."""
        return tuple(
            Notice(
                event=row["event"],
                what=row["what"],
                incident=incident_of(row),
                urgent=bool(row["urgent"]),
            )
            for row in self._db.rows(_NOTICES, (channel,))
        )

    def find_period(self, channel: str) -> str | None:
        """The day, week or month of the channel's last digest."""
        row = self._db.row("SELECT period FROM digests WHERE channel = ?", (channel,))
        return row["period"] if row else None

    def save_period(self, channel: str, period: str) -> None:
        """The channel has had its digest of that day, week or month."""
        with self._db.tx():
            self._db.execute(
                "INSERT OR REPLACE INTO digests (channel, period) VALUES (?, ?)", (channel, period)
            )

    def put(
        self, message: Message, *, notices: Iterable[Notice], quotes: Iterable[QueuedQuote]
    ) -> None:
        """Keeps a message until it was delivered; the notices stand in it.

        One that is known is not told again.
        """
        at = message.created_at.isoformat()
        with self._db.tx():
            is_new = not self.knows(message.id)
            self._db.execute(
                "INSERT INTO outbox (id, message_id, channel, created_at, content, due_at)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                (
                    message.id,
                    message.message_id,
                    message.channel,
                    at,
                    json.dumps(dict(message.content), ensure_ascii=False),
                    at,
                ),
            )
            self._db.execute_many(
                "UPDATE notices SET message = ? WHERE event = ? AND channel = ?",
                [(message.id, notice.event, message.channel) for notice in notices],
            )
            self._db.execute_many(
                "INSERT INTO outbox_quotes (message, incident, place, review, quote)"
                " VALUES (?, ?, ?, ?, ?)",
                [
                    (message.id, one.incident, one.place, one.review, one.quote)
                    for one in (quotes if is_new else ())
                ],
            )

    def knows(self, key: str) -> bool:
        """Whether there is a message of that id, delivered or not."""
        return self._db.row("SELECT 1 FROM outbox WHERE id = ?", (key,)) is not None

    def due(
        self, at: datetime, *, channels: Collection[str] | None = None, most: int | None = None
    ) -> tuple[Message, ...]:
        """What may be tried now, of all or these channels: least failed first, oldest first.

        *most*: of more than that nothing is read; None for all.
        """
        rows = self._db.rows(
            f"SELECT * FROM outbox WHERE due_at <= :at AND {_OF_CHANNELS}"
            " ORDER BY attempts, created_at, id LIMIT :most",
            {
                "at": at.isoformat(),
                "channels": _listed(channels),
                "most": -1 if most is None else most,
            },
        )
        return tuple(self._message(row) for row in rows)

    def find_next_due(self, *, channels: Collection[str] | None = None) -> datetime | None:
        """When the next message may be tried, of all or these channels; None where none waits."""
        row = self._db.row(
            f"SELECT min(due_at) AS at FROM outbox WHERE {_OF_CHANNELS}",
            {"channels": _listed(channels)},
        )
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def note_stranded(self, channels: Collection[str], *, problem: str) -> None:
        """Says of what waits for any channel but these why it is not tried."""
        values: dict[str, object] = {"channels": _listed(channels), "problem": problem}
        if self._db.row(f"SELECT 1 FROM outbox WHERE {_STRANDED}", values):
            with self._db.tx():
                self._db.execute(f"UPDATE outbox SET problem = :problem WHERE {_STRANDED}", values)

    def drop(self, channel: str) -> int:
        """Forgets all that a channel has yet to be told; says how many messages waited."""
        with self._db.tx():
            dropped = self._db.execute(
                "DELETE FROM outbox WHERE sent_at IS NULL AND channel = ?", (channel,)
            ).rowcount
            self._db.execute(
                "DELETE FROM notices WHERE message IS NULL AND channel = ?", (channel,)
            )
        return dropped

    def mark_sent(
        self, message: Message, *, by: str, at: datetime, note: str | None = None
    ) -> None:
        """The channel *by* took the message; what it said is not kept, nor anybody's words.

        *note*: what was not quite well about it.
        """
        with self._db.tx():
            self._db.execute(
                "UPDATE outbox SET sent_at = ?, sent_by = ?, problem = ?, content = ''"
                " WHERE id = ?",
                (at.isoformat(), by, note, message.id),
            )
            self._db.execute("DELETE FROM outbox_quotes WHERE message = ?", (message.id,))

    def mark_failed(self, message: Message, *, problem: str, due_at: datetime) -> None:
        """The message was not taken, and waits until *due_at*."""
        with self._db.tx():
            self._db.execute(
                "UPDATE outbox SET attempts = ?, problem = ?, due_at = ? WHERE id = ?",
                (message.attempts + 1, problem, due_at.isoformat(), message.id),
            )

    def adopt(self, sent: Sequence[Sent]) -> None:
        """Takes over what was delivered from another database of this market."""
        with self._db.tx():
            self._db.execute_many(_ADOPT, sent)
            self._db.execute(
                "DELETE FROM outbox_quotes WHERE message IN"
                " (SELECT id FROM outbox WHERE sent_at IS NOT NULL)"
            )

    def queues(self) -> tuple[Queue, ...]:
        """What waits, by channel; those on which nothing waits are absent."""
        return tuple(
            Queue(**row | {"since": datetime.fromisoformat(row["since"])})
            for row in self._db.rows(_QUEUES)
        )

    def _message(self, row: dict[str, Any]) -> Message:
        content = json.loads(row["content"])
        quotes: dict[int, list[dict[str, Any]]] = {}
        for quote in self._db.rows(_QUOTES, (row["id"],)):
            # of an import it is a place on our own disk
            quote["url"] = quote["url"] if quote["url"].startswith(_WEB) else None
            quotes.setdefault(quote.pop("incident"), []).append(quote)
        for entry in content["incidents"]:
            entry["quotes"] = quotes.get(entry["id"], [])
        return Message(
            id=row["id"],
            message_id=row["message_id"],
            channel=row["channel"],
            created_at=datetime.fromisoformat(row["created_at"]),
            content=content,
            attempts=row["attempts"],
        )


def _listed(channels: Collection[str] | None) -> str | None:
    return None if channels is None else json.dumps(sorted(channels))
