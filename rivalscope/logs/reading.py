"""Reads the log back: what a person asks for, as columns or as it was written."""

from __future__ import annotations

import json
import textwrap
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from rivalscope.logs.files import Files

#: From the least to the most important.
LEVELS = ("debug", "info", "warning", "error", "critical")
#: Shown in columns, or of no use to a person.
_PLACED = {"at", "level", "event", "source", "exception", "logger", "call", "process", "run"}
_INDENT = " " * 20
_TIED = "\u00a0"

Line = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which lines; None and 0 want all."""

    run: str | None = None
    """A run's number or a call's name; of a run, all lines of the calls that had a part in it."""
    source: str | None = None
    """BRAND/ID, BRAND or ID."""
    level: str = LEVELS[0]
    """This one and the more important ones."""
    since: datetime | None = None
    """Aware."""
    tail: int = 0
    """Only the last so many."""


def lines(files: Files, wanted: Wanted) -> Iterable[Line]:
    """What is wanted of the log, the oldest first."""
    calls = _calls_of(files, wanted.run) if wanted.run else None
    found = (line for line in _all(files) if _is_wanted(line, wanted, calls=calls))
    return deque(found, maxlen=wanted.tail) if wanted.tail else found


def _all(files: Files) -> Iterator[Line]:
    for path in files.numbered().values():
        try:
            with path.open(encoding="utf-8", errors="replace") as file:
                yield from filter(None, map(_parsed, file))
        except FileNotFoundError:
            continue  # dropped while we read


def _parsed(text: str) -> Line | None:
    """The line, None where it is none: who wrote it was killed, or the disk was full."""
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) and {"at", "event", "level"} <= line.keys() else None


def _calls_of(files: Files, run: str) -> frozenset[str]:
    return frozenset(
        str(line.get("call"))
        for line in _all(files)
        if run in {str(line.get("run")), str(line.get("call"))}
    )


def _is_wanted(line: Line, wanted: Wanted, *, calls: frozenset[str] | None) -> bool:
    source = str(line.get("source", ""))
    return (
        _rank(line["level"]) >= _rank(wanted.level)
        and (calls is None or line.get("call") in calls)
        and (wanted.source is None or wanted.source in {source, *source.split("/")})
        and (wanted.since is None or str(line["at"]) >= _written(wanted.since))
    )


def _written(moment: datetime) -> str:
    """As lines have it, so that text compares as time does."""
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def _rank(level: str) -> int:
    return LEVELS.index(level) if level in LEVELS else 0


def render_lines(found: Iterable[Line], *, width: int) -> Iterator[str]:
    """Lines for a person, no longer than *width* (tracebacks as they are), UTC.

    A heading wherever another call of a command, or another day, begins.
    """
    before = None
    for line in found:
        heading = _heading(line)
        if heading != before:
            yield heading if before is None else f"\n{heading}"
        before = heading
        yield from _rendered(line, width=width)


def _heading(line: Line) -> str:
    run = f", run {line['run']}" if "run" in line else ""
    return _plain(f"{str(line['at'])[:10]}  call {line.get('call', '?')}{run}")


def _rendered(line: Line, *, width: int) -> Iterator[str]:
    source = f"{line['source']}: " if line.get("source") else ""
    text = f"{source}{line['event']}{_figures(line)}"
    begins = f"  {str(line['at'])[11:19]}  {line['level']:<8}"
    filled = textwrap.fill(
        _plain(text),
        width=width,
        initial_indent=_plain(begins),
        subsequent_indent=_INDENT,
        break_on_hyphens=False,
    )
    yield filled.replace(_TIED, " ")
    for row in str(line.get("exception", "")).splitlines():
        yield f"    {_plain(row)}"


def _figures(line: Mapping[str, Any]) -> str:
    """What else it says, but for counts of nothing; a name and its value stay on one row."""
    told = [
        f"{name}{_TIED}{value}" for name, value in line.items() if name not in _PLACED and value
    ]
    return ": " + ", ".join(told) if told else ""


def _plain(text: str) -> str:
    """*text* without what would move the cursor."""
    return "".join(one if one.isprintable() or one == _TIED else " " for one in text)
