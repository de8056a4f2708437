"""FAQs and promises in a report: from fetched pages with their days to entries and sections."""

from datetime import UTC, date, datetime, timedelta

import pytest
from click.testing import CliRunner

from rivalscope import pipeline
from rivalscope.cli import cli
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import UsageError
from rivalscope.models import Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

AS_OF = date(2026, 9, 30)
QUIET = Watch(None, verbosity=Verbosity.QUIET)
CONFIGURATION = """\
us: {slug: us, name: Us}
competitors:
  - slug: rival
    name: Rival
    sources:
      - {id: faq, platform: own_site, kind: faq, url: "http://rival.example/faq", language: en}
      - {id: home, platform: own_site, kind: site, url: "http://rival.example/", language: en}
"""


def faq_page(answer):
    return (
        "<html lang=en><body><h1>Frequently asked questions</h1>"
        "<details><summary>How can I return something and get a refund?</summary>"
        f"<p>{answer}</p></details>"
        "<details><summary>How long does delivery take?</summary>"
        "<p>Parcels arrive within two working days.</p></details></body></html>"
    )


def home_page(hours):
    return (
        f"<html lang=en><body><p>We reply to every message within {hours} hours.</p></body></html>"
    )


@pytest.fixture
def market(tmp_path):
    """Reviews of two brands, and the rival's own pages as of three days."""
    path = tmp_path / "rivalscope.yaml"
    path.write_text(CONFIGURATION)
    settings = load_settings(path, environment={})
    visits = [
        Snapshot(
            url=f"http://rival.example/{place}",
            fetched_at=datetime(2026, 9, day, tzinfo=UTC),
            body=body.encode(),
            content_type="text/html",
        )
        for day, answer, hours in (
            (1, "Within 14 days.", 48),
            (8, "Within 60 days.", 4),
            (15, "Within 60 days.", 4),
        )
        for place, body in (("faq", faq_page(answer)), ("", home_page(hours)))
    ]
    pipeline.remember(settings, pipeline.visits_of(settings.sources, visits))
    with Store(settings.database) as store:
        for brand in ("us", "rival"):
            save_reviews(store, brand)
    pipeline.analyze(settings, watch=QUIET)
    return settings


def save_reviews(store, brand):
    """Every fifth waits for a refund, every fourth for a parcel."""
    at = datetime(2026, 9, 30, tzinfo=UTC)
    source = Source(brand=brand, id="s", platform="p", kind="reviews", url=None)
    page = Snapshot(url=f"http://p.example/{brand}", fetched_at=at, body=brand.encode())
    run = store.runs.start("test", at=at)
    store.pages.save(packed(page), source=source, run=run)
    texts = [
        "My refund never came, the return was a mess."
        if number % 5 == 0
        else "The parcel came two weeks late."
        if number % 4 == 0
        else "All was fine with the order."
        for number in range(120)
    ]
    store.reviews.save(
        [
            Review(
                native_id=str(number),
                body=text,
                published_at=at - timedelta(days=number % 60),
                date_precision="day",
            )
            for number, text in enumerate(texts)
        ],
        source=source,
        snapshot=page,
    )


def test_a_confirmed_answer_and_promise_are_threats_with_our_complaints(market):
    report = pipeline.build_report(market, as_of=AS_OF)
    cells = {cell.id: cell for cell in report.cells}
    answer = cells["threat:rival_faq_answer:returns_refunds"]
    (news,) = answer.news
    assert (news.before, news.after) == ("Within 14 days.", "Within 60 days.")
    assert (news.on, news.url) == (date(2026, 9, 8), "http://rival.example/faq")
    assert (answer.findings[0].brand, answer.findings[0].rate.n) == ("us", 24)
    assert {quote.brand for quote in answer.quotes} == {"us"}
    assert [one.after for one in report.insight.policies] == ["4"]


def test_the_report_holds_coverage_contradictions_and_freshness(market):
    faq = pipeline.build_report(market, as_of=AS_OF).insight.faq
    states = {(cell.theme, cell.brand): cell.state for cell in faq.coverage}
    assert states["returns_refunds", "rival"] == "answered"
    assert states["returns_refunds", "us"] == "unread"
    assert [one.sentence for one in faq.contradictions if one.theme == "delivery_speed"] == [
        "Parcels arrive within two working days."
    ]
    us, rival = faq.profiles
    assert (us.read, us.pairs) == (False, 0)
    assert (rival.pairs, rival.first_seen) == (2, date(2026, 9, 1))
    assert rival.last_changed == date(2026, 9, 8)


def test_what_changed_outside_the_window_is_no_news(market):
    report = pipeline.build_report(market, as_of=date(2026, 9, 7))
    assert report.insight.faq.changes == ()
    assert report.insight.policies == ()


def test_the_heat_map_counts_each_review_once_in_a_place(market):
    heat = pipeline.build_report(market, as_of=AS_OF).insight.heat
    ours = {(cell.axis, cell.place): cell for cell in heat if cell.brand == "us"}
    assert ours["touchpoint", "delivery"].complaints.n == 24
    assert ours["stage", "after_sale"].complaints.n == 48
    assert ours["touchpoint", "awareness"].complaints is None


def test_a_merged_threat_is_explained_by_its_id_with_or_without_a_rival(market):
    key = "threat:rival_faq_answer:returns_refunds"
    explained = pipeline.explain(market, key=key, as_of=AS_OF)
    assert pipeline.explain(market, key=f"{key}:rival", as_of=AS_OF).cell == explained.cell
    with pytest.raises(UsageError, match="no such claim"):
        pipeline.explain(market, key=f"{key}:stranger", as_of=AS_OF)


def test_a_past_is_given_to_an_empty_market_alone(market):
    with Store(market.database) as store:
        before = store.site_history.answers()
    late = Snapshot(
        url="http://rival.example/faq",
        fetched_at=datetime(2026, 9, 20, tzinfo=UTC),
        body=faq_page("Never.").encode(),
        content_type="text/html",
    )
    pipeline.remember(market, pipeline.visits_of(market.sources, [late]))
    with Store(market.database) as store:
        assert store.site_history.answers() == before


def test_only_pages_of_a_source_are_visited(market):
    stranger = Snapshot(
        url="http://rival.example/about", fetched_at=datetime(2026, 9, 20, tzinfo=UTC), body=b""
    )
    assert pipeline.visits_of(market.sources, [stranger]) == ()


def test_explain_prints_what_the_rival_says_now_and_where(market):
    key = "threat:rival_faq_answer:returns_refunds"
    arguments = ["explain", "--config", str(market.path), "--as-of", str(AS_OF), key]
    shown = CliRunner().invoke(cli, arguments)
    assert shown.exit_code == 0, shown.output
    assert "2026-09-08, Rival: How can I return something and get a refund? Within 60" in (
        shown.output
    )
    assert "(http://rival.example/faq)" in shown.output
