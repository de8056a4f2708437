"""From the section `schedule` to the jobs that run by themselves."""

from __future__ import annotations

import shlex
from datetime import time
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from rivalscope.models import NIGHTLY, Job
from rivalscope.settings.patterns import WEEKDAYS
from rivalscope.settings.schema import JobSection

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.errors import Mistake
    from rivalscope.settings.documents import Document
    from rivalscope.settings.schema import ConfigurationFile, ScheduleSection

#: Jobs that are there without being asked for, and when; a job is called as its command.
_USUAL: dict[str, str] = {}
_OFF = "off"


def jobs(section: ScheduleSection) -> tuple[Job, ...]:
    """The jobs that are not off: the night, the usual ones, those of the configuration."""
    night = _job(
        NIGHTLY,
        at=section.nightly,
        command="run",
        minutes=section.timeout_minutes,
        zone=section.time_zone,
    )
    others = (
        _job(
            name,
            at=job.at or _USUAL[name],
            command=job.command or name,
            minutes=job.timeout_minutes,
            zone=section.time_zone,
        )
        for name, job in {**dict.fromkeys(_USUAL, JobSection()), **section.jobs}.items()
    )
    return tuple(job for job in (night, *others) if job)


def job_contradictions(parsed: ConfigurationFile, document: Document) -> Iterator[Mistake]:
    """Jobs that no value shows to be wrong by itself."""
    for name, job in parsed.schedule.jobs.items():
        place = ("schedule", "jobs", name)
        if name == NIGHTLY:
            message = "the nightly run has a key of its own: schedule.nightly"
            yield document.mistake(place, message)
        elif job.at is None and name not in _USUAL:
            yield document.mistake(place, f"schedule.jobs.{name}.at is missing")
        try:
            shlex.split(job.command or "")
        except ValueError as error:
            message = f"schedule.jobs.{name}.command is no command line: {error}"
            yield document.mistake((*place, "command"), message)


def _job(name: str, *, at: str, command: str, minutes: float, zone: str) -> Job | None:
    if at == _OFF:
        return None
    *weekday, clock = at.split()
    return Job(
        name=name,
        command=tuple(shlex.split(command)),
        at=time.fromisoformat(clock),
        zone=ZoneInfo(zone),
        weekday=WEEKDAYS.index(weekday[0]) if weekday else None,
        timeout_seconds=minutes * 60,
    )
