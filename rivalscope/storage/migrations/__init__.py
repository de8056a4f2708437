"""The schema, as the steps that led to it; a step once released is never edited."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from sqlite_utils.migrations import Migrations

from rivalscope.storage.migrations import (
    m0001_first_schema,
    m0002_crawl_ledger,
    m0003_learning,
    m0004_corrections,
    m0005_proxies,
    m0006_languages_of_sources,
    m0007_returns,
    m0008_goals,
    m0009_daily_counts,
    m0010_delivery,
    m0011_jobs,
    m0012_alert_kinds,
    m0013_counts_in_lists,
    m0014_advice_as_corrected,
    m0015_judged_nights,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

migrations = Migrations("rivalscope")


@migrations()
def first_schema(db: Database) -> None:
    """Pages, what they said, what it means."""
    _run(db, m0001_first_schema.SQL)


@migrations()
def crawl_ledger(db: Database) -> None:
    """What changed, went, came back or was erased; how each source is; what pages looked like."""
    _run(db, m0002_crawl_ledger.SQL)


@migrations()
def learning(db: Database) -> None:
    """Who decided a text's sentiment, and what was learned from stars."""
    _run(db, m0003_learning.SQL)


@migrations()
def corrections(db: Database) -> None:
    """What people said of mentions."""
    _run(db, m0004_corrections.SQL)


@migrations()
def proxies(db: Database) -> None:
    """Effort, named rivals, and by which phrases a review was searched for them."""
    _run(db, m0005_proxies.SQL)


@migrations()
def languages_of_sources(db: Database) -> None:
    """In which language of its source a text was read that tells none itself."""
    _run(db, m0006_languages_of_sources.SQL)


@migrations()
def returns(db: Database) -> None:
    """Since when an answer or a signal that had been gone stands there again."""
    _run(db, m0007_returns.SQL)


@migrations()
def goals(db: Database) -> None:
    """What was promised, and the figures that only the user knows."""
    _run(db, m0008_goals.SQL)


@migrations()
def daily_counts(db: Database) -> None:
    """Counts by published day, and what the ledger lacked to tell what was known when."""
    _run(db, m0009_daily_counts.SQL)


@migrations()
def delivery(db: Database) -> None:
    """Incidents with a life, and messages that wait until they are delivered."""
    _run(db, m0010_delivery.SQL)


@migrations()
def jobs(db: Database) -> None:
    """What ran by itself."""
    _run(db, m0011_jobs.SQL)


@migrations()
def alert_kinds(db: Database) -> None:
    """More kinds of incidents, and counts of the reviews whose date tells the day."""
    _run(db, m0012_alert_kinds.SQL)


@migrations()
def counts_in_lists(db: Database) -> None:
    """Of a day, a place and a language one row of counts."""
    _run(db, m0013_counts_in_lists.SQL)


@migrations()
def advice_as_corrected(db: Database) -> None:
    """Days whose advice people judged are counted anew."""
    _run(db, m0014_advice_as_corrected.SQL)


@migrations()
def judged_nights(db: Database) -> None:
    """Which nights were judged; of messages that were sent, no more than that they were."""
    _run(db, m0015_judged_nights.SQL)


def _run(db: Database, script: str) -> None:
    """Each statement inside the transaction around; ``executescript`` would commit that first."""
    for statement in _statements(script):
        db.conn.execute(statement)


def _statements(script: str) -> Iterator[str]:
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
