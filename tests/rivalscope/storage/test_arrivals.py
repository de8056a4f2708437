"""When reviews came in, and which of their dates tell the day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope.models import Arrival, Review, Snapshot, Source, Understanding
from rivalscope.storage import SourceRun, Store, packed

SOURCE = Source(brand="bolt", id="portal", platform="portal", kind="reviews", url=None)
PLACE = ("bolt", "portal", "portal")
FIRST = datetime(2026, 9, 1, 2, 30, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "market.sqlite") as store:
        yield store


def review(name, day, **changed):
    at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    values = {
        "native_id": name,
        "body": f"All was well, {name}",
        "rating": 4.0,
        "rating_max": 5.0,
        "published_at": at,
        "date_precision": "day",
    }
    return Review(**values | changed)


def crawl(store, *reviews, night, state="ok"):
    at = FIRST + timedelta(days=night)
    page = Snapshot(url="https://portal.example/", fetched_at=at, body=str(at).encode())
    run = store.runs.start("crawl", at=at)
    store.pages.save(packed(page), source=SOURCE, run=run)
    store.reviews.save(list(reviews), source=SOURCE, snapshot=page)
    store.runs.save_source(
        run, SourceRun.of(SOURCE, state=state, pages=1), at=at + timedelta(minutes=5)
    )
    with store.tx():
        store.understandings.save(
            [
                (Understanding(id=row[0], language="en", sentiment="neutral", score=0.0), "c")
                for row in store._database.tuples("SELECT id FROM reviews")  # ruff: ignore[private-member-access] - there is no other way to all ids
            ],
            version="v",
        )


def day(night):
    """The day before a night."""
    return FIRST.date() + timedelta(days=night - 1)


def test_arrivals_are_counted_from_the_first_good_crawl_on(store):
    crawl(store, review("old", day(-40)), night=0)
    crawl(store, review("a", day(1)), review("b", day(1)), review("older", day(-3)), night=1)
    crawl(store, review("c", day(1)), night=3)
    assert store.arrivals.by_source(since=date.min) == {
        PLACE: (Arrival(day(2), 1, 2), Arrival(day(4), 3, 1))
    }


def test_a_source_of_which_nothing_has_arrived_since_is_named(store):
    crawl(store, review("old", day(0)), night=0)
    assert store.arrivals.by_source(since=date.min) == {PLACE: ()}


def test_an_import_has_no_arrivals(store):
    crawl(store, review("old", day(0)), night=0, state="imported")
    assert store.arrivals.by_source(since=date.min) == {}


def test_what_a_good_crawl_overlooked_is_told(store):
    crawl(store, review("old", day(-9)), night=0)
    crawl(store, review("new", day(3)), night=3)
    crawl(store, review("late", day(-2)), review("new too", day(4)), night=4)
    seen = store.arrivals.steadiness(since=day(-20), until=day(9))[PLACE]
    assert {(one.overlooked, one.reviews) for one in seen} == {
        (None, 1),  # nobody could see it before
        (-2, 1),
        (0, 1),
        (6, 1),
    }


def test_a_date_that_became_a_later_one_is_told_and_tells_no_day(store):
    moved = review("moved", day(-9))
    crawl(store, moved, review("stays", day(-9)), night=0)
    later = datetime(2026, 9, 4, 12, tzinfo=UTC)
    crawl(store, replace(moved, published_at=later), night=4)
    seen = store.arrivals.steadiness(since=day(-20), until=day(9))[PLACE]
    assert sum(one.redated for one in seen) == 1
    told = store.understandings.daily_volumes(until=date.max, day_told=True)
    assert [(row.day, row.reviews) for row in told] == [(day(-9), 1)]
    assert sum(row.reviews for row in store.understandings.daily_volumes(until=date.max)) == 2


def test_only_dates_that_tell_the_day_make_a_daily_series(store):
    crawl(
        store,
        *(
            review(precision, day(-5), date_precision=precision)
            for precision in ("second", "day", "about_day", "week", "month")
        ),
        night=0,
    )
    (told,) = store.understandings.daily_volumes(until=date.max, day_told=True)
    (stars,) = store.understandings.daily_stars(until=date.max)
    assert told.reviews == 3
    assert (stars.reviews, stars.total, stars.squares) == (
        3,
        pytest.approx(2.4),
        pytest.approx(1.92),
    )
