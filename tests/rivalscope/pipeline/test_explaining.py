"""The walk back: stable ids, the cue that made a mention, every version and the page of each."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import UsageError
from rivalscope.models import Reply, Review, Snapshot, Source
from rivalscope.reports.explanation import render_explanation_html, render_explanation_json
from rivalscope.storage import Store, packed

AS_OF = date(2026, 9, 30)
FIRST = datetime(2026, 9, 28, 2, 30, tzinfo=UTC)
LATER = FIRST + timedelta(days=1)
QUIET = Watch(None, verbosity=Verbosity.QUIET)
SOURCE = Source(brand="acme", id="s", platform="p", kind="reviews", url=None)
REVIEW = Review(
    native_id="1",
    body="An hour on hold, and nobody came.",
    rating=2.0,
    rating_max=5.0,
    published_at=datetime(2026, 9, 20, tzinfo=UTC),
    date_precision="day",
)
EDITED = Review(
    native_id="1",
    body="Two hours on hold <b>& more</b>.",
    rating=1.0,
    rating_max=5.0,
    published_at=datetime(2026, 9, 20, tzinfo=UTC),
    date_precision="day",
    reply=Reply(body="We are sorry."),
)


def keep(settings, review, *, at, body):
    page = Snapshot(url="http://acme.example/1", fetched_at=at, body=body)
    with Store(settings.database) as store:
        run = store.runs.start("test", at=at)
        store.pages.save(packed(page), source=SOURCE, run=run)
        store.reviews.save([review], source=SOURCE, snapshot=page)
    pipeline.analyze(settings, watch=QUIET)
    return page.digest


@pytest.fixture
def edited(shop):
    """A review that was edited a night later; (settings, digests of both pages)."""
    first = keep(shop, REVIEW, at=FIRST, body=b"one")
    return shop, (first, keep(shop, EDITED, at=LATER, body=b"two pages"))


def explained(settings, key, **options):
    return pipeline.explain(settings, key=key, as_of=AS_OF, **options)


def the_quote(settings):
    report = pipeline.build_report(settings, as_of=AS_OF)
    (quote,) = report.brands[0].quotes["finding:acme:wait_time:complaint"]
    return quote


def test_a_finding_leads_to_its_mentions_and_their_cues(edited):
    settings, _ = edited
    explanation = explained(settings, "finding:acme:wait_time:complaint")
    (trace,) = explanation.traces
    (one,) = trace.mentions
    assert one.mention.quote == "Two hours on hold <b>& more</b"
    (cue,) = one.cues
    assert (cue.cue, cue.kind) == ("on hold", "complaint")
    assert trace.review.text[cue.start : cue.end] == "on hold"


def test_each_version_says_what_changed_and_where_it_stood(edited):
    settings, digests = edited
    (trace,) = explained(settings, "finding:acme:wait_time:complaint").traces
    before, now = trace.versions
    assert before.review.text == REVIEW.body
    assert (before.seen_at, before.replaced_at, before.changed) == (FIRST, LATER, ())
    assert (now.seen_at, now.replaced_at) == (LATER, None)
    assert now.changed == ("body", "rating", "reply")
    assert (before.page.digest, now.page.digest) == digests
    assert (now.page.url, now.page.fetched_at, now.page.size) == (
        "http://acme.example/1",
        LATER,
        9,
    )


def test_a_page_no_longer_kept_is_still_named(shop):
    page = Snapshot(url="http://acme.example/1", fetched_at=FIRST, body=b"one")
    with Store(shop.database) as store:
        run = store.runs.start("test", at=FIRST)
        store.pages.save(packed(page, with_body=False), source=SOURCE, run=run)
        facts = store.pages.facts(page.digest, url=page.url)
        assert (facts.fetched_at, facts.size) == (FIRST, None)
        assert store.pages.facts("none", url=page.url) is None


def test_a_quote_has_an_id_that_outlives_tagging_anew(edited):
    settings, _ = edited
    quote = the_quote(settings)
    assert quote.id.startswith(f"mention:{quote.review_id.removeprefix('review:')}:wait_time:")
    pack = settings.path.parent / "themes" / "shop.yaml"
    pack.write_text(pack.read_text().replace('"on hold"', '"on hold", "zzz"'))
    pipeline.analyze(settings, watch=QUIET)
    assert the_quote(settings).id == quote.id


def test_a_mention_is_explained_by_itself(edited):
    settings, _ = edited
    quote = the_quote(settings)
    (trace,) = explained(settings, quote.id).traces
    assert [one.id for one in trace.mentions] == [quote.id]
    with pytest.raises(UsageError, match="nothing in review:"):
        explained(settings, f"{quote.id}0")
    with pytest.raises(UsageError, match="no such review"):
        explained(settings, "mention:0123:wait_time:0")


def test_a_review_is_explained_by_itself(edited):
    settings, _ = edited
    quote = the_quote(settings)
    explanation = explained(settings, quote.review_id)
    assert explanation.cell is None
    assert explanation.traces[0].id == quote.review_id


def test_a_rivals_report_is_explained_too(edited):
    settings, _ = edited
    _, bolt = settings.brands
    explanation = explained(settings, "finding:acme:wait_time:complaint", brand=bolt)
    assert explanation.report.us == "bolt"


def test_the_page_holds_the_whole_walk_and_no_markup_of_others(edited):
    settings, digests = edited
    page = render_explanation_html(explained(settings, "finding:acme:wait_time:complaint"))
    assert page.startswith("<!doctype html>")
    assert "<mark>Two hours on hold &lt;b&gt;&amp; more&lt;/b</mark>&gt;." in page
    assert "<b>& more" not in page
    assert "<code>on hold</code> (complaint cue)" in page
    assert "Changed: text, stars, owner&#39;s reply" in page
    assert "An hour on hold, and nobody came." in page
    assert "We are sorry." in page
    assert 'href="http://acme.example/1"' in page
    for digest in digests:
        assert digest in page
    assert "<script" not in page
    assert "default-src 'none'" in page


def test_the_page_and_the_json_are_the_same_every_time(edited):
    settings, _ = edited
    key = "finding:acme:wait_time:complaint"
    for render in (render_explanation_html, render_explanation_json):
        assert render(explained(settings, key)) == render(explained(settings, key))


def test_json_holds_the_same_walk(edited):
    settings, digests = edited
    told = json.loads(
        render_explanation_json(explained(settings, "finding:acme:wait_time:complaint"))
    )
    assert told["format"] == "rivalscope-explanation-1"
    assert told["findings"][0]["rate"]["n"] == 1
    (review,) = told["reviews"]
    assert review["mentions"][0]["cues"][0]["cue"] == "on hold"
    assert [version["page"]["digest"] for version in review["versions"]] == list(digests)
    assert review["versions"][1]["changed"] == ["body", "rating", "reply"]
    assert "author" not in review["versions"][0]["review"]
