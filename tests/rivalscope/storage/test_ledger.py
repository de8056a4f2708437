"""What was edited, went, came back, or stands in several places."""

from dataclasses import replace
from datetime import timedelta

import pytest

from rivalscope.models import Reply, Source, Understanding
from rivalscope.storage import Saved, review_id

LONG = "I waited three weeks for the parcel, wrote to them four times and never got an answer."


@pytest.fixture
def later(snapshot):
    return replace(snapshot, fetched_at=snapshot.fetched_at + timedelta(days=1))


def test_fault_16_an_edit_is_a_version_and_one_row(store, source, snapshot, later, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    edited = replace(review, body="They came in the end.", rating=4.0)
    assert store.reviews.save([edited], source=source, snapshot=later).changed == 1
    assert store.reviews.save([edited], source=source, snapshot=later).changed == 0
    (before,) = store.reviews.versions(review_id(review, source=source))
    assert (before.body, before.rating) == (review.body, 2.0)
    assert store.reviews.count() == 1


def test_a_reply_that_is_added_is_an_edit(store, source, snapshot, later, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    answered = replace(review, reply=Reply(body="We are sorry."))
    assert store.reviews.save([answered], source=source, snapshot=later).changed == 1
    assert store.reviews.find(review_id(review, source=source)).review.reply.body


@pytest.mark.parametrize(
    "worse",
    [
        {"rating": None, "rating_max": None},
        {"title": None},
        {"published_at": None, "date_precision": None},
        {"body": "The parcel came two…"},
        {"body": ""},
    ],
)
def test_what_was_not_read_this_time_is_kept_as_it_was_known(
    store, source, snapshot, later, review, worse
):
    store.reviews.save([review], source=source, snapshot=snapshot)
    saved = store.reviews.save([replace(review, **worse)], source=source, snapshot=later)
    assert saved == Saved(read=1)
    assert store.reviews.find(review_id(review, source=source)).review == review


def test_fault_16_a_review_missing_from_two_complete_crawls_is_gone_and_may_come_back(
    store, source, snapshot, review
):
    day_before = review.published_at - timedelta(days=1)
    other = replace(review, native_id="2", body=LONG, published_at=day_before)
    store.reviews.save([review, other], source=source, snapshot=snapshot)
    key, at = review_id(review, source=source), snapshot.fetched_at
    seen = {review_id(other, source=source)}
    missed, _ = store.presence.missing(source, seen=seen)
    assert list(missed) == [key]
    assert store.presence.mark_missing(source, missed, at=at) == 0
    assert store.reviews.find(key).gone_at is None
    assert store.presence.mark_missing(source, missed, at=at) == 1
    assert store.reviews.find(key).gone_at == at
    assert store.presence.mark_seen(source, {key}, at=at) == 1
    assert store.reviews.find(key).gone_at is None


def test_one_miss_is_forgotten_when_the_review_is_there_again(store, source, snapshot, review):
    store.reviews.save([review], source=source, snapshot=snapshot)
    key, at = review_id(review, source=source), snapshot.fetched_at
    store.presence.mark_missing(source, [key], at=at)
    store.presence.mark_seen(source, {key}, at=at)
    assert store.presence.mark_missing(source, [key], at=at) == 0


def dated(review, number, day, precision="day"):
    moment = review.published_at.replace(day=day)
    return replace(
        review,
        native_id=number,
        body=f"{LONG} {number}",
        published_at=moment,
        date_precision=precision,
    )


def test_what_is_older_than_the_crawl_reached_is_not_missing(store, source, snapshot, review):
    told = [dated(review, str(day), day) for day in (10, 20, 25)]
    store.reviews.save(told, source=source, snapshot=snapshot)
    oldest, middle, newest = (review_id(one, source=source) for one in told)
    assert store.presence.missing(source, seen={middle}) == ([newest], 1)
    assert store.presence.missing(source, seen={oldest}) == ([*sorted([middle, newest])], 2)


def test_where_days_are_only_months_nothing_is_known_to_be_missing(store, source, snapshot, review):
    told = [dated(review, str(number), 1, "month") for number in range(3)]
    store.reviews.save(told, source=source, snapshot=snapshot)
    seen = {review_id(told[0], source=source)}
    assert store.presence.missing(source, seen=seen) == ([], 0)


def test_a_review_dated_days_ago_is_the_same_one_when_it_turns_a_week_old(
    store, source, snapshot, review
):
    told = replace(review, native_id=None, author="Ann", body=LONG)
    for day, precision in ((3, "about_day"), (2, "about_day"), (1, "week"), (1, "month")):
        moment = review.published_at.replace(day=day)
        seen = replace(told, published_at=moment, date_precision=precision)
        store.reviews.save([seen], source=source, snapshot=snapshot)
    assert store.reviews.count() == 1


@pytest.mark.parametrize("body", ["Super", ""])
def test_the_same_word_by_three_people_is_three_reviews(store, source, snapshot, review, body):
    told = [
        replace(review, native_id=None, title=None, body=body, author=f"Person {n}", rating=n)
        for n in (1.0, 3.0, 5.0)
    ]
    assert store.reviews.save(told, source=source, snapshot=snapshot).new == 3


def test_stars_alone_by_nobody_differ_by_the_stars(store, source, snapshot, review):
    bare = replace(review, native_id=None, title=None, body="")
    told = [replace(bare, rating=stars) for stars in (1.0, 5.0)]
    assert store.reviews.save(told, source=source, snapshot=snapshot).new == 2


def storefront(name):
    return Source(brand="rival", id=name, platform="app_store", kind="reviews", url=None)


def test_fault_16_the_same_review_in_three_locales_counts_once(store, snapshot, review):
    for name in ("us", "gb", "cz"):
        store.reviews.save([review], source=storefront(name), snapshot=snapshot)
    assert store.reviews.count() == 1
    copies = [review_id(review, source=storefront(name)) for name in ("gb", "cz")]
    first = review_id(review, source=storefront("us"))
    assert {store.reviews.find(key).duplicate_of for key in copies} == {first}


def test_the_same_number_of_another_review_is_no_copy(store, snapshot, review):
    store.reviews.save([review], source=storefront("us"), snapshot=snapshot)
    other = replace(review, published_at=review.published_at + timedelta(days=3), author="Ann")
    store.reviews.save([other], source=storefront("gb"), snapshot=snapshot)
    assert store.reviews.count() == 2


def test_fault_16_a_text_syndicated_to_another_site_counts_once(store, snapshot, review):
    told = replace(review, body=LONG)
    for platform in ("maker", "shop"):
        source = Source(brand="rival", id=platform, platform=platform, kind="reviews", url=None)
        copied = replace(told, native_id=f"{platform}-77")
        store.reviews.save([copied], source=source, snapshot=snapshot)
    assert store.reviews.count() == 1


def test_texts_that_differ_in_a_digit_only_are_no_copies(store, source, snapshot, review):
    told = [replace(review, native_id=f"{n}", title=None, body=f"{LONG} {n}") for n in (1, 2)]
    store.reviews.save(told, source=source, snapshot=snapshot)
    assert store.reviews.count() == 2


def test_of_two_copies_on_one_page_one_counts(store, source, snapshot, review):
    told = replace(review, body=LONG)
    twice = [told, replace(told, native_id="77")]
    assert store.reviews.save(twice, source=source, snapshot=snapshot).new == 2
    assert store.reviews.count() == 1


def test_two_short_texts_of_one_day_are_two_reviews(store, snapshot, review):
    for platform in ("maker", "shop"):
        source = Source(brand="rival", id=platform, platform=platform, kind="reviews", url=None)
        short = replace(review, title=None, body="Good.", native_id=platform)
        store.reviews.save([short], source=source, snapshot=snapshot)
    assert store.reviews.count() == 2


def test_a_copy_counts_when_the_first_of_them_is_forgotten(store, snapshot, later, review):
    store.reviews.save([review], source=storefront("us"), snapshot=snapshot)
    store.reviews.save([review], source=storefront("gb"), snapshot=later)
    day = later.fetched_at.date()
    assert store.retention.forget(reviews_before=day, pages_before=day).reviews == 1
    assert store.reviews.count() == 1


def test_a_copy_counts_when_the_first_of_them_is_gone_and_one_of_them_when_it_is_back(
    store, snapshot, review
):
    for name in ("us", "gb"):
        store.reviews.save([review], source=storefront(name), snapshot=snapshot)
    first, copy = (review_id(review, source=storefront(name)) for name in ("us", "gb"))
    for _ in range(2):
        store.presence.mark_missing(storefront("us"), [first], at=snapshot.fetched_at)
    assert store.reviews.find(copy).duplicate_of is None
    store.presence.mark_seen(storefront("us"), {first}, at=snapshot.fetched_at)
    assert store.reviews.count() == 1


def test_a_new_copy_of_what_is_gone_counts(store, snapshot, review):
    store.reviews.save([review], source=storefront("us"), snapshot=snapshot)
    first = review_id(review, source=storefront("us"))
    for _ in range(2):
        store.presence.mark_missing(storefront("us"), [first], at=snapshot.fetched_at)
    store.reviews.save([review], source=storefront("gb"), snapshot=snapshot)
    assert store.reviews.find(review_id(review, source=storefront("gb"))).duplicate_of is None


def test_a_copy_that_was_edited_into_another_text_counts_by_itself(store, snapshot, later, review):
    told = replace(review, body=LONG)
    shop = Source(brand="rival", id="shop", platform="shop", kind="reviews", url=None)
    store.reviews.save([told], source=storefront("us"), snapshot=snapshot)
    store.reviews.save([told], source=shop, snapshot=snapshot)
    assert store.reviews.count() == 1
    edited = replace(told, body=LONG.replace("three weeks", "two days, then got a refund at once"))
    store.reviews.save([edited], source=shop, snapshot=later)
    assert store.reviews.count() == 2


def test_copies_and_what_is_gone_are_not_counted_in_a_brands_tally(store, snapshot, review):
    day = review.published_on
    for name in ("us", "gb"):
        store.reviews.save([review], source=storefront(name), snapshot=snapshot)
    texts = store.reviews.to_understand("v1")
    store.understandings.save(
        [
            (Understanding(id=t.id, language="en", sentiment="negative", score=-0.5), content)
            for t, content in texts
        ],
        version="v1",
    )
    assert store.understandings.tally("rival", since=day, until=day).reviews == 1
    for name in ("us", "gb"):
        key = review_id(review, source=storefront(name))
        for _ in range(2):
            store.presence.mark_missing(storefront(name), [key], at=snapshot.fetched_at)
    assert store.understandings.tally("rival", since=day, until=day).reviews == 0
