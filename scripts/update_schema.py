"""Write the JSON Schema of the data file anew, after a change of the model.

Editors complete and check with it while one types. It is draft 7, which the language servers of
YAML, TOML (taplo) and JSON all understand. It is made from the model and says the same as the
reader: a field that may be left out may also stand empty.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.json import schema_components

from bluf import model
from bluf.data.shape import NOUNS, fields
from bluf.meanings import meanings
from bluf.model import VERSIONED, Brief, Record

ROOT = Path(__file__).parents[1]
PLACES = (ROOT / "src/bluf/data/brief.schema.json", ROOT / "briefs/brief.schema.json")
_Schema = dict[str, Any]

_DAY: _Schema = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_TEXT: _Schema = {"type": "string", "minLength": 1}
_SHORT_FORMS: dict[str, _Schema] = {
    "SourcedDate": _DAY,
    "Due": _TEXT,
    "Recommendation": _TEXT,
    "Next": _TEXT,
    "Extra": {"anyOf": [_TEXT, {"type": "array", "items": _TEXT}]},
}
"""Records that may also be written as one value."""

_CONSTRAINTS = ("type", "minLength", "pattern", "minimum")
_HEAD: _Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "Brief",
    "description": "The record of one meeting or decision, from which bluf makes a brief.",
}
_EDITORS: _Schema = {"type": "string", "description": "Where this schema stands; for editors."}


def make_schema() -> str:
    """The schema of the model as it is now; what ships is held equal to this by a test."""
    _, definitions = schema_components([Brief])
    for record in NOUNS:
        _add_meanings(definitions[record.__name__], record)
    root = _record(definitions.pop("Brief"), definitions)
    for name in VERSIONED:
        root["properties"][name] = _with_versions(root["properties"][name])
    root["properties"] = {"$schema": _EDITORS, **root["properties"]}
    records = {
        name: {"title": name, "description": definition["description"]}
        | _record(definition, definitions)
        for name, definition in sorted(definitions.items())
        if "enum" not in definition
    }
    records["Due"]["minProperties"] = 1
    whole = {**_HEAD, **root, "definitions": records}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _add_meanings(raw: _Schema, record: type[Record]) -> None:
    said = meanings(record)
    for name, field in fields(record).items():
        raw["properties"][name]["description"] = said[field.name]


def _record(raw: _Schema, definitions: _Schema) -> _Schema:
    required = raw.get("required", [])
    fields = {
        name: _field(field, definitions, required=name in required)
        for name, field in raw["properties"].items()
    }
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": fields,
    }


def _field(raw: _Schema, definitions: _Schema, *, required: bool) -> _Schema:
    kinds = [kind for kind in raw.get("anyOf", [raw]) if kind.get("type") != "null"]
    shape = _value(kinds[0], definitions)
    if not required:
        shape = _or_nothing(shape)
    shown = {"description": raw["description"]} if "description" in raw else {}
    default = raw.get("default")
    return {**shown, **shape, **({"default": default} if default else {})}


def _value(raw: _Schema, definitions: _Schema) -> _Schema:
    if "$ref" in raw:
        return _reference(raw["$ref"].rpartition("/")[2], definitions)
    if raw["type"] == "array":
        items = _value(raw["items"], definitions)
        listed = {"type": "array", "items": items}
        return {"anyOf": [listed, {"type": "string"}]} if items.get("type") == "string" else listed
    if raw.get("several"):
        one = {key: raw[key] for key in _CONSTRAINTS if key in raw}
        return {"anyOf": [one, {"type": "array", "items": one}]}
    if raw["type"] == "object":
        ids = {raw["propertyNames"]["pattern"]: _value(raw["additionalProperties"], definitions)}
        return {"type": "object", "patternProperties": ids, "additionalProperties": False}
    if raw.get("format") == "date":
        return dict(_DAY)
    return {key: raw[key] for key in _CONSTRAINTS if key in raw}


def _with_versions(shape: _Schema) -> _Schema:
    """A text of the brief, or its versions by audience, each with a marking or without."""
    shown = {"description": shape["description"]}
    bare = {key: value for key, value in shape.items() if key != "description"}
    own = {
        "type": "object",
        "required": ["text"],
        "additionalProperties": False,
        "properties": {"text": bare, "marking": {"type": "string"}},
    }
    versions = {
        "type": "object",
        "required": ["all"],
        "properties": {"all": bare},
        "additionalProperties": {"anyOf": [bare, own]},
    }
    return {**shown, "anyOf": [*bare.get("anyOf", [bare]), versions]}


def _reference(name: str, definitions: _Schema) -> _Schema:
    if "enum" in definitions[name]:
        # in the order of the model: the schema's own is that of the alphabet
        return {"type": "string", "enum": [word.value for word in getattr(model, name)]}
    whole = {"$ref": f"#/definitions/{name}"}
    return {"anyOf": [dict(_SHORT_FORMS[name]), whole]} if name in _SHORT_FORMS else whole


def _or_nothing(shape: _Schema) -> _Schema:
    """The same, with an empty value allowed."""
    if "anyOf" in shape:
        return {"anyOf": [*shape["anyOf"], {"type": "null"}]}
    if "$ref" in shape:
        return {"anyOf": [shape, {"type": "null"}]}
    wider = {**shape, "type": [shape["type"], "null"]}
    return {**wider, "enum": [*shape["enum"], None]} if "enum" in shape else wider


if __name__ == "__main__":
    for place in PLACES:
        place.write_text(make_schema(), encoding="utf-8")
