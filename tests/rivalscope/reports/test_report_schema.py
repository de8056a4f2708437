"""The published schema of report.json describes exactly what is written."""

from __future__ import annotations

import json
from copy import deepcopy
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from rivalscope.reports.json import render_json

if TYPE_CHECKING:
    from rivalscope.models import Report

jsonschema = pytest.importorskip("jsonschema")
SCHEMA: dict[str, Any] = json.loads(
    files("rivalscope.reports").joinpath("report.schema.json").read_text(encoding="utf-8")
)


def closed(schema: Any) -> Any:
    """The schema with no room for a key it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(each) for name, each in schema.items()}
    return inner | ({"additionalProperties": False} if "properties" in schema else {})


def test_it_is_a_schema_of_draft_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_report_is_what_the_schema_says_and_nothing_else(any_report: Report) -> None:
    document = json.loads(render_json(any_report))
    validator = jsonschema.Draft202012Validator(
        closed(SCHEMA), format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    assert list(validator.iter_errors(document)) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda document: document.pop("as_of"),
        lambda document: document.update(format="rivalscope-report-0"),
        lambda document: document["cells"][0].update(quadrant="luck"),
        lambda document: document["cells"][0]["findings"][0]["rate"].update(n="many"),
        lambda document: document["brands"][0].update(sources=None),
        lambda document: document["cells"][0].pop("claim"),
    ],
)
def test_what_is_wrong_is_refused(whole_report: Report, spoil: Any) -> None:
    document = deepcopy(json.loads(render_json(whole_report)))
    spoil(document)
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(document)


def test_a_key_of_a_later_version_is_no_mistake(whole_report: Report) -> None:
    document = json.loads(render_json(whole_report)) | {"later": 1}
    assert jsonschema.Draft202012Validator(SCHEMA).is_valid(document)
