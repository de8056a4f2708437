"""The command that looks at a page and adds it to the configuration."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from rivalscope.cli.console import Verbosity, program, terminal_width
from rivalscope.cli.looking import look_lines, look_record, review_rows
from rivalscope.cli.options import find_brand, json_option, market_options, verbosity_options
from rivalscope.errors import UsageError
from rivalscope.models import SourceKind
from rivalscope.pipeline.collection.sources import (
    Wish,
    add_source,
    find_brand_at,
    find_same,
    look_at,
)
from rivalscope.settings.editing import source_yaml

if TYPE_CHECKING:
    from rivalscope.models import Brand, DateOrder
    from rivalscope.pipeline.collection.proposing import Look
    from rivalscope.settings import Settings

_IMPORT = "A page saved in a browser, or an export, can still be read: `rivalscope import`."
_WAYS_OUT = """\
If a browser shows reviews there, save the page and run `rivalscope extract page.html`:
- they are found there: they come by JavaScript, so add the source with `render: true`;
- they are not: describe them with `selectors:` (docs/add-a-source.md shows how);
- or read what you saved, or an export: `rivalscope import`."""


@click.command("add-source")
@market_options
@verbosity_options
@click.argument("url")
@click.option("--brand", "brand_name", metavar="NAME", help="Whom the page is about.")
@click.option("--id", "source_id", metavar="ID", help="Name of the source (default: a free one).")
@click.option("--platform", metavar="NAME", help="What brands can share (default: by address).")
@click.option(
    "--kind",
    type=click.Choice(get_args(SourceKind)),
    help="What to read there (default: what the page holds).",
)
@click.option("--language", metavar="CODE", help="Language the texts are mostly in.")
@click.option(
    "--date-order",
    type=click.Choice(["DMY", "MDY", "YMD"]),
    help="Order of dates such as 03/04/25.",
)
@click.option("--dry-run", is_flag=True, help="Only show what would be added.")
@click.option("--yes", is_flag=True, help="Add it without asking.")
@json_option
def add_source_(
    *,
    settings: Settings,
    verbosity: Verbosity,
    url: str,
    brand_name: str | None,
    source_id: str | None,
    platform: str | None,
    kind: SourceKind | None,
    language: str | None,
    date_order: DateOrder | None,
    dry_run: bool,
    yes: bool,
    as_json: bool,
) -> None:
    """Look at a page and add it to the configuration.

    One page is fetched, as in a crawl: robots.txt and closed sites are obeyed. Ends with 1 where
    the page can't be had or nothing is read on it; nothing is written then.

    rivalscope add-source https://shop.example/reviews --brand Rival
    """
    wish = Wish(
        url=url if "://" in url else f"https://{url}",
        id=source_id,
        platform=platform,
        kind=kind,
        date_order=date_order,
        language=language,
    )
    brand = _brand(settings, wish, name=brand_name)
    if same := find_same(brand, wish):
        _say_known(settings, same.key, as_json=as_json)
        return
    look = look_at(settings, wish, brand=brand, log_level=verbosity.log_level)
    if not as_json:
        _show(look, settings, brand=brand)
    added = False
    if not dry_run and not look.refusal:
        look = _with_order(look)
        added = yes or (not as_json and _agrees())
    if added:
        add_source(settings, look.source)
    if as_json:
        click.echo(json.dumps(look_record(look, added=added), ensure_ascii=False))
    elif added:
        click.echo(f"wrote {look.source.key} to {settings.path}")
        click.echo(f"Next: {program()} crawl --brand {brand.slug}", err=True)
    sys.exit(1 if look.refusal else 0)


def _brand(settings: Settings, wish: Wish, *, name: str | None) -> Brand:
    """Whose the page is: as said, as its domain tells, or as answered on a terminal."""
    if name:
        return find_brand(settings, name)
    if found := find_brand_at(settings, wish.url):
        return found
    if len(settings.brands) == 1:
        return settings.us
    names = [brand.name for brand in settings.brands]
    if not sys.stdin.isatty():
        message = f"whose page is {wish.url}? say --brand NAME: there are {', '.join(names)}"
        raise UsageError(message)
    return find_brand(
        settings, click.prompt("Whose page is it", type=click.Choice(names), err=True)
    )


def _say_known(settings: Settings, key: str, *, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({"known": key, "added": False}))
    else:
        click.echo(f"{settings.path} reads it already, as {key}: nothing to add")


def _show(look: Look, settings: Settings, *, brand: Brand) -> None:
    """The look, and the lines that the configuration would get."""
    click.echo(look.source.url)
    for line in look_lines(look):
        click.echo(line)
    if rows := review_rows(look):
        table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
        for heading, width in (("  Stars", 7), ("Date", 10), ("Text", None)):
            table.add_column(heading, no_wrap=True, overflow="ellipsis", min_width=width)
        for stars, date, text in rows:
            table.add_row(f"  {stars}", date, escape(text[:200]))
        Console(width=terminal_width(), highlight=False).print(table)
    for warning in look.warnings:
        click.echo(f"note: {warning}")
    if look.refusal:
        click.echo(f"rivalscope: {look.source.url}: {look.refusal}", err=True)
        click.echo(_WAYS_OUT if look.was_fetched else _IMPORT, err=True)
        return
    click.echo(f"\n{settings.path}, under {brand.name}:\n")
    click.echo(source_yaml(look.source))
    for address in look.faq_pages:
        click.echo(f"its answers to customers may be at {address}: add that too")


def _with_order(look: Look) -> Look:
    """*look* with an order of dates, asked for where nothing on the page tells it."""
    if not look.order_unclear:
        return look
    if not sys.stdin.isatty():
        message = (
            f"{look.source.url}: say --date-order DMY or MDY: its dates can be read either way"
        )
        raise UsageError(message)
    order: DateOrder = click.prompt(
        "Day or month first", type=click.Choice(["DMY", "MDY"]), err=True
    )
    return replace(look, source=replace(look.source, date_order=order))


def _agrees() -> bool:
    try:
        agreed = click.confirm("\nAdd it?", default=False, err=True)
    except click.Abort:
        agreed = False  # nobody there to answer
    if not agreed:
        click.echo("nothing written; --yes adds it without asking", err=True)
    return agreed
