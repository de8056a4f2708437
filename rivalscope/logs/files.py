"""Numbered files that several processes append to at once, bounded in size and number."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_FLAGS = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


class Files:
    """``NAME.000001.jsonl`` and so on in *folder*: the last one is written to, the oldest dropped.

    No file is ever renamed, so nobody's is taken away while it is being written to: who finds the
    last one full begins the next, and whoever else does finds it there. A line is one write to a
    file opened for appending, which the system puts behind what others have written.
    """

    def __init__(self, folder: Path, *, name: str, most_bytes: int, count: int) -> None:
        self.folder = folder
        self._name = name
        self._most_bytes = most_bytes
        self._count = count
        self._open: int | None = None

    @property
    def last(self) -> Path:
        """The file that is written to; it need not be there yet."""
        return self._path(max(self.numbered(), default=1))

    def numbered(self) -> Mapping[int, Path]:
        """The files there are by their number, the oldest first."""
        begins = len(self._name) + 1
        found = (
            (path.name[begins : -len(".jsonl")], path)
            for path in self.folder.glob(f"{self._name}.*.jsonl")
        )
        return dict(sorted((int(number), path) for number, path in found if number.isdigit()))

    def append(self, line: bytes) -> None:
        """Puts *line* behind all others; raises OSError where that can't be done."""
        os.write(self._descriptor(), line)

    def close(self) -> None:
        """Gives the file back."""
        if self._open is not None:
            os.close(self._open)
        self._open = None

    def _descriptor(self) -> int:
        if self._open is None:
            return self._next()
        state = os.fstat(self._open)
        has_room = state.st_size < self._most_bytes and state.st_nlink
        return self._open if has_room else self._next()

    def _next(self) -> int:
        self.close()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        numbered = self.numbered()
        number = max(numbered, default=1)
        if number in numbered and numbered[number].lstat().st_size >= self._most_bytes:
            number += 1
        self._open = os.open(self._path(number), _FLAGS, 0o600)
        for old in [one for one in numbered if one <= number - self._count]:
            numbered[old].unlink(missing_ok=True)
        return self._open

    def _path(self, number: int) -> Path:
        return self.folder / f"{self._name}.{number:06}.jsonl"


class FilesHandler(logging.Handler):
    """Appends records to *files*; a log that can't be written is told once and stops nothing."""

    def __init__(self, files: Files) -> None:
        super().__init__()
        self._files = files
        self._is_broken = False

    def emit(self, record: logging.LogRecord) -> None:
        """Formats and appends it."""
        if self._is_broken:
            return
        try:
            line = self.format(record)
            self._files.append(line.encode(errors="backslashreplace") + b"\n")
        except OSError as error:
            self._is_broken = True
            reason = error.strerror or str(error)
            sys.stderr.write(f"rivalscope: no log: {self._files.last}: {reason}\n")
        except Exception:  # ruff: ignore[blind-except] - as every handler: what can't be told must not end what is told of
            self.handleError(record)

    def close(self) -> None:
        """Gives the file back."""
        self._files.close()
        super().close()
