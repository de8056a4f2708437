"""One row per review, however often it is seen."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rivalscope.models import Reply, Review, Source, ThemeMention, Understanding
from rivalscope.storage import Saved, review_id

PORTAL = Source(brand="rival", id="portal", platform="portal", kind="reviews", url=None)


def test_saving_twice_leaves_one_row(store, source, snapshot, review):
    first = store.reviews.save([review], source=source, snapshot=snapshot)
    again = store.reviews.save([review, review], source=source, snapshot=snapshot)
    assert first == Saved(read=1, new=1, changed=0)
    assert again == Saved(read=2, new=0, changed=0)
    assert store.reviews.count() == 1


def test_what_is_read_back_is_what_was_saved(store, source, snapshot, review):
    full = replace(
        review,
        verified=True,
        language="en",
        url="http://a.example/r/1",
        reply=Reply(body="We are sorry.", published_at=datetime(2026, 9, 2, tzinfo=UTC)),
    )
    store.reviews.save([full], source=source, snapshot=snapshot)
    stored = store.reviews.find(review_id(full, source=source))
    assert stored is not None
    assert stored.review == full
    assert (stored.brand, stored.platform, stored.page_url) == ("rival", "portal", snapshot.url)


def test_an_edit_replaces_the_text_and_keeps_when_it_was_first_seen(
    store, source, snapshot, review
):
    store.reviews.save([review], source=source, snapshot=snapshot)
    later = replace(snapshot, fetched_at=snapshot.fetched_at + timedelta(days=1))
    edited = replace(review, body="It came after all.")
    saved = store.reviews.save([edited], source=source, snapshot=later)
    stored = store.reviews.find(review_id(review, source=source))
    assert saved == Saved(read=1, new=0, changed=1)
    assert stored.review.body == "It came after all."
    assert stored.first_seen_at == snapshot.fetched_at


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ((28, "day"), (1, "month"), (28, "day")),
        ((1, "month"), (28, "day"), (28, "day")),
        ((24, "week"), (23, "week"), (24, "week")),
        ((28, "day"), (27, "day"), (27, "day")),
    ],
)
def test_a_vaguer_date_never_replaces_a_better_one(
    store, source, snapshot, review, first, second, kept
):
    for day, precision in (first, second):
        moment = datetime(2026, 3, day, tzinfo=UTC)
        seen = replace(review, published_at=moment, date_precision=precision)
        store.reviews.save([seen], source=source, snapshot=snapshot)
    stored = store.reviews.find(review_id(review, source=source)).review
    assert (stored.published_on.day, stored.date_precision) == kept


def test_a_vague_date_is_no_part_of_an_identity(review):
    vague = replace(review, native_id=None, date_precision="month")
    later = replace(vague, published_at=datetime(2026, 10, 1, tzinfo=UTC))
    assert review_id(vague, source=PORTAL) == review_id(later, source=PORTAL)


def test_a_table_larger_than_sqlites_limits_is_saved_and_known_again(
    store, source, snapshot, review
):
    many = [replace(review, native_id=str(number)) for number in range(1_200)]
    assert store.reviews.save(many, source=source, snapshot=snapshot).new == 1_200
    assert store.reviews.save(many, source=source, snapshot=snapshot) == Saved(read=1_200)


def test_pages_are_forgotten_with_the_reviews_that_stood_on_them(store, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    early, late = date(2026, 9, 1), date(2026, 10, 1)
    store.retention.forget(reviews_before=early, pages_before=early)
    assert store.pages.find(snapshot.digest, url=snapshot.url) is not None
    store.retention.forget(reviews_before=late, pages_before=late)
    assert store.pages.find(snapshot.digest, url=snapshot.url) is None


def test_pages_are_forgotten_sooner_than_what_they_said(store, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    store.retention.forget(reviews_before=date(2026, 9, 1), pages_before=date(2026, 10, 1))
    assert store.pages.find(snapshot.digest, url=snapshot.url) is None
    assert store.reviews.count() == 1


def test_the_platforms_own_id_is_the_identity(review):
    edited = replace(review, body="Other words", rating=5.0)
    assert review_id(edited, source=PORTAL) == review_id(review, source=PORTAL)


def test_without_an_id_day_and_words_are(review):
    nameless = replace(review, native_id=None)
    key = review_id(nameless, source=PORTAL)
    assert review_id(replace(nameless, rating=5.0, verified=True), source=PORTAL) == key
    assert review_id(replace(nameless, body="Other words"), source=PORTAL) != key
    assert review_id(replace(nameless, published_at=None), source=PORTAL) != key


def test_the_same_id_at_two_sources_is_two_reviews(review):
    other = replace(PORTAL, brand="other")
    assert review_id(review, source=PORTAL) != review_id(review, source=other)


def test_what_was_understood_is_not_understood_again_until_it_changes(
    store, source, snapshot, review
):
    store.reviews.save([review], source=source, snapshot=snapshot)
    ((text, content),) = store.reviews.to_understand("v1")
    assert text.body == "Slow\nThe parcel came two weeks late."
    assert text.stars == 0.4
    understood = Understanding(id=text.id, language="en", sentiment="negative", score=-0.5)
    store.understandings.save([(understood, content)], version="v1")
    assert store.reviews.to_understand("v1") == []
    assert len(store.reviews.to_understand("v2")) == 1
    store.reviews.save([replace(review, body="New")], source=source, snapshot=snapshot)
    assert len(store.reviews.to_understand("v1")) == 1


def test_forgetting_takes_everything_made_of_a_review_along(store, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    ((text, content),) = store.reviews.to_understand("v1")
    mention = ThemeMention(
        theme="delivery_speed", polarity="negative", start=0, end=4, quote="Slow", rule="x"
    )
    understood = Understanding(
        id=text.id, language="en", sentiment="negative", score=-0.5, mentions=(mention,)
    )
    store.understandings.save([(understood, content)], version="v1")
    for day, forgotten in ((30, 0), (31, 1)):
        before = date(2026, 9, 1) + timedelta(days=day - 1)
        assert store.retention.forget(reviews_before=before, pages_before=before) == forgotten
    assert store.understandings.mentions_of(text.id) == ()
    assert store.understandings.daily_counts(until=date.max) == ()


@given(body=st.text(), title=st.none() | st.text(), rating=st.none() | st.floats(0, 5))
def test_any_review_has_a_short_plain_id(body, title, rating):
    key = review_id(Review(body=body, title=title, rating=rating), source=PORTAL)
    assert key.startswith("review:")
    assert key.isascii()
    assert len(key) == 23
