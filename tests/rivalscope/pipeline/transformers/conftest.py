"""Models small enough to be built here: a number a word and class, summed over the text."""

import json

import numpy as np
import pytest

EXTRA = "the extra is not installed: pip install 'rivalscope[transformers]' onnx"
WORDS = {"good": 2.0, "fine": 1.0, "plain": 0.0, "bad": -1.0, "awful": -2.0}
SPECIAL = ("[UNK]", "[CLS]", "[SEP]")
THREE = ("negative", "neutral", "positive")


def onnx_model(*, turned=False, inputs=("input_ids",), infinite=False):
    """Bytes of a model with the logits -s, 0 and s, where s is the sum of its words."""
    onnx = pytest.importorskip("onnx", reason=EXTRA)
    sign = -1 if turned else 1
    values = [0.0] * len(SPECIAL) + [sign * value for value in WORDS.values()]
    if infinite:
        values[-1] = float("inf")
    table = np.array([[-value, 0.0, value] for value in values], np.float32)
    helper, kinds = onnx.helper, onnx.TensorProto
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", inputs[0]], ["rows"]),
            helper.make_node("ReduceSum", ["rows", "axis"], ["logits"], keepdims=0),
        ],
        "words",
        [helper.make_tensor_value_info(name, kinds.INT64, ["n", "m"]) for name in inputs],
        [helper.make_tensor_value_info("logits", kinds.FLOAT, ["n", 3])],
        [
            onnx.numpy_helper.from_array(table, "table"),
            onnx.numpy_helper.from_array(np.array([1], np.int64), "axis"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    return model.SerializeToString()


def tokenizer_json():
    """A tokenizer of whole words, which marks begin and end."""
    names = [*SPECIAL, *WORDS]
    begin, end = (
        {"id": name, "ids": [names.index(name)], "tokens": [name]} for name in SPECIAL[1:]
    )
    mark = [{"SpecialToken": {"id": name, "type_id": 0}} for name in SPECIAL[1:]]
    piece = {"Sequence": {"id": "A", "type_id": 0}}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [mark[0], piece, mark[1]],
            "pair": [mark[0], piece, mark[1]],
            "special_tokens": {"[CLS]": begin, "[SEP]": end},
        },
        "decoder": None,
        "model": {
            "type": "WordLevel",
            "vocab": {name: place for place, name in enumerate(names)},
            "unk_token": "[UNK]",
        },
    }


@pytest.fixture
def write_model():
    """``write_model(folder, ...)`` writes such a model there, as the hub would have it."""
    for library in ("onnxruntime", "tokenizers"):
        pytest.importorskip(library, reason=EXTRA)

    def writing(folder, *, names=THREE, window=None, **model):
        folder.mkdir(parents=True, exist_ok=True)
        config = {"id2label": {str(place): name for place, name in enumerate(names)}}
        if window:
            config["max_position_embeddings"] = window
        (folder / "model.onnx").write_bytes(onnx_model(**model))
        (folder / "tokenizer.json").write_text(json.dumps(tokenizer_json()))
        (folder / "config.json").write_text(json.dumps(config))
        return folder

    return writing
