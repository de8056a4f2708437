"""The JSON Schema of report.json, read off the models: their types and their docstrings."""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from rivalscope import models
from rivalscope.models import Evidence, Excuse, Finding, MethodLine, Report, SwotCell
from rivalscope.reports.json import FORMAT

_NAMES = {str: "string", int: "integer", bool: "boolean"}

_ID = {"type": "string", "description": "Stable name that `explain` takes."}

#: What the renderer adds to the fields of a model.
_ADDED: dict[type, dict[str, dict[str, Any]]] = {
    Report: {
        "format": {
            "const": FORMAT,
            "description": "Raised whenever a key is renamed or loses its meaning.",
        }
    },
    Finding: {"id": _ID},
    Evidence: {"id": _ID},
    SwotCell: {
        "id": _ID,
        "claim": {"type": "string", "description": "The entry in words."},
    },
    Excuse: {"text": {"type": "string", "description": "The reason in words."}},
    MethodLine: {
        "name": {"type": "string", "description": "What it is, in words."},
        "text": {"type": "string", "description": "Its value in words."},
    },
}


def schema() -> str:
    """The document, draft 2020-12, as JSON text.

    Objects are open: a later version of Rivalscope may add keys without a new format.
    """
    known = _Models()
    root = known.definition(Report)
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A report of Rivalscope",
        **root,
        "$defs": dict(sorted(known.definitions.items())),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


class _Models:
    """The models met so far; each becomes a definition once."""

    def __init__(self) -> None:
        modules = [
            importlib.import_module(f"{models.__name__}.{found.name}")
            for found in pkgutil.iter_modules(models.__path__)
        ]
        # annotations name what their modules import for the type checker alone
        self._names = {"date": date, "Mapping": Mapping}
        self._names |= {name: value for each in modules for name, value in vars(each).items()}
        self.definitions: dict[str, dict[str, Any]] = {}

    def definition(self, model: type) -> dict[str, Any]:
        """The schema of one dataclass."""
        hints = get_type_hints(model, localns=self._names)
        said = _docstrings(model)
        properties = dict(_ADDED.get(model, {}))
        for field in fields(model):
            description = {"description": said[field.name]} if field.name in said else {}
            properties[field.name] = {**self._type(hints[field.name]), **description}
        return {
            "description": inspect.getdoc(model),
            "type": "object",
            "properties": properties,
            "required": list(properties),
        }

    def _type(self, hint: Any) -> dict[str, Any]:
        origin, arguments = get_origin(hint), get_args(hint)
        if origin in {Union, types.UnionType}:
            return {"anyOf": [self._type(each) for each in arguments]}
        if origin is Literal:
            return {"enum": list(arguments)}
        if origin is tuple:
            return self._array(*arguments)
        if origin is Mapping:
            return {"type": "object", "additionalProperties": self._type(arguments[1])}
        if is_dataclass(hint):
            return self._reference(hint)
        return _plain(hint)

    def _array(self, *hints: Any) -> dict[str, Any]:
        if hints[-1] is ...:
            return {"type": "array", "items": self._type(hints[0])}
        each = [self._type(one) for one in hints]
        return {"type": "array", "prefixItems": each, "minItems": len(each), "items": False}

    def _reference(self, model: type) -> dict[str, Any]:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = self.definition(model)
        return {"$ref": f"#/$defs/{name}"}


def _plain(hint: Any) -> dict[str, Any]:
    if hint is date:
        return {"type": "string", "format": "date"}
    if hint is float:
        # a figure that is not finite is null
        return {"type": ["number", "null"]}
    if hint is type(None):
        return {"type": "null"}
    return {"type": _NAMES[hint]}


def _docstrings(model: type) -> dict[str, str]:
    """Field -> the docstring below it."""
    (body,) = ast.parse(inspect.getsource(model)).body
    lines = body.body
    return {
        field.target.id: inspect.cleandoc(text.value.value)
        for field, text in pairwise(lines)
        if isinstance(field, ast.AnnAssign)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
    }
