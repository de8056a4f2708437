"""From stored reviews to the proxies of a report, again and again."""

from datetime import UTC, date, datetime, timedelta
from textwrap import dedent

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Reply, Review, Snapshot, Source
from rivalscope.reports.html import render_html
from rivalscope.reports.markdown import render_markdown
from rivalscope.reports.terminal import render_terminal
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

AS_OF = date(2026, 9, 30)
QUIET = Watch(None, verbosity=Verbosity.QUIET)
LATE = datetime(2026, 9, 29, tzinfo=UTC)
US = [
    "I had to call three times and I would not recommend them.",
    "I switched to Kestrel and the parcels come on time there.",
    "The parcel came in two days, I highly recommend this shop.",
    "Kestrel is a little cheaper than this shop but slower.",
]
KESTREL = ["I came from Norvia last month and I am happy here.", "Quick delivery, thank you all."]


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(
        dedent("""\
        us: {slug: norvia, name: Norvia}
        competitors: [{slug: kestrel, name: Kestrel}, {slug: halden, name: Halden}]
        """)
    )
    settings = load_settings(path, environment={})
    with Store(settings.database) as store:
        run = store.runs.start("test", at=datetime.now(UTC))
        for brand, texts in (("norvia", US), ("kestrel", KESTREL)):
            source = Source(brand=brand, id="s", platform="p", kind="reviews", url=None)
            page = Snapshot(
                url=f"http://{brand}.example/", fetched_at=datetime.now(UTC), body=brand.encode()
            )
            store.pages.save(packed(page), source=source, run=run)
            reviews = [
                Review(
                    native_id=str(number),
                    body=text,
                    published_at=LATE - timedelta(days=number),
                    date_precision="day",
                    reply=Reply(body="Thank you.", published_at=LATE)
                    if brand == "norvia"
                    else None,
                )
                for number, text in enumerate(texts)
            ]
            store.reviews.save(reviews, source=source, snapshot=page)
    return settings


def proxies_of(settings):
    return pipeline.build_report(settings, as_of=AS_OF).proxies


def test_a_report_tells_all_four_proxies(settings):
    pipeline.analyze(settings, watch=QUIET)
    got = proxies_of(settings)
    replied = [(one.brand, one.rate.n, one.rate.of) for one in got.replies]
    assert replied == [("norvia", 4, 4), ("kestrel", 0, 2)]
    assert (got.replies[0].delay.median, got.replies[0].delay.n) == (1.5, 4)
    effort = [(one.brand, one.language, one.rate.n, one.rate.of) for one in got.effort]
    assert effort == [("norvia", "en", 1, 4), ("kestrel", "en", 0, 2)]
    (advice,) = got.recommend
    assert (advice.brand, advice.willing, advice.unwilling) == ("norvia", 1, 1)
    (flow,) = got.flows
    assert (flow.origin, flow.target, flow.leaving.n, flow.coming.n) == ("norvia", "kestrel", 1, 1)
    (compared,) = got.compared
    assert (compared.brand, compared.named, compared.rate.n) == ("norvia", "kestrel", 1)


def test_every_format_tells_a_move_with_its_evidence(settings):
    pipeline.analyze(settings, watch=QUIET)
    report = pipeline.build_report(settings, as_of=AS_OF)
    for text in (render_html(report), render_markdown(report)):
        assert "I switched to Kestrel and the parcels come on time there" in text
        assert "1 of 4" in text
    shown = " ".join(render_terminal(report, width=100, color=False).split())
    assert "Norvia to Kestrel: 2; 1 of 4 (" in shown


def test_analyzed_twice_nothing_is_read_again(settings):
    assert pipeline.analyze(settings, watch=QUIET) == 6
    before = proxies_of(settings)
    assert pipeline.analyze(settings, watch=QUIET) == 0
    assert proxies_of(settings) == before


def test_an_edited_phrase_file_is_read_with_and_leaves_themes_alone(settings):
    pipeline.analyze(settings, watch=QUIET)
    own = settings.path.parent / "proxies"
    own.mkdir()
    (own / "en.yaml").write_text("language: en\neffort: [came in two days]\n")
    with Store(settings.database) as store:
        before = store.understandings.daily_counts(until=AS_OF)
    assert pipeline.waiting_texts(settings) == 6
    assert pipeline.analyze(settings, watch=QUIET) == 6
    assert pipeline.waiting_texts(settings) == 0
    with Store(settings.database) as store:
        assert store.understandings.daily_counts(until=AS_OF) == before
    got = proxies_of(settings)
    assert [quote.quote for quote in got.effort[0].quotes] == [US[2].removesuffix(".")]
    assert got.flows == ()


def test_a_rival_that_is_renamed_is_looked_for_by_its_new_name(settings):
    pipeline.analyze(settings, watch=QUIET)
    text = settings.path.read_text().replace("name: Kestrel", "name: Kestrel Parcel")
    settings.path.write_text(text)
    renamed = load_settings(settings.path, environment={})
    assert pipeline.analyze(renamed, watch=QUIET) == 6
    (flow,) = proxies_of(renamed).flows
    assert (flow.leaving.n, flow.coming.n) == (0, 1)
