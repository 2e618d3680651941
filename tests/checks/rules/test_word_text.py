from __future__ import annotations

import pytest
from docx import Document
from docx.shared import Pt, RGBColor
from tests.checks.rules.conftest import read_back

from bluf.checks.rules.word_text import _follows, blank_line_spacing, low_contrast


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
        ("a_b_c_d_e", ["4 empty"]),
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
    assert [each.message[:7] for each in blank_line_spacing.find(read_back(made))] == expected


@pytest.mark.parametrize(
    ("before", "sign", "expected"),
    [
        ("1", "2", True),
        ("1", "1", False),
        ("1", "3", False),
        ("9", "10", True),
        ("a", "2", False),
        ("a", "b", True),
        ("a", "c", False),
        ("b", "a", False),
        ("1", "b", False),
        ("•", "•", True),
        ("•", "-", False),
        ("-", "•", False),
        ("•", "", False),
    ],
)
def test_an_item_follows_one_of_its_kind(before: str, sign: str, *, expected: bool) -> None:
    assert _follows(before, sign) is expected


@pytest.mark.parametrize(
    ("colour", "size", "bold", "told"),
    [
        ("767676", 11, False, ""),
        ("777777", 11, False, "#777777 on #FFFFFF has a contrast of 4.5:1, 4.5"),
        ("777777", 17.5, False, "#777777 on #FFFFFF has a contrast of 4.5:1, 4.5"),
        ("777777", 18, False, ""),
        ("777777", 13.5, True, "#777777 on #FFFFFF has a contrast of 4.5:1, 4.5"),
        ("777777", 14, True, ""),
        ("949494", 18, False, ""),
        ("959595", 18, False, "#959595 on #FFFFFF has a contrast of 3.0:1, 3"),
        ("959595", 14, True, "#959595 on #FFFFFF has a contrast of 3.0:1, 3"),
        ("959595", None, False, "#959595 on #FFFFFF has a contrast of 3.0:1, 4.5"),
    ],
)
def test_large_letters_may_stand_out_less(
    colour: str, size: float | None, *, bold: bool, told: str
) -> None:
    made = Document()
    run = made.add_paragraph().add_run("Words")
    run.font.color.rgb, run.font.bold = RGBColor.from_string(colour), bold
    run.font.size = Pt(size) if size else None
    found = [
        f"{each.message}, {each.hint.split()[-1][:-2]}"
        for each in low_contrast.find(read_back(made))
    ]
    assert found == [told] * bool(told)


def test_the_first_faint_run_of_a_paragraph_is_told() -> None:
    made = Document()
    for _ in range(2):
        paragraph = made.add_paragraph("Black ")
        for colour in (" ", "EEEEEE", "EEEEEE", "DDDDDD"):
            run = paragraph.add_run(colour)
            run.font.color.rgb = RGBColor.from_string(colour if colour.strip() else "FFFFFF")
    assert [each.excerpt for each in low_contrast.find(read_back(made))] == ["EEEEEE", "EEEEEE"]
