"""An edited pack tags the whole history anew: step by step, and without forgetting judgments."""

from datetime import date

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.pipeline.understanding.analyzing import BATCH, knowledge_of
from rivalscope.pipeline.understanding.labeling import Wish, judgment, mentions_to_judge
from rivalscope.reports.method import method_texts
from rivalscope.storage import Store

QUIET = Watch(None, verbosity=Verbosity.QUIET)
EXTRA = 40
ANY = Wish(drawn="random", theme=None, language=None, count=1)


class Interrupting:
    """Watches until the first batch is kept, and is interrupted then."""

    def stage(self, name, total): ...

    def step(self, note="", *, advance=1):
        raise KeyboardInterrupt

    def say(self, line): ...


@pytest.fixture
def analyzed(shop, store_texts):
    texts = [f"They kept me on hold for the whole of day {n}." for n in range(BATCH + EXTRA)]
    store_texts(shop, texts)
    assert pipeline.analyze(shop, watch=QUIET) == BATCH + EXTRA
    return shop


def edit(settings, old, new):
    file = settings.path.parent / "themes" / "shop.yaml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def complaints(settings):
    with Store(settings.database) as store:
        found = store.understandings.daily_counts(until=date(2026, 12, 31))
    said = [dict(zip(one.themes, one.complaints, strict=True)) for one in found]
    return sum(of.get("wait_time", 0) for of in said)


def test_an_edited_cue_tags_every_text_anew_and_once(analyzed):
    assert complaints(analyzed) == BATCH + EXTRA
    edit(analyzed, "on hold", "in the queue")
    assert pipeline.waiting_texts(analyzed) == BATCH + EXTRA
    assert pipeline.analyze(analyzed, watch=QUIET) == BATCH + EXTRA
    assert complaints(analyzed) == 0
    assert pipeline.analyze(analyzed, watch=QUIET) == 0


def test_a_tagging_that_was_interrupted_goes_on_where_it_stopped(analyzed):
    edit(analyzed, "on hold", "in the queue")
    with pytest.raises(KeyboardInterrupt):
        pipeline.analyze(analyzed, watch=Interrupting())
    assert complaints(analyzed) == EXTRA
    assert pipeline.analyze(analyzed, watch=QUIET) == EXTRA
    assert complaints(analyzed) == 0


def test_judgments_hold_through_an_edit_and_back(analyzed):
    with Store(analyzed.database) as store:
        (one,) = mentions_to_judge(store, ANY)
        store.corrections.save([judgment(one, "wrong_theme")])
    assert complaints(analyzed) == BATCH + EXTRA - 1
    edit(analyzed, "on hold", "in the queue")
    pipeline.analyze(analyzed, watch=QUIET)
    edit(analyzed, "in the queue", "kept me on hold")
    pipeline.analyze(analyzed, watch=QUIET)
    assert complaints(analyzed) == BATCH + EXTRA - 1
    with Store(analyzed.database) as store:
        (answer,) = store.corrections.sampled()
    assert answer.version != knowledge_of(analyzed).version


def test_a_report_says_what_was_measured_and_corrected(analyzed):
    with Store(analyzed.database) as store:
        for answer in ("wrong_theme", "positive", "right", "right"):
            (one,) = mentions_to_judge(store, ANY)
            store.corrections.save([judgment(one, answer)])
    report = pipeline.build_report(analyzed, as_of=date(2026, 9, 30))
    (one,) = report.precision
    assert (one.theme, one.language, one.judged, one.right) == ("wait_time", "en", 4, 2)
    method = dict(method_texts(report))
    assert method["right mentions, en"] == "Waiting times 50% (interval 15% to 85%, n=4)"
    assert method["corrected by hand"] == "1 mention not counted, 1 with another polarity"


def test_a_report_without_judgments_says_that_nothing_was_measured(analyzed):
    report = pipeline.build_report(analyzed, as_of=date(2026, 9, 30))
    method = dict(method_texts(report))
    assert method["right mentions, en"] == "not measured"
    assert "corrected by hand" not in method
    assert [(one.judged, one.share) for one in report.precision] == [(0, None)]
