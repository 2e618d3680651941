"""Pictures that cannot be rid of what they tell, and those that show a part."""

from __future__ import annotations

from pathlib import Path

from octavo.ooxml import read_package
from octavo.ooxml.metadata import scrub

CASES = Path(__file__).parents[3] / "checks" / "cases"


def _rules(case: str) -> list[str]:
    data = (CASES / case).read_bytes()
    found = scrub(read_package(data, "a.docx"), lambda _: False).findings
    return [each.rule for each in found if each.rule != "metadata-removed"]


def test_a_picture_that_is_not_whole_is_told() -> None:
    assert _rules("picture-metadata/fail.scrub") == ["picture-metadata"]


def test_a_cropped_picture_is_told() -> None:
    assert _rules("picture-cropped/fail.scrub") == ["picture-cropped"]
    assert _rules("picture-cropped/pass.scrub") == []
