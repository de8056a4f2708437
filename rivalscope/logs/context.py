"""Facts of a line: those that its place knows, and those that hold for all that is done there."""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

#: The attribute of a record that holds its facts.
FACTS = "facts"
#: Copied by asyncio into each task, so that the crawls of one process don't mix.
_BOUND: ContextVar[Mapping[str, object] | None] = ContextVar("facts", default=None)


def facts(**values: object) -> dict[str, dict[str, object]]:
    """*values* as the argument ``extra`` of a call of `logging`, without those that are None."""
    return {FACTS: {name: value for name, value in values.items() if value is not None}}


def bind(**values: object) -> None:
    """Every line from here on has these facts, such as ``run=12``."""
    _BOUND.set({**bound_facts(), **values})


@contextmanager
def bound(**values: object) -> Generator[None, None, None]:
    """Every line inside has these facts, too."""
    with bound_only(**{**bound_facts(), **values}):
        yield


@contextmanager
def bound_only(**values: object) -> Generator[None, None, None]:
    """Every line inside has these facts, and none of what held before."""
    token = _BOUND.set(values)
    try:
        yield
    finally:
        _BOUND.reset(token)


def bound_facts() -> Mapping[str, object]:
    """What holds here."""
    return _BOUND.get() or {}
