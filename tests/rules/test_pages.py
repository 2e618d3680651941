from __future__ import annotations

import runpy
from pathlib import Path

import pytest

from bluf.rules import BY_NAME, GROUPS, explain
from octavo.suggest import UnknownNameError

ROOT = Path(__file__).parents[2]


def test_the_script_that_writes_table_and_index_would_change_nothing() -> None:
    script = runpy.run_path(str(ROOT / "scripts/rule_pages.py"))
    written = Path(script["TABLE"]).read_text(encoding="utf-8")
    assert _bare(script["table"]()) == _bare(written)
    assert script["index"]() == Path(script["INDEX"]).read_text(encoding="utf-8")


def _bare(code: str) -> str:
    """Code without what the formatter decides."""
    return "".join(code.split()).replace(",)", ")")


def test_the_script_refuses_a_page_without_its_head(tmp_path: Path) -> None:
    rules = runpy.run_path(str(ROOT / "scripts/rule_pages.py"))["rules"]
    (tmp_path / "text-box.md").write_text("# Text box\n", encoding="utf-8")
    rules.__globals__["PAGES"] = tmp_path
    with pytest.raises(SystemExit, match="begin with “# text-box”"):
        rules()


def test_rules_come_by_group() -> None:
    assert list(dict.fromkeys(rule.group for rule in BY_NAME.values())) == list(GROUPS)


def test_explain_gives_name_level_and_manual() -> None:
    text = explain("due-vague")
    assert text.startswith("# due-vague\n\nLevel: warning. About: the record in the data file.\n")


def test_explain_of_an_unknown_rule_names_the_closest() -> None:
    with pytest.raises(UnknownNameError, match="did you mean “due-vague”"):
        explain("due-vauge")
