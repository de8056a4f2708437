"""Names are never kept, and what somebody asked to be forgotten stays forgotten."""

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rivalscope.models import Snapshot
from rivalscope.storage import Store, database
from rivalscope.storage.review_rows import rows_of

SNAPSHOT = Snapshot(
    url="http://a.example/2", fetched_at=datetime(2026, 10, 1, tzinfo=UTC), body=b"two"
)
LONG = "I waited three weeks for the parcel, wrote to them four times and never got an answer."


def test_an_author_is_a_keyed_hash_that_differs_between_databases(store, tmp_path):
    key = store.privacy.authors.of("Jana Nováková")
    assert key == store.privacy.authors.of(" jana  nováková ")
    assert key != store.privacy.authors.of("Jan Novák")
    with Store(tmp_path / "other.sqlite") as other:
        assert other.privacy.authors.of("Jana Nováková") != key


def test_a_pseudonym_from_a_stored_page_is_the_same_author(store):
    key = store.privacy.authors.of("Jana Nováková")
    assert store.privacy.authors.of(f"author-{key}") == key


def test_nobody_is_no_author(store):
    assert store.privacy.authors.of(None) is None
    assert store.privacy.authors.of("  ") is None


@pytest.fixture
def told(review):
    return replace(review, body=LONG, author="Jana Nováková", url="http://a.example/r/1")


def stored_id(store):
    ((text, _),) = store.reviews.to_understand("any")
    return text.id


def admitted(store, reviews, source):
    """The rows of *reviews* that may be kept."""
    rows = rows_of(reviews, source=source, page=SNAPSHOT, authors=store.privacy.authors)
    return store.privacy.admitted(rows)


def erase(store, snapshot, **wanted):
    asked = dict.fromkeys(("review", "url", "author", "text")) | wanted
    found = store.privacy.matching(**asked)
    return store.privacy.erase(found, at=snapshot.fetched_at)


@pytest.mark.parametrize(
    "wanted",
    [{"url": "http://a.example/r/1"}, {"author": "Jana Nováková"}, {"text": "wrote to them four"}],
)
def test_an_erased_review_stays_erased_when_it_is_seen_again(store, source, snapshot, told, wanted):
    store.reviews.save([told], source=source, snapshot=snapshot)
    erased = erase(store, snapshot, **wanted)
    assert len(erased.reviews) == 1
    assert store.reviews.count() == 0
    assert not admitted(store, [told], source)


def test_an_erased_text_stays_erased_under_another_number(store, source, snapshot, told):
    store.reviews.save([told], source=source, snapshot=snapshot)
    erase(store, snapshot, review=stored_id(store))
    elsewhere = replace(told, native_id="77", published_at=None, date_precision=None)
    assert not admitted(store, [elsewhere], source)


def test_others_who_wrote_the_same_two_words_are_not_forgotten(store, source, snapshot, review):
    short = replace(review, title=None, body="Too slow")
    store.reviews.save([short], source=source, snapshot=snapshot)
    erase(store, snapshot, review=stored_id(store))
    other = replace(short, native_id="77")
    assert len(admitted(store, [other], source)) == 1


def test_an_author_who_asked_is_never_kept_again(store, source, snapshot, told):
    store.privacy.suppress_author("Jana Nováková", at=snapshot.fetched_at)
    later = replace(told, native_id="9", body="Something new, and quite different this time.")
    assert not admitted(store, [later], source)


def test_nothing_of_an_erased_text_is_left_in_any_file(store, path, source, snapshot, told):
    store.reviews.save([told], source=source, snapshot=snapshot)
    edited = replace(told, body=f"{LONG} Never again.")
    store.reviews.save([edited], source=source, snapshot=snapshot)
    erase(store, snapshot, review=stored_id(store))
    files = [path, path.with_name(f"{path.name}-wal")]
    for file in files:
        assert b"three weeks" not in (file.read_bytes() if file.exists() else b"")


def test_the_pages_it_stood_on_are_dropped_too(store, source, snapshot, told):
    store.reviews.save([told], source=source, snapshot=snapshot)
    assert store.pages.find(snapshot.digest, url=snapshot.url)
    erased = erase(store, snapshot, author="Jana Nováková")
    assert erased.sources == ("rival/portal",)
    assert store.pages.find(snapshot.digest, url=snapshot.url) is None


def test_asking_for_nothing_matches_nothing(store, source, snapshot, told):
    store.reviews.save([told], source=source, snapshot=snapshot)
    assert store.privacy.matching(review=None, url=None, author=None, text=None) == ()


def test_all_reviews_of_an_author_who_asked_are_turned_away(store, source, snapshot, told):
    store.privacy.suppress_author("Jana Nováková", at=snapshot.fetched_at)
    several = [replace(told, native_id=str(number), body=f"{LONG} {number}") for number in range(3)]
    assert not admitted(store, several, source)


def test_an_erased_review_that_stands_twice_on_a_page_is_turned_away_twice(
    store, source, snapshot, told
):
    store.reviews.save([told], source=source, snapshot=snapshot)
    erase(store, snapshot, review=stored_id(store))
    assert not admitted(store, [told, replace(told)], source)


def test_an_erased_short_text_stays_erased_when_its_date_is_told_in_weeks(
    store, source, snapshot, review
):
    short = replace(
        review,
        native_id=None,
        title=None,
        body="Too slow",
        author="Ann",
        date_precision="about_day",
    )
    store.reviews.save([short], source=source, snapshot=snapshot)
    erase(store, snapshot, review=stored_id(store))
    assert not admitted(store, [replace(short, date_precision="week")], source)


def test_erasing_says_so_when_a_reader_keeps_the_text_in_the_log(
    path, source, snapshot, told, monkeypatch
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    reader = sqlite3.connect(path, isolation_level=None)
    with Store(path) as store:
        store.reviews.save([told], source=source, snapshot=snapshot)
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM reviews").fetchall()
        erased = erase(store, snapshot, review=stored_id(store))
    assert (erased.is_log_empty, erased.left > 0) == (False, True)
    reader.close()


def test_texts_that_differ_in_a_digit_only_are_not_forgotten_with_another(
    store, source, snapshot, told
):
    weeks = [replace(told, native_id=str(week), body=f"{LONG} Week {week}.") for week in range(3)]
    store.reviews.save(weeks, source=source, snapshot=snapshot)
    assert store.reviews.count() == 3
    erased = erase(store, snapshot, text="Week 1.")
    assert len(erased.reviews) == 1
    assert [row["body"] for row in admitted(store, weeks, source)] == [
        weeks[0].body,
        weeks[2].body,
    ]
