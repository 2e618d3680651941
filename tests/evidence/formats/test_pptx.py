"""What a slide shows: each limit with what lies at it, and one past it."""

from __future__ import annotations

import pytest
from lxml import etree

from bluf.evidence.formats.pptx.deck import Slide
from bluf.evidence.formats.pptx.reader import shown
from bluf.evidence.formats.pptx.shapes import Frame, cell_frame, frame_of
from bluf.evidence.text import Edge

NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
SHOWN, HIDDEN, DOUBTED = "shown", "hidden", "doubted"
FILL = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'


def frame(left: int, top: int, wide: int, high: int) -> str:
    return f'<a:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'


def shape(run: str = "", paragraph: str = "", around: str = "", name: str = "") -> str:
    inside = f"<a:p>{paragraph}<a:r><a:rPr {run}</a:rPr><a:t>Words</a:t></a:r></a:p>"
    if run == "":
        inside = inside.replace("<a:rPr </a:rPr>", "")
    return (
        f"<p:sp><p:nvSpPr><p:cNvPr {name}/></p:nvSpPr><p:spPr>{around}</p:spPr>"
        f"<p:txBody>{inside}</p:txBody></p:sp>"
    )


def slide(inside: str, size: str = 'cx="9000000" cy="5000000"') -> Slide:
    """A slide that holds these shapes."""
    parts = [etree.fromstring(f"<p:sld {NAMES}>{inside}</p:sld>")]
    return Slide(
        parts, etree.fromstring(f"<p:presentation {NAMES}><p:sldSz {size}/></p:presentation>")
    )


def verdict(inside: str) -> str:
    """What becomes of the words of a slide 9,000,000 EMU wide and 5,000,000 high."""
    pieces = [each for each in shown(slide(inside), "a.pptx", 1) if each.text.strip()]
    return HIDDEN if not pieces else DOUBTED if pieces[0].doubts else SHOWN


WIDE, HIGH = 9_000_000, 5_000_000


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ((0, 0, 900_000, 400_000), SHOWN),
        ((-1, 0, 1, 400_000), DOUBTED),
        ((-900_001, 0, 900_000, 400_000), HIDDEN),
        ((0, -400_001, 900_000, 400_000), HIDDEN),
        ((-500_000, 0, 900_000, 400_000), DOUBTED),
        ((0, -300_000, 900_000, 400_000), DOUBTED),
        ((WIDE, 0, 900_000, 400_000), HIDDEN),
        ((WIDE - 9, 0, 900_000, 400_000), DOUBTED),
        ((0, HIGH, 900_000, 400_000), HIDDEN),
        ((0, 0, 0, 400_000), DOUBTED),
        ((0, 0, 900_000, 0), SHOWN),
    ],
)
def test_a_shape_stands_on_the_slide(place: tuple[int, int, int, int], expected: str) -> None:
    assert verdict(shape(around=frame(*place))) == expected


@pytest.mark.parametrize(("to", "expected"), [(0, SHOWN), (WIDE, HIDDEN)])
def test_a_group_moves_its_shapes(to: int, expected: str) -> None:
    own = shape(around=frame(-900_000, 0, 900_000, 400_000))
    moved = (
        f'<p:grpSpPr><a:xfrm><a:off x="{to}" y="0"/><a:ext cx="900000" cy="400000"/>'
        '<a:chOff x="-900000" y="0"/><a:chExt cx="900000" cy="400000"/></a:xfrm></p:grpSpPr>'
    )
    assert verdict(f"<p:grpSp>{moved}{own}</p:grpSp>") == expected
    assert verdict(f"<p:grpSp>{own}</p:grpSp>") == DOUBTED


@pytest.mark.parametrize(
    ("place", "anchor", "expected"),
    [
        ((0, 0, 900_000, 400_000), "t", DOUBTED),
        ((0, 0, 300_000, 400_000), "t", DOUBTED),
        ((700_000, 0, 900_000, 400_000), "t", SHOWN),
        ((0, 600_000, 900_000, 400_000), "t", SHOWN),
        ((0, 600_000, 900_000, 400_000), "b", DOUBTED),
        ((0, 400_000, 900_000, 400_000), "b", SHOWN),
        ((0, 400_000, 900_000, 400_000), "ctr", DOUBTED),
    ],
)
def test_another_shape_lies_over_the_words(
    place: tuple[int, int, int, int], anchor: str, expected: str
) -> None:
    own = shape(around=frame(0, 0, 1_400_000, 1_000_000)).replace(
        "<p:txBody>", f'<p:txBody><a:bodyPr anchor="{anchor}"/>'
    )
    other = f"<p:pic><p:spPr>{frame(*place)}</p:spPr></p:pic>"
    assert verdict(own + other) == expected
    assert verdict(other + own) == SHOWN
    clear = f"<p:sp><p:spPr>{frame(*place)}</p:spPr></p:sp>"
    assert verdict(own + clear) == SHOWN
    fill = f"{FILL.format('123456')}</p:spPr>"
    assert verdict(own + clear.replace("</p:spPr>", fill)) == expected
    grouped = clear.replace("</p:spPr>", "<a:grpFill/></p:spPr>")
    held = f"<p:grpSp><p:grpSpPr>{FILL.format('123456')}</p:grpSpPr>{grouped}</p:grpSp>"
    assert verdict(own + held) == expected
    styled = clear.replace("</p:sp>", '<p:style><a:fillRef idx="{}"><a:schemeClr val="tx1"/>'
                           "</a:fillRef></p:style></p:sp>")  # fmt: skip
    assert verdict(own + styled.format(1)) == expected
    assert verdict(own + styled.format(0)) == SHOWN


def test_words_in_the_middle_are_covered_there() -> None:
    own = shape(paragraph='<a:pPr algn="ctr"/>', around=frame(0, 0, 4_000_000, 1_000_000))
    other = "<p:pic><p:spPr>{}</p:spPr></p:pic>"
    assert verdict(own + other.format(frame(1_500_000, 0, 900_000, 900_000))) == DOUBTED
    assert verdict(own + other.format(frame(0, 0, 900_000, 900_000))) == SHOWN


@pytest.mark.parametrize(
    ("name", "expected"), [('hidden="1"', HIDDEN), ('hidden="true"', HIDDEN), ('hidden="0"', SHOWN)]
)
def test_a_shape_may_be_hidden(name: str, expected: str) -> None:
    assert verdict(shape(name=name)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ('<a:pPr marL="9000000"/>', SHOWN),
        ('<a:pPr marL="9000001"/>', DOUBTED),
        ('<a:pPr indent="-9000001"/>', DOUBTED),
        ('<a:pPr><a:lnSpc><a:spcPct val="30000"/></a:lnSpc></a:pPr>', SHOWN),
        ('<a:pPr><a:lnSpc><a:spcPct val="29999"/></a:lnSpc></a:pPr>', DOUBTED),
        ('<a:pPr><a:lnSpc><a:spcPts val="300"/></a:lnSpc></a:pPr>', SHOWN),
        ('<a:pPr><a:lnSpc><a:spcPts val="299"/></a:lnSpc></a:pPr>', DOUBTED),
    ],
)
def test_a_paragraph_stands_on_the_slide_in_lines(said: str, expected: str) -> None:
    assert verdict(shape(paragraph=said)) == expected


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("", SHOWN),
        ('sz="300">', SHOWN),
        ('sz="299">', HIDDEN),
        ('strike="sngStrike">', HIDDEN),
        ('strike="noStrike">', SHOWN),
        ("><a:noFill/>", HIDDEN),
        ('><a:latin typeface="Wingdings"/>', HIDDEN),
        ('><a:latin typeface="Arial"/>', SHOWN),
        ("><a:gradFill/>", DOUBTED),
        (">[<a:srgbClr val='123456'/>]", SHOWN),
        (">[<a:srgbClr val='E0E0E0'/>]", SHOWN),
        (">[<a:srgbClr val='E9E9E9'/>]", DOUBTED),
        (">[<a:srgbClr val='F9F9F9'/>]", HIDDEN),
        (">[<a:prstClr val='white'/>]", HIDDEN),
        (">[<a:sysClr val='window' lastClr='FFFFFF'/>]", HIDDEN),
        (">[<a:scrgbClr r='0'/>]", DOUBTED),
        (">[<a:schemeClr val='bg1'/>]", HIDDEN),
        (">[<a:schemeClr val='accent9'/>]", DOUBTED),
        (">[<a:schemeClr val='tx1'><a:lumOff val='90000'/></a:schemeClr>]", SHOWN),
        (">[<a:schemeClr val='tx1'><a:lumOff val='99000'/></a:schemeClr>]", HIDDEN),
        (">[<a:schemeClr val='bg1'><a:lumMod val='50000'/></a:schemeClr>]", SHOWN),
        (">[<a:srgbClr val='204060'><a:satMod val='50000'/></a:srgbClr>]", SHOWN),
        (">[<a:srgbClr val='000000'><a:tint val='1000'/></a:srgbClr>]", HIDDEN),
        (">[<a:srgbClr val='FFFFFF'><a:shade val='50000'/></a:srgbClr>]", SHOWN),
        (">[<a:srgbClr val='000000'><a:inv/></a:srgbClr>]", DOUBTED),
        (">[<a:schemeClr val='tx1'><a:alpha val='15000'/></a:schemeClr>]", SHOWN),
        (">[<a:schemeClr val='tx1'><a:alpha val='7000'/></a:schemeClr>]", DOUBTED),
        (">[<a:schemeClr val='tx1'><a:alpha val='0'/></a:schemeClr>]", HIDDEN),
        ('><a:ln w="34000"/>', SHOWN),
        ('><a:ln w="35000"/>', DOUBTED),
        ("><a:highlight><a:srgbClr val='FFFF00'/></a:highlight>", SHOWN),
        ("><a:highlight><a:srgbClr val='000000'/></a:highlight>", HIDDEN),
        ('baseline="100000">', SHOWN),
        ('baseline="-100001">', DOUBTED),
        ('spc="-540">', SHOWN),
        ('spc="-541">', DOUBTED),
        ('spc="-300" sz="1000">', SHOWN),
        ('spc="-301" sz="1000">', DOUBTED),
    ],
)
def test_letters_show(run: str, expected: str) -> None:
    fill = run.replace("[", "<a:solidFill>").replace("]", "</a:solidFill>")
    assert verdict(shape(fill)) == expected


def test_letters_have_another_colour_than_what_lies_behind_them() -> None:
    light, dark = FILL.format("FFFFFF"), FILL.format("123456")
    assert verdict(shape(f">{light}", around=dark)) == SHOWN
    assert verdict(shape(f">{light}", around=light)) == HIDDEN
    assert verdict(shape(f">{dark}", around=FILL.format("133557"))) == HIDDEN
    place = frame(0, 0, 1_400_000, 1_000_000)
    under = f"<p:sp><p:spPr>{place}{dark}</p:spPr></p:sp>"
    assert verdict(under + shape(f">{light}", around=place)) == SHOWN
    assert verdict(under + shape(f">{dark}", around=place)) == HIDDEN
    picture = f"<p:pic><p:spPr>{place}</p:spPr></p:pic>"
    assert verdict(picture + shape(f">{light}", around=place)) == SHOWN
    half = dark.replace("/></a:s", '><a:alpha val="99000"/></a:srgbClr></a:s')
    assert verdict(picture + under.replace(dark, half) + shape(f">{light}", around=place)) == SHOWN


def words(*between: str) -> str:
    """A shape whose body holds these before its one paragraph."""
    return shape().replace("<p:txBody>", "<p:txBody>" + "".join(between))


PAGE = f"<p:cSld><p:bg><p:bgPr>{FILL.format('000000')}</p:bgPr></p:bg>{{}}</p:cSld>"
REFERRED = PAGE.replace(f"<p:bgPr>{FILL.format('000000')}</p:bgPr>",
                        '<p:bgRef idx="1"><a:schemeClr val="{}"/></p:bgRef>')  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (words('<a:bodyPr><a:normAutofit fontScale="50000"/></a:bodyPr>'), SHOWN),
        (words('<a:bodyPr><a:normAutofit fontScale="9000"/></a:bodyPr>'), HIDDEN),
        (words('<a:lstStyle><a:lvl1pPr><a:defRPr sz="100"/></a:lvl1pPr></a:lstStyle>'), HIDDEN),
        (words('<a:lstStyle><a:lvl2pPr><a:defRPr sz="100"/></a:lvl2pPr></a:lstStyle>'), SHOWN),
        (PAGE.format(shape()), HIDDEN),
        (PAGE.format(shape(f">{FILL.format('FFFFFF')}")), SHOWN),
        (REFERRED.format("tx1", shape()), HIDDEN),
        (REFERRED.format("accent9", shape()), SHOWN),
        (shape().replace("</p:sp>", '<p:style><a:fontRef idx="minor"><a:schemeClr val="bg1"/>'
                         "</a:fontRef></p:style></p:sp>"), HIDDEN),
        (shape(around=frame(0, 0, 9, 9).replace("<a:xfrm", '<a:xfrm flipV="1"')), DOUBTED),
        (shape(around=frame(0, 0, 9, 9).replace("<a:xfrm", '<a:xfrm rot="10800000"')), DOUBTED),
        (shape(around=frame(0, 0, 9, 9).replace("<a:xfrm", '<a:xfrm flipV="1" rot="10800000"')),
         SHOWN),
        (shape(around='<a:scene3d><a:camera><a:rot lat="5400000"/></a:camera></a:scene3d>'),
         DOUBTED),
        (shape(name='id="7"') + "<p:timing><p:cTn presetClass='exit'><p:spTgt spid='7'/></p:cTn>"
         "</p:timing>", DOUBTED),
        (shape(name='id="7"') + "<p:timing><p:cTn presetClass='entr'><p:spTgt spid='7'/></p:cTn>"
         "</p:timing>", SHOWN),
        (shape(around=frame(0, 0, 900_000, 9)).replace("<p:txBody>", "<p:txBody><a:bodyPr>"
         "<a:prstTxWarp/></a:bodyPr>"), DOUBTED),
        (shape(around=frame(0, 0, 900_000, 9)).replace("<p:txBody>", "<p:txBody>"
         '<a:bodyPr vertOverflow="clip"/>'), DOUBTED),
        (shape(around=frame(0, 0, 900_000, 9)).replace("<p:txBody>", "<p:txBody>"
         '<a:bodyPr lIns="9100000" wrap="none"/>'), DOUBTED),
        (shape(around=frame(0, 0, 900_000, 9), paragraph='<a:pPr><a:spcBef><a:spcPts val="90000"/>'
               "</a:spcBef></a:pPr>"), DOUBTED),
    ],
)  # fmt: skip
def test_a_slide_sets_its_words(inside: str, expected: str) -> None:
    assert verdict(inside) == expected


def table(cell: str = "", run: str = "", column: int = 900_000) -> str:
    inside = f"<a:p><a:r><a:rPr>{run}</a:rPr><a:t>Words</a:t></a:r></a:p>"
    return (
        f"<p:graphicFrame><p:xfrm>{frame(0, 0, 900_000, 900_000)[8:-9]}</p:xfrm><a:tbl>"
        f'<a:gridCol w="{column}"/><a:gridCol w="9"/><a:tr h="9"/><a:tr h="9"><a:tc/>'
        f"<a:tc {cell.partition('|')[0]}>{inside}<a:tcPr>{cell.partition('|')[2]}</a:tcPr></a:tc>"
        "</a:tr></a:tbl></p:graphicFrame>"
    )


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (table(), SHOWN),
        (table('hMerge="1"'), HIDDEN),
        (table('vMerge="true"'), HIDDEN),
        (table(column=WIDE), HIDDEN),
        (table(f"|{FILL.format('000000')}"), HIDDEN),
        (table(f"|{FILL.format('123456')}", FILL.format("FFFFFF")), SHOWN),
        (table(run=FILL.format("FFFFFF")), HIDDEN),
    ],
)
def test_a_cell_shows_its_words(inside: str, expected: str) -> None:
    assert verdict(inside) == expected


def test_a_cell_is_as_wide_as_its_column_and_as_high_as_its_row() -> None:
    made = etree.fromstring(
        f'<a:tbl {NAMES}><a:gridCol w="4"/><a:gridCol w="3"/><a:tr h="9"/>'
        '<a:tr h="6"><a:tc/><a:tc/></a:tr></a:tbl>'
    )
    cell = list(made.iter("{*}tc"))[1]
    assert cell_frame(cell, Frame(100, 200, 0, 0)) == Frame(104, 209, 107, 215)


def test_a_later_paragraph_stands_lower() -> None:
    line = "<a:p><a:r><a:t>Words</a:t></a:r></a:p>"
    low = shape(around=frame(0, HIGH - 900_000, 900_000, 900_000))
    made = shown(slide(low.replace("</p:txBody>", f"{line * 9}</p:txBody>")), "a.pptx", 1)
    doubts = [bool(piece.doubts) for piece in made if piece.text.strip()]
    assert doubts == sorted(doubts)
    assert not doubts[0]
    assert doubts[-1]


LEVEL = "<a:lvl1pPr><a:defRPr {}</a:defRPr></a:lvl1pPr>"
LAYOUT = (
    '<p:sldLayout {names}><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph type="{kind}"/></p:nvPr>'
    "</p:nvSpPr><p:spPr>{place}</p:spPr><p:txBody><a:lstStyle>{level}</a:lstStyle></p:txBody></p:sp>"
    "</p:spTree></p:cSld><p:txStyles><p:bodyStyle>{style}</p:bodyStyle></p:txStyles></p:sldLayout>"
)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, SHOWN),
        ({"level": LEVEL.format('sz="100">')}, HIDDEN),
        ({"level": LEVEL.format('sz="100">'), "kind": "dt"}, SHOWN),
        ({"level": LEVEL.format('sz="100">'), "kind": "obj"}, HIDDEN),
        ({"level": LEVEL.format('strike="sngStrike">')}, HIDDEN),
        ({"style": LEVEL.format("><a:noFill/>")}, HIDDEN),
        ({"style": LEVEL.format("><a:noFill/>"), "own": "tx1"}, SHOWN),
        ({"place": frame(-900, 0, 800, 9)}, HIDDEN),
    ],
)
def test_a_placeholder_takes_what_its_layout_says(given: dict[str, str], expected: str) -> None:
    values = {"names": NAMES, "kind": "body", "place": "", "level": "", "style": "", **given}
    held = shape().replace("</p:nvSpPr>", '<p:nvPr><p:ph type="body"/></p:nvPr></p:nvSpPr>')
    own = f'<p:style><a:fontRef><a:schemeClr val="{given.get("own")}"/></a:fontRef></p:style>'
    held = held.replace("</p:sp>", f"{own}</p:sp>") if "own" in given else held
    one = slide(held)
    one.parts.append(etree.fromstring(LAYOUT.format(**values)))
    pieces = [each for each in shown(one, "a.pptx", 1) if each.text.strip()]
    assert (SHOWN if pieces else HIDDEN) == expected


@pytest.mark.parametrize(
    ("around", "expected"), [("{}", Edge.PARAGRAPH), ("<a:tbl><a:tc>{}</a:tc></a:tbl>", Edge.CELL)]
)
def test_a_paragraph_ends_and_a_cell_does(around: str, expected: Edge) -> None:
    inside = around.format("<a:p><a:r><a:t>Words</a:t></a:r></a:p>")
    said, end = shown(slide(inside), "a.pptx", 1)
    assert (said.text, end.text, end.edge) == ("Words", "\n", expected)


@pytest.mark.parametrize(("size", "expected"), [('cx="9" cy="-8"', (9, -8)), ('cx="a"', (0, 0))])
def test_a_slide_has_a_size(size: str, expected: tuple[int, int]) -> None:
    one = slide("", size)
    assert (one.width, one.height) == expected
    assert Slide(one.parts, etree.fromstring("<x/>")).width == 20_000_000


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        (0, Frame(100.0, 200.0, 500.0, 300.0)),
        (2_699_999, Frame(100.0, 200.0, 500.0, 300.0)),
        (2_700_000, Frame(250.0, 50.0, 350.0, 450.0)),
        (8_099_999, Frame(250.0, 50.0, 350.0, 450.0)),
        (8_100_000, Frame(100.0, 200.0, 500.0, 300.0)),
        (16_200_000, Frame(250.0, 50.0, 350.0, 450.0)),
    ],
)
def test_a_shape_that_is_turned_by_an_eighth_or_more_stands_on_its_side(
    turn: int, expected: Frame
) -> None:
    turned = frame(100, 200, 400, 100).replace("<a:xfrm>", f'<a:xfrm rot="{turn}">')
    assert frame_of_first(shape(around=turned)) == expected


def test_a_group_moves_and_stretches_its_shapes() -> None:
    own = shape(around=frame(30, 70, 10, 20))
    inside = '<a:chOff x="10" y="40"/><a:chExt cx="100" cy="100"/>'
    given = f'<a:xfrm><a:off x="1000" y="2000"/><a:ext cx="200" cy="300"/>{inside}</a:xfrm>'
    group = f"<p:grpSp><p:grpSpPr>{given}</p:grpSpPr>{own}</p:grpSp>"
    assert frame_of_first(group) == Frame(1040.0, 2090.0, 1060.0, 2150.0)


def frame_of_first(inside: str) -> Frame | None:
    page = slide(inside)
    found = next(page.parts[0].iter("{*}sp"))
    return frame_of(found, page)
