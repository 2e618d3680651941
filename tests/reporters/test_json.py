from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from bluf.reporters import REPORTERS
from bluf.reporters.json import VERSION, schema

if TYPE_CHECKING:
    from octavo.finding import Finding


def _read(report: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(report)
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(loaded)
    return loaded


def test_the_report_fits_its_schema(findings: tuple[Finding, ...]) -> None:
    report = _read(REPORTERS["json"](findings))
    assert report["version"] == VERSION == schema()["properties"]["version"]["const"]
    assert report["counts"] == {"error": 3, "warning": 1, "note": 1}
    assert [item["rule"] for item in report["findings"]] == [f.rule for f in findings]


def test_each_kind_of_place_keeps_its_terms(findings: tuple[Finding, ...]) -> None:
    places = [item["location"] for item in _read(REPORTERS["json"](findings))["findings"]]
    assert places == [
        {"kind": "text", "path": "briefs/a/brief.yaml", "line": 12, "column": 5},
        {"kind": "word", "path": "out/a.docx", "place": "body, table 1, row 2"},
        {"kind": "sheet", "path": "record.xlsx", "place": "Requests!C7"},
        {"kind": "page", "path": "sources/release.pdf", "place": "page 2, line 7"},
        {"kind": "file", "path": "/data/a b,c:d%.csv"},
    ]


def test_a_fix_is_given_as_words_to_replace(findings: tuple[Finding, ...]) -> None:
    fixes = [item["fix"] for item in _read(REPORTERS["json"](findings))["findings"]]
    assert fixes[:2] == [{"old": "aks", "new": "ask"}, None]


def test_no_finding_is_an_empty_list() -> None:
    assert _read(REPORTERS["json"]([]))["findings"] == []


def test_hostile_text_is_kept_but_spelt_in_ascii(hostile: Finding) -> None:
    report = REPORTERS["json"]([hostile])
    assert report.isascii()
    assert "##" not in report
    assert _read(report)["findings"][0]["message"] == hostile.message


def test_the_schema_refuses_what_the_format_does_not_have(findings: tuple[Finding, ...]) -> None:
    report = json.loads(REPORTERS["json"](findings))
    del report["findings"][0]["location"]["line"]
    with pytest.raises(jsonschema.ValidationError, match="'line' is a required property"):
        jsonschema.Draft202012Validator(schema()).validate(report)
