from __future__ import annotations

import copy
import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.checks import CheckedRecord, Selection, in_order, read_markdown, run, settle
from bluf.data import read
from bluf.model import Proof
from octavo.finding import Finding, Level
from octavo.location import FileLocation, TextLocation, WordLocation
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile

BRIEF = """\
id: case  # as the folder
title: Talks
date: 2025-08-07
to: Minister
from: Desk
bottom_line: They met.
follow_ups:
  - id: F1
    action: Meet again
    due: 2025-09-01  # bluf: ignore[due-vague] the release says “soon”
"""


@pytest.fixture
def file(tmp_path: Path) -> DataFile:
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF, encoding="utf-8")
    return read(path)


def _rules(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.rule for finding in findings]


def test_a_subject_meets_only_the_rules_about_it() -> None:
    assert _rules(run(read_markdown("a.md", "### {{ x }}\n"))) == ["leftover-tag"]


def test_only_selected_rules_run() -> None:
    file = read_markdown("a.md", "TBD {{ x }} [here](https://example.org)\n")
    assert len(run(file)) == 3
    assert _rules(run(file, Selection.of(select=["leftover-tag"]))) == ["leftover-tag"]
    ignoring = Selection.of(ignore=["leftover-tag", "placeholder-text"])
    assert _rules(run(file, ignoring)) == ["link-text-unclear"]


def test_findings_of_other_rooms_are_selected_too() -> None:
    raised = Finding("due-vague", Level.ERROR, "no", FileLocation("a.md"))
    file = read_markdown("a.md", "TBD\n")
    assert _rules(run(file, raised=[raised])) == ["due-vague", "placeholder-text"]
    assert _rules(run(file, Selection.of(ignore=["due-vague"]), [raised])) == ["placeholder-text"]


def test_a_selection_refuses_a_name_that_no_rule_has() -> None:
    with pytest.raises(UnknownNameError, match="“due-vauge”: did you mean “due-vague”") as caught:
        Selection.of(ignore=["due-vauge"])
    assert copy.copy(caught.value).name == "due-vauge"


def test_the_day_that_counts_as_today_can_be_given(file: DataFile) -> None:
    selection = Selection.of(select=["follow-up-overdue"])
    today = CheckedRecord(file, Proof({}), dt.date(2025, 9, 2))
    assert _rules(run(today, selection)) == ["follow-up-overdue"]
    assert run(CheckedRecord(file, Proof({}), file.brief.date), selection) == ()


def test_a_comment_in_vain_is_a_finding_only_where_its_rule_ran(file: DataFile) -> None:
    assert _rules(settle([], file)) == ["unused-suppression"]
    assert settle([], file, Selection.of(ignore=["due-vague"])) == ()
    assert settle([], file, Selection.of(ignore=["unused-suppression"])) == ()


def test_a_comment_accepts_only_findings_of_its_own_file(file: DataFile) -> None:
    here = Finding("due-vague", Level.WARNING, "no", TextLocation(file.path, 10, 10))
    there = Finding("due-vague", Level.WARNING, "no", TextLocation("other.yaml", 10, 10))
    nowhere = Finding("due-vague", Level.WARNING, "no", FileLocation(file.path))
    assert settle([here, there, nowhere], file) == in_order([there, nowhere])


def test_a_faulty_comment_can_be_ignored_like_any_rule(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(BRIEF.replace(" the release says “soon”", ""), encoding="utf-8")
    assert _rules(settle([], read(path))) == ["faulty-suppression"]
    assert settle([], read(path), Selection.of(ignore=["faulty-suppression"])) == ()


def test_a_file_without_text_has_no_comments(file: DataFile) -> None:
    finding = Finding("due-vague", Level.WARNING, "no", TextLocation(file.path, 10, 10))
    other = type(file)("other.xlsx", "", file.brief, file.places)
    assert settle([finding], other) == (finding,)


def test_findings_stand_in_the_order_of_places() -> None:
    def finding(steps: int) -> Finding:
        location = WordLocation("a.docx", "body", (("paragraph", steps),))
        return Finding("due-vague", Level.NOTE, "no", location)

    assert in_order([finding(10), finding(9)]) == (finding(9), finding(10))
