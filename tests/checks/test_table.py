"""Table, folder, docs and cases name the same rules; test_cases compares the cases."""

from __future__ import annotations

import ast
import re
import runpy
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bluf.checks.rules
from bluf.checks import (
    BY_NAME,
    MarkdownFile,
    Output,
    Record,
    TemplateUse,
    WordFile,
    explain,
    listing,
    pages,
)
from bluf.checks.catalogue import searching
from bluf.checks.manual import GROUPS, SECTIONS
from bluf.data import RULES as DATA_RULES
from octavo.suggest import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = re.compile("[a-z]+(?:-[a-z]+)+")
NO_RULES = {
    *("clip-path", "font-size", "inline-block", "inline-flex", "max-height", "text-indent"),  # CSS
    *("custom-properties", "extended-properties", "ms-excel", "ms-powerpoint"),  # of packages
    *("follow-up", "yyyy-mm-dd", "system-out"),  # a kind, a form of date, an element of JUnit
}
"""What has the form of a rule's name in the source, and is none."""
ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src"
RULES = tuple(BY_NAME.values())
SUBJECTS = (Record, TemplateUse, WordFile, MarkdownFile, Output)
FOLDER = Path(bluf.checks.rules.__file__).parent


def test_the_table_lists_every_file_of_the_folder() -> None:
    files = {(path.parent.name, path.stem) for path in FOLDER.glob("*/[!_]*.py")}
    assert {(rule.group, rule.name.replace("-", "_")) for rule in RULES} == files


def test_every_name_that_a_finding_can_have_has_a_manual() -> None:
    files = set(SOURCE.rglob("*.py")) - {SOURCE / "bluf/checks/table.py"}
    names = {name for path in files for name in _names_in(path)}
    assert names - NO_RULES == set(BY_NAME)
    assert names >= NO_RULES
    assert set(DATA_RULES) <= set(BY_NAME)


def _names_in(path: Path) -> Iterator[str]:
    """Every text of a source file that has the form of a rule's name, and the first of a finding.

    By whichever way a name reaches a finding, it stands somewhere as a text. A file of the folder
    of rules names its rule itself, by its own name.
    """
    if path.is_relative_to(FOLDER):
        yield from [path.stem.replace("_", "-")] * ("RULE = checked(" in path.read_text("utf-8"))
        return
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and _is_name(str(node.value)):
            yield str(node.value)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
            given = [*node.args[:1], *(each.value for each in node.keywords if each.arg == "rule")]
            yield from (str(each.value) for each in given if isinstance(each, ast.Constant))


def _is_name(text: str) -> bool:
    return text in BY_NAME or NAME.fullmatch(text) is not None


def test_no_two_rules_have_one_name() -> None:
    assert len(BY_NAME) == len(list(FOLDER.glob("*/[!_]*.py")))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_is_run_over_its_subject(rule: bluf.checks.Rule[object]) -> None:
    wanted = [subject for subject in SUBJECTS if rule.name in searching(subject.groups)]
    assert wanted == [subject for subject in SUBJECTS if issubclass(subject, rule.subject or ())]


@pytest.mark.parametrize("name", ["text-box", "data-syntax"])
def test_a_rule_finds_nothing_in_what_is_no_subject_of_its_own(name: str) -> None:
    assert list(BY_NAME[name].check(Output("a.md", None, b""))) == []


def test_the_script_that_writes_the_table_would_change_nothing() -> None:
    script = runpy.run_path(str(ROOT / "scripts/rule_table.py"))
    written = Path(script["TABLE"]).read_text(encoding="utf-8")
    assert "".join(script["table"]().split()) == "".join(written.split())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_manual_has_its_sections_in_order(rule: bluf.checks.Rule[object]) -> None:
    headings = [line[3:] for line in rule.manual.splitlines() if line.startswith("## ")]
    assert tuple(headings) == SECTIONS
    assert rule.group in GROUPS
    assert rule.manual.splitlines()[0].endswith(".")


def test_the_docs_hold_the_manual_of_every_rule() -> None:
    written = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs/rules").iterdir()
    }
    assert written == dict(pages())


def test_explain_gives_name_level_and_manual() -> None:
    text = explain("due-vague")
    assert text.startswith("# due-vague\n\nLevel: warning. About: the record in the data file.\n")
    assert "## Use instead" in text


def test_explain_of_an_unknown_rule_names_the_closest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean “due-vague”"):
        explain("due-vauge")


def test_the_listing_has_a_line_for_each_rule() -> None:
    lines = listing().splitlines()
    assert lines[0] == "Files that cannot be read, or not safely"
    listed = [line.split()[0] for line in lines if line.startswith("  ")]
    assert sorted(listed) == sorted(BY_NAME)
