from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Height = Callable[..., int]
    Bounds = Callable[..., tuple[int, int, str]]
    Obstacle = Callable[..., str]

LINE = 230


def _run(inside: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inside}</w:r>"


def paragraph_of(inside: str) -> str:
    return f"<w:p>{inside}</w:p>"


def _field(code: str, *, result: bool = True) -> str:
    mark = '<w:fldChar w:fldCharType="{}"/>'
    shown = _run(mark.format("separate")) + _run("<w:t>result</w:t>") if result else ""
    instruction = _run(f"<w:instrText>{code}</w:instrText>")
    return _run(mark.format("begin")) + instruction + shown + _run(mark.format("end"))


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
    body = f"<w:p>{_run('<w:br/>', '<w:vanish/>')}{_run('<w:t>a</w:t>')}</w:p>"
    assert height(body) == LINE


def test_special_characters_are_text(height: Height) -> None:
    inside = "<w:t/><w:t>a\n\tb</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
    assert height(f"<w:p>{_run(inside)}</w:p>") == LINE


@pytest.mark.parametrize(
    "properties",
    [
        "<w:b/><w:i/><w:caps/><w:smallCaps/>",
        '<w:vertAlign w:val="superscript"/>',
        '<w:spacing w:val="20"/><w:w w:val="90%"/><w:kern w:val="2"/>',
        '<w:position w:val="0"/><w:sz w:val="junk"/><w:sz w:val="20"/>',
        '<w:sz w:val="20"/><w:spacing w:val="1pt"/><w:spacing w:val="-"/>',
        '<w:rFonts w:ascii="Arial"/><w:rFonts w:hAnsi="Arial"/><w:rFonts w:asciiTheme="minor"/>',
    ],
)
def test_formatting_of_runs_is_read(height: Height, properties: str) -> None:
    assert height(f"<w:p>{_run('<w:t>a</w:t>', properties)}</w:p>") == LINE


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
    run = _run("<w:t>1</w:t>", f'<w:rFonts w:ascii="{other}" w:hAnsi="{other}"/>')
    assert height(f"<w:p>{_run('<w:t>a</w:t>')}{run}</w:p>", font=font) == expected


def test_a_field_shows_its_result_alone(height: Height) -> None:
    code = " PAGE " + " x" * 200
    assert height(f"<w:p>{_field(code)}</w:p>") == LINE
    assert height(f"<w:p>{_field(code, result=False)}{_run('<w:t>a</w:t>')}</w:p>") == LINE
    pieces = f" PA</w:instrText><w:instrText>GE {'x' * 200}</w:instrText><w:instrText>y"
    assert height(f"<w:p>{_field(pieces)}</w:p>") == LINE
    stray = _run('<w:fldChar w:fldCharType="end"/>')
    assert height(f"<w:p>{stray}{_run('<w:t>a</w:t>')}</w:p>") == LINE


@pytest.mark.parametrize("code", [' DATE \\\\@ "d"', "IF 1 = 1", ""])
def test_a_field_that_may_change_its_length_has_bounds(bounds: Bounds, code: str) -> None:
    name = (code.split() or [""])[0]
    said = f"a field of the kind “{name}”"
    between = paragraph_of(_run("<w:t>a</w:t>") + _field(code) * 7)
    assert bounds(between) == (LINE, 2 * LINE, said)
    simple = f"<w:fldSimple w:instr='{code}'>{_run('<w:t>stored</w:t>')}</w:fldSimple>"
    assert bounds(paragraph_of(simple * 7)) == (LINE, 2 * LINE, said)


@pytest.mark.parametrize("code", ["TOC", " MERGEFIELD Name "])
def test_a_stored_result_is_shown_as_it_is(bounds: Bounds, code: str) -> None:
    assert bounds(paragraph_of(_field(code))) == (LINE, LINE, "")


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
    body = f"<w:p><w:pPr>{own}</w:pPr>{_run('<w:t>a</w:t>')}</w:p>"
    assert height(body, styles=styles) == LINE
    below = '<w:pStyle w:val="T"/><w:pBdr><w:bottom w:val="single" w:sz="8"/></w:pBdr>'
    framed = f"<w:p><w:pPr>{below}</w:pPr>{_run('<w:t>a</w:t>')}</w:p>"
    assert height(framed, styles=styles) == 20 + LINE + 20
