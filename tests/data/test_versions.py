"""Texts with a version for an audience."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, audiences, read, read_mapping, version
from bluf.data.edit import Edits, edited

if TYPE_CHECKING:
    from pathlib import Path

RECORD = {
    "id": "case",
    "title": "A visit",
    "date": "2025-08-07",
    "to": "Minister",
    "from": "Desk",
    "bottom_line": {"all": "They met.", "partners": {"text": "They will.", "marking": "U"}},
    "lines_to_take": {"all": ["One.", "Two."], "partners": ["One."], "public": {"marking": "U"}},
}


def test_everybody_reads_the_version_of_all() -> None:
    brief = read_mapping(RECORD).brief
    assert (brief.bottom_line, brief.lines_to_take) == ("They met.", ("One.", "Two."))


def test_an_audience_has_its_own() -> None:
    places = read_mapping(RECORD).places
    own = version(places, "bottom_line", "partners")
    assert own is not None
    assert (own.texts, own.marking) == (("They will.",), "U")
    listed = version(places, "lines_to_take", "partners")
    assert listed is not None
    assert (listed.texts, listed.marking) == (("One.",), None)
    bare = version(places, "lines_to_take", "public")
    assert bare is not None
    assert bare.texts == ()
    assert version(places, "title", "partners") is None
    assert version(places, "date", "partners") is None
    assert [name for name, _ in audiences(places)] == ["partners", "partners", "public"]


def test_a_version_for_all_is_needed() -> None:
    with pytest.raises(DataError) as caught:
        read_mapping({**RECORD, "bottom_line": {"partners": "They met."}})
    assert [found.message for found in caught.value.findings][:1] == [
        "“bottom_line” has versions, but none for all"
    ]


def test_an_edit_changes_the_version_of_all(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    head = "id: case\ntitle: A visit\ndate: 2025-08-07\nto: Minister\nfrom: Desk\n"
    text = f"{head}bottom_line:\n  all: They met.\n  partners: They will.\n"
    path.write_text(text, encoding="utf-8")
    file = edited(read(path), Edits({("bottom_line",): "They met twice.", ("title",): "Visits"}))
    assert file.text == text.replace("They met.", "They met twice.").replace("A visit", "Visits")
