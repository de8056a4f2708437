"""Stage 3: the report of a day, built and written where people look for it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.errors import UsageError
from rivalscope.pipeline.reports import report_folders
from rivalscope.pipeline.reports.assembling import assemble
from rivalscope.pipeline.reports.rewinding import rewind
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.pipeline.understanding.proxying import waiting_for_proxies
from rivalscope.reports.renderers import ON_DEMAND, RENDERERS
from rivalscope.settings import load_playbook
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from pathlib import Path

    from rivalscope.models import Brand, Report
    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def build_report(
    settings: Settings,
    *,
    as_of: date,
    brand: Brand | None = None,
    known_at: datetime | None = None,
) -> Report:
    """What is known of the market up to *as_of*, from what has been analyzed so far.

    Written for *brand* as if it were us; for us where there is none. *known_at*: only what had been
    seen by then, rebuilt from the ledger and counted anew, which takes as long as the market is
    large; None for now.

    Raises UsageError where reviews were collected and none of them was analyzed.
    """
    knowledge = knowledge_of(settings)
    is_ours = brand is None or brand.slug == settings.us.slug
    with existing(settings.database) as store:
        if known_at:
            rewind(settings, store, at=known_at, knowledge=knowledge)
        _check_analyzed(store)
        report = assemble(
            settings if brand is None else settings.seen_by(brand),
            store,
            as_of=as_of,
            knowledge=knowledge,
            playbook=load_playbook(own=settings.path.parent, language=settings.report_language),
        )
    return replace(report, is_ours=is_ours)


def _check_analyzed(store: Store) -> None:
    """A report that speaks of no review must not look like one of a market without any."""
    collected = store.reviews.count()
    if collected and store.understandings.are_none():
        are = "review is" if collected == 1 else "reviews are"
        message = f"{collected:,} {are} not analyzed yet: `rivalscope analyze` first"
        raise UsageError(message)


def waiting_texts(settings: Settings) -> int:
    """How many collected texts no report can speak of yet, for want of analysis."""
    version = knowledge_of(settings).version
    with existing(settings.database) as store:
        not_understood = len(store.reviews.to_understand(version))
        return max(not_understood, waiting_for_proxies(settings, store))


def write_report(
    report: Report, folder: Path, *, also: Collection[str] = (), known_at: datetime | None = None
) -> tuple[Path, ...]:
    """Writes every format to ``DATE/`` and ``latest/`` of *folder*; gives the paths of the latest.

    A report of what was known earlier is not the latest: it has a folder of its own. One for
    another brand goes to ``for-BRAND/`` in each of them. *also* names formats on demand, such as
    ``report.pdf``; those not named are removed, so that no file is of another report. All are
    rendered before the first is written, and each file is whole at any moment, also after a power
    cut: it is written beside its place, brought to the disk and moved there. What a killed process
    left of that is deleted.
    """
    wanted = {**RENDERERS, **{name: ON_DEMAND[name] for name in also}}
    files = {name: render(report) for name, render in wanted.items()}
    day = report.as_of.isoformat()
    outer = (f"{day}-known-at-{known_at:%Y%m%dT%H%M%SZ}",) if known_at else (day, "latest")
    inner = "" if report.is_ours else f"{report_folders.FOR}{report.us}"
    places = [folder / name / inner for name in outer]
    for place in places:
        place.mkdir(parents=True, exist_ok=True)
        report_folders.clean(place, now=clock.now())
        for name, content in files.items():
            _replace(place / name, content)
        for name in ON_DEMAND.keys() - files.keys():
            (place / name).unlink(missing_ok=True)
    return tuple(places[-1] / name for name in files)


def _replace(path: Path, content: bytes) -> None:
    beside = report_folders.beside(path)
    try:
        with beside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())  # or the name may reach the disk before the content does
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
