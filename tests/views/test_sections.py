from __future__ import annotations

import re

from bluf.pipeline import shipped_folder
from bluf.views import LAYOUTS, SECTIONS, BriefView, fields, labels_for, marked_fields, movable

_TAG = re.compile(r"\{\{ ?(\w+)\.(\w+) ?\}\}")


def test_every_layout_has_a_pair_of_templates_and_known_sections() -> None:
    for name, layout in LAYOUTS.items():
        assert {*layout.sections} <= {*SECTIONS}
        assert all((shipped_folder() / f"{name}{end}").is_file() for end in (".docx", ".md"))


def test_every_section_is_in_a_layout() -> None:
    assert {name for layout in LAYOUTS.values() for name in layout.sections} == {*SECTIONS}


def test_a_section_prints_fields_and_labels_that_there_are() -> None:
    known, words = fields(), labels_for("en").words
    for section in SECTIONS.values():
        assert section.heading in {"", *words}
        assert not section.of or f"brief.{section.of}" in known
        bodies = [section.text, *(column.body for column in section.columns)]
        assert all(column.head in words for column in section.columns)
        for item, field in (found for body in bodies for found in _TAG.findall(body)):
            assert item != section.item or f"brief.{section.of}[].{field}" in known


def test_what_moves_and_what_is_found_are_fields_of_the_view() -> None:
    annotations = BriefView.__annotations__
    assert set(movable()) == {"requests", "outcomes", "follow_ups"}
    assert {*movable(), *marked_fields()} <= set(annotations)
