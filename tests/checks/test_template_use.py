from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks import read_template, run

if TYPE_CHECKING:
    from pathlib import Path


def rules(path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    return [finding.rule for finding in run(read_template(path))]


def test_a_template_of_briefs_is_held_against_their_names(tmp_path: Path) -> None:
    assert "name-not-in-model" in rules(tmp_path / "a.md", "{{ brief.titel }}\n")


def test_a_template_of_something_else_is_not(tmp_path: Path) -> None:
    assert rules(tmp_path / "a.md", "{{ register.stamp }}\n") == []


def test_a_template_that_asks_for_nothing_prints_nothing_of_a_brief(tmp_path: Path) -> None:
    assert rules(tmp_path / "a.md", "nothing\n") == ["brief-not-printed"]
