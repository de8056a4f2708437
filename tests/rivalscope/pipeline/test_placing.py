"""Short texts without a language are read in that of their source, in whatever order they come."""

import sqlite3
from datetime import UTC, datetime

import pytest

from analysis.prevailing import FEWEST_TEXTS
from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.models import Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed

QUIET = Watch(None, verbosity=Verbosity.QUIET)
SHORT = "Kiva tori"
EMOJI = "👍👍"
LONG = "These {} parcels came on a Monday and were left with the people next door."
CZECH = "Těchto {} balíků přišlo v pondělí a zůstaly ležet u sousedů za dveřmi domu."
FINNISH = "Nämä {} pakettia tulivat maanantaina ja jäivät naapurien oven taakse."
MOMENT = datetime(2026, 9, 30, tzinfo=UTC)


@pytest.fixture
def market(shop):
    text = shop.path.read_text(encoding="utf-8").replace("[en]", "[en, cs]")
    shop.path.write_text(text, encoding="utf-8")
    return load_settings(shop.path, environment={})


def keep(settings, texts, *, source="s", language=None):
    place = Source(
        brand="acme", id=source, platform="p", kind="reviews", url=None, language=language
    )
    page = Snapshot(url="http://acme.example/", fetched_at=MOMENT, body=b"page")
    reviews = [Review(native_id=text, body=text, published_at=MOMENT) for text in texts]
    with Store(settings.database) as store:
        run = store.runs.start("test", at=MOMENT)
        store.pages.save(packed(page), source=place, run=run)
        store.reviews.save(reviews, source=place, snapshot=page)


def many(body, count=FEWEST_TEXTS):
    return [body.format(number) for number in range(count)]


def rows(settings):
    query = (
        "SELECT r.source, r.body, u.* FROM understandings u JOIN reviews r ON r.id = u.review"
        " ORDER BY u.review"
    )
    with sqlite3.connect(settings.database) as opened:
        opened.row_factory = sqlite3.Row
        return [dict(row) for row in opened.execute(query)]


def languages(settings, body=SHORT):
    return {row["source"]: row["language"] for row in rows(settings) if row["body"] == body}


def test_a_short_text_is_read_in_the_language_of_its_source_and_no_other(market):
    keep(market, [SHORT, *many(LONG)], source="english")
    keep(market, [SHORT, *many(CZECH)], source="czech")
    keep(market, [SHORT, *many(CZECH, 3)], source="small")
    keep(market, [SHORT, *many(CZECH), *many(LONG)], source="mixed")
    keep(market, [SHORT, *many(FINNISH)], source="foreign")
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {
        "english": "en", "czech": "cs", "small": "unknown", "mixed": "unknown",
        "foreign": "unknown",
    }  # fmt: skip


def test_a_declared_language_is_believed_whatever_prevails(market):
    keep(market, [SHORT, *many(LONG)], language="cs")
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "cs"}


def test_emoji_alone_and_long_foreign_texts_stay_unknown(market):
    (finnish,) = many(FINNISH, 1)
    keep(market, [EMOJI, finnish, *many(LONG)])
    pipeline.analyze(market, watch=QUIET)
    assert languages(market, EMOJI) == languages(market, finnish) == {"s": "unknown"}


def test_the_order_in_which_texts_come_changes_nothing(market, tmp_path):
    keep(market, [SHORT])
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "unknown"}
    keep(market, many(LONG))
    pipeline.analyze(market, watch=QUIET)
    in_steps = rows(market)
    market.database.unlink()
    keep(market, [SHORT, *many(LONG)])
    pipeline.analyze(market, watch=QUIET)
    assert rows(market) == in_steps
    assert languages(market) == {"s": "en"}


def test_a_text_is_read_again_when_another_language_prevails_and_not_before(market, monkeypatch):
    keep(market, [SHORT, EMOJI, *many(LONG)])
    pipeline.analyze(market, watch=QUIET)
    before = rows(market)
    with monkeypatch.context() as patch:
        # called for nothing
        patch.setattr("rivalscope.pipeline.understanding.placing.is_short", None)
        assert pipeline.analyze(market, watch=QUIET) == 0
        keep(market, [LONG.format("ninety")])
        assert pipeline.analyze(market, watch=QUIET) == 1
    assert [row for row in rows(market) if row["body"] != LONG.format("ninety")] == before
    keep(market, many(CZECH))
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "unknown"}
    keep(market, many(CZECH, 3 * FEWEST_TEXTS))
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "cs"}


def test_a_run_that_ended_before_is_made_good_by_the_next(market, monkeypatch):
    keep(market, [SHORT, *many(LONG)])
    with monkeypatch.context() as patch:
        patch.setattr("rivalscope.pipeline.understanding.analyzing.read_in_place", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "unknown"}
    pipeline.analyze(market, watch=QUIET)
    assert languages(market) == {"s": "en"}
