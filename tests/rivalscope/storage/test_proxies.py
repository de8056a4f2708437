"""What the store knows of replies, advice and signals."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rivalscope.models import ProxySignal, Reply, Source, ThemeMention, Understanding

SINCE, UNTIL = date(2026, 7, 1), date(2026, 9, 30)
EFFORT = ProxySignal(kind="effort", brand="rival", start=0, end=4, quote="Slow")


@pytest.fixture
def saved(store, source, snapshot, review):
    """``saved(number, ...)`` stores a review of its own, with some fields changed, gives its id."""

    def saving(number, *, at=source, **changes):
        one = replace(review, native_id=str(number), body=f"Text {number}.", **changes)
        kept = store.reviews.save([one], source=at, snapshot=snapshot)
        (key,) = kept.keys
        return key

    return saving


@pytest.fixture
def understood(store):
    def understanding(key, *, language="en", mentions=()):
        content = store.reviews.to_understand("1")
        own = next(hash_ for text, hash_ in content if text.id == key)
        one = Understanding(
            id=key,
            language=language,
            sentiment="neutral",
            score=0.0,
            mentions=tuple(
                ThemeMention(
                    theme=theme, polarity=polarity, start=0, end=4, quote="Slow", rule="cue"
                )
                for theme, polarity in mentions
            ),
        )
        store.understandings.save([(one, own)], version="1")
        return own

    return understanding


def reply(day, hour=12):
    return Reply(body="Sorry.", published_at=datetime(2026, 9, day, hour, tzinfo=UTC))


def replies(store, **more):
    return store.proxies.replies(since=SINCE, until=UNTIL, **more)


def test_replies_are_counted_by_source_with_the_days_they_took(store, saved):
    saved(1, reply=reply(1, hour=23))
    saved(2, reply=reply(8))
    saved(3)
    (one,) = replies(store)
    assert (one.brand, one.source, one.platform) == ("rival", "portal", "portal")
    assert (one.reviews, one.replied, one.delays) == (3, 2, (0, 7))


def test_a_platform_that_never_showed_a_reply_says_nothing_of_them(store, saved):
    saved(1)
    assert replies(store) == ()


def test_a_reply_on_another_brands_page_shows_that_the_platform_has_them(store, saved):
    saved(1)
    other = Source(brand="us", id="portal", platform="portal", kind="reviews", url=None)
    saved(2, at=other, reply=reply(3))
    assert [(one.brand, one.reviews, one.replied) for one in replies(store)] == [
        ("rival", 1, 0),
        ("us", 1, 1),
    ]


def test_a_delay_needs_both_days_and_a_later_reply(store, saved):
    saved(1, date_precision="month", reply=reply(20))
    saved(2, reply=Reply(body="Sorry."))
    saved(3, published_at=datetime(2026, 9, 10, tzinfo=UTC), reply=reply(2))
    (one,) = replies(store)
    assert (one.replied, one.delays) == (3, ())


def test_sources_that_pick_reviews_are_left_out(store, saved):
    saved(1, reply=reply(2))
    assert replies(store, without={"rival/portal"}) == ()


def test_a_review_waits_for_its_phrases_once(store, saved, understood):
    key = saved(1)
    assert store.proxies.waiting({"en": "a"}) == []
    content = understood(key)
    assert store.proxies.waiting({"en": "a"}) == [key]
    assert store.proxies.waiting({"cs": "a"}) == []
    store.proxies.save([(key, "en", content, (EFFORT,))], versions={"en": "a"})
    assert store.proxies.waiting({"en": "a"}) == []
    assert store.proxies.waiting({"en": "b"}) == [key]
    assert store.proxies.signals_of(key) == (EFFORT,)


def test_searched_again_a_review_has_only_its_new_signals(store, saved, understood):
    key = saved(1)
    content = understood(key)
    store.proxies.save([(key, "en", content, (EFFORT,))], versions={"en": "a"})
    store.proxies.save([(key, "en", content, ())], versions={"en": "b"})
    assert store.proxies.signals_of(key) == ()


def test_an_edited_review_waits_again_once_it_is_understood(store, saved, understood, review):
    key = saved(1)
    store.proxies.save([(key, "en", understood(key), ())], versions={"en": "a"})
    assert saved(1, title="Now fast") == key
    assert store.proxies.waiting({"en": "a"}) == []
    understood(key)
    assert store.proxies.waiting({"en": "a"}) == [key]


def test_signals_are_counted_by_day_and_quoted(store, saved, understood):
    for number, signals in ((1, (EFFORT,)), (2, ()), (3, (EFFORT,))):
        key = saved(number)
        store.proxies.save([(key, "en", understood(key), signals)], versions={"en": "a"})
    (volume,) = store.proxies.daily_volumes(since=SINCE, until=UNTIL)
    (count,) = store.proxies.daily_counts(since=SINCE, until=UNTIL)
    assert (volume.reviews, volume.day) == (3, date(2026, 9, 1))
    assert (count.themes, count.complaints, count.praises) == (("effort:rival",), (2,), (0,))
    quotes = store.proxies.evidence(since=SINCE, until=UNTIL)
    assert [(one.theme, one.quote, one.url) for one in quotes] == [
        ("effort:rival", "Slow", "http://a.example/1")
    ] * 2


def test_advice_takes_sides_or_both(store, saved, understood):
    for number, mentions in enumerate(
        (
            [("recommend", "positive"), ("loyalty", "positive")],
            [("loyalty", "negative")],
            [("recommend", "positive"), ("loyalty", "negative")],
            [("recommend", "neutral")],
            [("wait_time", "negative")],
        )
    ):
        understood(saved(number), mentions=mentions)
    (one,) = store.proxies.daily_advice(since=SINCE, until=UNTIL)
    assert (one.willing, one.unwilling, one.torn) == (1, 1, 1)


def test_what_is_erased_leaves_no_signal(store, saved, understood):
    key = saved(1)
    store.proxies.save([(key, "en", understood(key), (EFFORT,))], versions={"en": "a"})
    store.privacy.erase([key], at=datetime(2026, 9, 30, tzinfo=UTC))
    assert store.proxies.signals_of(key) == ()
    assert store.proxies.evidence(since=SINCE, until=UNTIL) == ()
