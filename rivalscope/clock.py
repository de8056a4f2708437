"""The only place that asks what time it is."""

from datetime import UTC, date, datetime


def now() -> datetime:
    """The current moment, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """The current UTC day."""
    return now().date()
