"""Stage 3: the report of a day, built and written where people look for it."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from rivalscope.pipeline.analyzing import knowledge_of
from rivalscope.pipeline.assembling import assemble
from rivalscope.pipeline.proxying import waiting_for_proxies
from rivalscope.reports.renderers import ON_DEMAND, RENDERERS
from rivalscope.settings import load_playbook
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from rivalscope.models import Brand, Report
    from rivalscope.settings import Settings


def build_report(settings: Settings, *, as_of: date, brand: Brand | None = None) -> Report:
    """What is known of the market up to *as_of*, from what has been analyzed so far.

    Written for *brand* as if it were us; for us where there is none.
    """
    knowledge = knowledge_of(settings)
    is_ours = brand is None or brand.slug == settings.us.slug
    with existing(settings.database) as store:
        report = assemble(
            settings if brand is None else settings.seen_by(brand),
            store,
            as_of=as_of,
            knowledge=knowledge,
            playbook=load_playbook(own=settings.path.parent, language=settings.report_language),
        )
    return replace(report, is_ours=is_ours)


def waiting_texts(settings: Settings) -> int:
    """How many collected texts no report can speak of yet, for want of analysis."""
    version = knowledge_of(settings).version
    with existing(settings.database) as store:
        not_understood = len(store.reviews.to_understand(version))
        return max(not_understood, waiting_for_proxies(settings, store))


def write_report(report: Report, folder: Path, *, also: Collection[str] = ()) -> tuple[Path, ...]:
    """Writes every format to ``DATE/`` and ``latest/`` of *folder*; gives the paths of the latest.

    A report for another brand goes to ``for-BRAND/`` in each of them. *also* names formats on
    demand, such as ``report.pdf``; those not named are removed, so that no file is of another
    report. All are rendered before the first is written, and each file is whole at any moment: it
    is written beside its place, brought to the disk and moved there.
    """
    wanted = {**RENDERERS, **{name: ON_DEMAND[name] for name in also}}
    files = {name: render(report) for name, render in wanted.items()}
    inner = "" if report.is_ours else f"for-{report.us}"
    dated, latest = (folder / day / inner for day in (report.as_of.isoformat(), "latest"))
    for place in (dated, latest):
        place.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            _replace(place / name, content)
        for name in ON_DEMAND.keys() - files.keys():
            (place / name).unlink(missing_ok=True)
    return tuple(latest / name for name in files)


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
