"""Table, folder and pages name the same rules; test_cases compares the cases."""

from __future__ import annotations

import ast
import re
from inspect import get_annotations
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import bluf.checks.rules
from bluf.checks import CheckedRecord, FinishedOutput, MarkdownFile, TemplateUse, WordFile
from bluf.checks.runner import MODULES, checks_of
from bluf.rules import BY_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
SOURCES = sorted(set((ROOT / "src").rglob("*.py")) - {ROOT / "src/bluf/rules/table.py"})
SUBJECTS = (CheckedRecord, TemplateUse, WordFile, MarkdownFile, FinishedOutput)
FOLDER = Path(bluf.checks.rules.__file__).parent
CHECKS = {check.rule for group in MODULES for check in checks_of(group)}
FINDINGS = ("Finding", "finding", "fault")
"""What makes a finding; the first argument of each is the name of its rule, as a rule."""
NAME = re.compile("[a-z]+(-[a-z]+)+")


def test_the_table_lists_every_file_of_the_folder() -> None:
    files = sorted(path.stem for path in FOLDER.glob("[!_]*.py"))
    assert sorted(name for names in MODULES.values() for name in names) == files


@pytest.mark.parametrize("group", MODULES)
def test_a_check_stands_with_the_rules_of_its_group(group: str) -> None:
    assert {BY_NAME[check.rule].group for check in checks_of(group)} == {group}


@pytest.fixture(scope="module")
def nodes() -> list[ast.AST]:
    """The code of the modules that make findings."""
    texts = (path.read_text(encoding="utf-8") for path in SOURCES)
    makes = re.compile(rf"\b({'|'.join(FINDINGS)})\(")
    trees = (ast.parse(text) for text in texts if makes.search(text))
    return [node for tree in trees for node in ast.walk(tree)]


def test_every_rule_is_raised_somewhere() -> None:
    written = re.compile('"([a-z-]+)"')
    texts = (path.read_text(encoding="utf-8") for path in SOURCES)
    named = {found[1] for text in texts for found in written.finditer(text)}
    assert set(BY_NAME) - named - CHECKS == set()


def test_every_finding_that_is_raised_has_its_page(nodes: list[ast.AST]) -> None:
    assert {name for name, _ in _raised(nodes)} <= set(BY_NAME)


def test_a_finding_is_raised_at_the_level_of_its_rule(nodes: list[ast.AST]) -> None:
    raised = {each for each in _raised(nodes) if each[1]}
    assert {(name, level) for name, level in raised if BY_NAME[name].level != level} <= SPECIAL


SPECIAL = {
    ("structure-invalid", "warning"),  # what Word repairs by itself
    ("page-unknown", "warning"),  # of a finished file, which nobody opens unasked
    ("external-content", "warning"),  # in a workbook, of which the stored value is read
}
"""Where what is raised is milder than its rule."""


def _raised(nodes: list[ast.AST]) -> Iterator[tuple[str, str]]:
    """Name and level, where both are written out, of each finding that our code makes."""
    for node in nodes:
        if isinstance(node, ast.Call) and _called(node) in FINDINGS:
            given = {each.arg: each.value for each in node.keywords}
            given |= dict(zip(("rule", "level"), node.args, strict=False))
            name, level = given.get("rule"), given.get("level")
            if isinstance(name, ast.Constant) and NAME.fullmatch(str(name.value)):
                written = ast.unparse(level) if level else ""
                named = written.startswith("Level.") and len(written.split()) == 1
                yield str(name.value), written.partition(".")[2].lower() if named else ""


def _called(call: ast.Call) -> str:
    """The name by which a function or a method is called."""
    match call.func:
        case ast.Name(name) | ast.Attribute(_, name):
            return name
        case _:
            return ""


@pytest.mark.parametrize("group", MODULES)
def test_a_check_reads_what_its_group_is_about(group: str) -> None:
    subjects = [subject for subject in SUBJECTS if group in subject.groups]
    assert subjects
    for check in checks_of(group):
        read = set(get_annotations(check.find).values()) - {"Iterator[Fault]"}
        assert all(read & {kind.__name__ for kind in subject.__mro__} for subject in subjects)
