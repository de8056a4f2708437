"""Stage 1: sources and files into the store."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.imports import is_table, read_saved_page, snapshot_of_file
from crawler.reading.cleaning import ReadPage, cleaned
from crawler.reading.keeping import keep_page
from crawler.runs.child import crawling
from crawler.tables import parse_mapping, read_table
from rivalscope import clock
from rivalscope.errors import CrawlError, UsageError
from rivalscope.logs import bind, facts
from rivalscope.models import Brand, DateOrder, PageReading, Source
from rivalscope.plurals import counted
from rivalscope.settings import brand_called
from rivalscope.storage import Saved, SourceRun, Store, writing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from crawler.tables import Table
    from rivalscope.models import Review, Snapshot
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import Settings

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """What a person says of the files they import."""

    brand: Brand | None
    """None where a column names it."""
    platform: str
    mapping: str | None
    """``field=column,...`` for tables; None for saved pages and where the header tells it."""
    language: str | None
    date_order: DateOrder | None
    sheet: str | None = None
    """Name of a workbook's sheet; None takes the first that holds anything."""


def crawl(
    settings: Settings, *, brands: Sequence[Brand], watch: Watch, log_level: str
) -> tuple[SourceRun, ...]:
    """Fetches the sources of *brands*; gives how each of them ended.

    Raises UsageError where there is nothing to crawl or nobody to write to about it.
    """
    sources = [source for brand in brands for source in brand.sources if source.url]
    if not sources:
        message = f"{settings.path}: no source with a url: add one, or use `rivalscope import`"
        raise UsageError(message)
    if settings.contact_url is None:
        message = (
            f"{settings.path}: crawl.contact_url is missing: sites must be able to see who reads"
            " them; name a page that says who you are"
        )
        raise UsageError(message)
    with writing(settings.database), Store(settings.database) as store:
        run = store.runs.start("crawl", at=clock.now())
        bind(run=run)  # for all that follows: what a night makes of it belongs to this run
        _LOG.info("crawl begins", extra=facts(sources=len(sources)))
        watch.stage("crawl", len(sources))
        steps = crawling(
            sources, settings=settings, database=settings.database, run=run, log_level=log_level
        )
        reason = "its spider did not finish"
        try:
            for step in steps:
                note = f"{step.source}: {step.pages} pages, {step.read} entries"
                watch.step(note, advance=int(step.state is not None))
                if step.state:
                    watch.say(f"{step.state:8}{note}")
        except CrawlError as error:
            # the night goes on with what was read; the sources that were not are told as missed
            _LOG.error("crawl failed", extra=facts(problem=str(error)))
            watch.say(str(error))
            reason = str(error).splitlines()[0]
        _record_silent(store, run, sources, reason=reason)
        store.runs.finish(run, at=clock.now())
        return store.runs.of_run(run)


def import_files(
    settings: Settings, files: Sequence[Path], *, plan: ImportPlan, watch: Watch
) -> tuple[SourceRun, ...]:
    """Puts saved pages or tables into the store; gives what came of it per brand.

    Raises UsageError for a file that can't be read as what the plan says, before any of them is
    saved.
    """
    loads = [load for file in files for load in _loads(settings, file, plan=plan)]
    with writing(settings.database), Store(settings.database) as store:
        run = store.runs.start("import", at=clock.now())
        bind(run=run)
        watch.stage("import", len(loads))
        kept: dict[Source, list[tuple[_Load, Saved]]] = {}
        for load in loads:
            page = ReadPage(snapshot=load.snapshot, reading=PageReading(reviews=load.reviews))
            clean = cleaned(page, source=load.source, authors=store.privacy.authors)
            saved = keep_page(clean, source=load.source, store=store, run=run)
            kept.setdefault(load.source, []).append((load, saved))
            watch.step(f"{load.source.key}: {saved.read} reviews")
        for source, loads_kept in kept.items():
            ended = _ended(source, loads_kept)
            store.runs.save_source(run, ended, at=clock.now())
            _LOG.info(
                "imported",
                extra=facts(
                    source=f"{ended.brand}/{ended.source}",
                    read=ended.read,
                    new=ended.new,
                    changed=ended.changed,
                ),
            )
        store.runs.finish(run, at=clock.now())
        return store.runs.of_run(run)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Load:
    """What one file says of one brand."""

    source: Source
    snapshot: Snapshot
    reviews: tuple[Review, ...]
    notes: tuple[str, ...] = ()


def _loads(settings: Settings, file: Path, *, plan: ImportPlan) -> Iterator[_Load]:
    snapshot = snapshot_of_file(file)
    if plan.mapping is None and not is_table(file):
        if plan.brand is None:
            message = f"{file}: whose reviews are these? say --brand NAME"
            raise UsageError(message)
        source = _source_of(plan.brand, plan)
        reading = read_saved_page(snapshot, source=source, name=str(file))
        yield _Load(source=source, snapshot=snapshot, reviews=reading.reviews)
        return
    mapping = parse_mapping(plan.mapping) if plan.mapping is not None else None
    table = read_table(
        snapshot, mapping=mapping, date_order=plan.date_order, sheet=plan.sheet, name=str(file)
    )
    if plan.brand is None and "brand" not in table.mapping:
        message = f"{file}: whose reviews are these? map brand=COLUMN, or say --brand NAME"
        raise UsageError(message)
    for brand, reviews in _by_brand(settings, table, plan=plan, name=str(file)).items():
        yield _Load(
            source=_source_of(brand, plan),
            snapshot=table.snapshot,
            reviews=tuple(reviews),
            notes=table.notes,
        )


def _by_brand(
    settings: Settings, table: Table, *, plan: ImportPlan, name: str
) -> Mapping[Brand, list[Review]]:
    found: dict[Brand, list[Review]] = {}
    strangers: dict[str, int] = {}
    for written, review in table.rows:
        brand = plan.brand or brand_called(settings, written or "")
        if brand:
            found.setdefault(brand, []).append(review)
        else:
            strangers[written or ""] = strangers.get(written or "", 0) + 1
    if strangers:
        names = ", ".join(
            f"{brand!r} ({counted(count, 'row')})" for brand, count in sorted(strangers.items())
        )
        message = (
            f"{name}: brands that {settings.path} does not know: {names}:"
            " add them (or an alias), or say --brand NAME for the whole file"
        )
        raise UsageError(message)
    return found


def _ended(source: Source, kept: Sequence[tuple[_Load, Saved]]) -> SourceRun:
    """What all files came to that hold reviews of that source."""
    total = sum((saved for _, saved in kept), start=Saved())
    notes = dict.fromkeys(note for load, _ in kept for note in load.notes)
    if total.refused:
        count = counted(total.refused, "review")
        notes[f"{count} of {source.brand} left out: erased, or by an erased author"] = None
    return SourceRun.of(
        source,
        state="imported",
        reason="; ".join(notes) or None,
        pages=len(kept),
        read=total.read,
        new=total.new,
        changed=total.changed,
    )


def _source_of(brand: Brand, plan: ImportPlan) -> Source:
    """Where imported reviews live: beside the crawled sources of their platform, never in them."""
    return Source(
        brand=brand.slug,
        id=f"import-{plan.platform}",
        platform=plan.platform,
        kind="reviews",
        url=None,
        language=plan.language,
        date_order=plan.date_order,
    )


def _record_silent(store: Store, run: int, sources: Sequence[Source], *, reason: str) -> None:
    """A source whose spider never came to an end was missed, and must not look merely unchanged."""
    ended = {(one.brand, one.source) for one in store.runs.of_run(run)}
    for source in sources:
        if (source.brand, source.id) not in ended:
            silent = SourceRun.of(source, state="missed", reason=reason)
            store.runs.save_source(run, silent, at=clock.now())
            _LOG.warning("source missed", extra=facts(source=source.key, reason=reason))
