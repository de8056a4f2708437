"""Commands that keep the database: copies, what comes back from them, what is too old."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope import clock, pipeline
from rivalscope.cli.options import market_options
from rivalscope.errors import UsageError
from rivalscope.plurals import counted

if TYPE_CHECKING:
    from rivalscope.settings import Settings
    from rivalscope.storage import Format


@click.command()
@market_options
def backup(*, settings: Settings) -> None:
    """Copy the database while others may read and write it.

    The copy goes to the folder `backups` beside the database, can be read by you only, and is
    checked before it gets its name. Copies that are too many or too old are deleted
    (backup.keep, backup.days). Every nightly run begins with one (backup.nightly).
    """
    made = pipeline.make_backup(settings)
    size = made.backup.size / 2**20
    click.echo(f"{made.backup.path}: {size:,.1f} MB in {made.seconds:.1f} s, checked")
    for one in made.deleted:
        click.echo(f"deleted {one.path}")


@click.command()
@market_options
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--from-export",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Make an empty database of what `export` wrote to this folder.",
)
def restore(*, settings: Settings, file: Path | None, folder: Path | None) -> None:
    """Put a backup in the place of the database.

    FILE must be a whole database that Rivalscope wrote, of this or an earlier version. The one it
    replaces is kept beside it under a dated name. Reviews erased since the backup was made are
    erased from it too. Refused while another command writes or a program has the database open.
    """
    match file, folder:
        case Path(), None:
            done = pipeline.restore(settings, file)
        case None, Path():
            done = pipeline.restore_export(settings, folder)
        case _:
            message = "restore what? name one FILE, or a folder with --from-export"
            raise UsageError(message)
    click.echo(f"restored {settings.database}: {counted(done.reviews, 'review')}")
    if done.erased is None:
        click.echo(
            "which reviews had been erased since could not be read: if any were, erase them again"
        )
    elif done.erased:
        click.echo(f"erased {counted(done.erased, 'review')} that had been erased since")
    if done.replaced:
        click.echo(f"the database before is kept as {done.replaced}")


@click.command()
@market_options
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv"]),
    default="jsonl",
    show_default=True,
    help="JSON Lines are exact and can be restored; CSV is for spreadsheets.",
)
def export(*, settings: Settings, folder: Path, form: Format) -> None:
    """Write every table to a file of its own in DIR.

    All are as of one moment. You alone can read the files: the key of the authors' hashes is
    among them.
    """
    exported = pipeline.export(settings, folder, form=form)
    for table, rows in exported.tables.items():
        click.echo(f"{table}.{form}: {counted(rows, 'row')}")


@click.command()
@market_options
def migrate(*, settings: Settings) -> None:
    """Bring a database of an earlier version up to date.

    Makes a backup first. Other commands do the same without one when they open it.
    """
    done = pipeline.migrate(settings)
    if not done.steps:
        click.echo(f"{settings.database} is up to date ({done.before})")
        return
    if done.backup:
        click.echo(f"backup {done.backup.path}")
    click.echo(f"{settings.database}: from {done.before} to {done.steps[-1]}")
    for step in done.steps:
        click.echo(f"  {step}")


@click.command()
@market_options
@click.option("--dry-run", is_flag=True, help="Only count what would be deleted.")
def retention(*, settings: Settings, dry_run: bool) -> None:
    """Delete what is older than `retention` allows.

    Every nightly run does so first.
    """
    forget = pipeline.forgettable if dry_run else pipeline.forget
    gone = forget(settings, today=clock.today())
    would = "would be " if dry_run else ""
    months, days = settings.retention_months, settings.page_retention_days
    reviews = counted(gone.stored.reviews, "review")
    pages, reports = counted(gone.stored.pages, "page"), counted(len(gone.reports), "report")
    click.echo(
        f"{reviews} collected over {months} months ago {would}deleted\n"
        f"{pages} fetched over {days} days ago {would}dropped\n"
        f"{reports} of days over {months} months ago {would}deleted"
    )
