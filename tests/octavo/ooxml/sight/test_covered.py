"""What is laid over words, what cuts them, and what their table or paragraph leaves of them."""

from __future__ import annotations

import re

import pytest
from tests.octavo.ooxml.sight.test_sight import paragraph, run, seen, style

WIDE, HIGH = 5_700_000, 400_000
RGB = '<a:solidFill><a:srgbClr val="FFFFFF">{}</a:srgbClr></a:solidFill>'
WHITE = RGB.format("")
NONE = "<wp:wrapNone/>"
PICTURE = '<a:graphicData uri="picture"><pic:pic/></a:graphicData>'
VML = "position:absolute;margin-left:0;margin-top:0;width:450pt;height:30pt;z-index:1"
OTHER = paragraph(run(text="Other words."))
FIXED = '<w:tblLayout w:type="fixed"/>'


def verdict(body: str, styles: str = "", causes: str = "") -> str:
    """What becomes of “Words”: “refused”, “doubted” or “seen”."""
    found = [why for text, why in seen(body, styles) if text == "Words"]
    if not found:
        return "refused"
    assert causes in " ".join(found[0])
    return "doubted" if found[0] else "seen"


def shape(fill: str = WHITE, text: str = "", more: str = "", kind: str = "rect") -> str:
    box = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>" if text else ""
    return (
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f'<wps:wsp><wps:spPr><a:prstGeom prst="{kind}"/>{fill}</wps:spPr>{more}{box}<wps:bodyPr/>'
        "</wps:wsp></a:graphicData>"
    )


def anchor(  # noqa: PLR0913 - as an anchor has them
    inside: str,
    down: str = "<wp:posOffset>0</wp:posOffset>",
    across: str = "<wp:posOffset>0</wp:posOffset>",
    *,
    size: tuple[int, int] = (WIDE, HIGH),
    wrap: str = NONE,
    of: tuple[str, str] = ("paragraph", "column"),
    behind: str = "0",
) -> str:
    return (
        f'<w:r><w:drawing><wp:anchor behindDoc="{behind}"><wp:positionH relativeFrom="{of[1]}">'
        f'{across}</wp:positionH><wp:positionV relativeFrom="{of[0]}">{down}</wp:positionV>'
        f'<wp:extent cx="{size[0]}" cy="{size[1]}"/>{wrap}<a:graphic>{inside}</a:graphic>'
        "</wp:anchor></w:drawing></w:r>"
    )


def at(emu: int) -> str:
    return f"<wp:posOffset>{emu}</wp:posOffset>"


def vml(look: str = VML, given: str = 'fillcolor="white"', inside: str = "") -> str:
    return f'<w:r><w:pict><v:rect style="{look}" {given}>{inside}</v:rect></w:pict></w:r>'


PAGE = ("page", "page")
MARGIN = ("margin", "margin")
FILLED = '<wps:style><a:fillRef idx="1"/></wps:style>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (paragraph(anchor(shape()) + run()), "doubted"),
        (paragraph(anchor(shape(), at(200_000)) + run(text="A.")) + paragraph(run()), "doubted"),
        (paragraph(run()) + paragraph(anchor(shape(), at(-300_000)) + run(text="A.")), "doubted"),
        (paragraph(anchor(shape(), size=(7_600_000, 10_700_000), of=PAGE) + run()), "doubted"),
        (paragraph(anchor(shape(), of=MARGIN) + run()), "doubted"),
        (paragraph(anchor(shape(), "<wp:align>top</wp:align>", of=MARGIN) + run()), "doubted"),
        (paragraph(anchor(shape(), "<wp:align>bottom</wp:align>", of=MARGIN) + run()), "seen"),
        (paragraph(anchor(shape(), across="<wp:align>center</wp:align>") + run()), "doubted"),
        (paragraph(anchor(shape(), of=("topMargin", "rightMargin")) + run()), "seen"),
        (paragraph(anchor(shape(), of=("bottomMargin", "leftMargin")) + run()), "seen"),
        (paragraph(anchor(shape(), of=("line", "character")) + run()), "doubted"),
        (paragraph(anchor(shape("<a:gradFill/>")) + run()), "doubted"),
        (paragraph(anchor(shape(more=FILLED, fill="")) + run()), "doubted"),
        (paragraph(anchor(shape(more=FILLED, fill="<a:noFill/>")) + run()), "seen"),
        (paragraph(anchor(shape("<a:noFill/>")) + run()), "seen"),
        (paragraph(anchor(shape("<a:noFill/>", OTHER)) + run()), "doubted"),
        (paragraph(anchor(shape(RGB.format('<a:alpha val="9000"/>'))) + run()), "seen"),
        (paragraph(anchor(PICTURE) + run()), "doubted"),
        (re.sub("<wp:pos.*</wp:positionV>", "", paragraph(anchor(PICTURE) + run())), "doubted"),
        (paragraph(anchor(shape(), at(200_000)) + run(text="A."),
                   '<w:spacing w:line="400" w:lineRule="exact"/>') + paragraph(run()), "doubted"),
        (paragraph(anchor(PICTURE, behind="1") + run()), "seen"),
        (paragraph(anchor(PICTURE, wrap="<wp:wrapSquare/>") + run()), "seen"),
        (paragraph(anchor(PICTURE, across=at(-900_000), size=(800_000, HIGH)) + run()), "seen"),
        (paragraph(anchor(PICTURE, across=at(5_800_000)) + run()), "seen"),
        (paragraph(anchor(PICTURE, at(-3_000_000)) + run()), "seen"),
        (paragraph(anchor(PICTURE, size=(150_000, 150_000)) + run()), "seen"),
        (paragraph(anchor(PICTURE, at(200_000), at(200_000), of=PAGE) + run()), "seen"),
        (paragraph(anchor(shape("", kind="line"), at(90_000), size=(WIDE, 0)) + run()), "doubted"),
        (paragraph(anchor(shape("", kind="line"), at(400_000), size=(WIDE, 0)) + run()), "seen"),
        (paragraph(anchor(shape("", kind="line"), at(90_000), size=(WIDE, WIDE)) + run()), "seen"),
        (paragraph(vml() + run()), "doubted"),
        (paragraph(vml(VML.replace("z-index:1", "z-index:-1")) + run()), "seen"),
        (paragraph(vml(given='filled="f"') + run()), "seen"),
        (paragraph(vml(given='filled="f"', inside="<v:imagedata/>") + run()), "doubted"),
        (paragraph(vml(inside='<w10:wrap type="square"/>') + run()), "seen"),
        (paragraph(vml(VML.replace("450pt", "wide")) + run()), "seen"),
        (
            paragraph(
                f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback>{vml()[5:-6]}'
                f"</mc:Fallback></mc:AlternateContent></w:r>{run()}"
            ),
            "seen",
        ),
        (vml()[5:-6] + paragraph(run()), "seen"),
        (
            paragraph(anchor(shape(), of=MARGIN) + '<w:r><w:br w:type="page"/></w:r>')
            + paragraph(run()),
            "seen",
        ),
        (
            paragraph(anchor(shape(), of=MARGIN))
            + paragraph(run(), "<w:pageBreakBefore/>"),
            "seen",
        ),
        (
            paragraph(anchor(shape(), of=MARGIN))
            + paragraph("<w:r><w:lastRenderedPageBreak/></w:r>" + run()),
            "seen",
        ),
        (paragraph(anchor(shape(), of=MARGIN)) + OTHER * 90 + paragraph(run()), "seen"),
        (
            paragraph(anchor(shape(), at(1_900_000)))
            + paragraph(f'<w:r><w:drawing><wp:inline><wp:extent cx="{WIDE}" cy="1900000"/>'
                        "</wp:inline></w:drawing></w:r>", '<w:spacing w:before="40" w:line="300"/>')
            + paragraph(run(), '<w:spacing w:line="300" w:lineRule="atLeast"/><w:jc w:val="end"/>'),
            "doubted",
        ),
    ],
)  # fmt: skip
def test_a_shape_may_lie_over_the_words(body: str, expected: str) -> None:
    assert verdict(body) == expected


def table(grid: tuple[int, ...], widths: tuple[str, ...], more: str = "", row: str = "") -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    cells = "".join(
        f"<w:tc><w:tcPr>{width}</w:tcPr>{paragraph(run()) if not at else OTHER}</w:tc>"
        for at, width in enumerate(widths)
    )
    return (
        f"<w:tbl><w:tblPr>{more}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>"
        f"<w:tr><w:trPr>{row}</w:trPr>{cells}</w:tr></w:tbl>"
    )


def wide(value: str, kind: str) -> str:
    return f'<w:tcW w:w="{value}" w:type="{kind}"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (table((0, 8000), ("", ""), FIXED), "doubted"),
        (table((0, 8000), ("", "")), "seen"),
        (table((), ("",), FIXED), "seen"),
        (table((0, 0), (wide("0", "auto"),), ""), "seen"),
        (table((0, 0), (wide("4000", "dxa"),), ""), "seen"),
        (table((1,), (wide("1", "dxa"),), ""), "doubted"),
        (table((9000,), (wide("0", "pct"),), FIXED), "doubted"),
        (table((9000,), (wide("0%", "pct"),), FIXED), "doubted"),
        (table((9000,), (wide("50%", "pct"),), FIXED), "seen"),
        (table((9000,), (wide("2500", "pct"),), FIXED), "seen"),
        (table((9000, 0), ("",), FIXED, '<w:gridBefore w:val="1"/>'), "doubted"),
        (table((0, 9000), ('<w:gridSpan w:val="2"/>',), FIXED), "seen"),
        (table((9000,), ("",), "", '<w:trHeight w:val="100" w:hRule="exact"/>'), "doubted"),
        (table((9000,), ("",), "", '<w:trHeight w:val="400" w:hRule="exact"/>'), "seen"),
        (table((9000,), ("",), "", '<w:trHeight w:val="400"/>') + vml(), "seen"),
        (f"<w:tc>{paragraph(run())}</w:tc>", "refused"),
        (table((9000, 0), ("", ""), FIXED), "seen"),
    ],
)
def test_a_column_or_a_row_may_have_no_room(body: str, expected: str) -> None:
    assert verdict(body) == expected


def boxed(before: str, fit: str = "", cy: int = HIGH) -> str:
    inside = shape("<a:noFill/>", before + paragraph(run())).replace("<wps:bodyPr/>", fit)
    return paragraph(anchor(inside, size=(3_000_000, cy), wrap="<wp:wrapSquare/>"))


def test_a_box_cuts_what_it_has_no_room_for() -> None:
    assert verdict(boxed(OTHER * 9)) == "doubted"
    assert verdict(boxed("", cy=60_000)) == "doubted"
    assert verdict(boxed("")) == "seen"
    assert verdict(boxed(OTHER * 9, "<wps:bodyPr><a:spAutoFit/></wps:bodyPr>")) == "seen"
    box = f"<v:textbox><w:txbxContent>{paragraph(run())}</w:txbxContent></v:textbox>"
    assert verdict(paragraph(vml(inside=box))) == "seen"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ('<w:ind w:left="-20000"/>', "refused"),
        ('<w:ind w:leftChars="9000"/>', "refused"),
        ('<w:ind w:left="8900" w:right="9000"/>', "doubted"),
        ('<w:ind w:left="-567"/>', "seen"),
        ('<w:spacing w:line="20" w:lineRule="exact"/>', "refused"),
        ('<w:spacing w:line="100" w:lineRule="exact"/>', "doubted"),
        ('<w:spacing w:line="240" w:lineRule="exact"/>', "seen"),
        ('<w:framePr w:x="-20000"/>', "refused"),
    ],
)
def test_a_style_may_set_a_paragraph_out_of_sight(properties: str, expected: str) -> None:
    named = paragraph(run(), '<w:pStyle w:val="s"/>')
    assert verdict(named, style("s", f"<w:pPr>{properties}</w:pPr>")) == expected
    everywhere = (
        f"<w:docDefaults><w:pPrDefault><w:pPr>{properties}</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    assert verdict(paragraph(run()), everywhere) == expected
    of_table = style("t", f"<w:pPr>{properties}</w:pPr>", "table")
    assert verdict(table((9000,), ("",), '<w:tblStyle w:val="t"/>'), of_table) == expected


LIGHT = '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'
DARK = '<w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr>'


@pytest.mark.parametrize(
    ("look", "kind", "inside", "expected"),
    [
        ('w:firstRow="1"', "firstRow", LIGHT, "refused"),
        ('w:val="0020"', "firstRow", LIGHT, "refused"),
        ('w:val="0020" w:firstRow="0"', "firstRow", LIGHT, "seen"),
        ('w:val="none"', "firstRow", LIGHT, "seen"),
        ('w:firstRow="1"', "firstRow", LIGHT + DARK, "seen"),
        ('w:lastRow="1"', "lastRow", LIGHT, "refused"),
        ('w:firstColumn="1"', "firstCol", LIGHT, "refused"),
        ('w:lastColumn="1"', "lastCol", LIGHT, "seen"),
        ('w:firstColumn="1" w:firstRow="1"', "nwCell", LIGHT, "refused"),
        ('w:noVBand="1"', "band1Horz", LIGHT, "refused"),
        ('w:noVBand="1"', "band1Vert", LIGHT, "seen"),
        ('w:noHBand="1"', "band1Vert", LIGHT, "refused"),
    ],
)
def test_a_part_of_a_table_style_holds_for_its_cells(
    look: str, kind: str, inside: str, expected: str
) -> None:
    part = style("t", f'<w:tblStylePr w:type="{kind}">{inside}</w:tblStylePr>', "table")
    body = table((4000, 4000), ("", ""), f'<w:tblStyle w:val="t"/><w:tblLook {look}/>')
    assert verdict(body, part) == expected


def test_a_table_that_does_not_say_takes_no_part_of_its_style() -> None:
    part = style("t", f'<w:tblStylePr w:type="firstRow">{LIGHT}</w:tblStylePr>', "table")
    assert verdict(table((4000,), ("",), '<w:tblStyle w:val="t"/>'), part) == "seen"


def test_letters_in_white_are_seen_on_the_ground_of_a_part() -> None:
    part = style("t", f'<w:tblStylePr w:type="firstRow">{DARK}</w:tblStylePr>', "table")
    body = table((4000,), ("",), '<w:tblStyle w:val="t"/><w:tblLook w:firstRow="1"/>')
    assert verdict(body.replace("<w:rPr></w:rPr>", LIGHT), part) == "seen"


def formula(before: str, after: str, properties: str = "") -> str:
    return paragraph(f"<m:oMath>{before}<m:r>{properties}<m:t>Words</m:t></m:r>{after}</m:oMath>")


def test_a_formula_may_hide_a_part_of_it() -> None:
    phantom = "<m:phant><m:phantPr><m:show m:val='{}'/></m:phantPr><m:e>"
    box = "<m:borderBox><m:borderBoxPr><m:strikeH m:val='{}'/></m:borderBoxPr><m:e>"
    assert verdict(formula(phantom.format("0"), "</m:e></m:phant>")) == "refused"
    assert verdict(formula(phantom.format("1"), "</m:e></m:phant>")) == "seen"
    assert verdict(formula(box.format("1"), "</m:e></m:borderBox>")) == "doubted"
    assert verdict(formula(box.format("0"), "</m:e></m:borderBox>")) == "seen"
    assert verdict(formula("", "", "<w:rPr><w:vanish/></w:rPr>")) == "refused"


def test_many_narrow_columns_show_no_words() -> None:
    section = '<w:sectPr><w:cols w:num="{}"/></w:sectPr>'
    assert verdict(paragraph(run()) + section.format(45)) == "doubted"
    assert verdict(paragraph(run()) + section.format(2)) == "seen"


def test_two_styles_that_strike_may_cancel_each_other() -> None:
    styles = style("p", "<w:rPr><w:strike/></w:rPr>")
    styles += style("c", "<w:rPr><w:strike/></w:rPr>", "character")
    both = paragraph(run('<w:rStyle w:val="c"/>'), '<w:pStyle w:val="p"/>')
    assert verdict(both, styles, "cancel") == "doubted"
    assert verdict(paragraph(run(), '<w:pStyle w:val="p"/>'), styles) == "refused"
    off = styles.replace("<w:strike/>", '<w:strike w:val="0"/>')
    assert verdict(both, off) == "seen"


def test_letters_may_be_filled_with_a_colour_of_the_theme() -> None:
    fill = (
        '<w14:textFill><w14:solidFill><w14:schemeClr w14:val="bg1"/></w14:solidFill></w14:textFill>'
    )
    assert verdict(paragraph(run(fill)), "", "white") == "doubted"
    assert verdict(paragraph(run(fill.replace("bg1", "tx1")))) == "seen"
