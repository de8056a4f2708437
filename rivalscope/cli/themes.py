"""Commands for those who write theme packs: what is missed, and what an edit would change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope.cli.console import KINDS, Verbosity, program, watching
from rivalscope.cli.options import market_options, verbosity_options
from rivalscope.errors import UsageError
from rivalscope.pipeline.understanding.theme_trials import suggest as find_suggestions
from rivalscope.pipeline.understanding.theme_trials import try_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analysis.suggestions import Suggestion
    from rivalscope.pipeline.understanding.theme_trials import CellTrial, Change, ChangeKind
    from rivalscope.settings import Settings

_SIGNS: dict[ChangeKind, str] = {"gained": "+", "lost": "-", "turned": "~"}


@click.group()
def themes() -> None:
    """Work on a theme pack: find what it misses, try an edit of it."""


@themes.command()
@market_options
@click.option("--language", metavar="CODE", help="Only texts in this language (default: each).")
@click.option(
    "--count", type=click.IntRange(min=1), default=20, show_default=True, help="How many, at most."
)
def suggest(*, settings: Settings, language: str | None, count: int) -> None:
    """Phrases of unhappy customers that no theme knows.

    One to three words, compared by stem, that stand in negative texts outside of all mentions, and
    there more often than in other texts: by the log-odds ratio with an informative Dirichlet prior
    (Monroe, Colaresi and Quinn 2008), over its standard error (z). At most 20,000 texts of each
    language are read, always the same ones.
    """
    if language is not None and language not in settings.languages:
        message = f"--language {language}: the market has {', '.join(settings.languages)}"
        raise UsageError(message)
    languages = (language,) if language else settings.languages
    for code, found in find_suggestions(settings, languages=languages, count=count).items():
        if not found:
            click.echo(f"{code}: no phrase stands out in negative texts")
        for one in found:
            click.echo("\n".join(_suggestion_lines(code, one)))


@themes.command("try")
@market_options
@verbosity_options
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--as",
    "stands_for",
    metavar="PACK/LANGUAGE",
    help="What FILE is an edited copy of, where its name does not tell.",
)
def try_(*, settings: Settings, verbosity: Verbosity, file: Path, stands_for: str | None) -> None:
    """What an edited pack, or file of cues, would change.

    Tags the whole stored history with FILE in the place of the one it is a copy of, compares with
    the mentions stored, and writes nothing.
    """
    with watching(verbosity) as watch:
        trial = try_pack(settings, file, stands_for=stands_for, watch=watch)
        if trial.waiting:
            watch.say(
                f"{trial.waiting} texts are not analyzed with what is in use now; what that changes"
                f" is told as well: `{program()} analyze` first, to see {file} alone"
            )
    click.echo(f"{file} as {trial.stands_for}, over {trial.texts} texts:")
    for (theme, language), cell in trial.cells.items():
        click.echo("\n".join(_cell_lines(theme, language, cell)))
    if not trial.cells:
        click.echo("nothing would change")


def _suggestion_lines(language: str, one: Suggestion) -> Iterator[str]:
    yield (
        f"{language}: {one.words}: {one.negative} of {one.of_negative} negative texts,"
        f" {one.rest} of {one.of_rest} others (z {one.lean:.1f})"
    )
    for example in one.examples:
        yield f"  | {_one_line(example)}"


def _cell_lines(theme: str, language: str, cell: CellTrial) -> Iterator[str]:
    counts = ", ".join(f"{cell.changed[kind]} {kind}" for kind in _SIGNS if cell.changed[kind])
    yield f"{theme}, {language}: {cell.before} mentions become {cell.after}: {counts}"
    if cell.lost_right or cell.lost_wrong:
        yield f"  judged before: {cell.lost_right} of them right, {cell.lost_wrong} wrong"
    for kind, sign in _SIGNS.items():
        for change in cell.examples.get(kind, ()):
            yield f"  {sign} {_polarities(change)}: {_one_line(change.mention.quote)}"


def _polarities(change: Change) -> str:
    mentions = (change.before, change.after)
    return " -> ".join(KINDS[one.polarity] for one in mentions if one)


def _one_line(text: str) -> str:
    return " ".join(text.split())
