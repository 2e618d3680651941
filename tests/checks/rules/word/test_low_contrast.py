from __future__ import annotations

import pytest
from docx import Document
from docx.shared import Pt, RGBColor
from tests.checks.rules.word.conftest import read_back

from bluf.checks.rules.word.low_contrast import find


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
    found = [f"{each.message}, {each.hint.split()[-1][:-2]}" for each in find(read_back(made))]
    assert found == [told] * bool(told)


def test_the_first_faint_run_of_a_paragraph_is_told() -> None:
    made = Document()
    for _ in range(2):
        paragraph = made.add_paragraph("Black ")
        for colour in (" ", "EEEEEE", "EEEEEE", "DDDDDD"):
            run = paragraph.add_run(colour)
            run.font.color.rgb = RGBColor.from_string(colour if colour.strip() else "FFFFFF")
    assert [each.excerpt for each in find(read_back(made))] == ["EEEEEE", "EEEEEE"]
