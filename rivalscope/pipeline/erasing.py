"""Forgets for good what somebody asked to be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.storage import existing, writing

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


def find_reviews(settings: Settings, wanted: Wanted) -> tuple[StoredReview, ...]:
    """The stored reviews that are meant."""
    with existing(settings.database) as store:
        keys = store.privacy.matching(
            review=wanted.review, url=wanted.url, author=wanted.author, text=wanted.text
        )
        found = [store.reviews.find(key) for key in keys]
    return tuple(one for one in found if one)


def erase(settings: Settings, wanted: Wanted) -> Erasure:
    """Erases the reviews that are meant, copies on other sites included, so that they stay erased.

    An author who is named is not kept again either, under that name, whether or not anything was
    found.
    """
    found = find_reviews(settings, wanted)
    with writing(settings.database), existing(settings.database) as store:
        if wanted.author:
            store.privacy.suppress_author(wanted.author, at=clock.now())
        erased = store.privacy.erase([one.id for one in found], at=clock.now())
    return Erasure(erased=erased, reports=_reports_with(erased.reviews, settings.reports))


def _reports_with(reviews: Sequence[str], folder: Path) -> tuple[Path, ...]:
    return tuple(
        file.parent
        for file in sorted(folder.glob("*/*.json"))
        if any(key in file.read_text(encoding="utf-8") for key in reviews)
    )
