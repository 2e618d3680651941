from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING

from jsonschema import Draft202012Validator, FormatChecker

from bluf.register.formats import json as format_json

if TYPE_CHECKING:
    from bluf.register import Register


def test_the_register_fits_its_schema(register: Register, empty: Register) -> None:
    schema = json.loads((files("bluf.register.formats") / "register.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for each in (register, empty):
        assert not list(validator.iter_errors(json.loads(format_json.render(each))))


def test_a_row_holds_its_whole_life(register: Register) -> None:
    document = json.loads(format_json.render(register))
    (row,) = (row for row in document["entries"] if row["id"] == "2025-01-05-a#F1")
    marks = [step["mark"] for step in row["steps"]]
    assert marks == ["outcome", "open", "open", "carried over"]
    assert row["evidence"]["translation"] == "soon"
    assert row["due"] == {"wording": "this year", "latest": "2025-12-31"}
    assert document["counts"]["overdue"] == 1
