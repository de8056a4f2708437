"""Options that several commands share, and the settings they lead to."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import click

from rivalscope import clock, pipeline
from rivalscope.cli.console import Verbosity
from rivalscope.errors import UsageError
from rivalscope.logs.starting import Terminal, logging_of
from rivalscope.settings import Settings, brand_called, find_configuration, load_settings

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from rivalscope.models import Brand

P = ParamSpec("P")
R = TypeVar("R")


#: No date before it is believed when pages are read.
EARLIEST = date(2000, 1, 1)


class Day(click.ParamType[date]):
    """A calendar day, written YYYY-MM-DD."""

    name = "date"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or click's own usage error."""
        if isinstance(value, date):
            return value
        try:
            day = date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day: write it YYYY-MM-DD", param, ctx)
        if day < EARLIEST:
            self.fail(f"{value} is before {EARLIEST}, and no review is that old", param, ctx)
        return day


class PastDay(Day):
    """A calendar day that has begun somewhere on earth."""

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or click's own usage error."""
        day = super().convert(value, param, ctx)
        if day > clock.today() + timedelta(days=1):
            self.fail(f"{day} lies in the future: nobody knows yet", param, ctx)
        return day


class Moment(click.ParamType[datetime]):
    """A moment in ISO 8601, in UTC where it says no other; a day alone means its end."""

    name = "time"

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment in UTC, or click's own usage error."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no time: write it 2026-09-30T03:00", param, ctx)
        if len(value) == len("YYYY-MM-DD"):
            moment = datetime.combine(moment, time.max)
        moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
        if moment > clock.now():
            self.fail(f"{value} lies in the future: nobody knows yet", param, ctx)
        return moment


configuration_option = click.option(
    "--config",
    "configuration",
    type=click.Path(path_type=Path),
    help="Configuration file (default: rivalscope.yaml, then config/rivalscope.yaml).",
)
database_option = click.option(
    "--db",
    "database",
    envvar="RIVALSCOPE_DB",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Database file (default: as configured).",
)


@contextmanager
def market(
    configuration: Path | None, database: Path | None, *, verbosity: Verbosity
) -> Generator[Settings, None, None]:
    """What ``--config`` and ``--db`` lead to, for a command that runs inside and is logged."""
    settings = load_settings(find_configuration(configuration))
    if database:
        settings = replace(settings, database=database)
    with logged(settings, verbosity=verbosity), _damage_told(settings):
        yield settings


def market_options(command: Callable[..., R]) -> Callable[..., R]:
    """``--config`` and ``--db``; the command gets ``settings``."""

    @configuration_option
    @database_option
    @wraps(command)
    def with_settings(*, configuration: Path | None, database: Path | None, **others: object) -> R:
        verbosity = Verbosity.of(
            quiet=bool(others.get("quiet")), verbose=bool(others.get("verbose"))
        )
        with market(configuration, database, verbosity=verbosity) as settings:
            return command(settings=settings, **others)

    return with_settings


@contextmanager
def _damage_told(settings: Settings) -> Generator[None, None, None]:
    """Whatever goes wrong because the database is damaged is told as that."""
    try:
        yield
    except (click.ClickException, click.Abort, click.exceptions.Exit):
        raise
    except Exception as error:
        damage = pipeline.damage_behind(settings, error)
        if damage is None:
            raise
        raise damage from error


@contextmanager
def logged(settings: Settings, *, verbosity: Verbosity) -> Generator[None, None, None]:
    """The command that runs inside logs to the market's files."""
    shown = Terminal(
        level=logging.getLevelNamesMapping()[verbosity.log_level],
        shows_ours=verbosity is Verbosity.VERBOSE,
    )
    context = click.get_current_context()
    command = context.command_path.removeprefix(context.find_root().command_path).split()
    expected = (click.ClickException, click.Abort, click.exceptions.Exit)
    with logging_of(settings, command="-".join(command), terminal=shown, expected=expected):
        yield


def verbosity_options(command: Callable[..., R]) -> Callable[..., R]:
    """``-q`` and ``-v``; the command gets ``verbosity``."""

    @click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors.")
    @click.option("-v", "--verbose", is_flag=True, help="Show the log of every step.")
    @wraps(command)
    def with_verbosity(*, quiet: bool, verbose: bool, **others: object) -> R:
        return command(verbosity=Verbosity.of(quiet=quiet, verbose=verbose), **others)

    return with_verbosity


def as_of_option(command: Callable[..., R]) -> Callable[..., R]:
    """``--as-of``; stands below `market_options`, as today is another day in another time zone."""

    @click.option(
        "--as-of",
        type=Day(),
        show_default="today, in schedule.time_zone",
        envvar="RIVALSCOPE_AS_OF",
        help="Look at what was published up to this day.",
    )
    @wraps(command)
    def with_day(*, settings: Settings, as_of: date | None, **others: object) -> R:
        day = as_of or clock.today(settings.time_zone)
        return command(settings=settings, as_of=day, **others)

    return with_day


known_at_option = click.option(
    "--known-at",
    type=Moment(),
    metavar="TIME",
    help="Rebuild the report from what had been seen by then (default: now).",
)
since_option = click.option(
    "--since",
    type=Day(),
    help="First day of the window (default: as many days before --as-of as configured).",
)
brand_option = click.option(
    "--brand",
    "brand_names",
    multiple=True,
    metavar="NAME",
    help="Only this brand (slug, name or alias); may be repeated.",
)
for_option = click.option(
    "--for",
    "point_of_view",
    metavar="BRAND",
    help="As if this brand (slug, name or alias) were us.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def chosen_brands(settings: Settings, names: tuple[str, ...]) -> tuple[Brand, ...]:
    """The brands that *names* mean; all where there are none.

    Raises UsageError for a name that nobody answers to.
    """
    return tuple(find_brand(settings, name) for name in names) or settings.brands


def find_brand(settings: Settings, name: str) -> Brand:
    """The brand that answers to *name* (slug, name or alias); raises UsageError where none does."""
    brand = brand_called(settings, name)
    if brand is None:
        known = ", ".join(f"{brand.slug} ({brand.name})" for brand in settings.brands)
        message = f"no brand {name!r} in {settings.path}: it has {known}"
        raise UsageError(message)
    return brand


def check_period(settings: Settings, *, as_of: date, since: date | None) -> Settings:
    """*settings* with the window that ``--since`` asks for.

    Raises UsageError where that would be empty, or ``--as-of`` lies in the future.
    """
    if as_of > clock.today() + timedelta(days=1):
        message = f"--as-of {as_of} lies in the future: a report looks back"
        raise UsageError(message)
    if since is None:
        return settings
    if since >= as_of:
        message = f"--since {since} is not before --as-of {as_of}: the window would be empty"
        raise UsageError(message)
    window = (as_of - since).days + 1
    return replace(settings, thresholds=replace(settings.thresholds, window_days=window))
