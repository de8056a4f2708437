"""Pages are read in another process, whatever happens to it, and kept in this one."""

import asyncio
import os
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from crawler.reading.intake import Intake
from crawler.reading.messages import FetchedPage, Kept, Unread
from rivalscope.models import Snapshot, Source
from rivalscope.storage import Store

NOW = datetime(2026, 9, 1, tzinfo=UTC)
SOURCE = Source(brand="b", id="s", platform="p", kind="reviews", url="https://shop.example/")


def page(number, text="The parcel came late", extra=""):
    body = (
        '<html><script type="application/ld+json">{"@type": "Product", "name": "Lamp", "review":'
        f' [{{"@type": "Review", "author": "Jana {number}", "reviewBody": "{text} {number}",'
        '"datePublished": "2026-08-01", "reviewRating": {"ratingValue": 2}}]}</script>'
        f"{extra}</html>"
    )
    url = f"https://shop.example/{number}"
    snapshot = Snapshot(url=url, fetched_at=NOW, body=body.encode(), content_type="text/html")
    return FetchedPage(source=SOURCE, snapshot=snapshot, reader_version="1")


class Elsewhere:
    """What becomes a call in the process that it is sent to."""

    def __init__(self, call, *arguments):
        self.call = (call, arguments)

    def __reduce__(self):
        return self.call


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "x.sqlite") as store:
        yield store


def taken(store, pages):
    """What came of *pages*, all asked for at once."""

    async def take_all():
        with Intake(store, run=run) as intake:
            return await asyncio.gather(*map(intake.take, pages))

    run = store.runs.start("crawl", at=NOW)
    return asyncio.run(take_all())


def test_each_page_gets_its_own_answer_however_many_come_at_once(store):
    answers = taken(store, [page(number) for number in range(30)])

    assert [one.state.url for one in answers] == [
        f"https://shop.example/{number}" for number in range(30)
    ]
    assert store.reviews.count() == 30


def test_a_page_that_ends_its_reader_fails_alone(store):
    deadly = replace(page(1), etag=Elsewhere(os._exit, 9))
    pages = [page(0), deadly, page(2), page(3)]

    answers = taken(store, pages)

    assert [type(one) for one in answers] == [Kept, Unread, Kept, Kept]
    assert "the process that reads it died" in answers[1].reason
    assert store.reviews.count() == 3


def test_a_page_that_takes_too_long_ends_its_reader_and_fails(store, monkeypatch):
    monkeypatch.setattr("crawler.reading.reader_process._SECONDS_A_PAGE", 12.0)
    endless = replace(page(0), etag=Elsewhere(time.sleep, 60))
    pages = [endless, page(1)]

    answers = taken(store, pages)

    assert [type(one) for one in answers] == [Unread, Kept]


def test_a_page_that_cannot_be_kept_takes_no_other_with_it(store, monkeypatch):
    keep = store.page_states.save

    def save(state, *, source):
        if state.url.endswith("/1"):
            raise LookupError(state.url)
        keep(state, source=source)

    monkeypatch.setattr(store.page_states, "save", save)

    answers = taken(store, [page(number) for number in range(3)])

    assert [type(one) for one in answers] == [Kept, Unread, Kept]
    assert answers[1].reason == "LookupError: https://shop.example/1"
    assert store.reviews.count() == 2


def test_a_mistake_in_reading_is_told_with_its_name(store):
    wrong = replace(page(1), source=Elsewhere(str, "no source"))

    answers = taken(store, [page(0), wrong])

    assert answers[1].reason.startswith("AttributeError: ")
    assert store.reviews.count() == 1


def test_a_large_page_waits_until_the_reader_can_take_it(store):
    large = page(1, extra=f"<!-- {'x' * 2_000_000} -->")

    answers = taken(store, [page(0), large, page(2)])

    assert [type(one) for one in answers] == [Kept, Kept, Kept]
