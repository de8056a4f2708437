"""What findings start from: volumes, counts, coverage, evidence."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from rivalscope.models import (
    Coverage,
    DailyCombination,
    DailyCount,
    DailyVolume,
    Period,
    Stratum,
    ThemeMention,
    Understanding,
)
from rivalscope.storage import SourceRun

ENGLISH = Stratum(platform="portal", language="en")


@pytest.fixture
def add(store, source, snapshot, review):
    """Saves one understood review with mentions given as (theme, polarity)."""

    def adding(native_id, day, *mentions, language="en", **changes):
        moment = datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None
        one = replace(review, native_id=native_id, published_at=moment, **changes)
        store.reviews.save([one], source=source, snapshot=snapshot)
        for text, content in store.reviews.to_understand("v1"):
            found = tuple(
                ThemeMention(theme=theme, polarity=polarity, start=i, end=4, quote="Slow", rule="x")
                for i, (theme, polarity) in enumerate(mentions)
            )
            understood = Understanding(
                id=text.id, language=language, sentiment="neutral", score=0.0, mentions=found
            )
            store.understandings.save([(understood, content)], version="v1")

    return adding


MONDAY = date(2026, 9, 7)
ALL_DAYS = Period(since=date.min, until=MONDAY)


def quotes(store, *, period=ALL_DAYS, **changes):
    """Ids of the reviews that offer a quote on prices."""
    found = store.understandings.evidence(
        "rival", theme="price_value", polarity="negative", period=period, **changes
    )
    return [one.review_id for one in found]


def test_a_review_counts_once_per_theme_however_often_it_complains(store, add):
    add("1", MONDAY, ("price_value", "negative"), ("price_value", "negative"))
    add("2", MONDAY, ("price_value", "negative"), ("price_value", "positive"))
    add("3", MONDAY)
    assert store.understandings.daily_volumes(until=MONDAY) == (
        DailyVolume(brand="rival", stratum=ENGLISH, day=MONDAY, reviews=3),
    )
    assert store.understandings.daily_counts(until=MONDAY) == (
        DailyCount(
            brand="rival",
            stratum=ENGLISH,
            day=MONDAY,
            themes=["price_value"],
            complaints=[2],
            praises=[1],
        ),
    )


def test_what_can_not_be_counted_is_counted_apart(store, add):
    add("1", MONDAY, language="unknown")
    add("2", None)
    add("3", MONDAY, date_precision="year")
    add("4", MONDAY, title=None, body="")
    assert store.understandings.daily_volumes(until=date.max) == ()
    assert store.understandings.unknown_languages(until=date.max) == {"rival": 1}
    assert store.understandings.undated(until=date.max) == {"rival": 2}


def test_nothing_published_after_the_day_counts(store, add):
    add("1", date(2026, 9, 8), ("price_value", "negative"))
    assert store.understandings.daily_volumes(until=MONDAY) == ()
    assert store.understandings.daily_counts(until=MONDAY) == ()
    assert quotes(store) == []


def test_sources_good_only_for_quotes_are_left_out_of_rates(store, add):
    add("1", MONDAY, ("price_value", "negative"))
    without = {"rival/portal"}
    assert store.understandings.daily_volumes(until=MONDAY, without=without) == ()
    assert store.understandings.daily_counts(until=MONDAY, without=without) == ()
    assert store.runs.coverages(without=without) == ()
    assert len(quotes(store)) == 1


def test_a_source_read_to_its_end_covers_from_the_beginning(store, add, source):
    add("1", MONDAY)
    oldest_only = Coverage(brand="rival", platform="portal", since=MONDAY, until=MONDAY)
    assert store.runs.coverages() == (oldest_only,)
    run = store.runs.start("crawl", at=datetime(2026, 9, 20, tzinfo=UTC))
    ended = SourceRun.of(source, state="ok", pages=1, read=1, complete=True)
    store.runs.save_source(run, ended, at=datetime(2026, 9, 20, tzinfo=UTC))
    assert store.runs.coverages() == (
        Coverage(brand="rival", platform="portal", since=None, until=date(2026, 9, 20)),
    )


def test_a_failed_crawl_covers_nothing_more(store, add, source):
    add("1", MONDAY)
    run = store.runs.start("crawl", at=datetime(2026, 9, 20, tzinfo=UTC))
    failed = SourceRun.of(source, state="error", reason="HTTP 503")
    store.runs.save_source(run, failed, at=datetime(2026, 9, 20, tzinfo=UTC))
    assert store.runs.coverages()[0].until == MONDAY


@pytest.fixture
def crawled(store, source):
    """``crawled(day, oldest_on=..., ...)`` keeps one good crawl of that day of September."""

    def crawling(day, **facts):
        moment = datetime(2026, 9, day, tzinfo=UTC)
        run = store.runs.start("crawl", at=moment)
        ended = SourceRun.of(source, state="ok", pages=1, **facts)
        store.runs.save_source(run, ended, at=moment)

    return crawling


def since(store):
    return store.runs.coverages()[0].since


def test_a_chain_of_nights_that_meet_reaches_back_to_the_complete_one(store, add, crawled):
    add("1", MONDAY)
    crawled(10, complete=True)
    crawled(11, met_known=True, oldest_on=date(2026, 9, 9))
    crawled(12, met_known=True, oldest_on=date(2026, 9, 10))
    assert since(store) is None


def test_a_hole_between_two_crawls_ends_what_is_covered(store, add, crawled):
    add("1", MONDAY)
    crawled(10, complete=True)
    crawled(28, oldest_on=date(2026, 9, 20))
    assert since(store) == date(2026, 9, 20)


def test_crawls_that_overlap_by_days_leave_no_hole(store, add, crawled):
    add("1", MONDAY)
    crawled(10, oldest_on=date(2026, 8, 1))
    crawled(28, oldest_on=date(2026, 9, 9))
    assert since(store) == date(2026, 8, 1)


def test_the_latest_end_of_a_source_is_the_one_that_shows(store, source):
    for day, state in ((1, "ok"), (2, "error")):
        moment = datetime(2026, 9, day, tzinfo=UTC)
        run = store.runs.start("crawl", at=moment)
        store.runs.save_source(run, SourceRun.of(source, state=state), at=moment)
    (latest, ended) = store.runs.latest_of_sources()["rival", "portal"]
    assert latest.state == "error"
    assert ended == datetime(2026, 9, 2, tzinfo=UTC)


def test_few_quotes_are_the_best_of_many(store, source, snapshot, review):
    """What says it outright at a readable length, then at any length, then the newest."""
    rules = (("praise_cue", 40), ("clause", 40), ("praise_cue", 200), ("clause", 9))
    for number in range(12):
        moment = datetime(2026, 8, 1 + number, tzinfo=UTC)
        rule, length = rules[number % len(rules)]
        text = f"{number:02} ".ljust(length, "x")
        one = replace(review, native_id=str(number), published_at=moment, title=None, body=text)
        store.reviews.save([one], source=source, snapshot=snapshot)
        for waiting, content in store.reviews.to_understand("v1"):
            mention = ThemeMention(
                theme="price_value", polarity="negative", start=0, end=length, quote=text, rule=rule
            )
            understood = Understanding(
                id=waiting.id, language="en", sentiment="neutral", score=0.0, mentions=(mention,)
            )
            store.understandings.save([(understood, content)], version="v1")

    def numbers(most):
        found = store.understandings.evidence(
            "rival", theme="price_value", polarity="negative", period=ALL_DAYS, most=most
        )
        return {int(one.quote[:2]) for one in found}

    ranked = [8, 4, 0, 10, 6, 2, 9, 5, 1, 11, 7, 3]
    for most in range(1, 13):
        assert numbers(most) == set(ranked[:most])


def test_what_reviews_speak_of_together_is_counted_together(store, add):
    add("1", MONDAY, ("wait_time", "negative"), ("chatbot", "negative"))
    add("2", MONDAY, ("chatbot", "negative"), ("chatbot", "positive"))
    add("3", MONDAY, ("app", "negative"))
    add("4", MONDAY, ("chatbot", "negative"), ("wait_time", "negative"))
    add("5", date(2026, 9, 8), ("app", "negative"))
    place = ("rival", ENGLISH, MONDAY)
    assert store.understandings.daily_combinations(until=MONDAY) == (
        DailyCombination(*place, "negative", ["app", "chatbot", "chatbot,wait_time"], [1, 1, 2]),
        DailyCombination(*place, "positive", ["chatbot"], [1]),
    )
    assert store.understandings.daily_combinations(until=MONDAY, without={"rival/portal"}) == ()
