"""Goals in the database: kept once, closed once, and every figure typed in stays."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rivalscope.models import Goal, Measure, Understanding

AT = datetime(2026, 9, 1, 8, tzinfo=UTC)


@pytest.fixture
def goal():
    return Goal(
        id="goal:nps:1",
        brand="us",
        metric="nps",
        theme=None,
        title=None,
        baseline=31,
        target=32,
        started_on=date(2026, 9, 1),
        deadline=date(2026, 9, 30),
        owner="Jana",
        parent=None,
        tactic=None,
    )


def measure(day, value):
    return Measure(goal="goal:nps:1", measured_on=date(2026, 9, day), value=value)


def test_saving_twice_leaves_one_as_it_was(store, goal):
    assert store.goals.save(goal, at=AT)
    assert not store.goals.save(replace(goal, title="Other"), at=AT)
    assert store.goals.all() == (goal,)


def test_closing_twice_keeps_the_first_day(store, goal):
    store.goals.save(goal, at=AT)
    assert store.goals.close(goal.id, on=date(2026, 9, 9), at=AT)
    assert not store.goals.close(goal.id, on=date(2026, 9, 10), at=AT)
    closed = store.goals.find(goal.id)
    assert closed.closed_on == date(2026, 9, 9)
    assert closed.ends_on == date(2026, 9, 9)


def test_a_goal_is_open_from_its_first_day_until_it_is_closed(store, goal):
    store.goals.save(goal, at=AT)
    store.goals.close(goal.id, on=date(2026, 9, 9), at=AT)

    def open_on(day):
        return store.goals.open_on(day, brand="us")

    assert open_on(date(2026, 8, 31)) == ()
    assert open_on(date(2026, 9, 8)) == (goal,)
    assert open_on(date(2026, 9, 9)) == ()
    assert store.goals.open_on(date(2026, 9, 8), brand="rival") == ()


def test_a_figure_typed_anew_holds_and_the_old_one_is_kept(store, path, goal):
    store.goals.save(goal, at=AT)
    assert store.goals.measure(measure(9, 30.0), at=AT)
    assert store.goals.measure(measure(9, 33.0), at=AT)
    assert not store.goals.measure(measure(9, 33.0), at=AT)
    assert store.goals.measure(measure(9, 30.0), at=AT)
    store.goals.measure(measure(5, 29.0), at=AT)
    assert store.goals.measures(goal.id) == (measure(5, 29.0), measure(9, 30.0))
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM goal_measures").fetchone() == (4,)


def test_stars_are_summed_by_week_and_as_shares(store, source, snapshot, review):
    first = datetime(2026, 9, 2, tzinfo=UTC)
    reviews = [
        replace(review, native_id="a", rating=5.0, published_at=first),
        replace(review, native_id="b", rating=2.5, published_at=first),
        replace(review, native_id="c", rating=5.0, published_at=first.replace(day=20)),
        replace(review, native_id="d", rating=None, published_at=first),
    ]
    store.reviews.save(reviews, source=source, snapshot=snapshot)
    waiting = store.reviews.to_understand("v")
    store.understandings.save(
        [
            (Understanding(id=text.id, language="en", sentiment="neutral", score=0.0), content)
            for text, content in waiting
        ],
        version="v",
        engines={},
    )
    weeks = store.understandings.star_sums("rival", since=date(2026, 9, 1), until=date(2026, 9, 21))
    assert [(one.reviews, one.total, one.squares) for one in weeks] == [(2, 1.5, 1.25), (1, 1, 1)]
