"""The command that asks a person about mentions, one by one or in a file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rivalscope.cli.console import KINDS, program, terminal_color
from rivalscope.cli.options import market_options
from rivalscope.errors import UsageError
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.pipeline.understanding.labeling import (
    SKIPPED,
    WRONG_THEME,
    Wish,
    judgment,
    mentions_to_judge,
    questions,
    read_answers,
    tagging_precision,
)
from rivalscope.reports.method import precision_text
from rivalscope.reports.wording import Words
from rivalscope.settings.mistakes import did_you_mean
from rivalscope.storage import existing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rivalscope.models import MentionToJudge, ThemePrecision
    from rivalscope.settings import Settings
    from rivalscope.storage import Store

_KEYS = {"r": "right", "t": WRONG_THEME, "s": SKIPPED}
_POLARITIES = {"+": "positive", "-": "negative", "0": "neutral"}
_QUESTION = "r right, t wrong theme, p wrong polarity, s skip, q quit: "
_WHICH = "which is it: + praise, - complaint, 0 neither: "
#: What is shown of a text on either side of the quote.
_AROUND = 600


@click.command()
@market_options
@click.option("--theme", metavar="ID", help="Only mentions of this theme, such as wait_time.")
@click.option("--language", metavar="CODE", help="Only mentions in this language.")
@click.option(
    "--count", type=click.IntRange(min=1), default=20, show_default=True, help="How many, at most."
)
@click.option(
    "--doubtful",
    is_flag=True,
    help="Those without polarity, or that sentiment or stars contradict, instead of a sample.",
)
@click.option(
    "--export",
    "exported",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write them to a file of JSON Lines, with an `answer` to fill in, and ask nothing.",
)
@click.option(
    "--import",
    "imported",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Take the answers of such a file: all of them, or none where a line is wrong.",
)
def label(
    *,
    settings: Settings,
    theme: str | None,
    language: str | None,
    count: int,
    doubtful: bool,
    exported: Path | None,
    imported: Path | None,
) -> None:
    """Judge whether mentions have the right theme and polarity.

    Shows mentions that nobody has judged yet, a random sample of them, and takes one key for each
    (without a terminal: one line). Each answer is kept at once. What was judged wrong is no longer
    counted, and every report says how many of the sample were right.

    Answers in a file: right, wrong_theme, skipped, or what the polarity really is: positive,
    negative, neutral.
    """
    if exported and imported:
        message = "--export writes questions, --import reads answers: one at a time"
        raise UsageError(message)
    knowledge = knowledge_of(settings)
    labels = {each.id: each.label["en"] for each in knowledge.pack.themes}
    _check(settings, theme=theme, language=language, themes=labels)
    wish = Wish(
        drawn="doubtful" if doubtful else "random", theme=theme, language=language, count=count
    )
    with existing(settings.database) as store:
        if imported:
            _import(store, imported, themes=labels)
        elif exported:
            _export(store, wish, exported)
            return
        else:
            _ask(store, wish, labels=labels)
        measured = tagging_precision(settings, store, spoken=(), version=knowledge.version)
    _show_precision(measured, labels)


def _check(
    settings: Settings, *, theme: str | None, language: str | None, themes: Mapping[str, str]
) -> None:
    if theme is not None and theme not in themes:
        message = f"--theme {theme}: no such theme{did_you_mean(theme, themes)}"
        raise UsageError(message)
    if language is not None and language not in settings.languages:
        message = f"--language {language}: the market has {', '.join(settings.languages)}"
        raise UsageError(message)


def _import(store: Store, path: Path, *, themes: Mapping[str, str]) -> None:
    answers = read_answers(path, themes=themes)
    kept = store.corrections.save(answers)
    click.echo(f"{kept} answers kept")
    if kept < len(answers):
        click.echo(f"{len(answers) - kept} are about reviews that are not stored any more")


def _export(store: Store, wish: Wish, path: Path) -> None:
    lines = list(questions(mentions_to_judge(store, wish)))
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
    click.echo(f"{len(lines)} mentions in {path}")
    click.echo(f"Next: fill in each `answer`, then {program()} label --import {path}", err=True)


def _ask(store: Store, wish: Wish, *, labels: Mapping[str, str]) -> None:
    mentions = mentions_to_judge(store, wish)
    if not mentions:
        click.echo("nothing is left to judge")
    for number, one in enumerate(mentions, start=1):
        click.echo(f"\n[{number} of {len(mentions)}] {_heading(one)}")
        click.echo(_marked(one))
        click.echo(_tag(one, labels))
        answer = _answer()
        if answer is None:
            break
        if not store.corrections.save([judgment(one, answer)]):
            click.echo("this review was erased meanwhile; the answer is not kept")


def _heading(one: MentionToJudge) -> str:
    stars = "" if one.stars is None else f", {100 * one.stars:.0f} % of the stars"
    return (
        f"{one.brand} on {one.platform}, {one.published_on or 'undated'}, {one.language}{stars},"
        f" {one.sentiment} text"
    )


def _marked(one: MentionToJudge) -> str:
    """The text with the quote marked, each line set off."""
    start, end, text = one.mention.start, one.mention.end, one.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = f"... {before}"
    if end + _AROUND < len(text):
        after = f"{after} ..."
    quote = f">>{text[start:end]}<<"
    if terminal_color():
        quote = click.style(quote, bold=True)
    return "\n".join(f"  | {line}" for line in f"{before}{quote}{after}".split("\n"))


def _tag(one: MentionToJudge, labels: Mapping[str, str]) -> str:
    mention = one.mention
    name = labels.get(mention.theme, mention.theme)
    doubt = f"\n  doubtful: {one.doubt}" if one.doubt else ""
    return f"  {name} ({mention.theme}): {KINDS[mention.polarity]}, by {mention.rule}{doubt}"


def _answer() -> str | None:
    """What was answered, one of ANSWERS; None where somebody wants to stop, or the input ended."""
    while True:
        key = _key(_QUESTION)
        if key in {"", "q"}:
            return None
        if key == "p":
            key = _key(_WHICH)
        found = _KEYS.get(key) or _POLARITIES.get(key)
        if found:
            return found


def _key(question: str) -> str:
    """The key that was pressed; without a terminal the first letter of a line, "" at the end."""
    click.echo(question, nl=False)
    if sys.stdin.isatty():
        try:
            key = click.getchar(echo=False).lower()
        except EOFError:  # Ctrl-D
            return ""
        click.echo(key if key.isprintable() else "")
        return key
    sys.stdout.flush()
    line = sys.stdin.readline()
    click.echo(line.strip())
    return (line.strip()[:1] or "?").lower() if line else ""


def _show_precision(measured: Sequence[ThemePrecision], labels: Mapping[str, str]) -> None:
    if measured:
        click.echo("\nRight, of those drawn at random:")
    for one in measured:
        told = precision_text(Words("en"), one)
        click.echo(f"  {labels.get(one.theme, one.theme)}, {one.language}: {told}")
