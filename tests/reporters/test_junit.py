from __future__ import annotations

from typing import TYPE_CHECKING

from junitparser import Failure, JUnitXml
from lxml import etree

from bluf.reporters import REPORTERS

if TYPE_CHECKING:
    from junitparser import TestCase, TestSuite

    from octavo.finding import Finding


def _suites(report: str) -> list[TestSuite]:
    return list(JUnitXml.fromstring(report.encode()))


def test_each_file_is_a_suite_and_each_finding_a_case(findings: tuple[Finding, ...]) -> None:
    suites = _suites(REPORTERS["junit"]((*findings, findings[0])))
    assert [suite.name for suite in suites][:2] == ["briefs/a/brief.yaml", "out/a.docx"]
    assert [suite.tests for suite in suites] == [2, 1, 1, 1, 1]
    assert [suite.failures for suite in suites] == [2, 0, 1, 0, 1]


def test_only_an_error_fails_its_case(findings: tuple[Finding, ...]) -> None:
    cases: list[TestCase] = [
        case for suite in _suites(REPORTERS["junit"](findings)) for case in suite
    ]
    failed = [any(isinstance(result, Failure) for result in case.result) for case in cases]
    assert failed == [True, False, True, False, True]
    assert "did you mean “ask”?" in str(cases[0].result[0].text)
    assert "level 3: “Follow-ups”" in str(cases[1].system_out)


def test_a_case_names_file_and_line(findings: tuple[Finding, ...]) -> None:
    root = etree.fromstring(REPORTERS["junit"](findings).encode())
    case = root.find(".//testcase")
    assert case is not None
    assert case.get("file") == "briefs/a/brief.yaml"
    assert case.get("line") == "12"
    assert case.get("name") == "unknown-key at briefs/a/brief.yaml:12:5"
    assert root.get("tests") == "5"


def test_no_finding_is_one_passed_case() -> None:
    (suite,) = _suites(REPORTERS["junit"]([]))
    assert (suite.tests, suite.failures) == (1, 0)


def test_hostile_text_leaves_the_report_well_formed(hostile: Finding) -> None:
    (suite,) = _suites(REPORTERS["junit"]([hostile]))
    assert suite.failures == 1
