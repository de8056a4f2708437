"""Commands that bring reviews into the database: crawl and import."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from crawler.tables import FIELDS
from rivalscope import pipeline
from rivalscope.cli.collected import exit_code, summary
from rivalscope.cli.console import Verbosity, program, watching
from rivalscope.cli.options import (
    brand_option,
    chosen_brands,
    find_brand,
    market_options,
    verbosity_options,
)
from rivalscope.errors import UsageError
from rivalscope.plurals import counted
from rivalscope.settings import available

if TYPE_CHECKING:
    from rivalscope.models import DateOrder
    from rivalscope.settings import Settings


@click.command()
@market_options
@verbosity_options
@brand_option
def crawl(*, settings: Settings, verbosity: Verbosity, brand_names: tuple[str, ...]) -> None:
    """Fetch the configured sources into the database."""
    brands = chosen_brands(settings, brand_names)
    with watching(verbosity) as watch:
        ended = pipeline.crawl(settings, brands=brands, watch=watch, log_level=verbosity.log_level)
    click.echo(summary(ended))
    sys.exit(exit_code(settings, ended))


@click.command("import")
@market_options
@verbosity_options
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--brand", "brand_name", metavar="NAME", help="Whom the files are about.")
@click.option("--platform", default="import", show_default=True, help="Where the reviews are from.")
@click.option(
    "--map",
    "mapping",
    metavar="FIELD=COLUMN,...",
    help=f"Columns of a table, by field: {', '.join(FIELDS)}.",
)
@click.option("--language", metavar="CODE", help="Language the texts are mostly in.")
@click.option(
    "--date-order",
    type=click.Choice(["DMY", "MDY", "YMD"]),
    help="Order of dates such as 03/04/25.",
)
@click.option("--sheet", metavar="NAME", help="Sheet of a workbook (default: the first with rows).")
def import_(
    *,
    settings: Settings,
    verbosity: Verbosity,
    files: tuple[Path, ...],
    brand_name: str | None,
    platform: str,
    mapping: str | None,
    language: str | None,
    date_order: DateOrder | None,
    sheet: str | None,
) -> None:
    """Read saved pages, or a table of reviews, into the database.

    Saved pages need --brand, tables a `brand` column or --brand. Tables (CSV, TSV, JSON, JSON
    Lines, XLSX, XLSM, XLS, ODS) are read by the usual names of columns, else by --map:

    rivalscope import reviews.csv --map text=comment,brand=company,date=day
    """
    if not platform.strip():
        message = "--platform: where are the reviews from? name it, such as survey"
        raise UsageError(message)
    known = available("lexicons", settings.path.parent)
    if language and language not in known:
        message = (
            f"--language {language}: there are {', '.join(known)};"
            " leave it out where the texts are in another"
        )
        raise UsageError(message)
    brand = find_brand(settings, brand_name) if brand_name else None
    plan = pipeline.ImportPlan(
        brand=brand,
        platform=platform,
        mapping=mapping,
        language=language,
        date_order=date_order,
        sheet=sheet,
    )
    with watching(verbosity) as watch:
        ended = pipeline.import_files(settings, files, plan=plan, watch=watch)
    for one in ended:
        name = next(brand.name for brand in settings.brands if brand.slug == one.brand)
        again = one.read - one.new - one.changed
        read = counted(one.read, "review")
        click.echo(f"{name}: {read}: {one.new} new, {one.changed} changed, {again} known")
    for note in dict.fromkeys(one.reason for one in ended if one.reason):
        click.echo(f"note: {note}")
    if verbosity is not Verbosity.QUIET:
        click.echo(f"Next: {program()} analyze", err=True)
