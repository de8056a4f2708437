"""Finding a model: what must be in its folder, what it says of itself, when it is another one."""

import json
import os

import pytest

from rivalscope.pipeline.understanding.transformers.files import BadModelError, find_model

CONFIG = {"id2label": {"0": "negative", "1": "positive"}}


@pytest.fixture
def folder(tmp_path):
    """Looked at, but never loaded."""
    folder = tmp_path / "models" / "en"
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(b"weights")
    (folder / "tokenizer.json").write_text("{}")
    (folder / "config.json").write_text(json.dumps(CONFIG))
    return folder


def found(folder):
    return find_model(str(folder), beside=folder)


def test_a_folder_is_looked_for_beside_the_configuration(tmp_path, folder):
    assert find_model("models/en", beside=tmp_path).model == folder / "model.onnx"
    assert find_model(str(folder), beside=tmp_path / "elsewhere").worths == (-1.0, 1.0)


def test_a_folder_as_the_hub_has_them_is_fine_too(folder):
    (folder / "onnx").mkdir()
    (folder / "model.onnx").rename(folder / "onnx" / "model.onnx")
    assert found(folder).model == folder / "onnx" / "model.onnx"


@pytest.mark.parametrize(
    ("gone", "told"),
    [
        (["model.onnx"], "has no model.onnx$"),
        (["tokenizer.json"], "has no tokenizer.json$"),
        (["config.json"], "has no config.json$"),
        (["model.onnx", "tokenizer.json", "config.json"], "model.onnx, tokenizer.json, config.j"),
    ],
)
def test_files_that_are_missing_are_named(folder, gone, told):
    for name in gone:
        (folder / name).unlink()
    with pytest.raises(BadModelError, match=told):
        found(folder)


def test_a_folder_that_is_missing_is_named(tmp_path):
    with pytest.raises(BadModelError, match=r"no folder .*models/cs"):
        find_model("models/cs", beside=tmp_path)


@pytest.mark.parametrize(
    ("config", "told"),
    [
        ("{", "config.json can't be read"),
        ("[" * 100_000, "config.json can't be read"),
        ("[]", "config.json is no JSON object"),
        ("{}", "has no id2label"),
        ('{"id2label": ["negative", "positive"]}', "has no id2label"),
        ('{"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}', "'LABEL_0', 'LABEL_1' says nothing"),
        ('{"id2label": {"1": "negative", "2": "positive"}}', "needs 0, 1, 2"),
    ],
)
def test_a_configuration_that_does_not_name_its_classes_is_told(folder, config, told):
    (folder / "config.json").write_text(config)
    with pytest.raises(BadModelError, match=told):
        found(folder)


@pytest.mark.parametrize(
    ("places", "window"), [(None, 512), (514, 512), (512, 510), (4096, 512), (130, 128), ("x", 512)]
)
def test_a_window_is_what_the_model_has_places_for(folder, places, window):
    (folder / "config.json").write_text(json.dumps({**CONFIG, "max_position_embeddings": places}))
    assert found(folder).window == window


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "config.json", "model.onnx_data"])
def test_another_file_is_another_model(folder, name):
    before = found(folder).digest
    assert found(folder).digest == before
    old = (folder / name).read_bytes() if (folder / name).exists() else b""
    (folder / name).write_bytes(old + b" ")
    assert found(folder).digest != before


def test_a_copy_is_the_same_model(folder, tmp_path):
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
        os.utime(copy / file.name, (0, 0))
    assert found(copy).digest == found(folder).digest
