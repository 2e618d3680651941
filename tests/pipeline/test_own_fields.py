from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import Order, make, shipped_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str], None]


@pytest.fixture
def own(brief: Path, edit: Edit, tmp_path: Path) -> Callable[[str], list[str]]:
    """The notes of a build whose Markdown template has one tag more."""
    fields = "extra: {file: EN 12/2026, embassies: [Paris, Rome], head.name: Ada}"
    edit("background: >-\n", f"{fields}\nbackground: >-\n")

    def notes(tag: str) -> list[str]:
        shipped = (shipped_folder() / "brief.md").read_text(encoding="utf-8")
        template = tmp_path / "own.md"
        template.write_text(f"{shipped}\n{tag}\n", encoding="utf-8")
        found = make(Order(brief, formats=("md",), template=str(template))).findings
        return [each.message for each in found if each.rule == "own-field-not-printed"]

    return notes


@pytest.mark.parametrize(
    ("tag", "named"),
    [
        ("", ["file", "embassies", "head.name"]),
        ("{{ brief.extra.file }} {{ head.name }}", ["embassies"]),
        ('{{ brief.extra.embassies|join(", ") }} {{ brief.extra.head.name }}', ["file"]),
        ("{% for city in brief.extra.embassies %}{{ city }}{% endfor %}", ["file", "head.name"]),
        ("{{ file }} {{ embassies|first }}", ["head.name"]),
    ],
)
def test_a_field_of_ones_own_that_nothing_prints_is_named(
    own: Callable[[str], list[str]], tag: str, named: list[str]
) -> None:
    assert own(tag) == [f"no template of this build prints “{name}”" for name in named]


def test_a_record_without_such_fields_is_not_asked(brief: Path) -> None:
    found = make(Order(brief, formats=("md",))).findings
    assert [each for each in found if each.rule == "own-field-not-printed"] == []
