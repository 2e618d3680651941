"""Findings as a JUnit report, as Jenkins and GitLab read it.

Neither format nor levels are standardised: an error is a failed case, while a warning or a note
is a passed case with its text in ``system-out``, so that only what fails the build looks failed.
Source: Jenkins' ``junit-10.xsd`` and GitLab's documentation “Unit test reports” (``file``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from lxml import etree
from lxml.builder import E

from bluf.reporters import text
from bluf.reporters.escape import escaped
from bluf.reporters.place_parts import parts_of
from octavo.finding import Finding, Level


def report(findings: Sequence[Finding]) -> str:
    """A suite for each file, a case for each finding; one passed case where there is none."""
    by_file: dict[str, list[etree._Element]] = defaultdict(list)
    for finding in findings:
        by_file[parts_of(finding.location).path].append(_case(finding))
    if not by_file:
        by_file["bluf"].append(E.testcase(name="no findings", classname="bluf"))
    cases = [case for group in by_file.values() for case in group]
    totals = _totals(cases)
    suites = [
        E.testsuite(*group, name=escaped(path), **_totals(group)) for path, group in by_file.items()
    ]
    root = E.testsuites(*suites, name="bluf", **totals)
    body = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}'


def _totals(cases: list[etree._Element]) -> dict[str, str]:
    failures = sum(case.find("failure") is not None for case in cases)
    return {"tests": str(len(cases)), "failures": str(failures), "errors": "0", "skipped": "0"}


def _case(finding: Finding) -> etree._Element:
    where = parts_of(finding.location)
    place = escaped(str(finding.location))
    case = E.testcase(
        name=escaped(f"{finding.rule} at {place}"),
        classname=escaped(where.path),
        file=escaped(where.path),
    )
    if where.line:
        case.set("line", str(where.line))
    case.append(_outcome(finding))
    return case


def _outcome(finding: Finding) -> etree._Element:
    body = text.report([finding])
    if finding.level is Level.ERROR:
        return E.failure(body, message=escaped(finding.message), type=finding.rule)
    return E("system-out", body)
