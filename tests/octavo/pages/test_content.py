from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.octavo.pages.conftest import run_of

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]

LINE = 230


@pytest.mark.parametrize(
    "inside",
    [
        "<w:hyperlink><w:r><w:br/></w:r></w:hyperlink>",
        "<w:ins><w:r><w:br/></w:r></w:ins>",
        "<w:smartTag><w:smartTagPr/><w:r><w:br/></w:r></w:smartTag>",
        "<w:sdt><w:sdtContent><w:r><w:br/></w:r></w:sdtContent></w:sdt>",
        '<w:fldSimple w:instr=" PAGE "><w:r><w:br/></w:r></w:fldSimple>',
    ],
)
def test_runs_are_found_in_what_holds_them(height: Height, inside: str) -> None:
    assert height(f"<w:p>{inside}</w:p>") == 2 * LINE


def test_blocks_are_found_in_what_holds_them(height: Height) -> None:
    held = "<w:sdt><w:sdtPr/><w:sdtContent><w:p/><w:p/></w:sdtContent></w:sdt>"
    assert height(held + "<w:bookmarkStart/>") == 2 * LINE


def test_hidden_text_takes_no_room(height: Height) -> None:
    body = f"<w:p>{run_of('<w:br/>', '<w:vanish/>')}{run_of('<w:t>a</w:t>')}</w:p>"
    assert height(body) == LINE


def test_special_characters_are_text(height: Height) -> None:
    inside = "<w:t/><w:t>a\n\tb</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
    assert height(f"<w:p>{run_of(inside)}</w:p>") == LINE


@pytest.mark.parametrize(
    ("font", "other", "expected"),
    [
        ("Calibri", "Courier New", 254),
        ("Calibri", "Arial", 244),
        ("Arial", "Courier New", 248),
        ("Courier New", "OpenSymbol", 227),
        ("Arial", "OpenSymbol", 231),
    ],
)
def test_fonts_in_one_line_stand_on_one_base_line(
    height: Height, font: str, other: str, expected: int
) -> None:
    run = run_of("<w:t>1</w:t>", f'<w:rFonts w:ascii="{other}" w:hAnsi="{other}"/>')
    assert height(f"<w:p>{run_of('<w:t>a</w:t>')}{run}</w:p>", font=font) == expected


def test_properties_of_paragraphs_are_read(height: Height) -> None:
    inside = (
        '<w:keepLines/><w:jc w:val="both"/><w:ind w:start="1cm" w:end="0.5in" '
        'w:firstLine="10mm"/><w:numPr><w:ins w:id="1"/></w:numPr>'
        '<w:tabs><w:tab w:pos="1"/></w:tabs>'
    )
    style = f'<w:style w:type="paragraph" w:styleId="S"><w:pPr>{inside}</w:pPr></w:style>'
    own = '<w:pStyle w:val="S"/><w:tabs><w:tab w:pos="9"/></w:tabs>'
    borders = '<w:pBdr><w:top w:val="single" w:sz="8"/></w:pBdr>'
    styles = style + style.replace('"S"', '"T"').replace("<w:pPr>", f"<w:pPr>{borders}")
    body = f"<w:p><w:pPr>{own}</w:pPr>{run_of('<w:t>a</w:t>')}</w:p>"
    assert height(body, styles=styles) == LINE
    below = '<w:pStyle w:val="T"/><w:pBdr><w:bottom w:val="single" w:sz="8"/></w:pBdr>'
    framed = f"<w:p><w:pPr>{below}</w:pPr>{run_of('<w:t>a</w:t>')}</w:p>"
    assert height(framed, styles=styles) == 20 + LINE + 20
