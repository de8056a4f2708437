"""What a person sees while a command works: progress and log on standard error."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

    from rich.console import Console
    from rich.progress import Progress

    from rivalscope.models import Polarity


MIN_WIDTH = 60
#: What a mention of a polarity is called.
KINDS: Mapping[Polarity, str] = {
    "negative": "complaint",
    "positive": "praise",
    "neutral": "mention",
}


class Verbosity(Enum):
    """How much a command says besides its result."""

    QUIET = "quiet"
    NORMAL = "normal"
    VERBOSE = "verbose"

    @classmethod
    def of(cls, *, quiet: bool, verbose: bool) -> Self:
        """What ``-q`` and ``-v`` ask for."""
        return cls("quiet" if quiet else "verbose" if verbose else "normal")

    @property
    def log_level(self) -> str:
        """Of what is shown of the log."""
        return "INFO" if self is Verbosity.VERBOSE else "WARNING"


class Watch:
    """Shows the stages of a command as bars on a terminal, as plain lines elsewhere."""

    def __init__(self, progress: Progress | None, *, verbosity: Verbosity) -> None:
        self._progress = progress
        self._verbosity = verbosity
        self._task: int | None = None

    def stage(self, name: str, total: int | None) -> None:
        """A new stage begins; *total* steps, None where nobody knows."""
        if self._progress:
            self._task = self._progress.add_task(name, total=total, note="")

    def step(self, note: str = "", *, advance: int = 1) -> None:
        """*advance* steps are done; *note* says what the latest was."""
        if self._progress and self._task is not None:
            self._progress.update(self._task, advance=advance, note=note)  # type: ignore[arg-type]

    def say(self, line: str) -> None:
        """A line for the log."""
        if self._verbosity is Verbosity.QUIET:
            return
        if self._progress:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            sys.stderr.write(f"{line}\n")


@contextmanager
def watching(verbosity: Verbosity) -> Generator[Watch, None, None]:
    """A Watch for one command."""
    if verbosity is Verbosity.QUIET or not sys.stderr.isatty():
        yield Watch(None, verbosity=verbosity)
        return
    with _progress() as progress:
        yield Watch(progress, verbosity=verbosity)


def _progress() -> Progress:
    # ruff: ignore[import-outside-top-level] - where nobody watches, nobody waits for it to load
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    return Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("{task.fields[note]}"),
        console=_console(stderr=True),
        transient=True,
    )


def terminal_width() -> int:
    """Columns of the terminal; 80 where the output goes elsewhere."""
    console = _console()
    return max(console.width, MIN_WIDTH) if console.is_terminal else 80


def show_markdown(text: str) -> None:
    """Prints Markdown: laid out on a terminal, as it is where it goes elsewhere."""
    console = _console()
    if not console.is_terminal:
        sys.stdout.write(text)
        return
    from rich.markdown import Markdown  # ruff: ignore[import-outside-top-level] - as above

    console.print(Markdown(text, hyperlinks=False), width=terminal_width())


def terminal_color() -> bool:
    """Whether results may be colored: on a terminal, unless NO_COLOR says otherwise."""
    console = _console()
    return console.is_terminal and not console.no_color


def _console(*, stderr: bool = False) -> Console:
    from rich.console import Console  # ruff: ignore[import-outside-top-level] - as above

    return Console(stderr=stderr)


def program() -> str:
    """What to type to call this again: its name, or its path where the shell can't find it."""
    if shutil.which("rivalscope"):
        return "rivalscope"
    called = Path(sys.argv[0])
    return "python -m rivalscope" if called.name == "__main__.py" else _short(called)


def _short(path: Path) -> str:
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
