"""Looks at everything a night needs, and says what to do about what is not well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from rivalscope.pipeline.care.doctor.database import database_findings
from rivalscope.pipeline.care.doctor.finding import Finding, skipped
from rivalscope.pipeline.care.doctor.machine import browser_finding, machine_findings
from rivalscope.pipeline.care.doctor.market import market_findings, online_findings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.settings import Settings

__all__ = ["Finding", "examine"]


def examine(settings: Settings | None, *, online: bool) -> Iterator[Finding]:
    """One finding a check, each as soon as it is there; *online* asks sites, too.

    Without settings, what can be said of the machine alone.
    """
    yield from machine_findings(settings.database.parent if settings else Path())
    if settings is None:
        yield skipped("configuration", "none here: `rivalscope init` writes one")
        return
    yield from market_findings(settings)
    yield browser_finding(settings)
    yield from database_findings(settings)
    if online:
        yield from online_findings(settings)
