"""Values that need quotation marks, and the line as it should be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read
from bluf.data.formats.yaml_faults import mended
from bluf.pipeline import rewrites

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = """id: case
title: Serbia: a visit
date: 2026-03-03
to: "Deputy" Minister
from: @desk
bottom_line: {They met
"""


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("title: Serbia: a visit", ("Serbia: a visit", '"Serbia: a visit"')),
        ("  - title: What now:", ("What now:", '"What now:"')),
        ('to: "Deputy" Minister', ('"Deputy" Minister', '"\\"Deputy\\" Minister"')),
        ("from: @desk", ("@desk", '"@desk"')),
        ("ask: {open", ("{open", '"{open"')),
        ("ask: {open   # a comment", ("{open", '"{open"')),
        ("ask: {closed}", None),
        ("ask: [draft] a text", ("[draft] a text", '"[draft] a text"')),
        ("ask: 'said: so'  # a comment", None),
        ("plain words", None),
        ("", None),
    ],
)
def test_a_value_is_put_in_marks_where_that_is_the_remedy(
    line: str, remedy: tuple[str, str] | None
) -> None:
    assert mended(line) == remedy


def test_all_faults_of_syntax_are_told_at_once_and_can_be_fixed(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text(BROKEN, encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(path)
    found = caught.value.findings
    assert [finding.location.line for finding in found] == [2, 4, 5, 6]  # type: ignore[union-attr]
    assert found[0].hint == 'put the text in quotation marks: title: "Serbia: a visit"'

    for rewrite in rewrites(found):
        rewrite.carry_out()
    assert read(path).brief.title == "Serbia: a visit"


def test_a_text_is_not_cut_short_at_a_sign(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    text = "id: case\ntitle: Item #3 of the list  # a comment\nto: x  # who\nfrom: y #\n"
    path.write_text(f"{text}contact: >-\n  Room #3\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(path)
    found = [each for each in caught.value.findings if "#" in each.message]
    assert [finding.location.line for finding in found] == [2]  # type: ignore[union-attr]
    assert 'title: "Item #3 of the list"' in (found[0].hint or "")

    for rewrite in rewrites(found):
        rewrite.carry_out()
    assert 'title: "Item #3 of the list"  # a comment' in path.read_text(encoding="utf-8")


def test_what_marks_do_not_mend_ends_the_list(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_text("title: a: b\nto: [x, y\nfrom: z\n", encoding="utf-8")
    with pytest.raises(DataError) as caught:
        read(path)
    assert [finding.fix is None for finding in caught.value.findings] == [False, True]
