"""Pages as they were fetched on earlier days, put into a market of which nothing is known yet."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from crawler.extract import read_page
from crawler.reading.cleaning import ReadPage, cleaned
from crawler.reading.keeping import keep_page
from rivalscope.storage import SourceRun, Store, writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rivalscope.models import Snapshot, Source
    from rivalscope.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The one page of a source on one day."""

    source: Source
    snapshot: Snapshot


def remember(settings: Settings, visits: Sequence[Visit]) -> None:
    """Keeps *visits* as the crawls of their moments would have, the oldest first.

    All of them or none, and none where anything was ever collected: what is known already can't be
    given a past.
    """
    with writing(settings.database), Store(settings.database) as store, store.tx():
        if store.runs.find_latest() is None:
            ordered = sorted(visits, key=lambda visit: visit.snapshot.fetched_at)
            for _, night in groupby(ordered, key=lambda visit: visit.snapshot.fetched_at):
                _keep(store, tuple(night))


def _keep(store: Store, night: Sequence[Visit]) -> None:
    at = night[0].snapshot.fetched_at
    run = store.runs.start("crawl", at=at)
    for visit in night:
        _keep_visit(store, visit, run=run)
    store.runs.finish(run, at=at)


def _keep_visit(store: Store, visit: Visit, *, run: int) -> None:
    source, snapshot = visit.source, visit.snapshot
    reading = read_page(snapshot, language=source.language, kind=source.kind)
    page = ReadPage(snapshot=snapshot, reading=reading)
    clean = cleaned(page, source=source, authors=store.privacy.authors)
    saved = keep_page(clean, source=source, store=store, run=run)
    store.presence.mark_seen(source, saved.keys, at=snapshot.fetched_at)
    missing, _ = store.presence.missing(source, seen=saved.keys)
    gone = store.presence.mark_missing(source, missing, at=snapshot.fetched_at)
    ended = SourceRun.of(
        source,
        state="ok",
        pages=1,
        requests=1,
        read=saved.read,
        new=saved.new,
        changed=saved.changed,
        gone=gone,
        first_page=saved.read,
        complete=True,
    )
    store.runs.save_source(run, ended, at=snapshot.fetched_at)


def visits_of(sources: Iterable[Source], snapshots: Iterable[Snapshot]) -> tuple[Visit, ...]:
    """Each snapshot with the source that it is the page of; others are left out."""
    by_url = {source.url: source for source in sources}
    return tuple(
        Visit(source=by_url[snapshot.url], snapshot=snapshot)
        for snapshot in snapshots
        if snapshot.url in by_url
    )
