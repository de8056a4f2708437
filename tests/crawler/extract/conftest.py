"""A page of our own to read, as if it had just been fetched."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from crawler.extract.page import Page
from rivalscope.models import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable

FETCHED_AT = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)


@pytest.fixture
def snapshot_of() -> Callable[..., Snapshot]:
    def build(body: str | bytes, *, url: str = "https://shop.example/p/1", content_type: str = ""):
        raw = body.encode() if isinstance(body, str) else body
        return Snapshot(url=url, fetched_at=FETCHED_AT, body=raw, content_type=content_type)

    return build


@pytest.fixture
def page_of(snapshot_of: Callable[..., Snapshot]) -> Callable[..., Page]:
    def build(body: str | bytes, *, url: str = "https://shop.example/p/1", **settings: object):
        return Page(snapshot_of(body, url=url), **settings)

    return build
