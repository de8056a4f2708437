"""Forgets for good what somebody asked to be forgotten."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.pipeline.reports import report_folders
from rivalscope.storage import (
    delete_copy,
    existing,
    find_backups,
    find_replaced,
    find_unfinished,
    search_copy,
    writing,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rivalscope.settings import Settings
    from rivalscope.storage import Erased, StoredReview


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which reviews are meant; all that is said must hold."""

    review: str | None = None
    """Id, as reports print it."""
    url: str | None = None
    """Permanent link of the one review."""
    author: str | None = None
    """Name as the site prints it."""
    text: str | None = None
    """Words that stand in the title, the text or the reply, exactly so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Erasure:
    """What was erased, and where it may still be read."""

    erased: Erased
    reports: tuple[Path, ...]
    """Folders of reports already written that speak of one of the reviews."""
    copies: tuple[Path, ...]
    """Backups and replaced databases, whole or not, that still hold one of them."""


def find_reviews(settings: Settings, wanted: Wanted) -> tuple[StoredReview, ...]:
    """The stored reviews that are meant."""
    with existing(settings.database) as store:
        keys = store.privacy.matching(**asdict(wanted))
        found = [store.reviews.find(key) for key in keys]
    return tuple(one for one in found if one)


def are_in_copies(settings: Settings, wanted: Wanted) -> bool:
    """Whether a copy of the database has reviews that are meant, such as retention removed here."""
    return any(search_copy(path, **asdict(wanted)) for path in _copies(settings))


def erase(
    settings: Settings, wanted: Wanted, *, found: Sequence[StoredReview] | None = None
) -> Erasure:
    """Erases the reviews that are meant, copies on other sites included, so that they stay erased.

    An author who is named is not kept again either, under that name, whether or not anything was
    found. Reviews that were *found* and shown before are not looked for again.
    """
    shown = find_reviews(settings, wanted) if found is None else found
    in_copies = {
        key for path in _copies(settings) for key in search_copy(path, **asdict(wanted)) or ()
    }
    meant = sorted({*in_copies, *(one.id for one in shown)})
    with writing(settings.database), existing(settings.database) as store:
        if wanted.author:
            store.privacy.suppress_author(wanted.author, at=clock.now())
        erased = store.privacy.erase(meant, at=clock.now())
    gone = sorted({*meant, *erased.reviews})
    return Erasure(
        erased=erased,
        reports=report_folders.speaking_of(gone, settings.reports),
        copies=tuple(path for path in _copies(settings) if _may_hold(path, gone)),
    )


def delete_elsewhere(erasure: Erasure) -> None:
    """Deletes the reports and the copies of the database that still hold what was erased.

    Of a report's folder only files that we write; the folder too where nothing else is in it.
    """
    for path in erasure.copies:
        delete_copy(path)
    for folder in erasure.reports:
        report_folders.delete(folder)


def _copies(settings: Settings) -> tuple[Path, ...]:
    """Backups and replaced databases, and what is left of those that were not finished."""
    database, folder = settings.database, settings.backups
    return (
        *(one.path for one in (*find_backups(database, folder), *find_replaced(database))),
        *find_unfinished(database, folder),
    )


def _may_hold(path: Path, ids: Sequence[str]) -> bool:
    return search_copy(path, ids=ids, **asdict(Wanted())) != ()
