"""Learning from the user's own stars, on real databases: when, what of it, and killed halfway."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import StorageError
from rivalscope.models import Review, Snapshot, Source
from rivalscope.reports.method import method_texts
from rivalscope.reports.terminal import render_terminal
from rivalscope.settings import load_settings
from rivalscope.storage import Store

QUIET = Watch(None, verbosity=Verbosity.QUIET)
BRANDS = ("us", "ada", "bee", "cid", "dee", "eve")
GOOD = ("snazzly", "brimful", "zappity", "quillish")
BAD = ("blorfed", "krungled", "mizzled", "vostrous")
PLAIN = ("parcel", "counter", "window", "evening", "station", "folder", "garden", "button")
NIGHT = datetime(2026, 9, 30, tzinfo=UTC)
KILLED = """
import os, sys
from pathlib import Path
from rivalscope import pipeline
from rivalscope.settings import load_settings
class Deadly:
    def stage(self, name, total):
        self.name = name
        self.reach("stage")
    def step(self, note="", *, advance=1):
        self.reach("step")
    def reach(self, moment):
        if [self.name, moment] == sys.argv[2:]:
            os.kill(os.getpid(), 9)
    def say(self, line): ...
settings = load_settings(Path(sys.argv[1]), environment={})
pipeline.analyze(settings, watch=Deadly())
"""


def market(folder):
    rivals = "".join(f"  - {{slug: {name}, name: {name.title()}}}\n" for name in BRANDS[1:])
    path = folder / "rivalscope.yaml"
    path.write_text(
        f"us: {{slug: us, name: Us}}\nmarket: {{languages: [en, sw]}}\ncompetitors:\n{rivals}"
    )
    return load_settings(path, environment={})


@pytest.fixture
def settings(tmp_path):
    return market(tmp_path)


@pytest.fixture(scope="module")
def analyzed_once(tmp_path_factory):
    settings = market(tmp_path_factory.mktemp("analyzed"))
    store_reviews(settings, reviews(range(300)))
    analyze(settings)
    return settings.database


@pytest.fixture
def taught(settings, analyzed_once):
    """A market whose 300 starred reviews have been learned from."""
    shutil.copyfile(analyzed_once, settings.database)
    return settings


def reviews(numbers, *, stars=True, wrong=False):
    """Reviews whose feeling is in words no lexicon has; *wrong*: their stars are dealt anew."""
    for number in numbers:
        # ruff: ignore[suspicious-non-cryptographic-random-usage] - texts, not secrets
        dice = random.Random(number)
        good = number % 3 != 0
        plain = dice.sample(PLAIN, 4)
        word = dice.choice(GOOD if good else BAD)
        rating = dice.choice((4.0, 5.0) if good else (1.0, 2.0))
        yield Review(
            native_id=str(number),
            body=f"the {plain[0]} and the {plain[1]} were {word} at the {plain[2]} by the"
            f" {plain[3]}",
            rating=(dice.choice((1.0, 5.0)) if wrong else rating) if stars else None,
            rating_max=5.0 if stars else None,
            published_at=NIGHT - timedelta(days=number % 60),
            date_precision="day",
            language="en",
        )


def store_reviews(settings, every, *, platform="portal"):
    """Deals the reviews out to the brands."""
    every = list(every)
    with Store(settings.database) as store:
        run = store.runs.start("test", at=NIGHT)
        for place, brand in enumerate(BRANDS):
            source = Source(brand=brand, id=platform, platform=platform, kind="reviews", url=None)
            page = Snapshot(
                url=f"http://{brand}.example/{platform}/{len(every)}",
                fetched_at=NIGHT,
                body=f"{brand} {every[0]}".encode(),
            )
            store.pages.save(page, source=source, run=run)
            store.reviews.save(every[place :: len(BRANDS)], source=source, snapshot=page)


def rows(settings, sql):
    with sqlite3.connect(settings.database) as db:
        found = db.execute(sql).fetchall()
    db.close()
    return found


def everything(settings):
    return [
        rows(settings, "SELECT * FROM understandings ORDER BY review"),
        rows(settings, "SELECT * FROM mentions ORDER BY review, start, theme"),
        rows(settings, "SELECT * FROM lessons ORDER BY id"),
    ]


def engines(settings):
    return dict(rows(settings, "SELECT engine, count(*) FROM understandings GROUP BY 1"))


def lesson(settings):
    with Store(settings.database) as store:
        return store.lessons.latest().get("en")


def wrong_sentiments(settings):
    sql = (
        "SELECT count(*) FROM reviews r JOIN understandings u ON u.review = r.id"
        " WHERE u.sentiment != iif(r.native_id % 3 = 0, 'negative', 'positive')"
    )
    return rows(settings, sql)[0][0]


def analyze(settings):
    return pipeline.analyze(settings, watch=QUIET)


def test_enough_stars_teach_what_the_lexicon_does_not_know(taught):
    assert lesson(taught).figures.accepted
    assert engines(taught) == {lesson(taught).engine: 300}
    assert wrong_sentiments(taught) == 0
    apart = rows(taught, "SELECT lexicon_score, score, confidence FROM understandings")
    assert all(score != lexicon and 0.8 < sure <= 1 for lexicon, score, sure in apart)
    assert {row[0] for row in rows(taught, "SELECT rating FROM reviews")} == {1, 2, 4, 5}


def test_a_second_time_with_nothing_new_writes_nothing(taught):
    before = everything(taught)
    files = {file: file.stat().st_mtime_ns for file in taught.database.parent.glob("*.sqlite*")}
    assert analyze(taught) == 0
    assert everything(taught) == before
    for file, moment in files.items():
        assert file.suffix == ".lock" or file.stat().st_mtime_ns == moment


def test_too_few_stars_load_no_learning_library(settings):
    store_reviews(settings, reviews(range(150)))
    store_reviews(settings, reviews(range(150, 400), stars=False), platform="forum")
    code = "import sys\n" + KILLED + "assert not {'sklearn', 'scipy'} & {*sys.modules}, 'loaded'\n"
    done = subprocess.run(
        [sys.executable, "-c", code, str(settings.path), "never", "step"], check=False
    )
    assert done.returncode == 0
    assert lesson(settings) is None
    assert engines(settings) == {"lexicon": 400}


def test_swahili_needs_more_stars(settings):
    texts = [replace(review, language="sw") for review in reviews(range(300))]
    store_reviews(settings, texts)
    analyze(settings)
    with sqlite3.connect(settings.database) as db:
        db.execute("UPDATE understandings SET language = 'sw', lexicon_score = 0.0")
        db.execute("DELETE FROM lessons")
    db.close()
    analyze(settings)
    with Store(settings.database) as store:
        assert store.lessons.latest() == {}


def test_a_platform_without_stars_is_left_to_the_lexicon(settings):
    store_reviews(settings, reviews(range(300)))
    store_reviews(settings, reviews(range(300, 360), stars=False), platform="forum")
    analyze(settings)
    assert lesson(settings).platforms == ("portal",)
    assert engines(settings) == {lesson(settings).engine: 300, "lexicon": 60}


def test_new_texts_are_decided_by_the_model_there_is(taught):
    first = lesson(taught)
    store_reviews(taught, reviews(range(300, 340)))
    assert analyze(taught) == 40
    assert lesson(taught) == first
    assert engines(taught) == {first.engine: 340}
    assert wrong_sentiments(taught) == 0


def test_a_fifth_more_stars_and_it_is_learned_anew(taught):
    first = lesson(taught)
    store_reviews(taught, reviews(range(300, 360)))
    analyze(taught)
    assert lesson(taught).engine != first.engine
    assert lesson(taught).figures.rows == 360
    assert engines(taught) == {lesson(taught).engine: 360}
    kept = rows(taught, "SELECT starred, model IS NOT NULL FROM lessons ORDER BY id")
    assert kept == [(300, 0), (360, 1)]


def test_stars_that_turn_out_to_mean_nothing_give_the_texts_back_to_the_lexicon(taught):
    store_reviews(taught, reviews(range(1_200), wrong=True))
    analyze(taught)
    assert lesson(taught).figures.reason == "no better than the lexicon beyond chance"
    assert engines(taught) == {"lexicon": 1_200}
    assert rows(
        taught, "SELECT count(*) FROM understandings WHERE score != lexicon_score OR confidence"
    ) == [(0,)]


def test_another_understanding_is_learned_from_anew(taught):
    first = lesson(taught)
    taught.path.write_text(taught.path.read_text().replace("name: Us", "name: Usher"))
    changed = load_settings(taught.path, environment={})
    assert analyze(changed) == 300
    assert lesson(changed).made_with != first.made_with
    assert lesson(changed).engine == first.engine  # the same scores and stars: the same model
    assert engines(changed) == {first.engine: 300}


def test_an_erasure_is_followed_by_learning_from_the_rest(taught):
    first = lesson(taught)
    with Store(taught.database) as store:
        (key,) = store.privacy.matching(review=None, url=None, author=None, text="vostrous")[:1]
        store.privacy.erase([key], at=NIGHT)
    assert lesson(taught) is None
    analyze(taught)
    assert lesson(taught).figures.rows == 299
    assert lesson(taught).engine != first.engine
    assert engines(taught) == {lesson(taught).engine: 299}


@pytest.mark.parametrize(
    ("stage", "moment"),
    [
        ("analyze", "step"),
        ("learn en", "stage"),
        ("sentiment en", "stage"),
        ("sentiment en", "step"),
    ],
)
def test_killed_at_any_stage_it_is_simply_run_again(settings, tmp_path, stage, moment):
    every = list(reviews(range(620)))
    store_reviews(settings, every)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(settings.path), stage, moment],
        check=False,
        env=os.environ,
    )
    assert done.returncode == -9
    assert engines(settings).get("lexicon", 0) > 0 or not engines(settings)
    analyze(settings)
    after = everything(settings)[:2], lesson(settings)
    settings.database.unlink()
    store_reviews(settings, every)
    analyze(settings)
    assert everything(settings)[:2] == after[0]
    assert lesson(settings).engine == after[1].engine
    assert engines(settings) == {after[1].engine: 620}


def test_a_damaged_model_is_told(taught):
    with sqlite3.connect(taught.database) as db:
        db.execute("UPDATE lessons SET model = x'80049503'")
    db.close()
    store_reviews(taught, reviews(range(300, 310)))
    with pytest.raises(StorageError, match="is damaged: not a model"):
        analyze(taught)


def test_report_and_status_say_who_decides(taught):
    report = pipeline.build_report(taught, as_of=NIGHT.date())
    told = dict(method_texts(report))["sentiment, en"]
    assert told.startswith("learned from 300 starred reviews on ")
    assert "on brands held back" in told
    assert "learned from 300" in " ".join(render_terminal(report, width=100, color=False).split())
    done = subprocess.run(
        [sys.executable, "-m", "rivalscope", "status", "--config", str(taught.path)],
        check=True,
        capture_output=True,
        text=True,
    )
    assert f"sentiment, en: {told}" in done.stdout
