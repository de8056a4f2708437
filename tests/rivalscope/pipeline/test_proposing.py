"""What a first look makes of a page: the kind of source, its language, its dates, its doubts."""

import json
from datetime import UTC, date, datetime

import pytest

from rivalscope.models import Snapshot, Source
from rivalscope.pipeline.collection.proposing import judged
from rivalscope.settings import load_settings

SHOP = "http://shop.acme.example"
ENGLISH = (
    "They answered my question at once, and the parcel came the next morning.",
    "I waited an hour on the line and nobody could tell me where the parcel was.",
    "The courier was friendly and called me before he came to the door.",
    "Nobody has refunded me for the broken glasses, although I wrote three times.",
)
CZECH = (
    "Balík přišel pozdě a nikdo mi ani nezavolal, už nikdy víc si neobjednám.",
    "Zboží dorazilo druhý den a všechno bylo v naprostém pořádku, děkuji.",
    "Na telefonu jsem čekala hodinu a stejně mi nikdo neporadil.",
)
FAQ = (
    "<html lang=en><h1>Frequently asked questions</h1>"
    "<details><summary>How do I return it?</summary><p>By post, within 30 days.</p></details>"
    "<details><summary>Where is my parcel?</summary><p>See the tracking page.</p></details></html>"
)


def review_page(*days, texts=ENGLISH, more=""):
    reviews = [
        {"@type": "Review", "reviewBody": text, "datePublished": day, "reviewRating": 2}
        for day, text in zip(days, texts, strict=False)
    ]
    product = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": "Acme parcels",
        "aggregateRating": {"ratingValue": 4.2, "reviewCount": 1203},
        "review": reviews,
    }
    return f"<html><script type='application/ld+json'>{json.dumps(product)}</script>{more}</html>"


@pytest.fixture
def look(tmp_path):
    """``look(page, path)`` judges a page of a market in English."""
    path = tmp_path / "rivalscope.yaml"
    path.write_text("us: {slug: acme, name: Acme}\n")
    settings = load_settings(path, environment={})

    def looking(page, path="/reviews", *, kind=None, content_type="text/html", **given):
        source = Source(
            brand="acme", id="x", platform="acme", kind="reviews", url=f"{SHOP}{path}", **given
        )
        snapshot = Snapshot(
            url=f"{SHOP}{path}",
            fetched_at=datetime(2026, 10, 1, tzinfo=UTC),
            body=page.encode(),
            content_type=content_type,
        )
        return judged(snapshot, source, kind=kind, settings=settings)

    return looking


def notes(look):
    return " | ".join(look.warnings)


def test_a_review_page_is_known_by_its_reviews(look):
    seen = look(review_page("2026-09-04", "2026-09-03", "2026-09-02"))
    assert (seen.source.kind, seen.source.language) == ("reviews", "en")
    assert (min(seen.days), max(seen.days)) == (date(2026, 9, 2), date(2026, 9, 4))
    assert seen.is_newest_first
    assert (seen.refusal, seen.warnings, dict(seen.languages)) == (None, (), {"en": 3})


@pytest.mark.parametrize(
    ("path", "page", "kind"),
    [
        ("/help", FAQ, "faq"),
        ("/", FAQ, "site"),
        ("", "<html><h1>Welcome to Acme</h1></html>", "site"),
        ("/", review_page("2026-09-04", "2026-09-03"), "reviews"),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_page(look, path, page, kind):
    seen = look(page, path)
    assert (seen.source.kind, seen.refusal) == (kind, None)


def test_a_feed_is_one_of_mentions(look):
    entries = "".join(
        f"<item><title>Acme was late</title><link>http://a.example/{n}</link>"
        f"<guid>http://a.example/{n}</guid><description>{text}</description>"
        f"<pubDate>Tue, 0{n} Sep 2026 10:00:00 GMT</pubDate></item>"
        for n, text in zip((3, 2, 1), ENGLISH, strict=False)
    )
    channel = f"<channel><title>Acme</title>{entries}</channel>"
    feed = f"<?xml version='1.0'?><rss version='2.0'>{channel}</rss>"
    seen = look(feed, "/feed", content_type="application/rss+xml")
    assert (seen.source.kind, seen.reading.reader) == ("feed", "web_feed")


@pytest.mark.parametrize(
    ("page", "kind", "reason"),
    [
        ("<html><h1>About us</h1></html>", None, "no reviews and no questions with answers found"),
        (review_page(), None, "only an average"),
        (FAQ, "reviews", "no reviews found"),
        (review_page("2026-09-01"), "faq", "no questions with answers found"),
    ],
)
def test_a_page_without_what_is_looked_for_is_refused(look, page, kind, reason):
    assert reason in look(page, kind=kind).refusal


def test_an_answer_that_is_no_json_is_refused(look):
    seen = look("<html>Sorry</html>", content_type="application/json")
    assert seen.refusal == "nothing could be read: no JSON that can be read"


def test_a_home_page_leads_to_its_answers(look):
    seen = look("<html><a href='/help/faq'>FAQ</a></html>", "/")
    assert seen.faq_pages == (f"{SHOP}/help/faq",)
    assert "no chat and no contact" in notes(seen)


@pytest.mark.parametrize(
    ("days", "order", "unclear"),
    [
        (("2026-09-03", "2026-09-02"), None, False),
        (("3 April 2026", "2 April 2026"), None, False),
        (("23/04/2026", "02/04/2026"), "DMY", False),
        (("04/23/2026", "04/02/2026"), "MDY", False),
        (("03/04/2026", "02/04/2026"), None, True),
    ],
)
def test_the_order_of_dates_is_settled_or_asked_about(look, days, order, unclear):
    seen = look(review_page(*days))
    assert (seen.source.date_order, seen.order_unclear) == (order, unclear)
    assert ("say --date-order" in notes(seen)) is unclear


def test_an_order_that_is_given_is_taken(look):
    seen = look(review_page("03/04/2026", "02/04/2026"), date_order="DMY")
    assert seen.days == (date(2026, 4, 3), date(2026, 4, 2))
    assert (seen.source.date_order, seen.order_unclear) == ("DMY", False)


def test_reviews_picked_by_relevance_are_noted(look):
    seen = look(review_page("2026-08-04", "2026-09-03", "2026-01-02"))
    assert "not sorted by date" in notes(seen)
    assert "`quotes_only: true`" in notes(seen)


def test_reviews_without_dates_are_noted(look):
    assert "no review has a date" in notes(look(review_page(None, None)))
    assert "1 of 2 reviews have no date" in notes(look(review_page("2026-09-01", None)))


def test_languages_that_the_market_does_not_list_are_noted(look):
    seen = look(review_page(*["2026-09-01"] * 3, texts=CZECH))
    assert "3 of 3 texts are in 'cs': add it to market.languages" in notes(seen)
    assert seen.source.language is None


def test_what_else_stands_on_a_page_is_noted(look):
    both = review_page("2026-09-01", more=FAQ)
    assert "it holds 2 questions with answers too" in notes(look(both))
    assert "it holds 1 review too" in notes(look(both, kind="faq"))
