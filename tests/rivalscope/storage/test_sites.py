"""FAQ pairs, widgets and averages: always what the last reading saw."""

import pytest

from rivalscope.models import AggregateRating, FaqEntry, SiteSignal, Snapshot, Source
from rivalscope.storage import Saved, packed

FAQ = Source(brand="rival", id="faq", platform="own_site", kind="faq", url=None)
HOME = Source(brand="rival", id="home", platform="own_site", kind="site", url=None)


def test_an_answer_is_the_one_read_last_and_the_earlier_one_is_kept(store, snapshot):
    def save(**answers):
        entries = [FaqEntry(question=q, answer=a) for q, a in answers.items()]
        page = Snapshot(
            url=snapshot.url, fetched_at=snapshot.fetched_at, body=repr(answers).encode()
        )
        run = store.runs.start("test", at=page.fetched_at)
        store.pages.save(packed(page), source=FAQ, run=run)
        return store.sites.save_faq(entries, source=FAQ, snapshot=page)

    assert save(a="1", b="2") == Saved(read=2, new=2, changed=0)
    assert save(a="1", b="2") == Saved(read=2, new=0, changed=0)
    assert save(b="3", c="4") == Saved(read=2, new=1, changed=1)
    answers = {entry.question: entry.answer for entry in store.sites.faq()["rival"]}
    assert answers == {"a": "1", "b": "3", "c": "4"}


def test_a_question_is_gone_when_it_was_missed_twice_and_may_come_back(store, snapshot):
    entries = [FaqEntry(question="a", answer="1"), FaqEntry(question="b", answer="2")]
    store.sites.save_faq(entries, source=FAQ, snapshot=snapshot)
    missed, known = store.presence.missing(FAQ, seen={"b"})
    assert (list(missed), known) == (["a"], 2)
    assert store.presence.mark_missing(FAQ, missed, at=snapshot.fetched_at) == 0
    assert len(store.sites.faq()["rival"]) == 2
    assert store.presence.mark_missing(FAQ, missed, at=snapshot.fetched_at) == 1
    assert [entry.question for entry in store.sites.faq()["rival"]] == ["b"]
    assert store.presence.mark_seen(FAQ, {"a", "b"}, at=snapshot.fetched_at) == 1
    assert len(store.sites.faq()["rival"]) == 2


def test_a_widget_that_was_missed_twice_is_gone(store, snapshot):
    crisp = SiteSignal(kind="chat", value="Crisp", proof="client.crisp.chat")
    assert store.sites.save_signals([crisp], source=HOME, snapshot=snapshot).new == 1
    assert store.sites.save_signals([crisp], source=HOME, snapshot=snapshot).new == 0
    assert store.sites.chat() == {"rival": ("Crisp",)}
    for _ in range(2):
        store.presence.mark_missing(HOME, ["chat:Crisp"], at=snapshot.fetched_at)
    assert store.sites.chat() == {}


def test_an_average_is_a_share_of_its_maximum(store, source, snapshot):
    rating = AggregateRating(value=8.4, maximum=10.0, count=12)
    store.sites.save_rating(rating, source=source, snapshot=snapshot)
    assert store.sites.ratings() == {("rival", "portal"): pytest.approx(0.84)}


def test_a_page_is_kept_once_and_found_by_its_digest(store, source, snapshot):
    again = store.runs.start("test", at=snapshot.fetched_at)
    store.pages.save(packed(snapshot), source=source, run=again)
    assert store.pages.find(snapshot.digest, url=snapshot.url) == snapshot
    assert store.pages.find("0" * 32, url=snapshot.url) is None
