"""The whole night: forget, crawl, analyze, report, alert, deliver."""

from __future__ import annotations

import calendar
import logging
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypedDict

from rivalscope import clock
from rivalscope.errors import DamagedError, StorageError, UsageError
from rivalscope.logs import facts
from rivalscope.pipeline.alerts.alerting import find_alerts
from rivalscope.pipeline.alerts.delivering import deliver
from rivalscope.pipeline.care.backing_up import make_backup
from rivalscope.pipeline.collection.collecting import crawl
from rivalscope.pipeline.reports import report_folders
from rivalscope.pipeline.reports.reporting import build_report, write_report
from rivalscope.pipeline.understanding.analyzing import analyze
from rivalscope.storage import Store, existing, find_backups, writing

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from pathlib import Path

    from rivalscope.alerts.rules import Alert
    from rivalscope.models import Brand, Report
    from rivalscope.pipeline.alerts.delivering import Deliveries
    from rivalscope.pipeline.watch import Watch
    from rivalscope.settings import Settings
    from rivalscope.storage import Forgotten, SourceRun

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Night:
    """What one whole run came to."""

    sources: tuple[SourceRun, ...]
    understood: int
    """Texts understood this time."""
    report: Report
    files: tuple[Path, ...]
    alerts: tuple[Alert, ...]
    deliveries: Deliveries


def run(
    settings: Settings,
    *,
    brands: Sequence[Brand],
    as_of: date,
    watch: Watch,
    log_level: str,
    also: Collection[str] = (),
) -> Night:
    """One night; only the sources of *brands* are crawled, and *also* names formats on demand.

    Any of it may be killed and the whole be run again: nothing is lost or doubled. Raises
    UsageError where there is nothing to crawl and nothing was imported: a night over nothing is no
    success.
    """
    crawled = any(source.url for brand in brands for source in brand.sources)
    if not crawled:
        _check_imported(settings)
    _back_up(settings, watch=watch)
    forget(settings, today=clock.today())
    sources = crawl(settings, brands=brands, watch=watch, log_level=log_level) if crawled else ()
    understood = analyze(settings, watch=watch)
    _LOG.info("analyzed", extra=facts(texts=understood))
    watch.stage("report", 1)
    report = build_report(settings, as_of=as_of)
    files = write_report(report, settings.reports, also=also)
    watch.step()
    _LOG.info("reported", extra=facts(entries=len(report.cells), folder=settings.reports))
    alerts = find_alerts(settings, as_of=as_of, report=report)
    fired = sum(alert.is_new for alert in alerts)
    _LOG.info("looked for alerts", extra=facts(alerts=len(alerts), new=fired))
    watch.stage("deliver", None)
    return Night(
        sources=sources,
        understood=understood,
        report=report,
        files=files,
        alerts=alerts,
        deliveries=deliver(settings),
    )


def _check_imported(settings: Settings) -> None:
    """A market that is only ever imported has nights too."""
    if settings.database.is_file():
        with Store(settings.database) as store:
            if store.reviews.count():
                return
    message = (
        f"{settings.path}: nothing to read: no source has a url and no review was imported:"
        " add a source with `rivalscope add-source`, or `rivalscope import` a file first"
    )
    raise UsageError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overdue:
    """What is older than the retention allows."""

    stored: Forgotten
    reports: tuple[Path, ...]
    """Folders of reports of days before the first whose reviews are kept."""


class Limits(TypedDict):
    """Days: what is from before them is too old."""

    reviews_before: date
    pages_before: date


def forget(settings: Settings, *, today: date) -> Overdue:
    """Deletes reviews collected longer ago than the retention allows, and reports as old.

    The pages they were read from are dropped sooner.
    """
    limits = _limits(settings, today=today)
    with writing(settings.database), Store(settings.database) as store:
        stored = store.retention.forget(**limits)
    reports = report_folders.older_than(limits["reviews_before"], settings.reports)
    for folder in reports:
        report_folders.delete(folder)
    return Overdue(stored=stored, reports=reports)


def forgettable(settings: Settings, *, today: date) -> Overdue:
    """What `forget` would delete."""
    limits = _limits(settings, today=today)
    with existing(settings.database) as store:
        stored = store.retention.due(**limits)
    return Overdue(
        stored=stored,
        reports=report_folders.older_than(limits["reviews_before"], settings.reports),
    )


def _limits(settings: Settings, *, today: date) -> Limits:
    return {
        "reviews_before": months_before(today, settings.retention_months),
        "pages_before": today - timedelta(days=settings.page_retention_days),
    }


def _back_up(settings: Settings, *, watch: Watch) -> None:
    """A copy from before the night, where one is wanted; a night is worth more than a backup.

    One a day: a night that is tried again and again must not drive out those of the nights before.
    """
    if not settings.backs_up_nightly or not settings.database.is_file():
        return
    today = clock.today()
    if any(
        one.made_at.date() == today for one in find_backups(settings.database, settings.backups)
    ):
        return
    try:
        made = make_backup(settings)
    except DamagedError:
        raise
    except StorageError as error:
        watch.say(f"no backup tonight: {error}")
    else:
        watch.say(f"backup {made.backup.path}")


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))
