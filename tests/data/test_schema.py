from __future__ import annotations

import json
import runpy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bluf.data.load import schema_file

ROOT = Path(__file__).parents[2]
BESIDE_THE_BRIEFS = ROOT / "briefs" / "brief.schema.json"
make_schema = runpy.run_path(str(ROOT / "scripts" / "update_schema.py"))["make_schema"]
SCHEMA = json.loads(make_schema())
CHECKER = jsonschema.Draft7Validator(
    SCHEMA, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER
)


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 as language servers read it: a date is text."""


AsEditorsRead.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith(":timestamp")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(text: str) -> list[str]:
    data: Any = yaml.load(text, AsEditorsRead)  # noqa: S506 - a SafeLoader
    return [error.message for error in CHECKER.iter_errors(data)]


def test_what_ships_is_what_the_model_says() -> None:
    assert schema_file().decode() == make_schema()


def test_what_lies_beside_the_briefs_is_what_ships() -> None:
    assert BESIDE_THE_BRIEFS.read_bytes() == schema_file()


def test_it_is_a_schema_of_draft_7() -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)


def test_every_field_is_described() -> None:
    records = [SCHEMA, *SCHEMA["definitions"].values()]
    fields = [field for record in records for field in record["properties"].values()]
    assert len(fields) > 60
    assert all(field["description"].endswith(".") for field in fields)


def test_a_whole_data_file_has_no_faults(whole: str) -> None:
    assert faults(whole) == []


@pytest.mark.parametrize(
    "more",
    [
        "follow_ups: [{id: F1, action: a, due: 2025-12-31}]",
        "follow_ups: [{id: F1, action: a, due: later this year}]",
        "follow_ups: [{id: F1, action: a, due: }]",
        "events: [{id: E1, title: a, date: 2025-08-06}]",
        "events:\nrequests:\nparties:\nbackground:\nlanguage:",
        "requests: [{id: R1, from: a, to: b, ask: c, response: }]",
        "$schema: ../brief.schema.json",
    ],
)
def test_short_forms_and_empty_fields_have_no_faults(small: str, more: str) -> None:
    assert faults(f"{small}{more}\n") == []


@pytest.mark.parametrize(
    "more",
    [
        "events: [{id: E1, title: a, kind: meting}]",
        "events: [{id: E1, title: a, date: 6 August}]",
        "events: [{id: E1, titel: a}]",
        "events: [{title: a}]",
        "events: {id: E1, title: a}",
        "parties: {a b: {name: c}}",
        "parties: {ab: }",
        "follow_ups: [{id: F1, action: a, due: {}}]",
        "requests: [{id: R1, from: a, to: b, ask: c, priority: 0}]",
        'background: ["a"]',
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(small: str, more: str) -> None:
    assert faults(f"{small}{more}\n")
