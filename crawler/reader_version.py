"""Names the way a source's pages are read: another way, and a page must be read again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import crawler.extract

if TYPE_CHECKING:
    from rivalscope.models import Source


def reader_version(source: Source) -> str:
    """Changes with the readers' code and with what the source says of its pages."""
    said = (source.kind, source.reader, source.selectors, source.language, source.date_order)
    return blake2b(repr((_code(), said)).encode(), digest_size=8).hexdigest()


@cache
def _code() -> str:
    """Digest of the readers' source text: nobody has to remember to count a version up."""
    digest = blake2b(digest_size=8)
    for path in sorted(Path(crawler.extract.__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()
