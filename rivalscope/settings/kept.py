"""Keeps what was read from a YAML file once, because reading thousands of cues takes seconds.

Entries are JSON in the user's cache folder, named for the very text, the model and our version: a
changed file is read anew, and losing the folder loses nothing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

if TYPE_CHECKING:
    from collections.abc import Callable

Model = TypeVar("Model", bound=BaseModel)


def kept(text: str, model: type[Model], *, read: Callable[[], Model]) -> Model:
    """What *read* gives for *text*, or gave for it before.

    Whatever *read* raises is raised, and nothing is kept. A cache that can't be read or written is
    as good as none.
    """
    key = blake2b(f"{_shape(model)}\0{text}".encode(), digest_size=16)
    folder = cache_folder()
    if folder is None:
        return read()
    path = folder / f"{model.__name__.lower()}-{key.hexdigest()}.json"
    with suppress(OSError, ValidationError):
        return model.model_validate_json(path.read_bytes())
    fresh = read()
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_suffix(f".{os.getpid()}")
        beside.write_text(fresh.model_dump_json(), encoding="utf-8")
        beside.replace(path)
    return fresh


@cache
def _shape(model: type[BaseModel]) -> str:
    """Our version and the fields of *model*; several files are read by the same one."""
    return f"{version('rivalscope')}\0{model.model_json_schema()!r}"


def cache_folder() -> Path | None:
    """``rivalscope`` in XDG_CACHE_HOME, else in ``~/.cache``; None for a user without a home."""
    with suppress(RuntimeError):
        home = os.environ.get("XDG_CACHE_HOME")
        return (Path(home) if home else Path.home() / ".cache") / "rivalscope"
    return None
