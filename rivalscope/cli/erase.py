"""The command that forgets reviews for good."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from rivalscope import pipeline
from rivalscope.cli.options import market_options
from rivalscope.errors import UsageError
from rivalscope.plurals import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rivalscope.settings import Settings
    from rivalscope.storage import Erased, StoredReview

#: What is shown of a review before it is erased.
_SHOWN = 60
_MOST_SHOWN = 10


@click.command()
@market_options
@click.option("--review", metavar="ID", help="The review with this id (review:...).")
@click.option("--url", metavar="URL", help="The review with this permanent link.")
@click.option("--author", metavar="NAME", help="All by this author, those to come included.")
@click.option("--text", metavar="WORDS", help="Those that hold exactly these words.")
@click.option("--dry-run", is_flag=True, help="Only show what would be erased.")
@click.option(
    "--everywhere", is_flag=True, help="Delete reports and backups that still hold them, too."
)
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase(
    *,
    settings: Settings,
    review: str | None,
    url: str | None,
    author: str | None,
    text: str | None,
    dry_run: bool,
    everywhere: bool,
    yes: bool,
) -> None:
    """Erase reviews for good: no later crawl brings them back.

    With several options all of them must hold. Copies of the same review on other sites are erased
    too, earlier versions and stored pages as well. This can't be undone, but for backups: says
    which of these and which reports still hold the reviews.
    """
    wanted = pipeline.Wanted(review=review, url=url, author=author, text=text)
    if not any((review, url, author, text)):
        message = "erase what? say --review, --url, --author or --text"
        raise UsageError(message)
    found = pipeline.find_reviews(settings, wanted)
    for one in found[:_MOST_SHOWN]:
        click.echo(_line(one))
    if len(found) > _MOST_SHOWN:
        click.echo(f"... and {len(found) - _MOST_SHOWN} more")
    is_anything = found or author or pipeline.are_in_copies(settings, wanted)
    if dry_run or not is_anything:
        click.echo(f"{counted(len(found), 'review')} found; nothing was erased")
        return
    if not yes:
        click.confirm(f"Erase {counted(len(found), 'review')} for good?", abort=True)
    erasure = pipeline.erase(settings, wanted, found=found)
    for line in _proof(erasure.erased):
        click.echo(line)
    _tell_elsewhere(erasure, everywhere=everywhere, ask=not yes)
    if not erasure.erased.is_log_empty:
        click.echo(
            f"database {settings.database}: a program that reads the file keeps the texts in its"
            " write-ahead log: end that program, then `rivalscope status` clears the log",
            err=True,
        )
        sys.exit(1)


def _proof(erased: Erased) -> Iterator[str]:
    """What was erased, and that it is."""
    yield f"erased {counted(len(erased.reviews), 'review')}, copies included, for good"
    if erased.rows:
        yield "rows: " + ", ".join(f"{table} {count}" for table, count in erased.rows.items())
    if erased.pages:
        yield f"dropped {counted(erased.pages, 'stored page')} of {', '.join(erased.sources)}"
    if erased.searched:
        yield (
            f"looked for {erased.searched} of the texts in the bytes of the database and its log:"
            f" found {counted(erased.left, 'time')}"
        )
    if erased.left and erased.is_log_empty:
        yield "  others wrote the same words, or quote them: erase --text finds them"


def _tell_elsewhere(erasure: pipeline.Erasure, *, everywhere: bool, ask: bool) -> None:
    """Where else it may be read; deleted there too where that is wanted."""
    places = [(path, "it is still in") for path in erasure.copies]
    places += [(path, "still quoted in") for path in erasure.reports]
    if not places:
        return
    for path, how in places:
        click.echo(f"{how} {path}")
    question = "Delete these too? Reports can be written again with `rivalscope report --as-of`"
    if everywhere or (ask and click.confirm(question)):
        pipeline.delete_elsewhere(erasure)
        click.echo(f"deleted in {counted(len(places), 'place')}")
    else:
        click.echo("to be rid of these, delete them (next time: --everywhere)")


def _line(stored: StoredReview) -> str:
    text = " ".join(stored.review.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f"{stored.id} {stored.brand}/{stored.source} {stored.review.published_on}: {shown}"
