"""Everything a user can act on, and the exit code each ends with.

::

    RivalscopeError            1
     ├── ConfigurationError    2   one or more Mistakes in YAML
     ├── UsageError            2   a flag, an argument or an input file that makes no sense
     ├── StorageError          1   the database is locked, or from a newer version
     │    └── DamagedError     2   it is damaged, or no database at all
     ├── CrawlError            1   the crawl could not start or died
     ├── UnexpectedError       1   a bug of ours; its traceback is in the log
     └── PageChanged           -   a page lacks what its source promises; recorded, not fatal

Messages are lower case and read *what: which: why*; the facts are attributes. Anything that is
not one of these is a bug.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class RivalscopeError(Exception):
    """Root of everything a user can act on."""

    exit_code = 1


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing wrong in one place of a file; line and column count from 1, 0 where unknown."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"


class ConfigurationError(RivalscopeError):
    """The configuration has mistakes; all of them, not only the first."""

    exit_code = 2

    def __init__(self, mistakes: tuple[Mistake, ...]) -> None:
        super().__init__("\n".join(map(str, mistakes)))
        self.mistakes = mistakes


class UsageError(RivalscopeError):
    """A flag, an argument or an input file that makes no sense."""

    exit_code = 2


class StorageError(RivalscopeError):
    """The database can't be used: locked, damaged, or written by a newer version."""


class DamagedError(StorageError):
    """The file is no database of ours, or one whose bytes were changed by something else."""

    exit_code = 2


class CrawlError(RivalscopeError):
    """The crawl as a whole could not start, or its process died."""


class UnexpectedError(RivalscopeError):
    """A bug: said in one sentence, and where the rest of it is."""

    def __init__(self, what: str, *, log: Path) -> None:
        super().__init__(
            f"unexpected error: {what}: this is a bug; its traceback is in {log}"
            " (`rivalscope logs --tail 1`)"
        )
        self.log = log


class PageChanged(RivalscopeError):  # ruff: ignore[error-suffix-on-exception-name] - it is a finding about a page
    """A page does not hold what its source promises: never an empty success."""

    def __init__(self, url: str, missing: str) -> None:
        super().__init__(f"page changed: {url}: {missing}")
        self.url = url
        self.missing = missing
