"""FAQ pairs, widgets and averages: always what the last reading saw."""

import pytest

from rivalscope.models import AggregateRating, FaqEntry, SiteSignal
from rivalscope.storage import Saved


def test_an_faq_is_what_was_read_last(store, source, snapshot):
    def save(**answers):
        entries = [FaqEntry(question=q, answer=a) for q, a in answers.items()]
        return store.sites.save_faq(entries, source=source, snapshot=snapshot)

    assert save(a="1", b="2") == Saved(read=2, new=2, changed=0)
    assert save(a="1", b="2") == Saved(read=2, new=0, changed=0)
    assert save(b="3", c="4") == Saved(read=2, new=1, changed=1)
    assert store.sites.faq() == {
        "rival": (FaqEntry(question="b", answer="3"), FaqEntry(question="c", answer="4"))
    }


def test_a_widget_that_is_gone_is_gone(store, source, snapshot):
    crisp = SiteSignal(kind="chat", value="Crisp", proof="client.crisp.chat")
    assert store.sites.save_signals([crisp], source=source, snapshot=snapshot).new == 1
    assert store.sites.chat() == {"rival": ("Crisp",)}
    store.sites.save_signals([], source=source, snapshot=snapshot)
    assert store.sites.chat() == {}


def test_an_average_is_a_share_of_its_maximum(store, source, snapshot):
    rating = AggregateRating(value=8.4, maximum=10.0, count=12)
    store.sites.save_rating(rating, source=source, snapshot=snapshot)
    assert store.sites.ratings() == {("rival", "portal"): pytest.approx(0.84)}


def test_a_page_is_kept_once_and_found_by_its_digest(store, source, snapshot):
    again = store.runs.start("test", at=snapshot.fetched_at)
    store.pages.save(snapshot, source=source, run=again)
    assert store.pages.find(snapshot.digest, url=snapshot.url) == snapshot
    assert store.pages.find("0" * 32, url=snapshot.url) is None
