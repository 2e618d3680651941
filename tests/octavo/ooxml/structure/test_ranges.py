from __future__ import annotations

import pytest
from lxml import etree

from octavo.ooxml import qn
from octavo.ooxml.structure.survey import check_fields, check_ranges

START, END = ("bookmark", "Start", "1", "a"), ("bookmark", "End", "1", "")


@pytest.mark.parametrize(
    ("marks", "faults"),
    [
        ([START, END], []),
        ([START], ["a bookmark does not end (id “1”)"]),
        ([END], ["a bookmark ends that did not begin (id “1”)"]),
        ([START, END, START, END], ["the bookmark id “1” is there twice",
                                    "the bookmark “a” is there twice"]),
        ([START, END, ("bookmark", "Start", "2", "A"), ("bookmark", "End", "2", "")],
         ["the bookmark “A” is there twice"]),
        ([START, END, ("perm", "Start", "1", "a"), ("perm", "End", "1", "")], []),
    ],
)  # fmt: skip
def test_every_range_has_its_ends_and_a_name_of_its_own(
    marks: list[tuple[str, str, str, str]], faults: list[str]
) -> None:
    elements = [
        (kind, end, etree.Element(kind, {qn("w:id"): number, qn("w:name"): name}))
        for kind, end, number, name in marks
    ]
    assert [message for _, message in check_ranges(elements)] == faults


@pytest.mark.parametrize(
    ("kinds", "faults"),
    [
        ("begin separate end", []),
        ("begin begin end", ["a field does not end"]),
        ("separate", ["a field ends that did not begin"]),
        ("begin end end", ["a field ends that did not begin"]),
    ],
)
def test_a_field_that_begins_ends(kinds: str, faults: list[str]) -> None:
    marks = [etree.Element("f", {qn("w:fldCharType"): kind}) for kind in kinds.split()]
    assert [message for _, message in check_fields(marks)] == faults
