"""Turns what pydantic complains of into sentences with a place and, if it helps, a suggestion."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel, ValidationError

from rivalscope.settings.patterns import ENVIRONMENT_VARIABLE, LANGUAGE, SLUG, THEME, TIME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rivalscope.errors import Mistake
    from rivalscope.settings.documents import Document

#: Patterns of the schemas, in words.
_PATTERNS = {
    SLUG: "made of a-z, 0-9, - and _ only, such as our-brand",
    LANGUAGE: "a two-letter language code, such as en",
    TIME: "a time such as 02:30, a weekly one such as sunday 02:30, or off",
    ENVIRONMENT_VARIABLE: "the name of an environment variable, such as SHOP_API_KEY",
    THEME: "made of a-z, 0-9 and _ only, such as wait_time",
}

#: Where an address with a password may stand by mistake: what stands there is not shown.
_UNSHOWN = "channels"

#: A value longer than this says no more by being shown whole.
_LONGEST_SHOWN = 60


def mistakes_of(
    error: ValidationError, document: Document, model: type[BaseModel]
) -> tuple[Mistake, ...]:
    """One Mistake per wrong place, in the order of the file."""
    found = {
        document.mistake(problem["loc"], _sentence(problem, model))
        for problem in error.errors(include_url=False)
    }
    return tuple(sorted(found, key=lambda m: (m.line, m.column, m.message)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``, did you mean 'x'?`` for the nearest of *known*, else an empty string."""
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f", did you mean {near[0]!r}?" if near else ""


def _sentence(problem: Any, model: type[BaseModel]) -> str:
    path: tuple[int | str, ...] = problem["loc"]
    name = ".".join(str(step) for step in path)
    kind = problem["type"]
    if kind == "extra_forbidden":
        key = str(path[-1])
        return f"unknown key {key!r}{did_you_mean(key, _fields_at(model, path[:-1]))}"
    if kind == "missing":
        return f"{name} is missing"
    if _UNSHOWN in path:
        return f"{name}: {_unshown(problem)}"
    if kind == "literal_error":
        hint = did_you_mean(str(problem["input"]), _words(problem["ctx"]["expected"]))
        return f"{name} is {problem['input']!r}: must be {problem['ctx']['expected']}{hint}"
    if kind == "string_pattern_mismatch":
        return (
            f"{name} is {_short(problem['input'])}: must be {_PATTERNS[problem['ctx']['pattern']]}"
        )
    reason = problem["msg"].removeprefix("Value error, ")
    return f"{name} is {_short(problem['input'])}: {reason[:1].lower()}{reason[1:]}"


def _unshown(problem: Any) -> str:
    if problem["type"] == "literal_error":
        return f"must be {problem['ctx']['expected']}"
    if problem["type"] == "string_pattern_mismatch":
        return f"must be {_PATTERNS[problem['ctx']['pattern']]}"
    if problem["type"] == "model_type":
        return (
            "must be a mapping, which may be empty ({}): an address is a secret and stands in the"
            " environment"
        )
    reason = problem["msg"].removeprefix("Value error, ")
    return f"{reason[:1].lower()}{reason[1:]}"


def _words(expected: str) -> list[str]:
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _short(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[: _LONGEST_SHOWN - 3]}..."


def _fields_at(model: type[BaseModel], path: Sequence[int | str]) -> tuple[str, ...]:
    """Names that may stand in the mapping at *path*."""
    for step in path:
        field = model.model_fields.get(str(step))
        inner = next(_models_in(field.annotation), None) if field else None
        model = inner or model
    return tuple(model.model_fields)


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
