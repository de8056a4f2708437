"""Answers and signals with their times: what stood in how many good fetches."""

import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from rivalscope.models import FaqEntry, SiteSignal, Snapshot, Source
from rivalscope.storage import SourceRun, packed

FAQ = Source(brand="rival", id="faq", platform="own_site", kind="faq", url=None)
HOME = Source(brand="rival", id="home", platform="own_site", kind="site", url=None)
BEGIN = datetime(2026, 6, 1, 2, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.fixture
def visit(store):
    """One night's fetch of the FAQ and of the home page; None where a page was not changed."""

    def fetch(night, answers=None, signals=None, *, state="ok"):
        at = BEGIN + timedelta(days=night)
        run = store.runs.start("crawl", at=at)
        for source, said in ((FAQ, answers), (HOME, signals)):
            url = f"https://rival.example/{source.id}"
            if said is not None:
                page = Snapshot(url=url, fetched_at=at, body=repr((night, said)).encode())
                store.pages.save(packed(page), source=source, run=run)
            if said is not None and source is FAQ:
                entries = [FaqEntry(question=q, answer=a) for q, a in said.items()]
                keys = store.sites.save_faq(entries, source=FAQ, snapshot=page).keys
            if said is not None and source is HOME:
                found = [SiteSignal(kind="return_days", value=v, proof=f"{v} days") for v in said]
                keys = store.sites.save_signals(found, source=HOME, snapshot=page).keys
            if said is not None and state == "ok":
                store.presence.mark_seen(source, keys, at=at + HOUR)
                missing, _ = store.presence.missing(source, seen=keys)
                store.presence.mark_missing(source, missing, at=at + HOUR)
            store.runs.save_source(run, SourceRun.of(source, state=state, pages=1), at=at + HOUR)

    return fetch


def told(store):
    return [
        (one.question, one.answer, one.fetches, one.first, one.until is None)
        for one in store.site_history.answers()
    ]


def test_an_answer_counts_the_good_fetches_it_stood_in_changed_or_not(store, visit):
    visit(0, {"a": "1"})
    visit(1)
    visit(2, state="partial")
    visit(3, {"a": "2"})
    assert told(store) == [("a", "1", 2, True, False), ("a", "2", 1, False, True)]
    visit(4)
    assert told(store)[1] == ("a", "2", 2, False, True)


def test_each_answer_stood_from_the_fetch_that_showed_it_to_the_one_that_showed_another(
    store, visit
):
    visit(0, {"a": "1"})
    visit(5, {"a": "2"})
    before, now = store.site_history.answers()
    assert (before.since, before.until, before.replaced) == (BEGIN, BEGIN + timedelta(days=5), True)
    assert (now.since, now.until, now.replaced) == (BEGIN + timedelta(days=5), None, False)


@pytest.mark.parametrize(
    "again", ["Within 5 days.", "within  5 days", "Within 5 days!", "„Within 5\ndays“"]
)
def test_another_look_of_the_same_words_is_no_change(store, visit, again):
    visit(0, {"How long?": "Within 5 days."})
    visit(1, {"how long ?": again})
    assert [one.question for one in store.site_history.answers()] == ["How long?"]
    assert store.site_history.answers()[0].fetches == 2
    assert store.sites.faq()["rival"] == (FaqEntry(question="How long?", answer=again),)


@pytest.mark.parametrize("again", ["Within 6 days.", "Within 5 weeks.", "From 2.90 on", "From 290"])
def test_another_word_or_figure_is_a_change(store, visit, again):
    visit(0, {"a": "Within 5 days."})
    visit(1, {"a": again})
    assert len(store.site_history.answers()) == 2


def test_the_same_page_read_otherwise_is_no_change_of_theirs(store, visit):
    visit(0, {"a": "1"})
    answer = store.site_history.answers()[0]
    body = repr((0, {"a": "1"})).encode()
    page = Snapshot(url=answer.url, fetched_at=BEGIN + timedelta(days=1), body=body)
    entries = [FaqEntry(question="a", answer="1 and what we overlooked")]
    saved = store.sites.save_faq(entries, source=FAQ, snapshot=page)
    assert (saved.new, saved.changed) == (0, 0)
    assert [one.answer for one in store.site_history.answers()] == ["1 and what we overlooked"]


def test_a_question_that_comes_back_stands_there_anew(store, visit):
    visit(0, {"a": "1", "b": "2"})
    visit(1, {"b": "2"})
    visit(2, {"b": "2 "})
    gone = store.site_history.answers()[0]
    assert (gone.until, gone.replaced, gone.fetches) == (BEGIN + timedelta(days=2) + HOUR, False, 1)
    visit(3, {"a": "1", "b": "2"})
    back = store.site_history.answers()[0]
    assert (back.since, back.until, back.first) == (BEGIN + timedelta(days=3) + HOUR, None, False)


def test_a_missed_fetch_does_not_confirm(store, visit):
    visit(0, {"a": "1", "b": "2"})
    visit(1, {"b": "2"})
    assert [(one.question, one.fetches) for one in store.site_history.answers()] == [
        ("a", 1),
        ("b", 2),
    ]


def test_a_promise_is_news_where_the_page_had_been_read_without_it(store, visit):
    visit(0, signals=["14"])
    visit(1, signals=["30"])
    visit(2, signals=["30"])
    first, second = store.site_history.signals()
    assert (first.value, first.first, first.fetches) == ("14", True, 1)
    assert first.until == BEGIN + timedelta(days=2) + HOUR
    assert (second.value, second.first, second.fetches) == ("30", False, 2)


def test_nothing_read_is_nothing_told(store):
    assert store.site_history.answers() == ()
    assert store.site_history.signals() == ()


def test_the_database_of_a_changed_faq_is_sound(store, visit, path):
    visit(0, {"a": "1"})
    visit(1, {"a": "2"})
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
