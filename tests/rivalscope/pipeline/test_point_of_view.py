"""The SWOT from another brand's point of view: what is their weakness is our strength."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.reports.renderers import RENDERERS
from rivalscope.reports.terminal import render_terminal
from rivalscope.storage import Store, packed

AS_OF = date(2026, 9, 30)
QUIET = Watch(None, verbosity=Verbosity.QUIET)
BAD, GOOD = "Two hours on hold.", "They answered right away."


@pytest.fixture
def market(shop):
    """Callers of Acme hold the line, those of Bolt are answered."""
    first = datetime(2026, 9, 30, tzinfo=UTC)
    with Store(shop.database) as store:
        run = store.runs.start("test", at=first)
        for brand, texts in {"acme": (BAD, GOOD), "bolt": (GOOD, GOOD)}.items():
            source = Source(brand=brand, id="s", platform="p", kind="reviews", url=None)
            page = Snapshot(url=f"http://{brand}.example/", fetched_at=first, body=brand.encode())
            store.pages.save(packed(page), source=source, run=run)
            store.reviews.save(
                [
                    Review(
                        native_id=str(number),
                        body=f"{texts[number % 2]} Visit {number}.",
                        published_at=first - timedelta(days=number % 60),
                        date_precision="day",
                    )
                    for number in range(120)
                ],
                source=source,
                snapshot=page,
            )
    pipeline.analyze(shop, watch=QUIET)
    return shop


def bolts(settings):
    _, bolt = settings.brands
    return pipeline.build_report(settings, as_of=AS_OF, brand=bolt)


def quadrants(report):
    return {cell.quadrant for cell in report.cells if cell.theme == "wait_time"}


def test_our_weakness_is_their_strength(market):
    ours, theirs = pipeline.build_report(market, as_of=AS_OF), bolts(market)
    assert "weakness" in quadrants(ours)
    assert "strength" in quadrants(theirs)
    assert "weakness" not in quadrants(theirs)


def test_the_named_brand_is_us_everywhere(market):
    report = bolts(market)
    assert (report.us, report.is_ours) == ("bolt", False)
    assert [(brand.slug, brand.is_us) for brand in report.brands] == [
        ("bolt", True),
        ("acme", False),
    ]
    for cell in report.cells:
        assert cell.subject != "bolt"
        assert cell.findings[0].brand == "bolt"
    texts = [RENDERERS[name](report).decode() for name in ("report.html", "report.md")]
    for text in (*texts, render_terminal(report, width=100, color=False)):
        assert "Bolt draws" in text
        assert "Acme draws" not in text


def test_it_says_who_we_are(market):
    ours, theirs = pipeline.build_report(market, as_of=AS_OF), bolts(market)
    for name in ("report.html", "report.md"):
        assert b"Written for Bolt" in RENDERERS[name](theirs)
        assert b"Written for" not in RENDERERS[name](ours)
    assert "Written for Bolt" in render_terminal(theirs, width=100, color=False)
    assert json.loads(RENDERERS["report.json"](theirs))["is_ours"] is False


def test_their_files_leave_ours_alone(market):
    pipeline.write_report(pipeline.build_report(market, as_of=AS_OF), market.reports)
    before = (market.reports / "latest" / "report.html").read_bytes()
    files = pipeline.write_report(bolts(market), market.reports)
    assert files[0] == market.reports / "latest" / "for-bolt" / "report.html"
    assert (market.reports / "2026-09-30" / "for-bolt" / "report.json").is_file()
    assert (market.reports / "latest" / "report.html").read_bytes() == before


def test_for_us_is_our_report(market):
    report = pipeline.build_report(market, as_of=AS_OF, brand=market.us)
    assert report == pipeline.build_report(market, as_of=AS_OF)
