"""What came back is a snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from scrapy.http import Response


def snapshot_of(response: Response) -> Snapshot:
    """The page exactly as it came, fetched now."""
    header = (response.headers.get("Content-Type") or b"").decode("latin-1").lower()
    content_type, _, parameters = header.partition(";")
    _, _, charset = parameters.partition("charset=")
    return Snapshot(
        url=response.url,
        fetched_at=clock.now(),
        body=response.body,
        content_type=content_type.strip(),
        encoding=charset.strip("\"' ").split(";")[0] or None,
    )
