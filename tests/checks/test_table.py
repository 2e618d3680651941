"""Table, folder, docs and cases name the same rules; test_cases compares the cases."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import bluf.checks.rules
from bluf.checks import BY_NAME, RULES, explain, pages
from bluf.checks.manual import GROUPS, SECTIONS
from bluf.suggest import UnknownNameError

ROOT = Path(__file__).parents[2]
FOLDER = Path(bluf.checks.rules.__file__).parent


def test_the_table_lists_every_file_of_the_folder() -> None:
    files = {(path.parent.name, path.stem) for path in FOLDER.glob("*/[!_]*.py")}
    assert {(rule.group, rule.name.replace("-", "_")) for rule in RULES} == files


def test_no_two_rules_have_one_name() -> None:
    assert len(BY_NAME) == len(RULES)


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
