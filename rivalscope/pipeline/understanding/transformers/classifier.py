"""A model in the ONNX format, run by onnxruntime on the texts that a tokenizer has cut up."""

from __future__ import annotations

from math import isfinite
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from analysis.sentiment.transformer import Answer
from rivalscope.pipeline.understanding.transformers.files import BadModelError
from rivalscope.pipeline.understanding.transformers.hub import EXTRA

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from rivalscope.pipeline.understanding.transformers.files import ModelFiles

_INPUTS: Final = ("input_ids", "attention_mask", "token_type_ids")
_LOGITS: Final = "logits"
_INTEGERS: Final[dict[str, np.dtype[Any]]] = {
    "tensor(int64)": np.dtype(np.int64),
    "tensor(int32)": np.dtype(np.int32),
}
_QUIET: Final = 3
"""onnxruntime's level of errors; warnings are for those who build models."""


class OnnxClassifier:
    """A model that is loaded.

    One part of one text at a time: in a batch the answers of a quantized model depend on the other
    texts in it, and on one core a batch takes no less time.
    """

    def __init__(self, session: Any, tokenizer: Any, *, classes: int) -> None:
        self._session = session
        self._tokenizer = tokenizer
        self._classes = classes
        outputs = [given.name for given in session.get_outputs()]
        self._output = _LOGITS if _LOGITS in outputs else outputs[0]
        self._types = {given.name: _integer(given) for given in session.get_inputs()}

    def answers(self, text: str) -> Iterator[Answer]:
        """One for each window of *text*. Raises BadModelError where the model can't be asked."""
        whole = self._tokenizer.encode(text)
        for part in (whole, *whole.overflowing):
            tokens = len(part.ids) - sum(part.special_tokens_mask)
            if tokens:
                yield Answer(tokens=tokens, logits=self._logits(part))

    def _logits(self, part: Any) -> list[float]:
        rows = dict(zip(_INPUTS, (part.ids, part.attention_mask, part.type_ids), strict=True))
        given = {name: np.array([rows[name]], kind) for name, kind in self._types.items()}
        try:
            found = np.asarray(self._session.run([self._output], given)[0])
        except Exception as error:
            message = f"the model can't be run: {_line(error)}"
            raise BadModelError(message) from error
        if found.shape != (1, self._classes):
            message = (
                f"the model answers in the shape {found.shape}, where its config.json names"
                f" {self._classes} classes"
            )
            raise BadModelError(message)
        logits = [float(logit) for logit in found[0]]
        if not all(map(isfinite, logits)):
            message = f"the model answers {logits}, which are no numbers to compare"
            raise BadModelError(message)
        return logits


def load_classifier(files: ModelFiles, *, threads: int) -> OnnxClassifier:
    """The model, ready to be asked, on so many cores. Raises BadModelError."""
    try:
        # ruff: ignore[import-outside-top-level] - an extra that few have, and slow to load
        import onnxruntime

        # ruff: ignore[import-outside-top-level] - the same
        import tokenizers
    except ImportError as error:
        message = f"needs an extra that is not installed: {EXTRA}"
        raise BadModelError(message) from error
    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.use_deterministic_compute = True
    options.log_severity_level = _QUIET
    try:
        session = onnxruntime.InferenceSession(
            str(files.model), options, providers=["CPUExecutionProvider"]
        )
    except Exception as error:
        message = f"{files.model} is no model to be run: {_line(error)}"
        raise BadModelError(message) from error
    tokenizer = _tokenizer(files.tokenizer, tokenizers.Tokenizer, window=files.window)
    return OnnxClassifier(session, tokenizer, classes=len(files.worths))


def _tokenizer(file: Path, kind: Any, *, window: int) -> Any:
    """It cuts a text into windows, and pads none."""
    try:
        tokenizer = kind.from_file(str(file))
        window = min(window, (tokenizer.truncation or {}).get("max_length", window))
        tokenizer.enable_truncation(window, stride=0, direction="right")
    except Exception as error:
        message = f"{file} is no tokenizer: {_line(error)}"
        raise BadModelError(message) from error
    if window <= tokenizer.num_special_tokens_to_add(is_pair=False):
        message = f"a window of {window} tokens holds nothing of a text"
        raise BadModelError(message)
    tokenizer.no_padding()
    return tokenizer


def _integer(given: Any) -> np.dtype[Any]:
    if given.name not in _INPUTS or given.type not in _INTEGERS:
        message = (
            f"the model asks for {given.name} ({given.type}): only {', '.join(_INPUTS)}, as"
            " integers, are known"
        )
        raise BadModelError(message)
    return _INTEGERS[given.type]


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
