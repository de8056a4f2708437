"""Names the way a source's pages are read: another way, and a page must be read again."""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import crawler.extract
import crawler.privacy
from crawler.reading import cleaning, one_page
from rivalscope import redaction, text

if TYPE_CHECKING:
    from rivalscope.models import Source

# What changes the words that are kept of a page, and where it is said to lead.
_PACKAGES = (crawler.extract, crawler.privacy)
_MODULES = (cleaning, one_page, redaction, text)


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
    packages = [Path(package.__path__[0]) for package in _PACKAGES]
    read = sorted(path for folder in packages for path in folder.rglob("*.py"))
    kept = [Path(module.__file__ or "") for module in _MODULES]
    for path in (*read, *kept):
        digest.update(path.read_bytes())
    return digest.hexdigest()
