"""Looks for erased texts byte by byte, where no query would find them: free pages, the log."""

from __future__ import annotations

import mmap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

#: So many bytes from a text's middle are nobody else's.
_PROBE_BYTES = 40
#: Each probe takes a third of a second a gigabyte.
_MOST_PROBES = 5


def probes_of(texts: Iterable[str]) -> tuple[bytes, ...]:
    """A stretch of each of the first five *texts* that are long enough to be one person's."""
    encoded = (text.encode() for text in texts)
    long = [text for text in encoded if len(text) >= _PROBE_BYTES]
    return tuple(_middle(text) for text in long[:_MOST_PROBES])


def count_traces(database: Path, probes: Sequence[bytes]) -> int:
    """How often any of *probes* stands in the file at *database* or in the logs beside it."""
    there = database.resolve()
    files = (there.with_name(f"{there.name}{suffix}") for suffix in ("", "-wal", "-journal"))
    return sum(_count(file, probe) for file in files for probe in probes)


def _middle(text: bytes) -> bytes:
    start = (len(text) - _PROBE_BYTES) // 2
    return text[start : start + _PROBE_BYTES]


def _count(path: Path, probe: bytes) -> int:
    if not path.exists() or not path.stat().st_size:
        return 0
    with (
        path.open("rb") as file,
        mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content,
    ):
        count, place = 0, content.find(probe)
        while place >= 0:
            count, place = count + 1, content.find(probe, place + 1)
    return count
