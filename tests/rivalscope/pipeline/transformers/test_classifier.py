"""Real models, run by onnxruntime: order of scores, long texts, nothing left from other texts."""

import json

import pytest

from analysis.sentiment.transformer import TransformerEngine
from rivalscope.pipeline.understanding.transformers.classifier import load_classifier
from rivalscope.pipeline.understanding.transformers.files import BadModelError, find_model

TEXTS = ("awful", "bad", "plain", "fine", "good", "Good, FINE and bad!", "", "unheard of")


def engine_of(folder, *, threads=1):
    files = find_model(str(folder), beside=folder)
    return TransformerEngine(
        lambda: load_classifier(files, threads=threads), name="tried", worths=files.worths
    )


@pytest.fixture
def model(tmp_path, write_model):
    return write_model(tmp_path / "model")


def test_scores_are_in_the_order_of_what_the_texts_say(model):
    tried = engine_of(model)
    found = [tried.score(text) for text in TEXTS]
    assert found[0] < found[1] < found[2] == 0 < found[3] < found[4]
    assert found[0] == -found[4] == -0.8509
    assert found[5] > 0
    assert found[6] == found[7] == 0


def test_a_text_scores_the_same_among_others_again_and_on_two_cores(model):
    alone = [engine_of(model).score(text) for text in TEXTS]
    tried = engine_of(model)
    assert [tried.score(text) for text in TEXTS] == alone
    assert [tried.score(text) for text in reversed(TEXTS)] == alone[::-1]
    two = engine_of(model, threads=2)
    assert [two.score(text) for text in TEXTS] == alone


def test_a_text_longer_than_the_window_is_the_average_of_its_parts(tmp_path, write_model):
    # 8 places, of which 2 can't be used and 2 mark begin and end: 4 words at once
    tried = engine_of(write_model(tmp_path / "small", window=8))
    up, down = tried.score("fine fine fine fine"), tried.score("bad bad")
    assert tried.score("fine fine fine fine bad bad") == round((4 * up + 2 * down) / 6, 4)
    assert tried.score("fine fine fine fine " * 50) == up


def test_a_tokenizer_with_a_shorter_window_of_its_own_is_believed(model):
    file = model / "tokenizer.json"
    said = json.loads(file.read_text())
    said["truncation"] = {
        "max_length": 3,
        "strategy": "LongestFirst",
        "stride": 0,
        "direction": "Left",
    }
    said["padding"] = {
        "strategy": {"Fixed": 9},
        "direction": "Right",
        "pad_to_multiple_of": None,
        "pad_id": 3,
        "pad_type_id": 0,
        "pad_token": "good",
    }
    file.write_text(json.dumps(said))
    tried = engine_of(model)
    parts = [tried.score(word) for word in ("good", "bad", "bad")]
    assert parts[1] == -0.5752
    assert tried.score("good bad bad") == round(sum(parts) / 3, 4)


def test_stars_are_read_as_well(tmp_path, write_model):
    tried = engine_of(write_model(tmp_path / "stars", names=("1 star", "2 stars", "3 stars")))
    assert tried.score("good") == 0.8509


def test_the_order_of_classes_is_the_models_own(tmp_path, write_model):
    tried = engine_of(write_model(tmp_path / "other", names=("positive", "neutral", "negative")))
    assert tried.score("good") == -0.8509


def test_a_model_with_attention_masks_and_segments_is_given_them(tmp_path, write_model):
    inputs = ("input_ids", "attention_mask", "token_type_ids")
    tried = engine_of(write_model(tmp_path / "bert", inputs=inputs))
    assert tried.score("good") == 0.8509


@pytest.mark.parametrize(
    ("break_it", "told"),
    [
        (lambda folder: (folder / "model.onnx").write_bytes(b"no model"), "is no model to be run"),
        (lambda folder: (folder / "model.onnx").write_bytes(b""), "is no model to be run"),
        (lambda folder: (folder / "tokenizer.json").write_text("{}"), "is no tokenizer"),
        (
            lambda folder: (folder / "config.json").write_text(
                '{"id2label": {"0": "negative", "1": "positive"}}'
            ),
            r"answers in the shape \(1, 3\), where its config.json names 2 classes",
        ),
        (
            lambda folder: (folder / "config.json").write_text(
                (folder / "config.json").read_text()[:-1] + ', "max_position_embeddings": 3}'
            ),
            "a window of 1 tokens holds nothing of a text",
        ),
    ],
)
def test_a_broken_model_is_told(model, break_it, told):
    break_it(model)
    with pytest.raises(BadModelError, match=told):
        engine_of(model).score("good")


def test_a_model_that_asks_for_something_else_is_told(tmp_path, write_model):
    folder = write_model(tmp_path / "odd", inputs=("input_ids", "pixel_values"))
    with pytest.raises(BadModelError, match="asks for pixel_values"):
        engine_of(folder).score("good")


def test_an_answer_that_is_no_number_is_told(tmp_path, write_model):
    tried = engine_of(write_model(tmp_path / "odd", infinite=True))
    assert tried.score("good") > 0
    with pytest.raises(BadModelError, match="no numbers to compare"):
        tried.score("awful")
