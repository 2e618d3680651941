from __future__ import annotations

import pytest
from docx import Document
from tests.checks.rules.word.conftest import read_back

from bluf.checks.rules.word.blank_line_spacing import find


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ("a_b", []),
        ("a__b", ["2 empty"]),
        ("a___b", ["3 empty"]),
        ("__a", []),
        ("a__", []),
        ("_a__b_", ["2 empty"]),
        ("a_b_c", []),
        ("a_b_c_d", ["3 empty"]),
        ("a_b__c_d_e", ["2 empty", "3 empty"]),
        ("aT_b", []),
        ("a_Tb", []),
        ("aT__b", ["2 empty"]),
        ("a_b_c_Td", []),
        ("a_b_c_dT_e", ["3 empty"]),
    ],
)
def test_empty_paragraphs_make_space(blocks: str, expected: list[str]) -> None:
    made = Document()
    for each in blocks:
        if each == "T":
            made.add_table(1, 1).cell(0, 0).text = "cell"
        else:
            made.add_paragraph(each.replace("_", ""))
    assert [each.message[:7] for each in find(read_back(made))] == expected
