"""Reports of markets that hold little or nothing: a report that says so, never a crash."""

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from textwrap import dedent

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import UsageError
from rivalscope.models import Review, Snapshot, Source
from rivalscope.pipeline.reports import reporting
from rivalscope.reports.terminal import render_terminal
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

AS_OF = date(2026, 9, 30)
LAST = datetime(2026, 9, 30, tzinfo=UTC)
QUIET = Watch(None, verbosity=Verbosity.QUIET)


@pytest.fixture
def market(tmp_path):
    """``market(us=[...], rival=[...])`` stores texts, a day apart, and gives the settings."""

    def making(*, competitors=("rival",), **texts):
        path = tmp_path / "rivalscope.yaml"
        listed = "".join(f"  - {{slug: {name}, name: {name.title()}}}\n" for name in competitors)
        path.write_text(
            dedent("""\
            us: {slug: us, name: Us}
            competitors:
            """)
            + (listed or "  []\n")
        )
        settings = load_settings(path, environment={})
        with Store(settings.database) as store:
            run = store.runs.start("test", at=datetime.now(UTC))
            for brand, bodies in texts.items():
                source = Source(brand=brand, id="s", platform="p", kind="reviews", url=None)
                page = Snapshot(
                    url=f"http://{brand}.example/",
                    fetched_at=datetime.now(UTC),
                    body=brand.encode(),
                )
                store.pages.save(packed(page), source=source, run=run)
                reviews = [
                    Review(
                        native_id=str(number),
                        body=text,
                        published_at=datetime(2026, 9, 30, tzinfo=UTC)
                        - timedelta(days=number % 60),
                        date_precision="day",
                    )
                    for number, text in enumerate(bodies)
                ]
                store.reviews.save(reviews, source=source, snapshot=page)
        pipeline.analyze(settings, watch=QUIET)
        return settings

    return making


def shown(settings, as_of=AS_OF):
    report = pipeline.build_report(settings, as_of=as_of)
    pipeline.write_report(report, settings.reports)
    return report, " ".join(render_terminal(report, width=80, color=False).split())


def test_a_market_without_reviews_says_so(market):
    report, text = shown(market())
    assert report.cells == ()
    assert "No comparison was made" in text
    assert (market().reports / "latest" / "report.html").exists()


def test_a_market_of_only_us_says_so(market):
    report, text = shown(market(competitors=(), us=["The parcel came two weeks late."] * 40))
    assert report.compared is None
    assert "no rival is configured" in text
    assert report.brands[0].reviews == 40


def test_quotes_are_looked_for_behind_the_newest_that_repeat_each_other(market):
    flood = [f"The parcel came two weeks late, order {number}." for number in range(20)]
    others = ["Late delivery of my kettle spoiled mum's birthday.", "It arrived late on Friday."]
    report, _ = shown(market(us=flood + others))
    (late,) = (
        one
        for one in report.brands[0].findings
        if (one.theme, one.polarity) == ("delivery_speed", "negative")
    )
    quoted = {one.quote for one in report.brands[0].quotes[late.id]}
    assert {text.split(".")[0] for text in others} < {text.split(".")[0] for text in quoted}
    assert len(quoted) == 3


def test_a_report_is_written_in_the_language_asked_for(market):
    settings = replace(market(us=["The parcel came two weeks late."] * 40), report_language="cs")
    report, text = shown(settings)
    assert report.language == "cs"
    assert report.labels["wait_time"] == "Čekání"
    assert "Každá značka zvlášť" in text
    assert "two weeks late" in text


def test_only_rivals_is_no_comparison_either(market):
    report, _ = shown(market(rival=["The parcel came two weeks late."] * 40))
    assert report.compared is None
    assert report.not_compared


def test_texts_in_languages_we_do_not_read_are_counted_as_unknown(market):
    finnish = "Paketti saapui myöhässä eikä asiakaspalvelu vastannut lainkaan puhelimeen."
    report, _ = shown(market(us=[finnish] * 3))
    assert report.brands[0].unknown_language == 3
    assert report.brands[0].reviews == 0


def test_a_day_before_everything_is_an_empty_report_and_no_crash(market):
    report, _ = shown(market(us=["Good service, thank you very much."] * 5), date(2001, 1, 1))
    assert [brand.reviews for brand in report.brands] == [0, 0]


def test_too_few_reviews_are_described_and_not_compared(market):
    texts = ["The courier was rude and the parcel came two weeks late."] * 10
    report, text = shown(market(us=texts, rival=texts))
    assert report.compared is None
    assert [(one.id, one.counts) for one in report.not_compared] == [("too_few", (10, 10, 30))]
    assert report.brands[0].findings
    assert "small count" in text


def test_a_clear_difference_is_a_weakness_with_everything_a_claim_needs(market):
    late = "The parcel came two weeks late, nobody cared."
    fine = "Nice box and a fair price for what you get."
    report, _ = shown(market(us=[late, fine] * 60, rival=[fine] * 120))
    (weakness,) = [cell for cell in report.cells if cell.id.endswith("rivals:delivery_speed")]
    ours, theirs = weakness.findings
    assert (ours.rate.n, ours.rate.of, theirs.rate.n) == (60, 120, 0)
    assert weakness.quadrant == "weakness"
    assert weakness.difference.interval.low > 0
    assert weakness.quotes[0].quote in late
    assert report.tactics[weakness.id]


def test_the_same_store_and_day_give_the_same_report(market):
    settings = market(us=["Late again, two weeks."] * 40, rival=["All fine here, thanks."] * 40)
    first = pipeline.build_report(settings, as_of=AS_OF)
    assert pipeline.build_report(settings, as_of=AS_OF) == first
    later = pipeline.build_report(settings, as_of=AS_OF - timedelta(days=1))
    assert replace(later, as_of=AS_OF) != first


def test_all_formats_are_written_twice_and_none_is_left_beside_them(market):
    settings = market(us=["Good service, thank you very much."] * 5)
    report = pipeline.build_report(settings, as_of=AS_OF)
    written = pipeline.write_report(report, settings.reports)
    names = {path.name for path in written}
    assert names == {"findings.csv"} | {
        f"report.{kind}" for kind in ("html", "md", "json", "csv", "xlsx", "pptx")
    }
    for place in ("latest", AS_OF.isoformat()):
        assert {path.name for path in (settings.reports / place).iterdir()} == names
    for name in names:
        one, other = (settings.reports / place / name for place in ("latest", AS_OF.isoformat()))
        assert one.read_bytes() == other.read_bytes()


def test_a_pdf_of_another_report_does_not_stay(market):
    settings = market()
    report = pipeline.build_report(settings, as_of=AS_OF)
    old = settings.reports / "latest" / "report.pdf"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"%PDF-")
    pipeline.write_report(report, settings.reports)
    assert not old.exists()


def test_what_a_process_left_that_was_killed_while_it_wrote_does_not_stay(market):
    settings = market()
    report = pipeline.build_report(settings, as_of=AS_OF)
    left = settings.reports / "latest" / ".report.html.1"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"words")
    os.utime(left, (0, 0))
    pipeline.write_report(report, settings.reports)
    assert not left.exists()


def test_a_report_that_cannot_be_rendered_leaves_the_last_one_whole(market, monkeypatch):
    settings = market()
    report = pipeline.build_report(settings, as_of=AS_OF)
    pipeline.write_report(report, settings.reports)
    before = {path: path.read_bytes() for path in (settings.reports / "latest").iterdir()}

    def failing(_):
        message = "no"
        raise UsageError(message)

    monkeypatch.setattr(reporting, "ON_DEMAND", {"report.pdf": failing})
    with pytest.raises(UsageError):
        pipeline.write_report(
            replace(report, market="another"), settings.reports, also=("report.pdf",)
        )
    after = {path: path.read_bytes() for path in (settings.reports / "latest").iterdir()}
    assert after == before
