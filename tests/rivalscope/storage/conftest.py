"""A store in a fresh folder, and things to put into it."""

from datetime import UTC, datetime

import pytest

from rivalscope.models import Review, Snapshot, Source
from rivalscope.storage import Store, packed

FETCHED = datetime(2026, 9, 30, 2, 30, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "market.sqlite"


@pytest.fixture
def store(path):
    with Store(path) as opened:
        yield opened


@pytest.fixture
def source():
    return Source(brand="rival", id="portal", platform="portal", kind="reviews", url=None)


@pytest.fixture
def snapshot(store, source):
    page = Snapshot(url="http://a.example/1", fetched_at=FETCHED, body=b"<html>one</html>")
    store.pages.save(packed(page), source=source, run=store.runs.start("test", at=FETCHED))
    return page


@pytest.fixture
def review():
    return Review(
        native_id="1",
        title="Slow",
        body="The parcel came two weeks late.",
        rating=2.0,
        rating_max=5.0,
        published_at=datetime(2026, 9, 1, 12, tzinfo=UTC),
        date_precision="second",
    )
