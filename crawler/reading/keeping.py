"""The way of a page that was read and cleaned into the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from crawler.reading.cleaning import CleanPage
    from rivalscope.models import Source
    from rivalscope.storage import Saved, Store


def keep_page(clean: CleanPage, *, source: Source, store: Store, run: int) -> Saved:
    """Keeps the page and what the source is watched for; doing it twice leaves one row each.

    Reviews that somebody asked to be forgotten never reach the database, nor does a page that
    holds one.
    """
    with store.tx():
        rows = store.privacy.admitted(clean.rows)
        page = clean.page if len(rows) == len(clean.rows) else clean.bare
        store.pages.save(page, source=source, run=run)
        if clean.rating:
            store.sites.save_rating(clean.rating, source=source, snapshot=page)
        if source.kind == "faq":
            return store.sites.save_faq(clean.faq, source=source, snapshot=page)
        if source.kind == "site":
            return store.sites.save_signals(clean.signals, source=source, snapshot=page)
        saved = store.reviews.save_rows(rows, at=page.fetched_at)
        return replace(saved, refused=len(clean.rows) - len(rows))
