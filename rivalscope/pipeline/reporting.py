"""Stage 3: the report of a day, built and written where people look for it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from rivalscope.pipeline.analyzing import knowledge_of
from rivalscope.pipeline.assembling import assemble
from rivalscope.pipeline.proxying import waiting_for_proxies
from rivalscope.pipeline.rewinding import rewind
from rivalscope.reports import RENDERERS
from rivalscope.settings import load_playbook
from rivalscope.storage import existing

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from rivalscope.models import Report
    from rivalscope.settings import Settings


def build_report(settings: Settings, *, as_of: date, known_at: datetime | None = None) -> Report:
    """What is known of the market up to *as_of*, from what has been analyzed so far.

    *known_at*: only what had been seen by then, rebuilt from the ledger and counted anew; None for
    now. It takes as long as the market is large.
    """
    knowledge = knowledge_of(settings)
    with existing(settings.database) as store:
        if known_at:
            rewind(settings, store, at=known_at, knowledge=knowledge)
        return assemble(
            settings,
            store,
            as_of=as_of,
            knowledge=knowledge,
            playbook=load_playbook(own=settings.path.parent),
        )


def waiting_texts(settings: Settings) -> int:
    """How many collected texts no report can speak of yet, for want of analysis."""
    version = knowledge_of(settings).version
    with existing(settings.database) as store:
        not_understood = len(store.reviews.to_understand(version))
        return max(not_understood, waiting_for_proxies(settings, store))


def write_report(
    report: Report, folder: Path, *, known_at: datetime | None = None
) -> tuple[Path, ...]:
    """Writes every format to ``DATE/`` and ``latest/`` of *folder*; gives the paths of the latest.

    A report of what was known earlier is not the latest: it has a folder of its own. Each file is
    whole at any moment, also after a power cut: it is written beside its place and moved there.
    """
    day = report.as_of.isoformat()
    places = (f"{day}-known-at-{known_at:%Y%m%dT%H%M%SZ}",) if known_at else (day, "latest")
    texts = {name: render(report) for name, render in RENDERERS.items()}
    for place in places:
        (folder / place).mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            _replace(folder / place / name, text)
    return tuple(folder / places[-1] / name for name in texts)


def _replace(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())  # or the name may reach the disk before the text does
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
