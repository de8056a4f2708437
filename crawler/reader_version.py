"""Names the way a source's pages are read: another way, and a page must be read again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import crawler.extract
from crawler import (
    folding,
    greetings,
    keeping,
    names,
    pseudonyms,
    redacted_reviews,
    standing_alone,
)
from rivalscope import redaction, text

if TYPE_CHECKING:
    from rivalscope.models import Source

# What changes the words that are kept of a page as they were read.
_KEEPING = (
    folding,
    greetings,
    keeping,
    names,
    pseudonyms,
    redacted_reviews,
    redaction,
    standing_alone,
    text,
)


def reader_version(source: Source) -> str:
    """Changes with the readers' code and with what the source says of its pages."""
    said = (
        source.kind,
        source.platform,
        source.reader,
        source.selectors,
        source.language,
        source.date_order,
    )
    return blake2b(repr((_code(), said)).encode(), digest_size=8).hexdigest()


@cache
def _code() -> str:
    """Digest of the source text of whatever a page passes: nobody has to count a version up."""
    digest = blake2b(digest_size=8)
    read = sorted(Path(crawler.extract.__file__).parent.rglob("*.py"))
    kept = [Path(module.__file__ or "") for module in _KEEPING]
    for path in (*read, *kept):
        digest.update(path.read_bytes())
    return digest.hexdigest()
