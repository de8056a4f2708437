"""A market whose texts a transformer scores: what it changes, what it leaves, when it is asked."""

import sqlite3
import subprocess
import sys
from datetime import date

import pytest

from rivalscope import pipeline
from rivalscope.cli.console import Verbosity, Watch
from rivalscope.errors import ConfigurationError
from rivalscope.pipeline.understanding.analyzing import knowledge_of
from rivalscope.pipeline.understanding.transformers import check_transformers, transformers_of
from rivalscope.reports.method import method_texts
from rivalscope.settings import load_settings

QUIET = Watch(None, verbosity=Verbosity.QUIET)
TEXTS = ("Good.", "Plain good bad.", "Awful, and kept on hold.", "Fine app here.")


def configured(shop, analysis, *, languages="[en]"):
    """The settings of the shop with that section."""
    market = f"languages: {languages}"
    text = shop.path.read_text(encoding="utf-8").replace("languages: [en]", market)
    shop.path.write_text(text + analysis, encoding="utf-8")
    return load_settings(shop.path, environment={})


@pytest.fixture
def scored(shop, write_model):
    """A shop whose English texts a tiny model scores."""
    write_model(shop.path.parent / "models" / "en")
    return configured(shop, "analysis: {transformers: {en: models/en}}\n")


def rows(settings, sql):
    with sqlite3.connect(settings.database) as db:
        found = db.execute(sql).fetchall()
    db.close()
    return found


def understood(settings):
    """Body -> (score, the first engine's score, engine)."""
    sql = "SELECT r.body, u.score, u.lexicon_score, u.engine FROM understandings u JOIN reviews r"
    return {body: rest for body, *rest in rows(settings, f"{sql} ON r.id = u.review")}


def mentions(settings):
    return rows(settings, "SELECT review, theme, polarity, start FROM mentions ORDER BY 1, 2, 4")


def analyze(settings):
    return pipeline.analyze(settings, watch=QUIET)


def test_scores_are_the_models_and_say_so(scored, store_texts):
    store_texts(scored, TEXTS)
    analyze(scored)
    name = knowledge_of(scored).engines["en"]
    assert name.startswith("transformer-")
    found = understood(scored)
    assert {engine for _, _, engine in found.values()} == {name}
    assert found["Good."] == [0.8509, 0.8509, name]
    assert found["Plain good bad."][0] == 0.5752


def test_themes_stay_as_they_are_and_move_the_score(shop, store_texts, scored):
    store_texts(scored, TEXTS)
    analyze(shop)
    plain = mentions(shop)
    analyze(scored)
    assert mentions(scored) == plain
    assert len(plain) == 2
    assert understood(scored)["Awful, and kept on hold."][0] < -0.8509


def test_a_language_without_a_model_keeps_its_lexicon(shop, write_model, store_texts):
    write_model(shop.path.parent / "models" / "en")
    settings = configured(shop, "analysis: {transformers: {en: models/en}}\n", languages="[en, cs]")
    store_texts(settings, ["Tenhle obchod je opravdu skvělý, všechno přišlo včas a v pořádku."])
    analyze(settings)
    assert [engine for _, _, engine in understood(settings).values()] == ["lexicon"]


def test_the_star_stands_for_all_other_languages(shop, write_model):
    for name in ("en", "multi"):
        write_model(shop.path.parent / "models" / name, turned=name == "en")
    settings = configured(
        shop,
        'analysis: {transformers: {en: models/en, "*": models/multi}}\n',
        languages="[en, cs, ru]",
    )
    engines = transformers_of(settings)
    assert engines["cs"] is engines["ru"]
    assert engines["en"].name != engines["cs"].name


def test_nothing_new_is_nothing_to_do(scored, store_texts):
    store_texts(scored, TEXTS)
    assert analyze(scored) == len(TEXTS)
    before = rows(scored, "SELECT * FROM understandings ORDER BY review")
    assert analyze(scored) == 0
    assert rows(scored, "SELECT * FROM understandings ORDER BY review") == before


def test_another_model_scores_every_text_anew(scored, store_texts, write_model):
    store_texts(scored, TEXTS)
    analyze(scored)
    before = understood(scored)["Good."]
    write_model(scored.path.parent / "models" / "en", turned=True)
    assert pipeline.waiting_texts(scored) == len(TEXTS)
    assert analyze(scored) == len(TEXTS)
    after = understood(scored)["Good."]
    assert after[0] == -before[0]
    assert after[2] == knowledge_of(scored).engines["en"] != before[2]


def test_without_the_model_the_lexicon_is_asked_again(shop, scored, store_texts):
    store_texts(shop, TEXTS)
    analyze(shop)
    plain = understood(shop)
    analyze(scored)
    assert understood(scored) != plain
    assert analyze(shop) == len(TEXTS)
    assert understood(shop) == plain
    assert {engine for _, _, engine in plain.values()} == {"lexicon"}


def test_texts_that_stars_no_longer_speak_of_go_back_to_the_model(scored, store_texts):
    store_texts(scored, TEXTS)
    analyze(scored)
    before = understood(scored)
    with sqlite3.connect(scored.database) as db:
        db.execute("UPDATE understandings SET engine = 'stars-0', score = 0.1, confidence = 0.9")
    db.close()
    analyze(scored)
    assert understood(scored) == before
    assert rows(scored, "SELECT DISTINCT confidence FROM understandings") == [(None,)]


def test_a_trial_of_themes_asks_no_model(scored):
    (scored.path.parent / "models" / "en" / "model.onnx").unlink()
    pack = knowledge_of(load_settings_without(scored)).pack
    assert knowledge_of(scored, pack=pack).engines == {}


def load_settings_without(settings):
    text = settings.path.read_text(encoding="utf-8")
    other = settings.path.with_name("other.yaml")
    other.write_text(text.replace("analysis:", "#"), encoding="utf-8")
    return load_settings(other, environment={})


def test_every_model_that_can_not_be_used_is_told_with_its_place(shop):
    settings = configured(
        shop,
        'analysis:\n  transformers:\n    en: models/en\n    "*": models/multi\n',
        languages="[en, cs]",
    )
    with pytest.raises(ConfigurationError) as caught:
        knowledge_of(settings)
    told = [str(one).removeprefix(str(settings.path)) for one in caught.value.mistakes]
    folder = settings.path.parent / "models"
    assert told == [
        f":7:5: models/en: no folder {folder / 'en'}",
        f":8:5: models/multi: no folder {folder / 'multi'}",
    ]


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_a_missing_extra_is_named_when_a_text_needs_it(scored, store_texts, monkeypatch, library):
    monkeypatch.setitem(sys.modules, library, None)
    store_texts(scored, TEXTS)
    assert pipeline.waiting_texts(scored) == len(TEXTS)
    with pytest.raises(ConfigurationError) as caught:
        analyze(scored)
    assert str(caught.value) == (
        f"{scored.path}:5:27: models/en: needs an extra that is not installed:"
        " pip install 'rivalscope[transformers]'"
    )


def test_a_model_that_fails_later_is_told_with_its_place(shop, write_model, store_texts):
    write_model(shop.path.parent / "models" / "en", infinite=True)
    settings = configured(shop, "analysis: {transformers: {en: models/en}}\n")
    store_texts(settings, ["Good app."])
    analyze(settings)
    store_texts(settings, ["Good app.", "Awful app."])
    with pytest.raises(ConfigurationError, match=r"yaml:5:27: models/en: .*no numbers to compare"):
        analyze(settings)


def test_check_loads_every_model_once(scored):
    (name,) = check_transformers(scored)
    assert name == knowledge_of(scored).engines["en"]
    (scored.path.parent / "models" / "en" / "model.onnx").write_bytes(b"no model")
    with pytest.raises(ConfigurationError, match="is no model to be run"):
        check_transformers(scored)


def test_without_any_no_library_is_loaded(shop, store_texts):
    store_texts(shop, TEXTS)
    code = (
        "import sys\n"
        "from pathlib import Path\n"
        "from rivalscope import pipeline\n"
        "from rivalscope.cli.console import Verbosity, Watch\n"
        "from rivalscope.settings import load_settings\n"
        "settings = load_settings(Path(sys.argv[1]), environment={})\n"
        "pipeline.analyze(settings, watch=Watch(None, verbosity=Verbosity.QUIET))\n"
        "print({'onnxruntime', 'tokenizers', 'huggingface_hub'} & {*sys.modules})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(shop.path)], check=True, capture_output=True, text=True
    )
    assert done.stdout.strip() == "set()"


def test_a_report_says_who_scores(scored, store_texts):
    store_texts(scored, TEXTS)
    analyze(scored)
    report = pipeline.build_report(scored, as_of=date(2026, 9, 30))
    model = knowledge_of(scored).engines["en"]
    assert dict(method_texts(report))["sentiment, en"] == f"model {model}"


def test_validate_asks_every_model(scored):
    def validate():
        command = [sys.executable, "-m", "rivalscope", "validate", "--config", str(scored.path)]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    done = validate()
    assert done.returncode == 0
    assert f"model {knowledge_of(scored).engines['en']}" in done.stdout
    (scored.path.parent / "models" / "en" / "model.onnx").write_bytes(b"no model")
    done = validate()
    assert done.returncode == 2
    assert f"{scored.path}:5:27: models/en: " in done.stderr
    assert "is no model to be run" in done.stderr
