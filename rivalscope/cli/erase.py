"""The command that forgets reviews for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from rivalscope import pipeline
from rivalscope.cli.options import market_options
from rivalscope.errors import UsageError

if TYPE_CHECKING:
    from rivalscope.settings import Settings
    from rivalscope.storage import StoredReview

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
@click.option("--yes", is_flag=True, help="Don't ask.")
def erase(
    *,
    settings: Settings,
    review: str | None,
    url: str | None,
    author: str | None,
    text: str | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Erase reviews for good: no later crawl brings them back.

    With several options all of them must hold. Copies of the same review on other sites are erased
    too, earlier versions and stored pages as well. This can't be undone.
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
    if dry_run or not (found or author):
        click.echo(f"{len(found)} reviews match; nothing was erased")
        return
    if not yes:
        click.confirm(f"Erase {len(found)} reviews for good?", abort=True)
    erasure = pipeline.erase(settings, wanted)
    click.echo(
        f"erased {len(erasure.erased.reviews)} reviews, copies included; they will not come back"
    )
    for source in erasure.erased.sources:
        click.echo(f"dropped the stored pages of {source}")
    for folder in erasure.reports:
        click.echo(f"still quoted in {folder}: delete it, or write that report again")


def _line(stored: StoredReview) -> str:
    text = " ".join(stored.review.text.split())
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
    return f"{stored.id} {stored.brand}/{stored.source} {stored.review.published_on}: {shown}"
