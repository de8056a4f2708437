"""The files of a model: which there must be, what they say of its classes, and their digest."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b, file_digest
from typing import TYPE_CHECKING, Any, Final

from analysis.sentiment.labels import names_of, worths
from rivalscope.pipeline.understanding.transformers.hub import HubError, fetch_folder
from rivalscope.settings import HUB

if TYPE_CHECKING:
    from pathlib import Path

MODELS: Final = ("model.onnx", "onnx/model.onnx")
"""Where the model itself may be: beside the others, or where the hub's exports put it."""
_WEIGHTS: Final = "[._]data*"
"""How names go on of files that hold a large model's weights."""
_LONGEST_WINDOW: Final = 512
_SPARE: Final = 2
"""Places that some kinds of models (RoBERTa) count but can't fill."""


class BadModelError(ValueError):
    """A model that can't be used, and why, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFiles:
    """A model on this machine, looked at but not loaded."""

    model: Path
    tokenizer: Path
    worths: tuple[float, ...]
    """What each of its classes is worth, -1 to 1."""
    window: int
    """Tokens it can read at once, those that mark begin and end included."""
    digest: str
    """Changes with any of its files."""


def find_model(name: str, *, beside: Path) -> ModelFiles:
    """The model in a folder, which may be relative to *beside*, or on the hub (``hub:OWNER/NAME``).

    What is on the hub is fetched once. Raises BadModelError.
    """
    folder = _fetched(name.removeprefix(HUB)) if name.startswith(HUB) else beside / name
    if not folder.is_dir():
        message = f"no folder {folder}"
        raise BadModelError(message)
    model = next((folder / path for path in MODELS if (folder / path).is_file()), None)
    tokenizer, config = folder / "tokenizer.json", folder / "config.json"
    missing = [file.name for file in (tokenizer, config) if not file.is_file()]
    if model is None or missing:
        names = ", ".join([*([] if model else [MODELS[0]]), *missing])
        message = f"{folder} has no {names}"
        raise BadModelError(message)
    said = _config(config)
    weights = sorted(model.parent.glob(model.name + _WEIGHTS))
    return ModelFiles(
        model=model,
        tokenizer=tokenizer,
        worths=_worths(said),
        window=_window(said),
        digest=_digest([model, *weights, tokenizer, config]),
    )


def _fetched(name: str) -> Path:
    try:
        return fetch_folder(
            name, patterns=("config.json", "tokenizer.json", *map("{}*".format, MODELS))
        )
    except HubError as error:
        raise BadModelError(str(error)) from error


def _config(file: Path) -> dict[str, Any]:
    try:
        said = json.loads(file.read_bytes())
    except (ValueError, RecursionError, OSError) as error:
        message = f"{file} can't be read: {error}"
        raise BadModelError(message) from error
    if not isinstance(said, dict):
        message = f"{file} is no JSON object"
        raise BadModelError(message)
    return said


def _worths(said: dict[str, Any]) -> tuple[float, ...]:
    id2label = said.get("id2label")
    if not isinstance(id2label, dict):
        message = "its config.json has no id2label, which names its classes"
        raise BadModelError(message)
    try:
        return worths(names_of({key: str(name) for key, name in id2label.items()}))
    except ValueError as error:
        message = f"its config.json: {error}"
        raise BadModelError(message) from error


def _window(said: dict[str, Any]) -> int:
    places = said.get("max_position_embeddings")
    if not isinstance(places, int) or places <= _SPARE:
        return _LONGEST_WINDOW
    return min(_LONGEST_WINDOW, places - _SPARE)


def _digest(files: list[Path]) -> str:
    states = [(file, file.stat()) for file in files]
    parts = [_file_digest(file, stat.st_size, stat.st_mtime_ns) for file, stat in states]
    return blake2b("".join(parts).encode(), digest_size=6).hexdigest()


@lru_cache(maxsize=64)
def _file_digest(file: Path, _size: int, _modified: int) -> str:
    """Read once a run: a model has hundreds of megabytes."""
    with file.open("rb") as opened:
        return file_digest(opened, blake2b).hexdigest()
